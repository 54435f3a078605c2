// How unlikely a silence is, as phi, against deviations beyond the mean: the normal tail as it is, the logistic curve
// that Akka puts in its place, and what -log10(1 - cdf) comes to in double precision. The last takes a number next to
// 1 away from 1: the digits run out, the curve turns to steps, and beyond 8.3 deviations nothing is left but infinity.

import { log10, normalTail, normalTailPhi } from '../../kernel/math.ts';
import { logisticPhi } from '../../patterns/detectors/logistic-phi.ts';
import type { Tail } from './asks.ts';

const FROM = -1;
const TO = 12;
const STEPS_A_SIGMA = 40;

export function tail(): Tail {
  const sigmas = Float64Array.from({ length: (TO - FROM) * STEPS_A_SIGMA + 1 }, (_, i) => FROM + i / STEPS_A_SIGMA);
  const naive = sigmas.map((z) => {
    const cdf = 1 - normalTail(z);
    return -log10(1 - cdf);
  });
  const dead = naive.indexOf(Infinity);
  return {
    sigmas,
    exact: sigmas.map(normalTailPhi),
    logistic: sigmas.map(logisticPhi),
    naive,
    dies: dead < 0 ? Infinity : sigmas[dead]!,
  };
}
