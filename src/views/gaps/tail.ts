// The tail of a curve on a log axis: phi against deviations beyond the mean. Read off curves that the simulation
// computed; nothing of the mathematics is here. The gaps that were really seen are dots: the longest of a hundred
// stands at one in a hundred, wherever the curve would have it.

import type { Tail } from '../../worker/api.ts';
import type { Held } from './density.ts';
import { three } from '../format.ts';
import { table, type Table } from '../tables.ts';

/** The axes, fixed: the exact curve leaves the top at 8.8 deviations, the naive one ends at 8.3. */
export const SIGMAS = [-1, 10] as const;
export const PHI = [0, 18] as const;

/** How rare a phi is, for the axis. */
export const RARE: readonly (readonly [phi: number, says: string])[] = [
  [0, 'always'],
  [3, 'one in a thousand'],
  [6, 'one in a million'],
  [9, 'one in a billion'],
  [12, 'one in 10 to the 12'],
  [15, 'one in 10 to the 15'],
];

export type Way = 'exact' | 'logistic' | 'naive';

/** A curve at so many deviations, straight between its points. */
export function phiAt(tail: Tail, way: Way, sigmas: number): number {
  const line = tail[way];
  const first = tail.sigmas[0] ?? 0;
  const step = (tail.sigmas[1] ?? 1) - first;
  const place = Math.min(line.length - 1, Math.max(0, (sigmas - first) / step));
  const i = Math.min(line.length - 2, Math.floor(place));
  const [a, b] = [line[i] ?? 0, line[i + 1] ?? 0];
  return Number.isFinite(b) ? a + (b - a) * (place - i) : place === i ? a : b;
}

/** Points of a curve inside the axes and one beyond; the naive one stops where its digits do. */
export function pointsOf(tail: Tail, way: Way): readonly (readonly [number, number])[] {
  const points: [number, number][] = [];
  for (let i = 0; i < tail.sigmas.length; i++) {
    const sigmas = tail.sigmas[i] ?? 0;
    const phi = tail[way][i] ?? 0;
    if (sigmas > SIGMAS[1] || !Number.isFinite(phi)) break;
    points.push([sigmas, phi]);
    if (phi > PHI[1]) break;
  }
  return points;
}

export type Dot = { readonly sigmas: number; readonly phi: number };

/** Each gap at the share of gaps that were at least as long. */
export function dotsOf(held: Held): readonly Dot[] {
  if (!(held.spread > 0)) return [];
  const n = held.gaps.length;
  return [...held.gaps]
    .sort((a, b) => a - b)
    .map((gap, i) => ({ sigmas: (gap - held.centre) / held.spread, phi: Math.log10(n / (n - i)) }));
}

export function inSigmas(held: Held, seconds: number): number {
  return held.spread > 0 ? (seconds - held.centre) / held.spread : NaN;
}

const figure = (phi: number): string => (Number.isFinite(phi) ? phi.toFixed(1) : 'infinite');

/** "at 5.2 deviations phi is 7.1; Akka's curve says 8.1". */
export function tailWords(tail: Tail, sigmas: number): string {
  if (!Number.isFinite(sigmas)) return 'no gap yet to measure a silence by';
  const kept = Math.min(sigmas, tail.sigmas.at(-1) ?? 0);
  const [exact, logistic, naive] = (['exact', 'logistic', 'naive'] as const).map((way) => phiAt(tail, way, kept));
  const now = `at ${sigmas.toFixed(1)} deviations phi is ${kept < sigmas ? 'over ' : ''}${figure(exact ?? 0)}`;
  return `${now}; Akka's curve says ${figure(logistic ?? 0)}, and 1 - CDF in doubles ${figure(naive ?? 0)}`;
}

export function tailTable(tail: Tail, held: Held): Table {
  const dots = dotsOf(held);
  const rows = Array.from({ length: SIGMAS[1] - SIGMAS[0] + 1 }, (_, i) => SIGMAS[0] + i).map((sigmas) => ({
    cells: [
      String(sigmas),
      held.spread > 0 ? `${(held.centre + sigmas * held.spread).toFixed(2)} s` : 'not known yet',
      figure(phiAt(tail, 'exact', sigmas)),
      figure(phiAt(tail, 'logistic', sigmas)),
      figure(phiAt(tail, 'naive', sigmas)),
      three(dots.filter((dot) => dot.sigmas >= sigmas).length),
    ],
  }));
  return table(
    'Phi by deviations beyond the mean',
    ['deviations', 'silence', 'exact', "Akka's", '1 - CDF', `gaps of ${dots.length} as long`],
    rows,
  );
}
