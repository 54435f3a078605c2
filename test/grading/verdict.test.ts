// Verdicts over samples written by hand: the three words, the edge, and what a clean check supports.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atMost } from '../../src/grading/binomial.ts';
import { comparesFrom } from '../../src/grading/compare.ts';
import { needsMore, overSeeds, verdict } from '../../src/grading/verdict.ts';
import { hiddenSeeds, seedList } from '../../src/grading/seeds.ts';
import { goal, pooledRuns, runsOf, times } from './samples.ts';

const every = goal();
const most = goal({ over: { seeds: 200, need: 198 } });
const word = (one: typeof every, values: readonly (number | null)[]) => verdict([one], runsOf(one, values)).word;

describe('a goal for every run', () => {
  it('passes when all held, and not before all have run', () => {
    expect(word(every, times(200, 1))).toBe('passed');
    expect(word(every, times(199, 1))).toBe('undecided');
  });
  it('has not yet with a single failure, from that run on', () => {
    expect(word(every, [1, 3])).toBe('not-yet');
    expect(word(every, [...times(199, 1), 3])).toBe('not-yet');
  });
  it('means every run that exercised it: up to one in ten may say nothing', () => {
    expect(word(every, [...times(180, 1), ...times(20, null)])).toBe('passed');
    expect(word(every, [...times(179, 1), ...times(21, null)])).toBe('undecided');
    expect(word(every, times(200, null))).toBe('undecided');
  });
  it('a failure is a failure even if few runs exercised the goal', () => {
    expect(word(every, [3, ...times(199, null)])).toBe('not-yet');
  });
});

describe('a goal for 198 of 200', () => {
  it('passes with two failures and not with three', () => {
    expect(word(most, [...times(198, 1), 3, 3])).toBe('passed');
    expect(word(most, [...times(197, 1), 3, 3, 3])).toBe('not-yet');
  });
  it('is decided as soon as it can be', () => {
    expect(word(most, times(198, 1))).toBe('passed');
    expect(word(most, [3, 3, 3])).toBe('not-yet');
    expect(word(most, [1, 3, 3])).toBe('undecided');
  });
  it('keeps its share of failures over another number of seeds', () => {
    expect(overSeeds(most, 1000).over.need).toBe(990);
    expect(overSeeds(most, 50).over.need).toBe(50);
    expect(overSeeds(every, 50).over).toEqual({ seeds: 50, need: 'every' });
  });
});

describe('a pooled goal', () => {
  const rate = goal({ measure: 'mistakes-per-pair-hour', is: ['<=', 0.5], over: { seeds: 200, need: 'pooled' } });
  const counts = (total: number) => Array.from({ length: 200 }, (_, i) => (i < total ? 1 : 0));
  it('adds up counts and exposure over all runs', () => {
    const judged = verdict([rate], pooledRuns(rate, counts(20), 0.285));
    expect(judged.goals[0]).toMatchObject({ word: 'passed', count: 20, onlyJust: true });
    expect(judged.goals[0]!.value).toBeCloseTo(20 / 57, 9);
    expect(verdict([rate], pooledRuns(rate, counts(40), 0.285)).word).toBe('not-yet');
  });
  it('two in 57 pair-hours pass clearly', () => {
    expect(verdict([rate], pooledRuns(rate, counts(2), 0.285)).goals[0]).toMatchObject({
      word: 'passed',
      onlyJust: false,
    });
  });
  it('a rate that no chance moves may lie on the limit itself', () => {
    const beats = goal({ measure: 'beats-per-link-second', is: ['<=', 2], over: { seeds: 200, need: 'pooled' } });
    const judged = verdict(
      [beats],
      pooledRuns(
        beats,
        counts(200).map(() => 120),
        60,
      ),
    );
    expect(judged).toMatchObject({ word: 'passed', onlyJust: false });
  });
  it('is undecided if it was never exposed', () => {
    expect(verdict([rate], pooledRuns(rate, counts(0), 0)).word).toBe('undecided');
  });
});

