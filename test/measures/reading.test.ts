// What a page does with a record by itself: find, filter, explain; and the law that no message is lost unseen.

import { describe, expect, it } from 'vitest';
import {
  causes,
  effects,
  filterRows,
  firstRowOf,
  indexAt,
  lastRowUpTo,
  nextOrdinal,
  ordinalAt,
  previousOrdinal,
  rowAt,
  silencer,
} from '../../src/worker/reading.ts';
import { conservation } from '../../src/measures/conservation.ts';
import { beat, columnsOf, crash, suspect, type HandRow } from './rows.ts';

const nodes = ['m', 'w'];
const made = (...rows: HandRow[]) => columnsOf({ nodes, until: 60, rows });

describe('finding rows', () => {
  const { columns, words } = made(...beat('m', 'w', 1, 1), ...beat('m', 'w', 2, 2), crash('w', 2));
  // Three events, of two rows, three, and two.
  columns.ordinal.set([1, 1, 4, 4, 4, 9, 9]);
  it('by time: the last row at or before it', () => {
    expect([-1, 0, 0.94e6, 0.95e6, 1e6, 2e6, 99e6].map((t) => indexAt(columns, t))).toEqual([-1, 1, 1, 2, 3, 6, 6]);
  });
  it('by event: its first row, its last, the events around it', () => {
    expect([1, 4, 9, 10].map((o) => firstRowOf(columns, o))).toEqual([0, 2, 5, 7]);
    expect([0, 1, 5, 9].map((o) => lastRowUpTo(columns, o))).toEqual([-1, 1, 4, 6]);
    expect([0, 1, 4, 9].map((o) => nextOrdinal(columns, o))).toEqual([1, 4, 9, null]);
    expect([1, 4, 5, 99].map((o) => previousOrdinal(columns, o))).toEqual([null, 1, 4, 9]);
    expect(ordinalAt(columns, 1e6)).toBe(4);
  });
  it('as an object, with its word', () => {
    expect(rowAt(columns, 3, words)).toMatchObject({ type: 'hear', a: 0, b: 1, k: 'heartbeat', x: 1, time: 1_000_000 });
    expect(() => rowAt(columns, 7, words)).toThrow('no row 7');
  });
  it('by kind and by node', () => {
    expect([...filterRows(columns, { groups: ['messages'] })]).toEqual([2, 3, 4, 5]);
    expect([...filterRows(columns, { groups: ['processes'], node: 0 })]).toEqual([0]);
  });
});

describe('why', () => {
  const { columns, rowCalled } = made(
    { ...beat('m', 'w', 1, 1)[0]!, cause: 'start w' },
    beat('m', 'w', 1, 1)[1]!,
    crash('w', 2),
    suspect('m', 'w', 4, 'hear w>m 1'),
  );
  it('a suspicion leads back to the last beat heard, and on to a root', () => {
    const names = ['suspect m>w 4', 'hear w>m 1', 'send w>m 1', 'start w'].map(rowCalled);
    expect(causes(columns, names[0]!)).toEqual(names);
  });
  it('effects are the rows that name it', () => {
    expect(effects(columns, rowCalled('hear w>m 1'))).toEqual([rowCalled('suspect m>w 4')]);
  });
  it('what kept the target silent is its crash', () => {
    expect(silencer(columns, rowCalled('suspect m>w 4'))).toBe(rowCalled('crash w'));
  });
  it('or the loss of the next beat, or the observer’s own pause, or nothing yet', () => {
    const lost = made(
      ...beat('m', 'w', 1, 1),
      { type: 'send', at: 2, a: 'w', b: 'm', k: 'heartbeat', x: 2, as: 's2' },
      { type: 'drop', at: 2, a: 'w', b: 'm', k: 'loss', x: 2, cause: 's2', as: 'drop' },
      suspect('m', 'w', 4, 'hear w>m 1'),
    );
    expect(silencer(lost.columns, lost.rowCalled('suspect m>w 4'))).toBe(lost.rowCalled('drop'));
    const slept = made(
      ...beat('m', 'w', 1, 1),
      { type: 'pause', at: 1.5, a: 'm', k: 'gc', as: 'pause' },
      { type: 'resume', at: 6, a: 'm' },
      suspect('m', 'w', 6, 'hear w>m 1'),
    );
    expect(silencer(slept.columns, slept.rowCalled('suspect m>w 6'))).toBe(slept.rowCalled('pause'));
    const late = made(...beat('m', 'w', 1, 1), suspect('m', 'w', 4, 'hear w>m 1'));
    expect(silencer(late.columns, late.rowCalled('suspect m>w 4'))).toBe(-1);
  });
  it('or a crash that came before the last beat, which was on its way', () => {
    const flying = made(
      { ...beat('m', 'w', 1, 1, 0.5)[0]! },
      crash('w', 0.8),
      { ...beat('m', 'w', 1, 1, 0.5)[1]! },
      suspect('m', 'w', 4, 'hear w>m 1'),
    );
    expect(silencer(flying.columns, flying.rowCalled('suspect m>w 4'))).toBe(flying.rowCalled('crash w'));
  });
  it('a cause that comes later is a broken record', () => {
    const { columns: broken } = made(...beat('m', 'w', 1, 1));
    broken.cause[1] = 3;
    expect(() => causes(broken, 1)).toThrow('comes later');
  });
});

describe('conservation of messages', () => {
  const send: HandRow = { type: 'send', at: 1, a: 'w', b: 'm', k: 'heartbeat', x: 1, as: 's' };
  const hear: HandRow = { type: 'hear', at: 1.1, a: 'm', b: 'w', k: 'heartbeat', x: 1, cause: 's' };
  const drop: HandRow = { type: 'drop', at: 1.1, a: 'w', b: 'm', k: 'crashed', x: 1, cause: 's' };
  const violations = (...rows: HandRow[]) => {
    const { columns, words } = made(...rows);
    return conservation(columns, words).map(({ says }) => says);
  };
  it('heard, dropped, waiting and under way all keep it', () => {
    expect(violations(send)).toEqual([]);
    expect(violations(send, hear)).toEqual([]);
    expect(violations(send, drop)).toEqual([]);
    expect(violations(send, { ...hear, type: 'arrive' })).toEqual([]);
  });
  it('a message from nowhere breaks it', () => {
    expect(violations({ ...hear, cause: undefined })).toEqual(['names no send as its origin']);
  });
  it('a message heard twice, or dropped after it was heard, breaks it', () => {
    expect(violations(send, hear, { ...hear, at: 1.2 })[0]).toMatch('had ended');
    expect(violations(send, hear, { ...drop, at: 1.2 })[0]).toMatch('had ended');
  });
  it('a message heard by another, or dropped for no known reason, breaks it', () => {
    expect(violations(send, { ...hear, a: 'w', b: 'm' })[0]).toMatch('not between the nodes');
    expect(violations(send, { ...drop, k: 'bored' })[0]).toMatch('no known reason');
  });
});
