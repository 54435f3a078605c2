// What all time charts share, so that they stand under one another: gutters, and the scale between them. The window
// of time that they show is along.ts's: it holds still while the cursor crosses it and then jumps half its length,
// so that an axis never slides under the eye.

import { scaleLinear, type ScaleLinear } from 'd3';
import { pointerX } from './along.ts';
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

/** What a time chart knows of its own picture: its width on the page, what it leaves free, and where a moment lies. */
export type TimeFrame = {
  readonly width: number;
  readonly narrow: boolean;
  readonly room: Gutters;
  readonly right: number;
  readonly x: ScaleLinear<number, number>;
};

/** Of a chart that shows `window`; 640 wide until it has been measured. */
export function timeFrame(measured: number, window: Window): TimeFrame {
  const width = measured > 0 ? measured : 640;
  const room = gutters(width);
  return { width, narrow: width < NARROW, room, right: width - room.right, x: timeScale(window, width, room) };
}

/** Where the cursor stands: on the picture's edge while its moment is outside. */
export function cursorAt({ room, right, x }: TimeFrame, at: number): number {
  return Math.min(Math.max(x(at), room.left), right);
}

/** The moment that was pressed; null beside the picture, where names and figures stand. */
export function pressedAt(
  { width, room, right, x }: TimeFrame,
  svg: Element | undefined,
  event: { readonly clientX: number },
): number | null {
  if (svg === undefined) return null;
  const place = pointerX(event, svg, width);
  return place >= room.left && place <= right ? timeAt(x, place) : null;
}