describe('near the edge', () => {
  const mistakes = goal({ measure: 'mistakes', is: ['<=', 0] });
  it('a clean list of a counting goal is run on, because nothing shows how close it was', () => {
    const clean = runsOf(mistakes, times(200, 0));
    expect(verdict([mistakes], clean)).toMatchObject({ word: 'passed', onlyJust: false });
    expect(needsMore([mistakes], clean)).toBe(true);
    expect(needsMore([mistakes], runsOf(mistakes, times(1000, 0)))).toBe(false);
  });
  it('a measured goal is run on only when its worst is within a tenth of the limit', () => {
    expect(needsMore([every], runsOf(every, times(200, 1.7)))).toBe(false);
    expect(needsMore([every], runsOf(every, [...times(199, 1.7), 1.85]))).toBe(true);
  });
  it('a check that failed is not run on', () => {
    expect(needsMore([mistakes], runsOf(mistakes, [...times(199, 0), 1]))).toBe(false);
  });
  it('3 of 1,000 pass here, but only just; none of 1,000 passes plainly', () => {
    const three = [...times(500, 0), 1, 1, 1, ...times(497, 0)];
    expect(verdict([mistakes], runsOf(mistakes, three))).toMatchObject({ word: 'passed', onlyJust: true });
    expect(verdict([mistakes], runsOf(mistakes, times(1000, 0)))).toMatchObject({ word: 'passed', onlyJust: false });
  });
  it('30 of 1,000 mean that the first 200 were lucky', () => {
    const thirty = [...times(400, 0), ...times(30, 1), ...times(570, 0)];
    expect(verdict([mistakes], runsOf(mistakes, thirty)).word).toBe('not-yet');
  });
  it('of 10 allowed in 200, 3 are clear and 8 are close', () => {
    const ten = goal({ over: { seeds: 200, need: 190 } });
    expect(needsMore([ten], runsOf(ten, [...times(197, 1), ...times(3, 3)]))).toBe(false);
    expect(needsMore([ten], runsOf(ten, [...times(192, 1), ...times(8, 3)]))).toBe(true);
  });
});

describe('what a verdict shows', () => {
  it('the worst failing run, with its moment', () => {
    const judged = verdict([every], runsOf(every, [1, 2.5, 4, 3]));
    expect(judged.goals[0]!.worst).toEqual({ seed: 'e/3', value: 4, at: 2_000_000, row: 2 });
    expect(judged.goals[0]).toMatchObject({ held: 1, failed: 3, unknown: 0, value: 4 });
  });
  it('one that never happened is worse than any number', () => {
    const late = runsOf(every, [9]);
    const never = runsOf(every, [5], { never: true, seed: 'e/9' }).map((run) => ({ ...run, seed: 'e/9' }));
    expect(verdict([every], [...late, ...never]).goals[0]!.worst!.seed).toBe('e/9');
  });
  it('each seed’s value in the order of the list', () => {
    const { values } = verdict([every], runsOf(every, [1, null, 3])).goals[0]!;
    expect(values.map(({ value, held }) => [value, held])).toEqual([
      [1, true],
      [null, null],
      [3, false],
    ]);
  });
  it('one failed goal is not yet, one open goal keeps the rest undecided', () => {
    const second = goal({ id: 'h' });
    const both = (a: number | null, b: number | null) =>
      Array.from({ length: 200 }, (_, i) => ({
        seed: `e/${i}`,
        goals: [...runsOf(every, [a])[0]!.goals, ...runsOf(second, [b])[0]!.goals],
        score: a,
        until: 60e6,
      }));
    expect(verdict([every, second], both(1, 1)).word).toBe('passed');
    expect(verdict([every, second], both(1, null)).word).toBe('undecided');
    expect(verdict([every, second], both(3, null)).word).toBe('not-yet');
  });
  it('the score is the worst of all runs', () => {
    expect(verdict([every], runsOf(every, [1, 1.5, 1.2])).score).toBe(1.5);
  });
  it('no goals and no runs prove nothing', () => {
    expect(verdict([], []).word).toBe('undecided');
    expect(verdict([every], [])).toMatchObject({ word: 'undecided', exposure: 'Nothing has run yet.' });
  });
});

