// The normal distribution's upper tail Q(z), its logarithm, and both inverses. A phi detector lives in
// this tail: phi 16 is Q = 1e-16, where 1 - cdf is noise, and 40 sigma is phi 349, below the smallest
// double. So phi is computed in logarithms and never overflows. The inverse is Wichura's algorithm AS 241
// (Applied Statistics 37, 1988), continued beyond its range and polished by Newton's method.

import { erfc, tailExponent, TAIL_FROM } from './error-function.ts';
import { exp, expm1, power10 } from './exponential.ts';
import { ln10, log, log1p } from './logarithm.ts';
import { polynomial } from './polynomial.ts';

const ROOT_HALF = 0.7071067811865476;
const LOG_ROOT_TWO_PI = 0.9189385332046728;

// prettier-ignore
const A = [3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
  4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3];
// prettier-ignore
const B = [1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
  3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3];
// prettier-ignore
const C = [1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
  1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4];
// prettier-ignore
const D = [1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1, 1.48103976427480074590e-1,
  1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9];
// prettier-ignore
const E = [6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
  2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7];
// prettier-ignore
const F = [1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
  7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15];

/** Q(z): the chance that a standard normal exceeds z. */
export function normalTail(z: number): number {
  return 0.5 * erfc(z * ROOT_HALF);
}

/** -log10 of Q(z): 0.301 at 0, 349.4 at 40, finite for every finite z below 1e154. */
export function normalTailPhi(z: number): number {
  // Twice 0.5 sigma below the mean, 1 - Q(-z) has lost nothing yet that log1p cannot give back.
  if (z < 0) return Math.abs(log1p(-normalTail(-z)) / ln10);
  return -logNormalTail(z) / ln10;
}

/** ln Q(z) for z of at least 0. */
function logNormalTail(z: number): number {
  const x = z * ROOT_HALF;
  return x < TAIL_FROM ? log(0.5 * erfc(x)) : tailExponent(x) - log(2 * x) - 0.5 * z * z;
}

/** The z below which a standard normal falls with chance p. */
export function inverseNormal(p: number): number {
  if (!(p > 0 && p < 1)) return p === 0 ? -Infinity : p === 1 ? Infinity : NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(A, r)) / polynomial(B, r);
  }
  const z = quantileFromRoot(Math.sqrt(-log(q < 0 ? p : 1 - p)));
  return q < 0 ? -z : z;
}

/** z from r = sqrt(-ln Q), for Q below about 0.075. AS 241 vouches for r up to 27; beyond, a first guess. */
function quantileFromRoot(r: number): number {
  if (r <= 5) return polynomial(C, r - 1.6) / polynomial(D, r - 1.6);
  if (r <= 27) return polynomial(E, r - 5) / polynomial(F, r - 5);
  const square = 2 * r * r;
  return Math.sqrt(square - log(square) - 2 * LOG_ROOT_TWO_PI);
}

/** The z with Q(z) = 10^-phi, for any phi above 0: what silence, in sigmas, a phi of this size takes. */
export function inverseNormalTail(phi: number): number {
  if (phi <= 0) return -Infinity;
  const target = -phi * ln10;
  if (phi < 1.2) return phi < 0.3 ? inverseNormal(-expm1(target)) : -inverseNormal(power10(-phi));
  let z = quantileFromRoot(Math.sqrt(-target));
  // Newton in logarithms: the slope of ln Q is -density / Q. Two steps reach the last digits from anywhere.
  for (let step = 0; step < 2; step++) {
    const tail = logNormalTail(z);
    z += (tail - target) * exp(tail + 0.5 * z * z + LOG_ROOT_TWO_PI);
  }
  return z;
}
