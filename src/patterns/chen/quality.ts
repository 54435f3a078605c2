// How good a Chen detector is, computed instead of measured: from the sending period, the shift, the
// share of messages lost and the distribution of delays follow the worst detection time, how often it is
// wrong about a live peer, for how long, and the chance that a query finds it right. Exact for
// independent losses and delays; bursts of loss break the independence and make it too hopeful. Chen,
// Toueg and Aguilera, IEEE Transactions on Computers 51(5), May 2002, theorem on NFD-S; for NFD-E put
// mean delay + margin in the place of the shift.

import { exp } from '../../kernel/math.ts';

/** Delay of a message that is not lost: the chance that it is greater than x. */
export type DelayTail = (x: number) => number;

export type Quality = {
  /** Worst detection time. */
  detectionBound: number;
  /** Beats besides the newest that can keep a freshness point alive. */
  k: number;
  /** Chance that the newest beat comes in time to end a mistake. */
  q0: number;
  /** Chance that at a freshness point no beat is in time. */
  u0: number;
  /** Chance that a mistake begins at a freshness point. */
  mistakeChance: number;
  /** Mean time from the beginning of a mistake to the beginning of the next. */
  recurrence: number;
  /** Mean duration of a mistake. */
  duration: number;
  /** Chance that a query at a random time, about a live peer, is answered rightly. */
  accuracy: number;
};

export function exponentialDelay(mean: number): DelayTail {
  return (x) => (x <= 0 ? 1 : exp(-x / mean));
}

/** `period`, `shift`: eta and delta of the paper; `loss`: chance that a message is lost. */
export function nfdQuality(period: number, shift: number, loss: number, tail: DelayTail): Quality {
  const k = Math.ceil(shift / period);
  const late = (x: number): number => {
    let product = 1;
    for (let j = 0; j <= k; j++) product *= loss + (1 - loss) * tail(shift + x - j * period);
    return product;
  };
  const q0 = (1 - loss) * (1 - tail(shift + period));
  const u0 = late(0);
  const mistakeChance = q0 * u0;
  // Until x reaches k periods less the shift, the k-th beat is not sent yet: a kink, so two pieces.
  const kink = Math.min(period, Math.max(0, k * period - shift));
  const untrusted = integral(late, 0, kink) + integral(late, kink, period);
  return {
    detectionBound: shift + period,
    k,
    q0,
    u0,
    mistakeChance,
    recurrence: period / mistakeChance,
    // A chance too small for a double: no mistakes, of no length.
    duration: untrusted === 0 ? 0 : untrusted / mistakeChance,
    accuracy: 1 - untrusted / period,
  };
}

// Cut into pieces first, or a function flat at five points and steep between would pass for flat.
const PIECES = 64;
// Deep enough for a delay a millionth of the period.
const DEPTH = 30;
const PRECISION = 1e-11;

/** Adaptive Simpson. Halving goes on where two estimates differ, so that a steep start costs little. */
function integral(f: (x: number) => number, from: number, to: number): number {
  if (!(to > from)) return 0;
  const pieces = Array.from({ length: PIECES }, (_, i) => {
    const a = from + ((to - from) * i) / PIECES;
    return piece(f, a, from + ((to - from) * (i + 1)) / PIECES);
  });
  const coarse = pieces.reduce((sum, one) => sum + one.area, 0);
  return pieces.reduce((sum, one) => sum + refined(f, one, (coarse * PRECISION) / PIECES, DEPTH), 0);
}

/** A stretch with the function at both ends and in the middle, and Simpson's estimate of its area. */
type Piece = { a: number; b: number; fa: number; fm: number; fb: number; area: number };

function piece(f: (x: number) => number, a: number, b: number, fa = f(a), fb = f(b)): Piece {
  const fm = f((a + b) / 2);
  return { a, b, fa, fm, fb, area: ((b - a) / 6) * (fa + 4 * fm + fb) };
}

function refined(f: (x: number) => number, whole: Piece, tolerance: number, depth: number): number {
  const middle = (whole.a + whole.b) / 2;
  const left = piece(f, whole.a, middle, whole.fa, whole.fm);
  const right = piece(f, middle, whole.b, whole.fm, whole.fb);
  const difference = left.area + right.area - whole.area;
  const area = left.area + right.area;
  // The second bound stops where only the rounding of a long product is left to see.
  if (depth === 0 || Math.abs(difference) <= tolerance || Math.abs(difference) <= 1e-12 * area) {
    return area + difference / 15;
  }
  return refined(f, left, tolerance / 2, depth - 1) + refined(f, right, tolerance / 2, depth - 1);
}
