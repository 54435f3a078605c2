// "Is it luck?": what every seed makes of the same settings and actions. One run is one draw; only the whole list says
// whether a figure is what to expect or what happened once. Each seed answers for itself, with the moment that decided
// its figure, so that any of them can be watched.

import { measures } from '../measures/registry.ts';
import type { MeasureArgs, Reading, Sample } from '../measures/measure.ts';
import type { RunKey } from '../scenarios/scenario.ts';

export type LuckAsk = {
  /** Its seed is not used: `seeds` are. */
  readonly key: RunKey;
  readonly seeds: readonly string[];
  readonly measures: readonly { readonly id: string; readonly args?: MeasureArgs }[];
};

export type LuckSample = {
  readonly seed: string;
  /** One for each measure that was asked for, in that order. */
  readonly values: readonly Sample[];
};

export function luckOf(seed: string, run: Reading, asked: LuckAsk['measures']): LuckSample {
  const values = asked.map(({ id, args }) => {
    const measure = measures.get(id);
    if (!measure) throw new Error(`no measure called ${id}`);
    return measure.of(run, args ?? {});
  });
  return { seed, values };
}
