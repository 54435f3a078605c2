// What a detector's window holds at a moment, as a histogram, with the curve that the detector lays through it: bars
// and curve are densities on one scale, so that they may be compared by height. Axes are chosen once from the whole
// run and never follow the cursor. Akka's curve is the slope of its logistic stand-in for the normal one.

import type { Learnt } from '../../worker/api.ts';
import { countUpTo } from '../at.ts';
import { grouped, percent, three, trimmed } from '../format.ts';
import { table, type Table } from '../tables.ts';

export type Held = {
  /** Place in the columns of what was learnt; -1 before anything. */
  readonly index: number;
  readonly gaps: Float64Array;
  readonly centre: number;
  readonly spread: number;
  readonly allowed: number;
};

export function heldAt(learnt: Learnt, at: number): Held {
  return heldBy(learnt, countUpTo(learnt.heardAt, at) - 1);
}

/** What was held from hearing number `index` on. */
export function heldBy(learnt: Learnt, index: number): Held {
  const taken = learnt.taken[index] ?? 0;
  return {
    index,
    gaps: learnt.samples.subarray(taken - (learnt.held[index] ?? 0), taken),
    centre: learnt.centre[index] ?? NaN,
    spread: learnt.spread[index] ?? NaN,
    allowed: learnt.allowed[index] ?? NaN,
  };
}

function median(values: Float64Array): number {
  const known = values.filter((value) => Number.isFinite(value)).sort();
  return known[Math.floor(known.length / 2)] ?? NaN;
}

/** Ends that an axis of gaps may have, seconds. */
const ENDS = [0.1, 0.2, 0.3, 0.5, 0.8, 1.2, 1.6, 2.4, 3.2, 5, 8, 12, 20, 30, 60, 120, 300];

export type Frame = {
  /** Right end of the axis, seconds. */
  readonly end: number;
  /** Width of a bar, seconds. */
  readonly bar: number;
  /** Density at the top. */
  readonly top: number;
};

/** Wide enough for one lost beat, and for the silence that is allowed, unless that is many gaps long. */
export function frameOf(learnt: Learnt): Frame {
  const gap = median(learnt.gap);
  const centre = median(learnt.centre);
  const middle = Number.isFinite(gap) ? gap : Number.isFinite(centre) ? centre : 1;
  const allowed = median(learnt.allowed);
  const wanted = Math.max(2.3 * middle, Number.isFinite(allowed) ? Math.min(1.15 * allowed, 5 * middle) : 0);
  const end = ENDS.find((one) => one >= wanted) ?? wanted;
  const spread = median(learnt.spread);
  const peak = Number.isFinite(spread) && spread > 0 ? peakOf(learnt.shape ?? 'normal', spread) : 4 / end;
  return { end, bar: end / 80, top: Math.min(1.5 * peak, 40 / end) };
}

function peakOf(shape: NonNullable<Learnt['shape']>, spread: number): number {
  return shape === 'exponential' ? 1 / spread : densityAt(shape, 0, spread);
}

/** Density of a curve of that width, `beyond` seconds from its centre. */
export function densityAt(shape: NonNullable<Learnt['shape']>, beyond: number, spread: number): number {
  const z = beyond / spread;
  switch (shape) {
    case 'normal':
      return Math.exp(-0.5 * z * z) / (spread * Math.sqrt(2 * Math.PI));
    case 'logistic': {
      const e = Math.exp(-Math.abs(z * (1.5976 + 0.070566 * z * z)));
      return ((1.5976 + 3 * 0.070566 * z * z) * e) / ((1 + e) * (1 + e) * spread);
    }
    case 'exponential':
      // Centred on its mean: nothing is shorter than nought.
      return z < -1 ? 0 : Math.exp(-(z + 1)) / spread;
  }
}

/**
 * What the detector takes the gaps to be like, in words: their mean, what is added to it, and their deviation or the
 * least that it may be. An exponential curve has no deviation of its own.
 */
export function momentWords({ gaps, centre, spread }: Held, shape: Learnt['shape']): string {
  const n = gaps.length;
  if (n === 0 || !Number.isFinite(centre)) return '';
  if (shape === null || shape === 'exponential') return `mean ${centre.toFixed(2)} s`;
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / n;
  const std = Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) * (gap - mean), 0) / n);
  const pause = centre - mean > 0.0005 ? ` and ${trimmed(centre - mean, 2)} s of pause` : '';
  const floor = spread - std > std / (2 * n) + 1e-6 ? ', the least allowed' : '';
  return `mean ${mean.toFixed(2)} s${pause}, deviation ${spread.toFixed(spread < 0.1 ? 3 : 2)} s${floor}`;
}

export type Bar = { readonly from: number; readonly count: number; readonly density: number };

/** Bars with anything in them; what is longer than the axis is in none of them. */
export function barsOf(gaps: Float64Array, { end, bar }: Frame): readonly Bar[] {
  const counts = new Map<number, number>();
  for (const gap of gaps) {
    if (gap < end) counts.set(Math.floor(gap / bar), (counts.get(Math.floor(gap / bar)) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a], [b]) => a - b)
    .map(([i, count]) => ({ from: i * bar, count, density: count / (gaps.length * bar) }));
}

/** How many are longer. */
export function longer(gaps: Float64Array, than: number): number {
  return gaps.reduce((count, gap) => (gap > than ? count + 1 : count), 0);
}

/** A chance given as phi, in words: 63 %, one in 310,000, one in 10 to the 15. */
export function chanceWords(phi: number): string {
  if (!(phi >= 0)) return '';
  if (phi < 1) return percent(10 ** -phi);
  if (phi > 1e6) return 'none at all';
  if (phi >= 12) return `one in 10 to the ${phi < 100 ? phi.toFixed(1) : grouped(Math.round(phi))}`;
  const one = 10 ** phi;
  if (one >= 1e9) return `one in ${three(one / 1e9)} billion`;
  if (one >= 1e6) return `one in ${three(one / 1e6)} million`;
  const power = 10 ** Math.max(0, Math.floor(phi) - 1);
  return `one in ${grouped(Math.round(one / power) * power)}`;
}

export function densityTable(held: Held, frame: Frame, shape: Learnt['shape']): Table {
  const rows = barsOf(held.gaps, frame).map(({ from, count }) => {
    const middle = from + frame.bar / 2 - held.centre;
    const wanted = shape === null ? null : densityAt(shape, middle, held.spread) * frame.bar * held.gaps.length;
    return {
      cells: [
        `${from.toFixed(2)} to ${(from + frame.bar).toFixed(2)} s`,
        String(count),
        wanted === null ? 'no curve' : wanted < 0.005 ? 'none' : three(wanted),
      ],
    };
  });
  const far = longer(held.gaps, frame.end);
  if (far > 0) rows.push({ cells: [`longer than ${frame.end} s`, String(far), ''] });
  return table(`Gaps in the window: ${held.gaps.length}`, ['gap', 'counted', 'the curve expects'], rows);
}
