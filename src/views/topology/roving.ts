// One tab stop for the whole picture: arrows move to the nearest thing in that direction. "Nearest" counts
// sideways distance double, so that right goes right rather than to something close but above.

import type { Thing } from '../thing.ts';

export type Spot = { readonly thing: Thing; readonly x: number; readonly y: number };

const STEP: { readonly [key: string]: readonly [number, number] } = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The place in `spots` that an arrow key leads to from place `at`; `at` itself where there is none. */
export function neighbour(spots: readonly Spot[], at: number, key: string): number {
  const step = STEP[key];
  const here = spots[at];
  if (step === undefined || here === undefined) return at;
  let best = at;
  let least = Infinity;
  spots.forEach((spot, i) => {
    const along = (spot.x - here.x) * step[0] + (spot.y - here.y) * step[1];
    const aside = Math.abs((spot.x - here.x) * step[1]) + Math.abs((spot.y - here.y) * step[0]);
    if (i === at || along < 1) return;
    const far = along + 2 * aside;
    if (far < least) {
      least = far;
      best = i;
    }
  });
  return best;
}
