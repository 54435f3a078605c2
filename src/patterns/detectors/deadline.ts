// Almost every detector comes down to one moment: until then it trusts, from then on it suspects, unless
// something arrives. A rule such as "phi below 8" is solved for that moment once, and both due() and
// check() use the solution, so that they cannot disagree by a rounding.

import type { Verdict } from './detector.ts';

/** `strict`: the deadline itself still counts as in time. null: never. */
export function verdictAt(deadline: number | null, strict: boolean, now: number): Verdict {
  if (deadline === null) return 'trust';
  return (strict ? now > deadline : now >= deadline) ? 'suspect' : 'trust';
}

/** A level that a chart and JSON can hold: what would overflow stays at the largest double. */
export function finite(level: number): number {
  return Math.min(level, Number.MAX_VALUE);
}
