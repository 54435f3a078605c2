// What suspicion costs and saves where work is handed out, on records small enough to be worked out on paper, and as
// goals over many runs.

import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/grading/goal.ts';
import { sampleRun } from '../../src/grading/sample.ts';
import { verdict } from '../../src/grading/verdict.ts';
import type { MeasureArgs, Sample } from '../../src/measures/measure.ts';
import { measures } from '../../src/measures/registry.ts';
import { filterRows } from '../../src/measures/filter.ts';
import { say } from '../../src/measures/say.ts';
import { silencer } from '../../src/measures/why.ts';
import { beat, crash, readingOf, suspect, trust, type Hand, type HandRow } from './rows.ts';

const measured = (id: string, hand: Hand, args: MeasureArgs = {}): Sample =>
  measures.get(id)!.of(readingOf(hand), args);

/** d gives work to w and v for 100 s. */
const office = (...rows: readonly (HandRow | readonly HandRow[])[]): Hand => ({
  nodes: ['d', 'w', 'v'],
  until: 100,
  rows: [...beat('d', 'w', 1, 1), ...beat('d', 'v', 1, 1), ...rows.flat()],
});

/** A job from d that ends as said; 'open': it is still under way at the end. */
function job(x: number, to: string, at: number, ends: 'heard' | 'crashed' | 'loss' | 'open', after = 0.5): HandRow[] {
  const send: HandRow = { type: 'send', at, a: 'd', b: to, k: 'job', x, as: `job ${x}` };
  if (ends === 'open') return [send];
  if (ends === 'heard') return [send, { type: 'hear', at: at + after, a: to, b: 'd', k: 'job', x, cause: `job ${x}` }];
  return [send, { type: 'drop', at: at + after, a: 'd', b: to, k: ends, x, cause: `job ${x}` }];
}
const failover = (a: string, b: string, at: number, cause?: string): HandRow => ({
  type: 'failover',
  at,
  a,
  b,
  k: 'phi-normal',
  x: 3_000_000,
  cause,
  as: `failover ${b}`,
});

describe('jobs lost', () => {
  it('are those sent to a worker after its crash, and those on their way to it at the crash', () => {
    const hand = office(
      job(1, 'w', 9, 'heard'),
      job(2, 'w', 9.9, 'crashed'),
      crash('w', 10),
      job(3, 'w', 10.1, 'crashed'),
      job(4, 'v', 10.2, 'heard'),
    );
    expect(measured('jobs-lost', hand)).toEqual({
      value: 2,
      at: 10_100_000,
      row: expect.any(Number) as number,
      count: 2,
      exposure: 1,
    });
    expect(measured('jobs-lost', hand, { target: 'v' }).value).toBe(0);
  });
  it('count to the end of the run, also those that nobody will ever hear', () => {
    const hand = office(crash('w', 10), job(1, 'w', 99.9, 'open'), job(2, 'v', 99.9, 'open'));
    expect(measured('jobs-lost', hand).value).toBe(1);
  });
  it('are not those that the network lost on the way to a live worker, but on the way to a dead one they are', () => {
    const hand = office(job(1, 'w', 9, 'loss'), crash('w', 10), job(2, 'w', 11, 'loss'));
    expect(measured('jobs-lost', hand)).toMatchObject({ value: 1, at: 11_000_000 });
  });
  it('are not those that arrive when the worker has started anew', () => {
    const again: HandRow = { type: 'start', at: 12, a: 'w', k: 'worker', x: 1 };
    expect(measured('jobs-lost', office(job(1, 'w', 9.9, 'heard', 4), crash('w', 10), again)).value).toBe(0);
  });
  it('are none in a run without a crash, and no number where no work is given out', () => {
    expect(measured('jobs-lost', office(job(1, 'w', 9, 'heard'))).value).toBe(0);
    expect(measured('jobs-lost', office(crash('w', 10)))).toEqual({ value: null, count: 0, exposure: 0 });
  });
});

describe('needless avoidance', () => {
  it('adds up the seconds in which live workers were suspected, and stops at a crash', () => {
    const hand = office(
      suspect('d', 'v', 5),
      trust('d', 'v', 7),
      suspect('d', 'w', 9.5),
      crash('w', 10),
      suspect('d', 'v', 20),
      trust('d', 'v', 20.25),
    );
    expect(measured('needless-avoidance', hand)).toMatchObject({
      value: 2.75,
      count: 2.75,
      exposure: 1,
      at: 7_000_000,
    });
    expect(measured('needless-avoidance', hand, { target: 'w' }).value).toBe(0.5);
  });
  it('counts a suspicion that is still on at the end', () => {
    expect(measured('needless-avoidance', office(suspect('d', 'v', 90)))).toMatchObject({ value: 10, at: 90_000_000 });
  });
});

