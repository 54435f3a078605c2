// What a page is told of a run, from records written by hand.

import { describe, expect, it } from 'vitest';
import { FATES } from '../../src/measures/film.ts';
import { beat, crash, readingOf, suspect, trust, type Hand, type HandRow } from './rows.ts';

const film = (hand: Partial<Hand> & { rows: Hand['rows'] }) =>
  readingOf({ nodes: ['m', 'w'], until: 60, ...hand }).film;
const brief = (spans: readonly { from: number; to: number; is: unknown }[]) =>
  spans.map(({ from, to, is }) => [from / 1e6, to / 1e6, is]);

describe('truth', () => {
  it('covers the run without gaps, each state from the row that began it', () => {
    const rows: HandRow[] = [
      { type: 'pause', at: 10, a: 'w', k: 'gc' },
      { type: 'resume', at: 15, a: 'w' },
      { type: 'slow', at: 20, a: 'w', x: 100_000 },
      crash('w', 30),
      { type: 'start', at: 40, a: 'w', x: 1 },
    ];
    const { truth } = film({ rows });
    expect(brief(truth[1]!)).toEqual([
      [0, 10, 'up'],
      [10, 15, 'paused'],
      [15, 20, 'up'],
      [20, 30, 'slow'],
      [30, 40, 'crashed'],
      [40, 60, 'up'],
    ]);
    expect(brief(truth[0]!)).toEqual([[0, 60, 'up']]);
  });
  it('a process that is slow and paused is paused, and slow again afterwards', () => {
    const rows: HandRow[] = [
      { type: 'slow', at: 5, a: 'w', x: 1 },
      { type: 'pause', at: 10, a: 'w', k: 'gc' },
      { type: 'resume', at: 15, a: 'w' },
    ];
    expect(brief(film({ rows }).truth[1]!).map(([, , is]) => is)).toEqual(['up', 'slow', 'paused', 'slow']);
  });
  it('a restart of a running process is seen: two spans of up', () => {
    const rows: HandRow[] = [crash('w', 10), { type: 'start', at: 10, a: 'w', x: 1 }];
    expect(brief(film({ rows }).truth[1]!)).toEqual([
      [0, 10, 'up'],
      [10, 60, 'up'],
    ]);
  });
});

describe('beliefs', () => {
  it('exist for pairs in which beats are sent, and for no other', () => {
    const { beliefs } = film({ rows: [...beat('m', 'w', 1, 1)] });
    expect(beliefs.map(({ observer, target }) => [observer, target])).toEqual([[0, 1]]);
  });
  it('a suspicion is right while its target is crashed, and splits where that changes', () => {
    const rows = [
      ...beat('m', 'w', 1, 1),
      suspect('m', 'w', 9),
      crash('w', 10),
      { type: 'start' as const, at: 20, a: 'w', x: 1 },
      trust('m', 'w', 21),
    ];
    expect(brief(film({ rows }).beliefs[0]!.spans)).toEqual([
      [0, 9, { suspects: false, right: true }],
      [9, 10, { suspects: true, right: false }],
      [10, 20, { suspects: true, right: true }],
      [20, 21, { suspects: true, right: false }],
      [21, 60, { suspects: false, right: true }],
    ]);
  });
  it('a crashed observer believes nothing, and trusts anew', () => {
    const rows = [
      ...beat('m', 'w', 1, 1),
      suspect('m', 'w', 9),
      crash('m', 10),
      { type: 'start' as const, at: 20, a: 'm', x: 1 },
    ];
    expect(brief(film({ rows }).beliefs[0]!.spans).slice(1)).toEqual([
      [9, 10, { suspects: true, right: false }],
      [20, 60, { suspects: false, right: true }],
    ]);
  });
  it('an accusation of no length is kept', () => {
    const rows = [...beat('m', 'w', 1, 1), suspect('m', 'w', 9), trust('m', 'w', 9)];
    expect(brief(film({ rows }).beliefs[0]!.spans)[1]).toEqual([9, 9, { suspects: true, right: false }]);
  });
});

