// Delays: every distribution turns one draw into whole microseconds, rising with the draw, with the mean it says.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Streams } from '../../src/kernel/streams.ts';
import { delayOf, exponential, medianOf, type Delay } from '../../src/world/delay.ts';

const MS = 1_000;
const kinds: readonly Delay[] = [
  { kind: 'constant', value: 50 * MS },
  { kind: 'uniform', from: 20 * MS, to: 220 * MS },
  { kind: 'normal', mean: 100 * MS, std: 40 * MS, least: 0 },
  { kind: 'log-normal', median: 80 * MS, sigma: 0.5 },
  { kind: 'exponential', mean: 100 * MS, least: 5 * MS },
  { kind: 'empirical', values: [10 * MS, 20 * MS, 20 * MS, 90 * MS] },
];
const draw = fc.double({ min: 0, max: 1 - 2 ** -53, noNaN: true });

describe.each(kinds.map((delay) => [delay.kind, delay] as const))('a %s delay', (_, delay) => {
  test('is a whole number of microseconds, never negative, for every draw', () => {
    for (const u of [0, Number.MIN_VALUE, 2 ** -53, 0.5, 1 - 2 ** -53]) {
      const us = delayOf(delay, u);
      expect(Number.isInteger(us) && us >= 0 && !Object.is(us, -0)).toBe(true);
    }
    fc.assert(fc.property(draw, (u) => Number.isInteger(delayOf(delay, u)) && delayOf(delay, u) >= 0));
  });

  test('rises with its draw, so that a slider moves all messages the same way', () => {
    fc.assert(fc.property(draw, draw, (u, v) => u > v || delayOf(delay, u) <= delayOf(delay, v)));
  });

  test('names its median', () => {
    const streams = new Streams('median');
    const stream = streams.of('x');
    const below = Array.from({ length: 4_000 }, () => delayOf(delay, streams.draw(stream))).filter(
      (us) => us <= medianOf(delay),
    ).length;
    expect(below).toBeGreaterThan(4_000 * 0.45);
  });
});

describe('over 20,000 draws', () => {
  const streams = new Streams('mean');
  const stream = streams.of('x');
  const draws = Array.from({ length: 20_000 }, () => streams.draw(stream));
  const mean = (delay: Delay): number => draws.reduce((sum, u) => sum + delayOf(delay, u), 0) / draws.length / MS;

  test.each<[Delay, number, number]>([
    [kinds[1]!, 120, 57.7],
    [kinds[2]!, 100, 40],
    // Mean of a log-normal: median times exp(sigma squared / 2).
    [kinds[3]!, 80 * 1.1331484530668263, 48],
    [kinds[4]!, 100.1, 100],
    [kinds[5]!, 35, 32],
  ])('%o has its mean, within five standard errors', (delay, expected, deviation) => {
    expect(Math.abs(mean(delay) - expected)).toBeLessThan((5 * deviation) / Math.sqrt(draws.length));
  });

  test('a log-normal of median 80 ms and sigma 0.5 has its 99th percentile at 256 ms', () => {
    const sorted = draws.map((u) => delayOf(kinds[3]!, u)).sort((a, b) => a - b);
    expect(sorted[Math.floor(0.99 * sorted.length)]! / MS).toBeGreaterThan(244);
    expect(sorted[Math.floor(0.99 * sorted.length)]! / MS).toBeLessThan(268);
    expect(delayOf(kinds[3]!, 0.99) / MS).toBeCloseTo(256, 0);
  });

  test('an exponential time outlasts its mean in one case of e', () => {
    expect(draws.filter((u) => exponential(1, u) > 1).length / draws.length).toBeCloseTo(0.3679, 1.7);
  });
});

test('a tail is cut at thirty years, where times are still exact', () => {
  const wild: Delay = { kind: 'log-normal', median: 604_800_000_000, sigma: 5 };
  expect(delayOf(wild, 1 - 2 ** -53)).toBe(1e15);
});
