// The window against exact arithmetic in whole numbers of any size.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  clear,
  count,
  deviation,
  emptyWindow,
  mean,
  push,
  variance,
} from '../../src/patterns/detectors/interval-window.ts';

/** Population variance times n squared, and sum, exactly. */
function exact(values: readonly number[]): { sum: bigint; spread: bigint } {
  const all = values.map(BigInt);
  const n = BigInt(all.length);
  const sum = all.reduce((a, b) => a + b, 0n);
  return { sum, spread: n * all.reduce((a, b) => a + b * b, 0n) - sum * sum };
}

const gap = fc.oneof(
  fc.integer({ min: 999_900, max: 1_000_100 }),
  fc.integer({ min: 0, max: 10 }),
  fc.integer({ min: 0, max: 4_000_000_000 }),
  fc.integer({ min: 1e15, max: 1e15 + 3 }),
);

test('mean and variance are right to 12 digits whatever came and went', () => {
  fc.assert(
    fc.property(fc.array(gap, { minLength: 1, maxLength: 200 }), fc.integer({ min: 1, max: 20 }), (gaps, size) => {
      const w = emptyWindow();
      for (const g of gaps) push(w, size, g);
      const kept = gaps.slice(-size);
      const { sum, spread } = exact(kept);
      const n = kept.length;
      expect(count(w)).toBe(n);
      expect(Math.abs(mean(w) - Number(sum) / n)).toBeLessThanOrEqual(1e-12 * (Number(sum) / n));
      const right = Number(spread) / n / n;
      expect(Math.abs(variance(w) - right)).toBeLessThanOrEqual(1e-12 * right);
      expect(deviation(w)).toBe(Math.sqrt(variance(w)));
    }),
    { numRuns: 2000 },
  );
});

test('a million steady gaps after one enormous one leave a variance of exactly 0', () => {
  const w = emptyWindow();
  push(w, 100, 3.6e12);
  for (let i = 0; i < 1_000_000; i++) push(w, 100, 1_000_000);
  expect(variance(w)).toBe(0);
  expect(mean(w)).toBe(1_000_000);
});

test('the variance is never below 0, also of fractions', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0.1, max: 0.10001, noNaN: true }), { minLength: 1 }), (gaps) => {
      const w = emptyWindow();
      for (const g of gaps) push(w, 7, g);
      expect(variance(w)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('a sample has divisor n - 1, and one gap has no spread either way', () => {
  const w = emptyWindow();
  expect([mean(w), variance(w), variance(w, 1)]).toEqual([0, 0, 0]);
  push(w, 10, 4);
  expect([mean(w), variance(w), variance(w, 1)]).toEqual([4, 0, 0]);
  push(w, 10, 8);
  expect([mean(w), variance(w), variance(w, 1)]).toEqual([6, 4, 8]);
});

test('push says which gap it pushed out', () => {
  const w = emptyWindow();
  expect([1, 2, 3, 4].map((g) => push(w, 2, g))).toEqual([null, null, 1, 2]);
  clear(w);
  expect([count(w), push(w, 2, 5), mean(w)]).toEqual([0, null, 5]);
});
