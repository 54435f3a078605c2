// What all time charts share, so that they stand under one another: gutters, and the scale between them. The window
// of time that they show is along.ts's: it holds still while the cursor crosses it and then jumps half its length,
// so that an axis never slides under the eye.

import { scaleLinear, type ScaleLinear } from 'd3';
import type { Window } from './along.ts';

export type Gutters = { readonly left: number; readonly right: number };

export const NARROW = 520;

/** Room for names at the left and for what is so now at the right. */
export function gutters(width: number): Gutters {
  return width < NARROW ? { left: 62, right: 74 } : { left: 96, right: 128 };
}

export function timeScale(window: Window, width: number, { left, right }: Gutters): ScaleLinear<number, number> {
  return scaleLinear([window[0], window[1]], [left, Math.max(left + 1, width - right)]);
}

/** Microseconds at a place in a chart, kept inside the window. */
export function timeAt(scale: ScaleLinear<number, number>, x: number): number {
  const [from = 0, to = 0] = scale.domain();
  return Math.round(Math.min(to, Math.max(from, scale.invert(x))));
}
