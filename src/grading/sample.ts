// What one run says about each goal. A run that never exercised a goal says nothing, and so does one in which
// the answer was there before the question: a suspicion already on when its target crashed is not a detection.

import { measures } from '../measures/registry.ts';
import type { Measure, MeasureArgs, Reading, Sample } from '../measures/measure.ts';
import { compares, comparesFrom } from './compare.ts';
import type { Goal, GoalSample, SeedSample } from './goal.ts';

export type Score = { readonly measure: string; readonly args?: MeasureArgs };

export function sampleRun(seed: string, run: Reading, goals: readonly Goal[], score?: Score): SeedSample {
  return {
    seed,
    goals: goals.map((goal) => sampleGoal(seed, run, goal)),
    score: score ? measureCalled(score.measure).of(run, score.args ?? {}).value : null,
    until: run.until,
  };
}

function sampleGoal(seed: string, run: Reading, goal: Goal): GoalSample {
  const sample = measureCalled(goal.measure).of(run, goal.args ?? {});
  const { value, at, row, count, exposure } = sample;
  return { goal: goal.id, seed, value, held: holds(sample, goal), at, row, count, exposure, never: sample.never };
}

function holds({ value, early, never }: Sample, goal: Goal): boolean | null {
  if (value === null || early) return null;
  return never ? comparesFrom(value, goal.is) : compares(value, goal.is);
}

/** Lessons are checked when they are built, so a name that is not there is a mistake in the code. */
function measureCalled(id: string): Measure {
  const measure = measures.get(id);
  if (!measure) throw new Error(`no measure called ${id}`);
  return measure;
}
