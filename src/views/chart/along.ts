// Places along a line of time: which part of a run is shown, where a moment lies on it, where its figures stand, and
// where a pointer is. The transport needs no more than this and is on the stage from the first frame, so nothing
// here asks for D3, whose scales bring its colours and number formats with them; charts build on it in frame.ts.

/** From and to, microseconds. */
export type Window = readonly [number, number];

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

/** How much of a run is shown at once, microseconds: short runs whole, long ones by the page. */
export function windowLength(until: number, wholeUpTo = 30_000_000): number {
  return until <= wholeUpTo ? until : Math.max(20_000_000, until / 60);
}

/** What a scale has to tell of itself so that figures can be put along it. D3's linear scales do too. */
export type Along = {
  (at: number): number;
  readonly domain: () => readonly number[];
  readonly range: () => readonly number[];
};

export type Line = Along & { readonly invert: (x: number) => number };

/** From the ends of a stretch of time to the ends of a stretch of pixels. */
export function lineScale(domain: Window, range: readonly [number, number]): Line {
  const perPixel = (domain[1] - domain[0]) / (range[1] - range[0] || 1);
  const place = (at: number): number => (perPixel === 0 ? range[0] : range[0] + (at - domain[0]) / perPixel);
  return Object.assign(place, {
    domain: () => domain,
    range: () => range,
    invert: (x: number) => domain[0] + (x - range[0]) * perPixel,
  });
}

/** About `wanted` round numbers between two: multiples of 1, 2 or 5 times a power of ten. */
export function roundNumbers(from: number, to: number, wanted: number): number[] {
  if (!(to > from)) return [from];
  const rough = (to - from) / wanted;
  const power = Math.floor(Math.log10(rough));
  const share = rough / 10 ** power;
  const factor = share >= Math.sqrt(50) ? 10 : share >= Math.sqrt(10) ? 5 : share >= Math.SQRT2 ? 2 : 1;
  // Below one, dividing by a whole number keeps the noise of binary fractions out.
  const [up, down] = power < 0 ? [factor, 10 ** -power] : [factor * 10 ** power, 1];
  const first = Math.ceil((from * down) / up - 1e-9);
  const last = Math.floor((to * down) / up + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => ((first + i) * up) / down);
}

export type Tick = { readonly x: number; readonly says: string };

/** Whole and half seconds as the width allows; the first one names the unit. */
export function timeTicks(scale: Along, every = 70): readonly Tick[] {
  const [from = 0, to = 0] = scale.domain();
  const [x0 = 0, x1 = 0] = scale.range();
  const wanted = Math.max(2, Math.floor((x1 - x0) / every));
  return roundNumbers(from / 1e6, to / 1e6, wanted).map((value, i) => ({
    x: scale(value * 1e6),
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
