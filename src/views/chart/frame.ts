// What all time charts share, so that they stand under one another: gutters, the window of time they show, and the
// scale between them. A window holds still while the cursor crosses it and then jumps half its length: an axis never
// slides under the eye.

import { scaleLinear, type ScaleLinear } from 'd3';

/** From and to, microseconds. */
export type Window = readonly [number, number];

export type Gutters = { readonly left: number; readonly right: number };

export const NARROW = 520;

/** Room for names at the left and for what is so now at the right. */
export function gutters(width: number): Gutters {
  return width < NARROW ? { left: 62, right: 74 } : { left: 96, right: 128 };
}

/**
 * The window of `length` that shows `at`, the same one while the cursor crosses the half of it that ends
 * short of the right edge: more of what was than of what will be.
 */
export function windowAround(at: number, length: number, until: number): Window {
  if (length >= until) return [0, until];
  const half = length / 2;
  const from = Math.floor((at - length * 0.4) / half) * half;
  const kept = Math.min(Math.max(0, from), until - length);
  return [kept, kept + length];
}

export function timeScale(window: Window, width: number, { left, right }: Gutters): ScaleLinear<number, number> {
  return scaleLinear([window[0], window[1]], [left, Math.max(left + 1, width - right)]);
}

/** Microseconds at a place in a chart, kept inside the window. */
export function timeAt(scale: ScaleLinear<number, number>, x: number): number {
  const [from = 0, to = 0] = scale.domain();
  return Math.round(Math.min(to, Math.max(from, scale.invert(x))));
}

export type Tick = { readonly x: number; readonly says: string };

/** Whole and half seconds as the width allows; the first one names the unit. */
export function timeTicks(scale: ScaleLinear<number, number>, every = 70): readonly Tick[] {
  const [from = 0, to = 0] = scale.domain();
  const [x0 = 0, x1 = 0] = scale.range();
  const inSeconds = scaleLinear([from / 1e6, to / 1e6], [x0, x1]);
  const wanted = Math.max(2, Math.floor((x1 - x0) / every));
  return inSeconds.ticks(wanted).map((value, i) => ({
    x: inSeconds(value),
    says: `${Number(value.toFixed(3))}${i === 0 ? ' s' : ''}`,
  }));
}

/** The horizontal place of a pointer in the chart's own units, whatever the chart's size on the page. */
export function pointerX(event: { readonly clientX: number }, element: Element, width: number): number {
  const box = element.getBoundingClientRect();
  return ((event.clientX - box.left) / Math.max(1, box.width)) * width;
}

export function pointerY(event: { readonly clientY: number }, element: Element, height: number): number {
  const box = element.getBoundingClientRect();
  return ((event.clientY - box.top) / Math.max(1, box.height)) * height;
}
