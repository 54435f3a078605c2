// Goals, and what came of them. Shapes only; sample.ts and verdict.ts do the work.

import type { MeasureArgs } from '../measures/measure.ts';
import type { Settings } from '../scenarios/scenario.ts';

export type Comparison = '<=' | '>=' | '<' | '>' | '==';

export type Goal = {
  readonly id: string;
  /** The goal in a sentence: "Every survivor suspects n3 within 2.8 s of its crash". */
  readonly says: string;
  /** Two or three words for a meter: "slowest detection". */
  readonly short: string;
  readonly measure: string;
  readonly args?: MeasureArgs;
  /** Circumstances that this goal is judged in, whatever the stage shows: these knobs over the answer's. */
  readonly under?: Settings;
  readonly is: readonly [Comparison, number];
  /**
   * every: holds in each run that exercised it. A number: holds in at least so many. pooled: counts and exposure
   * are added up over all runs.
   */
  readonly over: { readonly seeds: number; readonly need: 'every' | 'pooled' | number };
};

/** One goal in one run. Plain data: crosses workers. */
export type GoalSample = {
  readonly goal: string;
  readonly seed: string;
  readonly value: number | null;
  readonly held: boolean | null;
  readonly at?: number;
  readonly row?: number;
  readonly count?: number;
  readonly exposure?: number;
  /** `value` is a lower bound: it had not happened when the run ended. */
  readonly never?: true;
};

export type SeedSample = {
  readonly seed: string;
  readonly goals: readonly GoalSample[];
  /** The measure that scores the exercise, if it has one. */
  readonly score: number | null;
  /** Simulated microseconds. */
  readonly until: number;
};

export type VerdictWord = 'passed' | 'not-yet' | 'undecided';

export type GoalVerdict = {
  readonly goal: string;
  readonly word: VerdictWord;
  /** Runs in which it held, failed, was never exercised. For a pooled goal, by each run's own value: only for show. */
  readonly held: number;
  readonly failed: number;
  readonly unknown: number;
  /** Worst single value, or the pooled rate. */
  readonly value: number | null;
  readonly count?: number;
  readonly exposure?: number;
  /** Passed, but where more seeds could have said otherwise (LESSONS' table: between 1 % and 99 %). */
  readonly onlyJust: boolean;
  /** The failing run to watch, the worst first. */
  readonly worst?: { readonly seed: string; readonly value: number | null; readonly at: number; readonly row: number };
  /** Each seed's value, in order, for the strip. */
  readonly values: readonly { readonly seed: string; readonly value: number | null; readonly held: boolean | null }[];
};

export type Verdict = {
  readonly word: VerdictWord;
  readonly onlyJust: boolean;
  readonly goals: readonly GoalVerdict[];
  readonly runs: number;
  readonly score: number | null;
  /** One sentence: what 200 clean runs do and do not support. */
  readonly exposure: string;
};
