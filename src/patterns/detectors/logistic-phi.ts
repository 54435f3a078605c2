// The logistic curve that stands in for the normal tail in Akka, Pekko, Hazelcast and their ports. Close
// as a probability (1.4e-4), far off as a logarithm: at 5.2 deviations the true phi is 7.1 where this says
// 8. Akka computes it in a form that becomes infinite beyond 21.59 deviations; the other form here is the
// same function without that edge. Approximation after Page, Applied Statistics 26 (1977).

import { exp, ln10, log, log10, log1p } from '../../kernel/math.ts';
import { remembering } from './solved.ts';

const LINEAR = 1.5976;
const CUBIC = 0.070566;

function curve(y: number): number {
  return y * (LINEAR + CUBIC * y * y);
}

/** Phi of a silence y deviations beyond the mean; finite as long as y cubed is. */
export function logisticPhi(y: number): number {
  const g = curve(y);
  // log10(1 + e^g); from 40 on the 1 is below the last digit.
  return g > 40 ? g / ln10 : log1p(exp(g)) / ln10;
}

/** Phi in doubles as Akka writes it, to the last step: Infinity from y = 21.5948. */
export function logisticPhiAsWritten(y: number): number {
  const e = exp(-y * (LINEAR + CUBIC * y * y));
  if (y > 0) return -log10(e / (1 + e));
  return Math.abs(log10(1 - 1 / (1 + e)));
}

/** The y at which logisticPhi reaches phi. */
export const logisticSigmas = remembering((phi) => solve(phi * ln10 + log1p(-exp(-phi * ln10))));

/** The y with curve(y) = g, by Newton's method: the curve rises everywhere and bends once, at 0. */
function solve(g: number): number {
  const size = Math.abs(g);
  // Either starting point is above the solution, from where Newton descends without overshooting.
  let y = Math.min(size / LINEAR, exp(log(size / CUBIC + 1e-300) / 3));
  for (let step = 0; step < 60; step++) {
    const next = y - (curve(y) - size) / (LINEAR + 3 * CUBIC * y * y);
    if (!(Math.abs(next - y) > 1e-16 * Math.abs(y))) break;
    y = next;
  }
  return g < 0 ? -y : y;
}
