// The complementary error function, accurate to the last digits far into the tail, where 1 - erf(x) has
// long become 0. Five rational functions share the line between them; in the tail,
// erfc(x) = exp(-x^2 - 0.5625 + R(1/x^2)) / x. Method and coefficients are those of fdlibm (Sun
// Microsystems, 1993: s_erf.c).

import { exp } from './exponential.ts';
import { shortened } from './bits.ts';
import { polynomial } from './polynomial.ts';

const CENTRE = 8.45062911510467529297e-1;

// prettier-ignore
const P_SMALL = [1.28379167095512558561e-1, -3.25042107247001499370e-1, -2.84817495755985104766e-2,
  -5.77027029648944159157e-3, -2.37630166566501626084e-5];
// prettier-ignore
const Q_SMALL = [1, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3,
  1.32494738004321644526e-4, -3.96022827877536812320e-6];
// prettier-ignore
const P_ONE = [-2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1,
  3.18346619901161753674e-1, -1.10894694282396677476e-1, 3.54783043256182359371e-2, -2.16637559486879084300e-3];
// prettier-ignore
const Q_ONE = [1, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2,
  1.26171219808761642112e-1, 1.36370839120290507362e-2, 1.19844998467991074170e-2];
// prettier-ignore
const P_NEAR = [-9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1,
  -6.23753324503260060396e1, -1.62396669462573470355e2, -1.84605092906711035994e2, -8.12874355063065934246e1,
  -9.81432934416914548592];
// prettier-ignore
const Q_NEAR = [1, 1.96512716674392571292e1, 1.37657754143519042600e2, 4.34565877475229228821e2,
  6.45387271733267880336e2, 4.29008140027567833386e2, 1.08635005541779435134e2, 6.57024977031928170135,
  -6.04244152148580987438e-2];
// prettier-ignore
const P_FAR = [-9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1,
  -1.60636384855821916062e2, -6.37566443368389627722e2, -1.02509513161107724954e3, -4.83519191608651397019e2];
// prettier-ignore
const Q_FAR = [1, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3,
  3.19985821950859553908e3, 2.55305040643316442583e3, 4.74528541206955367215e2, -2.24409524465858183362e1];

/** Where the form exp(...) / x takes over. */
export const TAIL_FROM = 1.25;
const NEAR_TO = 1 / 0.35;

/** log(x erfc(x)) + x^2, for x of at least TAIL_FROM: what the tail has besides exp(-x^2) / x. No upper limit. */
export function tailExponent(x: number): number {
  const s = 1 / (x * x);
  const r = x < NEAR_TO ? polynomial(P_NEAR, s) / polynomial(Q_NEAR, s) : polynomial(P_FAR, s) / polynomial(Q_FAR, s);
  return r - 0.5625;
}

/** 1 - erf(x): 2 at -Infinity, 1 at 0, below 1e-323 from about 27.2. */
export function erfc(x: number): number {
  if (x !== x) return x;
  const size = Math.abs(x);
  if (size < 0.84375) return erfcSmall(x);
  if (size < TAIL_FROM) {
    const s = size - 1;
    const r = polynomial(P_ONE, s) / polynomial(Q_ONE, s);
    return x > 0 ? 1 - CENTRE - r : 1 + (CENTRE + r);
  }
  if (size > 28) return x > 0 ? 0 : 2;
  // x^2 to twice the digits: the square of the short part is exact, the rest is (short - x)(short + x).
  const short = shortened(size);
  const s = 1 / (size * size);
  const r =
    size < NEAR_TO ? polynomial(P_NEAR, s) / polynomial(Q_NEAR, s) : polynomial(P_FAR, s) / polynomial(Q_FAR, s);
  const tail = (exp(-short * short - 0.5625) * exp((short - size) * (short + size) + r)) / size;
  return x > 0 ? tail : 2 - tail;
}

function erfcSmall(x: number): number {
  const z = x * x;
  const y = polynomial(P_SMALL, z) / polynomial(Q_SMALL, z);
  return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y);
}
