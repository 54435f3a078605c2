// Detection time against mistakes, point by point along a knob. Mistakes are drawn on a log axis with a row of its
// own for none at all, because a run without mistakes is the point and a log axis has no nought. Pooled measures
// are counts over exposure.

import type { SweepPoint } from '../../worker/api.ts';
import { three, trimmed } from '../format.ts';
import { table, type Table } from '../tables.ts';

export type Curve = {
  readonly label: string;
  readonly points: readonly SweepPoint[];
  /** The learner's own settings, drawn in ink; others are quiet. */
  readonly mine?: boolean;
  /** What turns this curve, where it is another knob than the others'. */
  readonly knob?: string;
};

export type Axis = { readonly measure: string; readonly label: string; readonly log?: boolean };

export type Spot = {
  readonly curve: number;
  readonly at: number;
  readonly x: number;
  readonly y: number;
  readonly runs: number;
};

export function measured(point: SweepPoint, measure: string): number | null {
  const found = point.measures[measure];
  if (found === undefined) return null;
  if (found.value !== null) return found.value;
  return found.exposure > 0 ? found.count / found.exposure : null;
}

export function spotsOf(curves: readonly Curve[], x: Axis, y: Axis): readonly Spot[] {
  return curves.flatMap((curve, i) =>
    curve.points.flatMap((point) => {
      const at = measured(point, x.measure);
      const up = measured(point, y.measure);
      if (at === null || up === null) return [];
      return [{ curve: i, at: point.at, x: at, y: up, runs: point.measures[y.measure]?.runs ?? 0 }];
    }),
  );
}

/** Whole decades that hold every value above nought. */
export function decades(values: readonly number[]): readonly [number, number] {
  const above = values.filter((value) => value > 0);
  if (above.length === 0) return [0.1, 10];
  const low = Math.floor(Math.log10(Math.min(...above)));
  const high = Math.ceil(Math.log10(Math.max(...above) * 1.0001));
  return [10 ** low, 10 ** Math.max(high, low + 1)];
}

/** One tick a decade. */
export function decadeTicks([low = 1, high = 1]: readonly number[]): number[] {
  const found: number[] = [];
  for (let power = Math.round(Math.log10(low)); power <= Math.round(Math.log10(high)); power++) found.push(10 ** power);
  return found;
}

export function spotSentence(curves: readonly Curve[], spot: Spot, x: Axis, y: Axis, knob: string): string {
  const whose = curves.length > 1 ? `${curves[spot.curve]?.label ?? ''}, ` : '';
  const rate = spot.y === 0 ? `no ${y.label}` : `${three(spot.y)} ${y.label}`;
  const setting = `${curves[spot.curve]?.knob ?? knob} ${trimmed(spot.at, 3)}`;
  return `${whose}${setting}: ${x.label} ${spot.x.toFixed(2)} s, ${rate}, in ${spot.runs} runs`;
}

export function tradeoffTable(curves: readonly Curve[], x: Axis, y: Axis, knob: string): Table {
  const rows = spotsOf(curves, x, y).map((spot) => ({
    cells: [
      curves[spot.curve]?.label ?? '',
      `${curves[spot.curve]?.knob ?? knob} ${trimmed(spot.at, 3)}`,
      spot.x.toFixed(2),
      three(spot.y),
      String(spot.runs),
    ],
  }));
  return table(`${y.label} against ${x.label}`, ['curve', 'setting', x.label, y.label, 'runs'], rows);
}

/** Ends that an axis of seconds may have: it steps between them while points arrive. */
const ENDS = [0.5, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 45, 60, 90, 120, 300];

export function axisEnd(values: readonly number[]): number {
  const most = Math.max(0.5, ...values);
  return ENDS.find((end) => end >= most * 1.04) ?? most * 1.06;
}

/** Outlines of the marks of curves, so that no curve is its tone alone: disc, square, triangle, lozenge. */
const MARKS = [
  'M-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z',
  'M-3.6 -3.6h7.2v7.2h-7.2z',
  'M0 -4.8l4.5 8h-9z',
  'M0 -5l5 5l-5 5l-5 -5z',
] as const;

export function markOf(curve: number): string {
  return MARKS[curve % MARKS.length] ?? MARKS[0];
}
