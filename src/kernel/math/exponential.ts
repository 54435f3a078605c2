// exp, expm1 and powers of ten. The argument is cut into k ln 2 + r with |r| at most half of ln 2, a
// rational function gives e^r, and k goes straight into the exponent bits. Method and coefficients are
// those of fdlibm (Sun Microsystems, 1993: e_exp.c, s_expm1.c), error below one unit in the last place.

import { highWord, twoTo } from './bits.ts';

/** ln 2 as a sum: the first part is short, so that a whole multiple of it is exact. */
export const LN2_HIGH = 6.9314718036912381649e-1;
export const LN2_LOW = 1.90821492927058770002e-10;
const ONE_OVER_LN2 = 1.442695040888963387;
const LN10 = 2.302585092994046;

/** Beyond these, e^x is too large or too small for a double. */
const OVERFLOW = 7.09782712893383973096e2;
const UNDERFLOW = -7.4513321910194110842e2;

// Upper halves of 0.5 ln 2, 1.5 ln 2 and the magnitudes below which a polynomial adds nothing.
const HALF_LN2 = 0x3fd62e42;
const ONE_AND_HALF_LN2 = 0x3ff0a2b2;
const TINY_FOR_EXP = 0x3e300000;
const TINY_FOR_EXPM1 = 0x3c900000;

/** e to the power x. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > OVERFLOW) return Infinity;
  if (x < UNDERFLOW) return 0;
  if (x === 1) return 2.718281828459045;
  const size = highWord(x) & 0x7fffffff;
  if (size < TINY_FOR_EXP) return 1 + x;
  if (size <= HALF_LN2) {
    const c = expCorrection(x);
    return 1 - ((x * c) / (c - 2) - x);
  }
  const k = multipleOfLn2(x, size);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const c = expCorrection(r);
  const y = 1 - (low - (r * c) / (2 - c) - high);
  if (k === 1024) return y * 2 * twoTo(1023);
  return k >= -1021 ? y * twoTo(k) : y * twoTo(k + 1000) * twoTo(-1000);
}

/** The nearest whole number of ln 2 in x; size is the upper half of |x|. */
function multipleOfLn2(x: number, size: number): number {
  if (size < ONE_AND_HALF_LN2) return x < 0 ? -1 : 1;
  return Math.trunc(ONE_OVER_LN2 * x + (x < 0 ? -0.5 : 0.5));
}

function expCorrection(r: number): number {
  const t = r * r;
  const inner = 6.61375632143793436117e-5 + t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8);
  return r - t * (1.66666666666666019037e-1 + t * (-2.77777777770155933842e-3 + t * inner));
}

/** e to the power x, minus 1, without losing the digits of a small x. */
export function expm1(x: number): number {
  if (x !== x) return x;
  const size = highWord(x) & 0x7fffffff;
  // From 56 ln 2 the one, or the e^x, is below the last digit of the other.
  if (size >= 0x4043687a && x < 0) return -1;
  if (x > OVERFLOW) return Infinity;
  if (size < TINY_FOR_EXPM1) return x;
  if (size <= HALF_LN2) {
    const half = x * (0.5 * x);
    return x - (x * expm1Correction(x, half) - half);
  }
  const k = multipleOfLn2(x, size);
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const lost = high - r - low;
  const half = r * (0.5 * r);
  const e = r * (expm1Correction(r, half) - lost) - lost - half;
  return scaledExpm1(k, r, e);
}

/** 2^k (1 + r - e) - 1, in the order of operations that rounds least for each k. */
function scaledExpm1(k: number, r: number, e: number): number {
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k <= -2 || k > 56) {
    const y = 1 - (e - r);
    return (k === 1024 ? y * 2 * twoTo(1023) : y * twoTo(k)) - 1;
  }
  const scale = twoTo(k);
  if (k < 20) return (1 - twoTo(-k) - (e - r)) * scale;
  return (r - (e + twoTo(-k)) + 1) * scale;
}

function expm1Correction(r: number, half: number): number {
  const inner = -7.93650757867487942473e-5 + half * (4.00821782732936239552e-6 + half * -2.01099218183624371326e-7);
  const r1 = 1 + half * (-3.33333333333331316428e-2 + half * (1.58730158725481460165e-3 + half * inner));
  const t = 3 - r1 * (0.5 * r);
  return half * ((r1 - t) / (6 - r * t));
}

/** 10 to the power x: the nearest double for whole x, within a digit or two of the last between them. */
export function power10(x: number): number {
  if (x !== x) return x;
  if (x > 309) return Infinity;
  if (x < -324) return 0;
  const whole = Math.round(x);
  if (whole === x) return Number(`1e${whole}`);
  const rest = exp((x - whole) * LN10);
  // In two steps at the bottom of the range, where one factor alone would lose digits.
  return whole < -300 ? Number(`1e${whole + 100}`) * rest * 1e-100 : Number(`1e${whole}`) * rest;
}
