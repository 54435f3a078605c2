// The last n gaps between heartbeats, with their mean and variance kept up to date as gaps come and go.
// Squares of microseconds pass 2^53, and the variance is the small difference of two large sums, so both
// sums are taken about an offset (the first gap) and carried in two doubles each, about 32 digits: the
// variance is right after a million evictions, never negative, never NaN. Two-part sums after Knuth and
// Dekker (Numerische Mathematik 18, 1971).

/**
 * One list of numbers: six that sum it up, then the values, a ring of at most `size`. A cluster of a hundred keeps
 * ten thousand windows and touches one at every beat: what lies apart in memory is fetched apart.
 */
export type IntervalWindow = number[];

/** Where the oldest value is, which is overwritten next, once the window is full. */
const NEXT = 0;
const OFFSET = 1;
/** Sum of (value - offset), as high and low part; sum of its squares, likewise. */
const SUM = 2;
const SUM_LOW = 3;
const SQUARES = 4;
const SQUARES_LOW = 5;
/** Where the values begin. */
const VALUES = 6;

export function emptyWindow(): IntervalWindow {
  return [VALUES, 0, 0, 0, 0, 0];
}

/** Forgets everything. */
export function clear(w: IntervalWindow): void {
  w.length = VALUES;
  w.fill(0);
  w[NEXT] = VALUES;
}

/** Takes in a value; returns the one it pushed out, if the window was full. */
export function push(w: IntervalWindow, size: number, value: number): number | null {
  const n = count(w);
  if (n === 0) w[OFFSET] = value;
  if (n < size) {
    w.push(value);
    account(w, value, 1);
    return null;
  }
  const next = w[NEXT]!;
  const evicted = w[next]!;
  account(w, evicted, -1);
  w[next] = value;
  account(w, value, 1);
  w[NEXT] = next + 1 < w.length ? next + 1 : VALUES;
  // Once a turn the sums start afresh about a gap that is still there: what came and went leaves no trace.
  if (w[NEXT] === VALUES) recentre(w);
  return evicted;
}

function recentre(w: IntervalWindow): void {
  w[OFFSET] = w[VALUES]!;
  w.fill(0, SUM, VALUES);
  for (let i = VALUES; i < w.length; i++) account(w, w[i]!, 1);
}

function account(w: IntervalWindow, value: number, sign: 1 | -1): void {
  const d = value - w[OFFSET]!;
  add(w, SUM, sign * d, 0);
  const square = d * d;
  add(w, SQUARES, sign * square, sign * productError(d, d, square));
}

/** The values as they lie in the ring, copied. */
export function ring(w: IntervalWindow): { readonly values: readonly number[]; readonly next: number } {
  return { values: w.slice(VALUES), next: w[NEXT]! - VALUES };
}

export function count(w: IntervalWindow): number {
  return w.length - VALUES;
}

/** The mean as seen from the offset: rounded, and what the rounding left over, times n. */
function centre(w: IntervalWindow): { q: number; left: number } {
  const n = count(w);
  const q = w[SUM]! / n;
  const whole = n * q;
  return { q, left: w[SUM]! - whole - productError(n, q, whole) + w[SUM_LOW]! };
}

/** 0 for an empty window. */
export function mean(w: IntervalWindow): number {
  const n = count(w);
  if (n === 0) return 0;
  const { q, left } = centre(w);
  return w[OFFSET]! + q + left / n;
}

/** So much smaller than the sum of squares, a spread is no longer known to 12 digits from the sums alone. */
const TOO_CLOSE = 1e-18;

/** Divisor n - ddof: 0 for the population, 1 for a sample. 0 when there are too few values. */
export function variance(w: IntervalWindow, ddof: 0 | 1 = 0): number {
  const n = count(w);
  if (n <= ddof || n === 0) return 0;
  // Sum of (d - q)^2 = squares - q (sum + left), and the mean is q + left / n.
  const { q, left } = centre(w);
  const product = q * w[SUM]!;
  const low = w[SQUARES_LOW]! - productError(q, w[SUM]!, product) - q * (w[SUM_LOW]! + left);
  const spread = w[SQUARES]! - product + low - (left * left) / n;
  if (spread <= TOO_CLOSE * w[SQUARES]!) return afresh(w) / (n - ddof);
  return spread / (n - ddof);
}

/** Sum of squared distances from the mean in two passes: for a first gap out of all proportion to the rest. */
function afresh(w: IntervalWindow): number {
  const m = mean(w);
  let sum = 0;
  let squares = 0;
  for (let i = VALUES; i < w.length; i++) {
    const value = w[i]!;
    sum += value - m;
    squares += (value - m) * (value - m);
  }
  return Math.max(0, squares - (sum * sum) / count(w));
}

export function deviation(w: IntervalWindow, ddof: 0 | 1 = 0): number {
  return Math.sqrt(variance(w, ddof));
}

/** Adds high + low to the pair that begins at `at`, keeping what the rounding of the sum loses. */
function add(w: IntervalWindow, at: number, high: number, low: number): void {
  const before = w[at]!;
  const total = before + high;
  const back = total - before;
  const lost = before - (total - back) + (high - back) + w[at + 1]! + low;
  w[at] = total + lost;
  w[at + 1] = lost - (w[at]! - total);
}

const SPLIT = 134217729;

/** a b - product exactly, where product is a b rounded. */
function productError(a: number, b: number, product: number): number {
  const aHigh = SPLIT * a - (SPLIT * a - a);
  const aLow = a - aHigh;
  const bHigh = SPLIT * b - (SPLIT * b - b);
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
