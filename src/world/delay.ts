// How long a message is under way. Every distribution turns one uniform draw into a delay through its
// inverse, so that a message keeps its luck when a slider moves: all delays move the same way, none is
// reshuffled. Inside the world delays are whole microseconds and never negative.

import { exp, inverseNormal, log1p } from '../kernel/math.ts';

/** All durations in microseconds. */
export type Delay =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly from: number; readonly to: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly std: number; readonly least: number }
  | { readonly kind: 'log-normal'; readonly median: number; readonly sigma: number }
  | { readonly kind: 'exponential'; readonly mean: number; readonly least: number }
  /** Measured values, sorted; any of them is as likely as any other. */
  | { readonly kind: 'empirical'; readonly values: readonly number[] };

// A draw of exactly 0 has no normal quantile; half of the smallest step above 0 stands for it.
const TINIEST = 5.551115123125783e-17; // 2^-54

/** Microseconds: thirty years. Distributions with a tail are cut there, so that times stay exact. */
const LONGEST = 1e15;

/** Microseconds for a uniform draw in [0, 1). */
export function delayOf(delay: Delay, draw: number): number {
  return Math.min(LONGEST, drawn(delay, draw));
}

function drawn(delay: Delay, draw: number): number {
  switch (delay.kind) {
    case 'constant':
      return delay.value;
    case 'uniform':
      return Math.round(delay.from + draw * (delay.to - delay.from));
    case 'normal':
      return Math.max(delay.least, Math.round(delay.mean + delay.std * inverseNormal(Math.max(draw, TINIEST))));
    case 'log-normal':
      return Math.round(delay.median * exp(delay.sigma * inverseNormal(Math.max(draw, TINIEST))));
    case 'exponential':
      return Math.max(delay.least, Math.round(exponential(delay.mean, draw)));
    case 'empirical':
      return delay.values[Math.floor(draw * delay.values.length)]!;
  }
}

/** The delay that half of the messages undercut, for labels. */
export function medianOf(delay: Delay): number {
  return delayOf(delay, 0.5);
}

/** An exponentially distributed time with that mean, for a uniform draw in [0, 1). */
export function exponential(mean: number, draw: number): number {
  return -mean * log1p(-draw);
}
