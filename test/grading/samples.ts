// Samples written by hand, for judging.

import type { Goal, GoalSample, SeedSample } from '../../src/grading/goal.ts';
import { compares } from '../../src/grading/compare.ts';

export function goal(more: Partial<Goal> = {}): Goal {
  return {
    id: 'g',
    says: 'it is at most 2',
    short: 'it',
    measure: 'detection-time',
    is: ['<=', 2],
    over: { seeds: 200, need: 'every' },
    ...more,
  };
}

/** One run a value; null: not exercised. */
export function runsOf(one: Goal, values: readonly (number | null)[], more: Partial<GoalSample> = {}): SeedSample[] {
  return values.map((value, i) => {
    const held = value === null ? null : compares(value, one.is);
    const sample = { goal: one.id, seed: `e/${i + 1}`, value, held, at: 1_000_000 * i, row: i, ...more };
    return { seed: sample.seed, goals: [sample], score: value, until: 60_000_000 };
  });
}

/** One run a count, all of one exposure. */
export function pooledRuns(one: Goal, counts: readonly number[], exposure: number): SeedSample[] {
  return counts.map((count, i) => {
    const value = count / exposure;
    const sample = {
      goal: one.id,
      seed: `e/${i + 1}`,
      value,
      held: compares(value, one.is),
      at: 0,
      row: 0,
      count,
      exposure,
    };
    return { seed: sample.seed, goals: [sample], score: null, until: 60_000_000 };
  });
}

export const times = (n: number, value: number | null): (number | null)[] => Array.from({ length: n }, () => value);
