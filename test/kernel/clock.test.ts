// Monotonic clocks: drift is exact, waking times are the first possible, suspension stops the count.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localTime, resumeClock, startClock, stopClock, trueTime } from '../../src/kernel/clock.ts';

const HOUR = 3_600_000_000;
const drift = fc.integer({ min: -500, max: 50_000 });
const moment = fc.integer({ min: 0, max: 604_800_000_000 });

/** Elapsed time stretched by the drift, rounded down, in integers of any size. */
function exact(elapsed: number, ppm: number): number {
  const million = 1_000_000n;
  const product = BigInt(elapsed) * BigInt(ppm);
  const floored = product >= 0n ? product / million : -((-product + million - 1n) / million);
  return Number(BigInt(elapsed) + floored);
}

describe('a monotonic clock', () => {
  test('drifts exactly: a week at any rate from -500 to 50,000 ppm is right to the microsecond', () => {
    fc.assert(
      fc.property(moment, drift, moment, (since, ppm, elapsed) => {
        expect(localTime(startClock(since, ppm), since + elapsed)).toBe(exact(elapsed, ppm));
      }),
      { numRuns: 2_000 },
    );
  });

  test('wakes at the first instant at which it shows the time asked for, an hour or a week away', () => {
    fc.assert(
      fc.property(
        moment,
        drift,
        fc.oneof(fc.integer({ min: 1, max: HOUR }), fc.integer({ min: 1, max: 168 * HOUR })),
        (since, ppm, wait) => {
          const clock = startClock(since, ppm);
          const at = trueTime(clock, wait);
          expect(Number.isInteger(at)).toBe(true);
          expect(localTime(clock, at)).toBeGreaterThanOrEqual(wait);
          expect(localTime(clock, at - 1)).toBeLessThan(wait);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('never runs backwards', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), moment, fc.nat(3), (ppm, t, more) => {
        const clock = startClock(0, ppm);
        expect(localTime(clock, t + more)).toBeGreaterThanOrEqual(localTime(clock, t));
      }),
    );
  });

  test('stands still while its machine is suspended, and goes on from where it stood', () => {
    fc.assert(
      fc.property(drift, fc.nat(HOUR), fc.nat(HOUR), fc.nat(HOUR), (ppm, before, asleep, after) => {
        const clock = startClock(0, ppm);
        stopClock(clock, before);
        const shown = localTime(clock, before);
        expect(localTime(clock, before + asleep)).toBe(shown);
        resumeClock(clock, before + asleep);
        expect(localTime(clock, before + asleep)).toBe(shown);
        expect(localTime(clock, before + asleep + after)).toBe(shown + exact(after, ppm));
      }),
    );
  });

  test('a moment that it has already passed is not before the anchor', () => {
    const clock = startClock(500, 100);
    expect(trueTime(clock, 0)).toBe(500);
    stopClock(clock, 10_000_000);
    resumeClock(clock, 20_000_000);
    expect(trueTime(clock, 1)).toBe(20_000_000);
  });

  test('shows whole microseconds only', () => {
    for (const ppm of [-500, -1, 0, 1, 37, 50_000]) {
      for (const t of [1, 999_999, 1_000_001, HOUR + 1]) expect(localTime(startClock(0, ppm), t) % 1).toBe(0);
    }
  });
});
