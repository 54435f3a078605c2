// log, log1p and log10. The argument is cut into 2^k (1 + f) with 1 + f between about 0.7 and 1.4; with
// s = f / (2 + f), log(1 + f) is a short even polynomial in s. Method and coefficients are those of fdlibm
// (Sun Microsystems, 1993: e_log.c, s_log1p.c, e_log10.c), error below one unit in the last place.

import { highWord, lowWord, withHighWord } from './bits.ts';
import { LN2_HIGH, LN2_LOW } from './exponential.ts';

export const ln10 = 2.302585092994046;
export const log10e = 0.4342944819032518;

const TWO_54 = 18014398509481984;
const LEAST_NORMAL = 2.2250738585072014e-308;

const L1 = 6.66666666666673513e-1;
const L2 = 3.999999999940941908e-1;
const L3 = 2.857142874366239149e-1;
const L4 = 2.222219843214978396e-1;
const L5 = 1.818357216161805012e-1;
const L6 = 1.531383769920937332e-1;
const L7 = 1.479819860511658591e-1;

/** Natural logarithm: NaN below 0, -Infinity at 0. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < LEAST_NORMAL) {
    k = -54;
    x *= TWO_54;
  }
  const bits = highWord(x);
  const fraction = bits & 0xfffff;
  // Carries into the exponent if the fraction is above the square root of 2.
  const carry = (fraction + 0x95f64) & 0x100000;
  k += (bits >> 20) - 1023 + (carry >> 20);
  const f = withHighWord(x, fraction | (carry ^ 0x3ff00000)) - 1;
  if ((0xfffff & (2 + fraction)) < 3) return logNearOne(k, f);
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const R = z * (L1 + w * (L3 + w * (L5 + w * L7))) + w * (L2 + w * (L4 + w * L6));
  if (((fraction - 0x6147a) | (0x6b851 - fraction)) > 0) return logMiddle(k, f, s, R);
  if (k === 0) return f - s * (f - R);
  return k * LN2_HIGH - (s * (f - R) - k * LN2_LOW - f);
}

/** |f| below 2^-20: two terms of the series are all that a double can hold. */
function logNearOne(k: number, f: number): number {
  if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
  const R = f * f * (0.5 - 0.33333333333333333 * f);
  return k === 0 ? f - R : k * LN2_HIGH - (R - k * LN2_LOW - f);
}

/** Where f is large, half its square is taken out of the polynomial and subtracted by itself. */
function logMiddle(k: number, f: number, s: number, R: number): number {
  const half = 0.5 * f * f;
  if (k === 0) return f - (half - s * (half + R));
  return k * LN2_HIGH - (half - (s * (half + R) + k * LN2_LOW) - f);
}

/** log(1 + x) without losing the digits of a small x. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity) return x;
  const bits = highWord(x);
  const size = bits & 0x7fffffff;
  if (size < 0x3c900000) return x;
  if (size < 0x3e200000) return x - x * x * 0.5;
  if (bits < 0x3fda827a && (bits > 0 || bits <= (0xbfd2bec4 | 0))) return log1pOf(0, x, 0, false);
  // Beyond 2^53 the one is lost in x; below it, c is what rounding 1 + x took away.
  const u = bits < 0x43400000 ? 1 + x : x;
  const whole = highWord(u);
  const exponent = (whole >> 20) - 1023;
  const c = bits >= 0x43400000 ? 0 : (exponent > 0 ? 1 - (u - x) : x - (u - 1)) / u;
  const fraction = whole & 0xfffff;
  if (fraction < 0x6a09e) {
    return log1pOf(exponent, withHighWord(u, fraction | 0x3ff00000) - 1, c, fraction === 0);
  }
  const f = withHighWord(u, fraction | 0x3fe00000) - 1;
  return log1pOf(exponent + 1, f, c, (0x100000 - fraction) >> 2 === 0);
}

function log1pOf(k: number, f: number, c: number, near: boolean): number {
  const half = 0.5 * f * f;
  if (near) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HIGH + (c + k * LN2_LOW);
    const R = half * (1 - 0.66666666666666666 * f);
    return k === 0 ? f - R : k * LN2_HIGH - (R - (k * LN2_LOW + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const R = z * (L1 + z * (L2 + z * (L3 + z * (L4 + z * (L5 + z * (L6 + z * L7))))));
  if (k === 0) return f - (half - s * (half + R));
  return k * LN2_HIGH - (half - (s * (half + R) + (k * LN2_LOW + c)) - f);
}

/** Logarithm to base 10. */
export function log10(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  let k = 0;
  if (x < LEAST_NORMAL) {
    k = -54;
    x *= TWO_54;
  }
  const bits = highWord(x);
  if (bits === 0x3ff00000 && lowWord(x) === 0) return 0;
  k += (bits >> 20) - 1023;
  // Scaled to [0.5, 1) below 1 and to [1, 2) above, so that the two terms never have opposite signs.
  const below = k < 0 ? 1 : 0;
  const scaled = withHighWord(x, (bits & 0xfffff) | ((1023 - below) << 20));
  const y = k + below;
  return y * 3.69423907715893078616e-13 + 4.34294481903251816668e-1 * log(scaled) + y * 3.01029995663611771306e-1;
}
