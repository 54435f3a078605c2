// Where the marks of many seeds lie: one bar a seed, and beside them a pile for each part of the value axis that says
// how often it came up. Paths only; what they mean is in luck.ts.

import { spreadOf } from './luck.ts';
import type { Known, valueEnds } from './luck.ts';

export type Plot = {
  readonly left: number;
  readonly top: number;
  readonly base: number;
  /** Room of one seed. */
  readonly step: number;
  readonly ends: ReturnType<typeof valueEnds>;
};

export function heightOf({ ends, base, top }: Plot, value: number): number {
  return base - ((value - ends.from) / (ends.to - ends.from || 1)) * (base - top);
}

/** From the ground where the axis begins at zero, else only its top: bars from elsewhere would compare wrongly. */
export function barPath(plot: Plot, place: number, value: number): string {
  const { left, base, step, ends } = plot;
  const y = heightOf(plot, value);
  const high = (ends.floats ? 4 : Math.max(1.5, base - y)).toFixed(1);
  const wide = Math.max(0.7, step - (step > 3 ? 1 : 0.3)).toFixed(2);
  return `M${(left + place * step).toFixed(2)} ${(ends.floats ? y + 2 : base).toFixed(1)}v-${high}h${wide}v${high}z`;
}

/** Bars of the values that are known, bars of lower bounds, and the arrows on top of those. */
export function barsOf(plot: Plot, rank: readonly Known[]): { known: string; bounds: string; arrows: string } {
  let [known, bounds, arrows] = ['', '', ''];
  rank.forEach((each, i) => {
    const path = barPath(plot, i, each.value);
    if (!each.never) return void (known += path);
    bounds += path;
    const x = plot.left + (i + 0.5) * plot.step;
    arrows += `M${x.toFixed(1)} ${(heightOf(plot, each.value) - 7).toFixed(1)}l3 5h-6z`;
  });
  return { known, bounds, arrows };
}

/** How often each value came up, as bars to the right of `x`, the longest of them `wide`. */
export function pilePath({ ends, base, top }: Plot, rank: readonly Known[], x: number, wide: number): string {
  const bins = Math.max(4, Math.floor((base - top) / 6));
  const counts = spreadOf(rank, ends.from, ends.to, bins);
  const most = Math.max(1, ...counts);
  const each = (base - top) / bins;
  const high = (each - 1).toFixed(1);
  return counts
    .map((count, i) => {
      const long = Math.max(1.5, (count / most) * wide).toFixed(1);
      return count === 0 ? '' : `M${x} ${(base - i * each - 0.5).toFixed(1)}v-${high}h${long}v${high}z`;
    })
    .join('');
}
