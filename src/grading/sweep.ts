// One point of a curve: what many runs at one value of a knob make of each measure. Measures with an
// exposure are pooled, because a mean of rates from runs of different length would be none; the others are
// averaged over the runs that exercised them.

import { measures } from '../measures/registry.ts';
import type { MeasureArgs, Reading } from '../measures/measure.ts';

export type SweepValue = {
  /** The pooled rate, or the mean; null if no run exercised the measure. */
  readonly value: number | null;
  readonly count: number;
  readonly exposure: number;
  /** Runs that exercised it. */
  readonly runs: number;
  /** The largest single value. */
  readonly worst: number | null;
};

export type SweepFold = {
  readonly at: number;
  readonly measures: { readonly [measure: string]: SweepValue };
};

export type Sweeping = { take(run: Reading): void; point(at: number): SweepFold };

/** Runs are taken in one by one, so that no two need be in memory at once. */
export function sweeping(asked: readonly { readonly id: string; readonly args?: MeasureArgs }[]): Sweeping {
  const folds = asked.map(({ id }) => ({ id, sum: 0, count: 0, exposure: 0, runs: 0, worst: null as number | null }));
  const take = (run: Reading): void => {
    asked.forEach(({ id, args }, i) => {
      const measure = measures.get(id);
      if (!measure) throw new Error(`no measure called ${id}`);
      const fold = folds[i]!;
      const { value, count, exposure } = measure.of(run, args ?? {});
      fold.count += count ?? 0;
      fold.exposure += exposure ?? 0;
      if (value === null) return;
      fold.sum += value;
      fold.runs++;
      if (fold.worst === null || value > fold.worst) fold.worst = value;
    });
  };
  const point = (at: number): SweepFold => {
    const out: { [measure: string]: SweepValue } = {};
    for (const { id, sum, count, exposure, runs, worst } of folds) {
      const value = exposure > 0 ? count / exposure : runs > 0 ? sum / runs : null;
      out[id] = { value, count, exposure, runs, worst };
    }
    return { at, measures: out };
  };
  return { take, point };
}