describe('wrong failovers', () => {
  it('are those of workers that live, paused ones too', () => {
    const hand = office(
      job(1, 'w', 2, 'heard'),
      { type: 'pause', at: 5, a: 'v', k: 'gc' },
      failover('d', 'v', 8),
      crash('w', 10),
      failover('d', 'w', 13),
    );
    expect(measured('wrong-failovers', hand)).toMatchObject({ value: 1, at: 8_000_000, exposure: 1 });
    expect(measured('wrong-failovers', hand, { target: 'w' }).value).toBe(0);
  });
  it('are no number where nobody gives out work', () => {
    expect(measured('wrong-failovers', office(suspect('d', 'v', 5))).value).toBeNull();
  });
});

describe('suspicions', () => {
  const hand = office(
    suspect('d', 'v', 5),
    trust('d', 'v', 6),
    suspect('d', 'w', 9.9),
    crash('w', 10),
    trust('d', 'w', 10.1),
    suspect('d', 'w', 13),
  );
  it('are true if the suspected node was crashed when they began', () => {
    expect(measured('suspicions-true', hand)).toMatchObject({ value: 1, at: 13_000_000 });
  });
  it('are false otherwise, and then as many as there are mistakes', () => {
    expect(measured('suspicions-false', hand)).toMatchObject({ value: 2, at: 5_000_000 });
    expect(measured('suspicions-false', hand).value).toBe(measured('mistakes', hand).value);
    expect(measured('suspicions-false', hand).exposure).toBe(measured('mistakes', hand).exposure);
  });
});

describe('a failover', () => {
  const run = readingOf(
    office(crash('w', 10), suspect('d', 'w', 12, 'hear w>d 1'), failover('d', 'w', 13, 'hear w>d 1')),
  );
  const row = run.rowCalled('failover w');
  it('is said in words, with the silence that it follows and what kept the next beat away', () => {
    expect(say(run, row)).toEqual({ says: 'd fails w over', because: '3.00 s of silence, after heartbeat 1' });
    expect(silencer(run.columns, row)).toBe(run.rowCalled('crash w'));
  });
  it('is a mark that tells whether it was right, and a belief among the kinds of event', () => {
    expect(run.film.marks.filter(({ kind }) => kind === 'failover')).toMatchObject([{ row, right: true, node: 0 }]);
    expect([...filterRows(run.columns, { groups: ['beliefs'] })]).toContain(row);
  });
});

describe('goals', () => {
  const goal = (measure: string, is: Goal['is'], need: Goal['over']['need'], seeds: number): Goal => ({
    id: measure,
    says: measure,
    short: measure,
    measure,
    is,
    over: { seeds, need },
  });
  const judged = (one: Goal, hands: readonly Hand[]) =>
    verdict(
      [one],
      hands.map((hand, i) => sampleRun(`${i}`, readingOf(hand), [one])),
    ).goals[0]!;

  it('can ask for a mean over runs: what is lost in some may be made up in others', () => {
    const lost = (n: number) =>
      office(crash('w', 10), ...Array.from({ length: n }, (_, i) => job(i, 'w', 11 + i, 'crashed')));
    const hands = [...Array<Hand>(5).fill(lost(7)), ...Array<Hand>(5).fill(lost(11))];
    expect(judged(goal('jobs-lost', ['<=', 9.2], 'pooled', 10), hands)).toMatchObject({
      word: 'passed',
      value: 9,
      exposure: 10,
    });
    expect(judged(goal('jobs-lost', ['<=', 8.9], 'pooled', 10), hands)).toMatchObject({ word: 'not-yet', value: 9 });
  });
  it('can ask for a percentile: detection within 3 s in 198 of 200 runs lets two be late', () => {
    const late = (n: number) => [
      ...Array<Hand>(200 - n).fill(office(crash('w', 10), suspect('d', 'w', 12), suspect('d', 'v', 50))),
      ...Array<Hand>(n).fill(office(crash('w', 10), suspect('d', 'w', 14))),
    ];
    const one = { ...goal('detection-time', ['<=', 3], 198, 200), args: { target: 'w' } } as const;
    expect(judged(one, late(2))).toMatchObject({ word: 'passed', held: 198, failed: 2 });
    expect(judged(one, late(3)).word).toBe('not-yet');
  });
  it('can ask that detection is late and nothing was suspected before: the first suspicion comes that late', () => {
    const after206 = {
      ...goal('first-suspicion', ['>=', 16], 'every', 1),
      args: { observer: 'd', target: 'w' },
    } as const;
    expect(judged(after206, [office(crash('w', 10), suspect('d', 'w', 16.5))]).word).toBe('passed');
    expect(judged(after206, [office(crash('w', 10), suspect('d', 'w', 15.5))]).word).toBe('not-yet');
    const warned = office(suspect('d', 'w', 5), trust('d', 'w', 6), crash('w', 10), suspect('d', 'w', 16.5));
    expect(judged(after206, [warned]).word).toBe('not-yet');
  });
  it('can pool mistakes over pair-hours', () => {
    const hands = [office(suspect('d', 'v', 5), trust('d', 'v', 6)), office(), office(), office()];
    const one = judged(goal('mistakes-per-pair-hour', ['<=', 5], 'pooled', 4), hands);
    // Four runs of 100 s with two pairs each: 800 pair-seconds.
    expect(one).toMatchObject({ word: 'passed', count: 1 });
    expect(one.value).toBeCloseTo(4.5, 9);
  });
});