describe('what a clean check supports', () => {
  const mistakes = goal({ measure: 'mistakes', is: ['<=', 0] });
  it('no mistake in 57 pair-hours supports less than one in 19, not zero', () => {
    const runs = pooledRuns(mistakes, times(200, 0) as number[], 57 / 200);
    expect(verdict([mistakes], runs).exposure).toBe(
      'No live node was suspected in 200 runs of a minute, 57 pair-hours of watching. ' +
        'That supports less than one mistake in 19 pair-hours, not zero.',
    );
  });
  it('mistakes are counted against the hours in which they happened', () => {
    const runs = pooledRuns(mistakes, [1, 1, ...(times(198, 0) as number[])], 56.7 / 200);
    expect(verdict([mistakes], runs).exposure).toBe(
      '2 mistakes in 200 runs of a minute, 57 pair-hours of watching: one in 28 pair-hours.',
    );
    const often = pooledRuns(mistakes, [538, ...(times(199, 0) as number[])], 57 / 200);
    expect(verdict([mistakes], often).exposure).toMatch('538 mistakes in 200 runs of a minute');
    expect(verdict([mistakes], often).exposure).toMatch(': 9.4 per pair-hour.');
  });
  it('200 clean runs support a miss in less than 1.5 % of them, not never', () => {
    expect(verdict([every], runsOf(every, times(200, 1))).exposure).toBe(
      'Every goal held in 200 runs of a minute. That supports a miss in less than 1.5 % of such runs, not never.',
    );
    expect(verdict([every], runsOf(every, [3, 1])).exposure).toBe('1 of 2 runs of a minute missed a goal.');
  });
});

describe('a lower bound', () => {
  it('fails an upper limit that it exceeds, and leaves open one that it does not reach', () => {
    expect(comparesFrom(15, ['<=', 2.8])).toBe(false);
    expect(comparesFrom(1, ['<=', 2.8])).toBeNull();
  });
  it('meets a lower limit that it has reached, and leaves open a higher one', () => {
    expect(comparesFrom(7, ['>=', 6])).toBe(true);
    expect(comparesFrom(5, ['>=', 6])).toBeNull();
  });
});

describe('binomial chances', () => {
  it('agree with the table of rules: passes 99 %, a coin toss, passes 1 %', () => {
    const table: readonly (readonly [number, number, number, number, number])[] = [
      [0, 200, 0.00005, 0.0035, 0.023],
      [2, 200, 0.0022, 0.013, 0.041],
      [10, 200, 0.024, 0.053, 0.098],
      [0, 1000, 0.00001, 0.0007, 0.0046],
    ];
    for (const [k, n, surely, toss, hardly] of table) {
      expect(atMost(k, n, surely)).toBeGreaterThan(0.985);
      expect(Math.abs(atMost(k, n, toss) - 0.5)).toBeLessThan(0.05);
      expect(atMost(k, n, hardly)).toBeLessThan(0.0125);
    }
  });
  it('are 0.05 for no failure in 200 at 1.487 %', () => {
    expect(atMost(0, 200, 0.0148669)).toBeCloseTo(0.05, 5);
  });
  it('add up from both sides', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.nat(1000),
        (n, p, k) => {
          const chance = atMost(k, n, p);
          expect(chance).toBeGreaterThanOrEqual(0);
          expect(chance).toBeLessThanOrEqual(1);
          if (k < n) expect(chance + atMost(n - k - 1, n, 1 - p)).toBeCloseTo(1, 9);
        },
      ),
    );
  });
});

describe('verdicts are monotonic', () => {
  const rank = { 'not-yet': 0, undecided: 1, passed: 2 };
  const values = fc.array(fc.constantFrom(1, 3, null), { minLength: 1, maxLength: 60 });
  it('turning a failed run into one that held never makes the word worse', () => {
    fc.assert(
      fc.property(values, fc.nat(59), fc.integer({ min: 0, max: 10 }), (list, at, mayFail) => {
        const seeds = list.length;
        const need = mayFail === 0 ? ('every' as const) : Math.max(1, seeds - mayFail);
        const one = goal({ over: { seeds, need } });
        const better = list.map((value, i) => (i === at % seeds && value === 3 ? 1 : value));
        expect(rank[word(one, better)]).toBeGreaterThanOrEqual(rank[word(one, list)]);
      }),
    );
  });
  it('a not-yet stays one however many more runs follow', () => {
    fc.assert(
      fc.property(values, values, (list, more) => {
        const one = goal({ over: { seeds: 200, need: 195 } });
        if (word(one, list) === 'not-yet') expect(word(one, [...list, ...more])).toBe('not-yet');
      }),
    );
  });
});

describe('seed lists', () => {
  it('are fixed, and the hidden ones are others', () => {
    expect(seedList('heartbeats/e1', 3)).toEqual(['heartbeats/e1/1', 'heartbeats/e1/2', 'heartbeats/e1/3']);
    const shown = new Set(seedList('e1', 1000));
    expect(hiddenSeeds('e1', 1000).some((seed) => shown.has(seed))).toBe(false);
  });
});
