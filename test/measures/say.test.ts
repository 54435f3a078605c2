// The log's sentences, word for word where a learner depends on them.

import { describe, expect, it } from 'vitest';
import { faultBegins, FAULT_WORDS } from '../../src/measures/fault-words.ts';
import { inSeconds, say } from '../../src/measures/say.ts';
import { faults } from '../../src/world/faults/registry.ts';
import { TYPES } from '../../src/world/vocabulary.ts';
import { beat, columnsOf, suspect, type HandRow } from './rows.ts';

const nodes = ['n1', 'n3'];
function said(rows: readonly HandRow[], name: string) {
  const { columns, words, rowCalled } = columnsOf({ nodes, until: 60, rows });
  return say({ columns, words, nodes }, rowCalled(name));
}

describe('the log', () => {
  it('says a suspicion, and how long the silence after which beat was', () => {
    const rows = [...beat('n3', 'n1', 41, 10), { ...suspect('n3', 'n1', 11.61, 'hear n1>n3 41'), x: 1_610_000 }];
    expect(said(rows, 'suspect n3>n1 11.61')).toEqual({
      says: 'n3 suspects n1',
      because: '1.61 s of silence, after heartbeat 41',
    });
  });
  it('says that nothing was ever heard, if nothing was', () => {
    const rows = [{ ...suspect('n3', 'n1', 3, 'start n3'), x: 3_000_000 }];
    expect(said(rows, 'suspect n3>n1 3').because).toBe('3.00 s of silence since it began to listen');
  });
  it('says how long a message was under way, and how long it waited', () => {
    expect(said(beat('n3', 'n1', 7, 10, 0.083), 'hear n1>n3 7')).toEqual({
      says: 'n3 hears heartbeat 7 from n1',
      because: 'sent 0.083 s earlier',
    });
    const rows: HandRow[] = [
      { type: 'send', at: 1, a: 'n1', b: 'n3', k: 'heartbeat', x: 1, as: 's' },
      { type: 'arrive', at: 1.3, a: 'n3', b: 'n1', k: 'heartbeat', x: 1, as: 'r', cause: 's' },
      { type: 'hear', at: 5.2, a: 'n3', b: 'n1', k: 'heartbeat', x: 1, cause: 'r', as: 'h' },
    ];
    expect(said(rows, 'h').because).toBe('sent 4.20 s earlier, waited 3.90 s to be handled');
  });
  it('says what was lost and why', () => {
    const rows: HandRow[] = [
      { type: 'send', at: 1, a: 'n1', b: 'n3', k: 'heartbeat', x: 4, as: 's' },
      { type: 'drop', at: 1, a: 'n1', b: 'n3', k: 'burst', x: 4, cause: 's', as: 'd' },
    ];
    expect(said(rows, 'd')).toEqual({
      says: 'heartbeat 4 from n1 to n3 is lost',
      because: 'the link was in a bad period',
    });
  });
  it('never says whether a suspicion is true', () => {
    const live = [suspect('n3', 'n1', 5)];
    const dead: HandRow[] = [{ type: 'crash', at: 2, a: 'n1' }, ...live];
    expect(said(live, 'suspect n3>n1 5').says).toBe(said(dead, 'suspect n3>n1 5').says);
  });
  it('has a sentence for every type of row', () => {
    for (const type of TYPES) {
      const { says } = said([{ type, at: 1, a: 'n1', b: 'n3', k: 'heartbeat', x: 1, as: 'row' }], 'row');
      expect(says, type).toMatch(/n1|n3/);
      expect(says, type).not.toMatch(/undefined|NaN|\?/);
    }
  });
  it('has words for every fault of the world, and for no other', () => {
    expect([...FAULT_WORDS].sort()).toEqual([...faults.keys(), 'ping'].sort());
    expect(faultBegins('cut', 'n1', 'n3')).toBe('the link n1 to n3 is cut');
  });
  it('writes times with three decimals below a second and two above', () => {
    expect([0, 83_000, 999_000, 1_610_000, 12_345_678].map(inSeconds)).toEqual([
      '0.00 s',
      '0.083 s',
      '0.999 s',
      '1.61 s',
      '12.35 s',
    ]);
  });
});
