// The runs of one goal, counted.

import { badness } from './compare.ts';
import type { Goal, GoalSample, SeedSample } from './goal.ts';

export type Tally = {
  readonly samples: readonly GoalSample[];
  readonly held: number;
  readonly failed: number;
  /** Runs that say nothing: never exercised, or answered before the question. */
  readonly unknown: number;
  readonly count: number;
  readonly exposure: number;
  /** Runs that add to a pooled goal. */
  readonly exposed: number;
};

/** `first` runs only, if given. */
export function tally(goal: Goal, runs: readonly SeedSample[], first = runs.length): Tally {
  const samples = runs.slice(0, first).map((run) => sampleOf(run, goal));
  let [held, failed, count, exposure, exposed] = [0, 0, 0, 0, 0];
  for (const sample of samples) {
    if (sample.held === true) held++;
    if (sample.held === false) failed++;
    count += sample.count ?? 0;
    exposure += sample.exposure ?? 0;
    if ((sample.exposure ?? 0) > 0) exposed++;
  }
  return { samples, held, failed, unknown: samples.length - held - failed, count, exposure, exposed };
}

function sampleOf(run: SeedSample, goal: Goal): GoalSample {
  const sample = run.goals.find((one) => one.goal === goal.id);
  if (!sample) throw new Error(`run ${run.seed} was not sampled for goal ${goal.id}`);
  return sample;
}

/** The worst of these samples by the goal's own measure; one that never happened is worse than any number. */
export function worstOf(goal: Goal, samples: readonly GoalSample[]): GoalSample | undefined {
  let worst: GoalSample | undefined;
  let most = -Infinity;
  for (const sample of samples) {
    if (sample.value === null) continue;
    const wrong = goal.is[0] === '<=' || goal.is[0] === '<' || goal.is[0] === '==';
    const bad = sample.never ? (wrong ? Infinity : -Infinity) : badness(sample.value, goal.is);
    if (worst !== undefined && bad <= most) continue;
    worst = sample;
    most = bad;
  }
  return worst;
}
