// The last n gaps between heartbeats, with their mean and variance kept up to date as gaps come and go.
// Squares of microseconds pass 2^53, and the variance is the small difference of two large sums, so both
// sums are taken about an offset (the first gap) and carried in two doubles each, about 32 digits: the
// variance is right after a million evictions, never negative, never NaN. Two-part sums after Knuth and
// Dekker (Numerische Mathematik 18, 1971).

export type IntervalWindow = {
  /** Ring of at most `size` values; `next` is where the oldest is overwritten once it is full. */
  values: number[];
  next: number;
  /**
   * Offset; sum of (value - offset), as high and low part; sum of its squares, likewise. One list, because a
   * cluster of a hundred keeps ten thousand of these and touches one at every beat.
   */
  sums: number[];
};

const OFFSET = 0;
const SUM = 1;
const SUM_LOW = 2;
const SQUARES = 3;
const SQUARES_LOW = 4;

export function emptyWindow(): IntervalWindow {
  return { values: [], next: 0, sums: [0, 0, 0, 0, 0] };
}

/** Forgets everything. */
export function clear(w: IntervalWindow): void {
  w.values = [];
  w.next = 0;
  w.sums = [0, 0, 0, 0, 0];
}

/** Takes in a value; returns the one it pushed out, if the window was full. */
export function push(w: IntervalWindow, size: number, value: number): number | null {
  if (w.values.length === 0) w.sums[OFFSET] = value;
  let evicted: number | null = null;
  if (w.values.length < size) {
    w.values.push(value);
  } else {
    evicted = w.values[w.next] as number;
    account(w.sums, evicted, -1);
    w.values[w.next] = value;
    w.next = (w.next + 1) % size;
  }
  account(w.sums, value, 1);
  // Once a turn the sums start afresh about a gap that is still there: what came and went leaves no trace.
  if (evicted !== null && w.next === 0) recentre(w);
  return evicted;
}

function recentre(w: IntervalWindow): void {
  w.sums = [w.values[0] as number, 0, 0, 0, 0];
  for (const value of w.values) account(w.sums, value, 1);
}

function account(sums: number[], value: number, sign: 1 | -1): void {
  const d = value - sums[OFFSET]!;
  add(sums, SUM, sign * d, 0);
  const square = d * d;
  add(sums, SQUARES, sign * square, sign * productError(d, d, square));
}

/** The values as they lie, for reading only. */
export function ring(w: IntervalWindow): { readonly values: readonly number[]; readonly next: number } {
  return { values: w.values, next: w.next };
}

export function count(w: IntervalWindow): number {
  return w.values.length;
}

/** The mean as seen from the offset: rounded, and what the rounding left over, times n. */
function centre(w: IntervalWindow): { q: number; left: number } {
  const n = w.values.length;
  const q = w.sums[SUM]! / n;
  const whole = n * q;
  return { q, left: w.sums[SUM]! - whole - productError(n, q, whole) + w.sums[SUM_LOW]! };
}

/** 0 for an empty window. */
export function mean(w: IntervalWindow): number {
  const n = w.values.length;
  if (n === 0) return 0;
  const { q, left } = centre(w);
  return w.sums[OFFSET]! + q + left / n;
}

/** So much smaller than the sum of squares, a spread is no longer known to 12 digits from the sums alone. */
const TOO_CLOSE = 1e-18;

/** Divisor n - ddof: 0 for the population, 1 for a sample. 0 when there are too few values. */
export function variance(w: IntervalWindow, ddof: 0 | 1 = 0): number {
  const n = w.values.length;
  if (n <= ddof || n === 0) return 0;
  // Sum of (d - q)^2 = squares - q (sum + left), and the mean is q + left / n.
  const { q, left } = centre(w);
  const product = q * w.sums[SUM]!;
  const low = w.sums[SQUARES_LOW]! - productError(q, w.sums[SUM]!, product) - q * (w.sums[SUM_LOW]! + left);
  const spread = w.sums[SQUARES]! - product + low - (left * left) / n;
  if (spread <= TOO_CLOSE * w.sums[SQUARES]!) return afresh(w) / (n - ddof);
  return spread / (n - ddof);
}

/** Sum of squared distances from the mean in two passes: for a first gap out of all proportion to the rest. */
function afresh(w: IntervalWindow): number {
  const m = mean(w);
  let sum = 0;
  let squares = 0;
  for (const value of w.values) {
    sum += value - m;
    squares += (value - m) * (value - m);
  }
  return Math.max(0, squares - (sum * sum) / w.values.length);
}

export function deviation(w: IntervalWindow, ddof: 0 | 1 = 0): number {
  return Math.sqrt(variance(w, ddof));
}

/** Adds high + low to the pair that begins at `at`, keeping what the rounding of the sum loses. */
function add(sums: number[], at: number, high: number, low: number): void {
  const before = sums[at]!;
  const total = before + high;
  const back = total - before;
  const lost = before - (total - back) + (high - back) + sums[at + 1]! + low;
  sums[at] = total + lost;
  sums[at + 1] = lost - (sums[at]! - total);
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
