// Chen's formulas against the published example, against one another, and against a simulated detector.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { log } from '../../src/kernel/math.ts';
import { configureKnown, configureUnknown, configureUnsynchronised } from '../../src/patterns/chen/configure.ts';
import { chenNfdS } from '../../src/patterns/detectors/chen-nfd-s.ts';
import { exponentialDelay, nfdQuality } from '../../src/patterns/chen/quality.ts';

const DAY = 86_400;

describe('configuration from requirements', () => {
  const published = { detection: 30, recurrence: 30 * DAY, duration: 60, loss: 0.01 };

  test('the published example, distribution known: a beat every 9.97 s', () => {
    const found = configureKnown(published, exponentialDelay(0.02));
    expect(found?.period).toBeCloseTo(9.976, 3);
    expect(found?.rest).toBeCloseTo(20.024, 3);
  });

  test('the published example, mean and variance known: a beat every 9.71 s', () => {
    const found = configureUnknown(published, 0.02, 0.02);
    expect(found?.period).toBeCloseTo(9.71, 2);
    expect(found?.rest).toBeCloseTo(20.29, 2);
  });

  test('what comes out meets all three requirements', () => {
    fc.assert(
      fc.property(
        fc.record({
          detection: fc.double({ min: 1, max: 60, noNaN: true }),
          recurrence: fc.double({ min: 60, max: 30 * DAY, noNaN: true }),
          duration: fc.double({ min: 0.5, max: 60, noNaN: true }),
          loss: fc.double({ min: 0, max: 0.3, noNaN: true }),
        }),
        fc.double({ min: 0.001, max: 0.2, noNaN: true }),
        (wanted, mean) => {
          const tail = exponentialDelay(mean);
          const found = configureKnown(wanted, tail);
          if (found === null) throw new Error('there is always a period short enough here');
          const got = nfdQuality(found.period, found.rest, wanted.loss, tail);
          expect(got.detectionBound).toBeCloseTo(wanted.detection, 9);
          expect(got.recurrence).toBeGreaterThanOrEqual(wanted.recurrence * (1 - 1e-9));
          expect(got.duration).toBeLessThanOrEqual(wanted.duration * (1 + 1e-9));
        },
      ),
      { numRuns: 60 },
    );
  });

  test('nothing meets a detection time below the mean delay, or a network that loses everything', () => {
    expect(configureUnknown({ ...published, detection: 0.01 }, 0.02, 0.02)).toBeNull();
    expect(configureUnsynchronised({ ...published, loss: 1 }, 0.02)).toBeNull();
    expect(configureKnown({ ...published, loss: 1 }, exponentialDelay(0.02))).toBeNull();
  });

  test('knowing less never allows a slower sender', () => {
    const known = configureKnown(published, exponentialDelay(0.02));
    const unknown = configureUnknown(published, 0.02, 0.0004);
    expect(unknown?.period).toBeLessThanOrEqual(known?.period ?? 0);
  });
});

test('a simulated NFD-S makes as many mistakes, as long, as the formulas say', () => {
  const [period, delta, loss, meanDelay] = [1, 1.25, 0.1, 0.4];
  const p = { period, delta };
  const says = nfdQuality(period, delta, loss, exponentialDelay(meanDelay));
  // A small generator of its own, so that the test is the same everywhere.
  let seed = 1;
  const uniform = (): number => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return (seed + 0.5) / 4294967296;
  };
  const beats = 200_000;
  const arrivals: { seq: number; at: number }[] = [];
  for (let seq = 1; seq <= beats; seq++) {
    const lost = uniform() < loss;
    const delay = -meanDelay * log(uniform());
    if (!lost) arrivals.push({ seq, at: seq * period + delay });
  }
  arrivals.sort((a, b) => a.at - b.at);
  const s = chenNfdS.init(p, 0);
  let mistakes = 0;
  let wrong = 0;
  for (const { seq, at } of arrivals) {
    const due = chenNfdS.due(s, p) as number;
    const suspected = chenNfdS.check(s, p, at) === 'suspect';
    chenNfdS.heard(s, p, at, { seq, sentAt: seq * period });
    const newest = s.newest?.seq === seq;
    // A suspicion that this beat ends began at its freshness point.
    if (suspected && newest && chenNfdS.check(s, p, at) === 'trust') {
      mistakes += 1;
      wrong += at - due;
    }
  }
  expect(mistakes / (beats * period)).toBeCloseTo(1 / says.recurrence, 2);
  expect((beats * period) / mistakes / says.recurrence).toBeCloseTo(1, 1);
  expect(wrong / (beats * period)).toBeCloseTo(1 - says.accuracy, 2);
});

test('the sanity point: one lost beat a mistake, every hundred beats', () => {
  const q = nfdQuality(1, 1, 0.01, exponentialDelay(0.02));
  expect(q.recurrence).toBeCloseTo(101.0101, 3);
  expect(q.duration).toBeCloseTo(0.0301, 4);
  expect(q.accuracy).toBeCloseTo(0.999702, 6);
});
