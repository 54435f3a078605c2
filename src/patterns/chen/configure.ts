// From what you require to how to set a Chen detector: the longest detection time, the shortest mean time
// between mistakes and the longest mean mistake go in; the slowest sending period that meets all three
// comes out, with the shift or margin that goes with it. The more is known about delays, the slower one
// may send: with the distribution; with mean and variance only (bounded by a one-sided Chebyshev
// inequality); or, for clocks that do not agree, with the variance only. Chen, Toueg and Aguilera, IEEE
// Transactions on Computers 51(5), May 2002, sections 4 to 6 (the January printing has errors).

import type { DelayTail } from './quality.ts';

export type Requirements = {
  /** Longest detection time (T_D^U); for unsynchronised clocks, counted from the mean delay. */
  detection: number;
  /** Least mean time from one mistake to the next (T_MR^L). */
  recurrence: number;
  /** Longest mean duration of a mistake (T_M^U). */
  duration: number;
  /** Chance that a message is lost. */
  loss: number;
};

/** `rest`: what of the detection time is left for the shift (delta), or the margin (alpha). */
export type Configuration = { period: number; rest: number; longestPeriod: number };

/** Delays known in full; synchronised clocks. null: no period meets the requirements. */
export function configureKnown(r: Requirements, tail: DelayTail): Configuration | null {
  const d = r.detection;
  const q = (1 - r.loss) * (1 - tail(d));
  const longest = Math.min(q * r.duration, d);
  const recurrence = (period: number): number => {
    let product = q;
    for (let j = 1; j < Math.ceil(d / period); j++) product *= r.loss + (1 - r.loss) * tail(d - j * period);
    return period / product;
  };
  return configured(d, d, longest, r.recurrence, recurrence);
}

/** Only mean and variance of the delay known; synchronised clocks. */
export function configureUnknown(r: Requirements, meanDelay: number, variance: number): Configuration | null {
  return fromVariance(r, r.detection - meanDelay, r.detection, variance);
}

/** Only the variance of the delay known; the clocks do not agree. */
export function configureUnsynchronised(r: Requirements, variance: number): Configuration | null {
  return fromVariance(r, r.detection, r.detection, variance);
}

function fromVariance(r: Requirements, d: number, budget: number, variance: number): Configuration | null {
  if (d <= 0) return null;
  const g = ((1 - r.loss) * d * d) / (variance + d * d);
  const longest = Math.min(g * r.duration, d);
  const recurrence = (period: number): number => {
    let product = period;
    for (let j = 1; j < Math.ceil(d / period); j++) {
      const square = (d - j * period) * (d - j * period);
      product *= (variance + square) / (variance + r.loss * square);
    }
    return product;
  };
  return configured(d, budget, longest, r.recurrence, recurrence);
}

function configured(
  d: number,
  budget: number,
  longest: number,
  wanted: number,
  recurrence: (period: number) => number,
): Configuration | null {
  const period = longestPeriod(d, longest, wanted, recurrence);
  return period === null ? null : { period, rest: budget - period, longestPeriod: longest };
}

/** Beats inside the detection time at which the search gives up: no sane system sends so many. */
const MOST_BEATS = 500;
const SAMPLES = 32;

/**
 * The largest period up to `longest` with recurrence(period) >= wanted. The function changes its form at
 * d / m for whole m and need not be monotone across those points, so every piece is searched from its top.
 */
function longestPeriod(
  d: number,
  longest: number,
  wanted: number,
  recurrence: (period: number) => number,
): number | null {
  if (!(longest > 0)) return null;
  let top = longest;
  for (let m = Math.floor(d / longest) + 1; m <= MOST_BEATS; m++) {
    const bottom = d / m;
    if (bottom >= top) continue;
    const found = searchedFromTop(bottom, top, wanted, recurrence);
    if (found !== null) return found;
    top = bottom;
  }
  return null;
}

function searchedFromTop(
  bottom: number,
  top: number,
  wanted: number,
  recurrence: (period: number) => number,
): number | null {
  if (recurrence(top) >= wanted) return top;
  let above = top;
  for (let i = 1; i <= SAMPLES; i++) {
    const x = i === SAMPLES ? bottom : top - ((top - bottom) * i) / SAMPLES;
    if (recurrence(x) >= wanted) return bisected(x, above, wanted, recurrence);
    above = x;
  }
  return null;
}

/** Between a period that is good and a longer one that is not. */
function bisected(good: number, bad: number, wanted: number, recurrence: (period: number) => number): number {
  for (let i = 0; i < 200; i++) {
    const middle = (good + bad) / 2;
    if (middle <= good || middle >= bad) break;
    if (recurrence(middle) >= wanted) good = middle;
    else bad = middle;
  }
  return good;
}