describe('links', () => {
  it('say nothing of directions that never changed', () => {
    expect(film({ rows: [...beat('m', 'w', 1, 1)] }).links).toEqual([]);
  });
  it('a cut and a delay come from the condition, a loss from the fault and its share', () => {
    const rows: HandRow[] = [
      { type: 'condition', at: 10, a: 'w', b: 'm', k: 'cut' },
      { type: 'condition', at: 12, a: 'w', b: 'm', k: 'open', x: 250_000 },
      { type: 'fault', at: 15, a: 'w', b: 'm', k: 'loss', x: 0 },
      { type: 'fault', at: 16, a: 'w', b: 'm', k: 'loss', x: 1 },
      { type: 'end', at: 20, a: 'w', b: 'm', k: 'loss', x: 0 },
    ];
    const target = { from: 1, to: 0, both: false };
    const deeds = [0.5, 0.2].map((share) => ({ target, params: { share } }));
    const { links } = film({ rows, deeds });
    expect(links.map(({ from, to }) => [from, to])).toEqual([[1, 0]]);
    const states = links[0]!.spans.map(({ from, is }) => [from / 1e6, is.cut, is.delay, Number(is.loss.toFixed(6))]);
    expect(states).toEqual([
      [0, false, 0, 0],
      [10, true, 0, 0],
      [12, false, 250_000, 0],
      [15, false, 250_000, 0.5],
      [16, false, 250_000, 0.6],
      [20, false, 250_000, 0.2],
    ]);
  });
  it('a loss of both directions shows on both, and a heal ends it', () => {
    const rows: HandRow[] = [
      { type: 'fault', at: 10, a: 'w', b: 'm', k: 'burst-loss', x: 0 },
      { type: 'fault', at: 20, a: 'w', b: 'm', k: 'heal', x: 1 },
    ];
    const target = { from: 1, to: 0, both: true };
    const { links } = film({
      rows,
      deeds: [
        { target, params: {} },
        { target, params: {} },
      ],
    });
    expect(links).toHaveLength(2);
    for (const { spans } of links) expect(spans.map(({ is }) => is.burst)).toEqual([false, true, false]);
  });
});

describe('flights', () => {
  const fate = (i: number, { flights }: ReturnType<typeof film>) => FATES[flights.fate[i]!];
  it('one that waits at the machine ends there and is heard later', () => {
    const rows: HandRow[] = [
      { type: 'send', at: 1, a: 'w', b: 'm', k: 'heartbeat', x: 1, as: 's' },
      { type: 'arrive', at: 1.05, a: 'm', b: 'w', k: 'heartbeat', x: 1, as: 'r', cause: 's' },
      { type: 'hear', at: 3, a: 'm', b: 'w', k: 'heartbeat', x: 1, cause: 'r' },
    ];
    const made = film({ rows });
    expect([made.flights.endAt[0], made.flights.heardAt[0], fate(0, made)]).toEqual([1_050_000, 3_000_000, 'heard']);
    expect(made.flights.longest).toBe(2_000_000);
  });
  it('a lost one ends half way, in half the usual time of its direction', () => {
    const rows: HandRow[] = [
      ...beat('m', 'w', 1, 1.2, 0.2),
      { type: 'send', at: 2, a: 'w', b: 'm', k: 'heartbeat', x: 2, as: 's2' },
      { type: 'drop', at: 2, a: 'w', b: 'm', k: 'loss', x: 2, cause: 's2' },
    ];
    const made = film({ rows });
    expect([fate(1, made), made.flights.endAt[1], made.flights.heardAt[1]]).toEqual(['lost', 2_100_000, Infinity]);
  });
  it('one to a crashed receiver arrives there, dead', () => {
    const rows: HandRow[] = [
      { type: 'send', at: 2, a: 'w', b: 'm', k: 'heartbeat', x: 2, as: 's2' },
      { type: 'drop', at: 2.05, a: 'w', b: 'm', k: 'crashed', x: 2, cause: 's2' },
    ];
    const made = film({ rows });
    expect([fate(0, made), made.flights.endAt[0]]).toEqual(['dead', 2_050_000]);
  });
  it('one under way at the end is open, and its end lies beyond the run', () => {
    const made = film({ rows: [{ type: 'send', at: 59.99, a: 'w', b: 'm', k: 'heartbeat', x: 9 }] });
    expect(fate(0, made)).toBe('open');
    expect(made.flights.endAt[0]).toBeGreaterThan(60e6);
  });
});

describe('marks', () => {
  it('a fault and what it does in its instant are one mark, told apart from the learner’s own', () => {
    const rows: HandRow[] = [
      { type: 'fault', at: 10, a: 'w', k: 'pause', x: 0, as: 'f' },
      { type: 'pause', at: 10, a: 'w', k: 'gc', cause: 'f' },
      { type: 'fault', at: 20, a: 'w', k: 'crash', x: 1, as: 'g' },
      { ...crash('w', 20), cause: 'g' },
      suspect('m', 'w', 23),
    ];
    const { marks } = film({ rows, firstAction: 1 });
    expect(marks.map(({ at, kind, right, says }) => [at / 1e6, kind, right, says])).toEqual([
      [10, 'fault', undefined, 'w is paused'],
      [20, 'action', undefined, 'w is made to crash'],
      [23, 'suspicion', true, 'm suspects w'],
    ]);
  });
});
