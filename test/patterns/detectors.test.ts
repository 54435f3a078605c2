// What sets each detector apart, in the words of the lessons.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaults } from '../../src/kernel/fields.ts';
import type { Fields } from '../../src/kernel/fields.ts';
import { bertier, margin } from '../../src/patterns/detectors/bertier.ts';
import { chenNfdE, nextArrival } from '../../src/patterns/detectors/chen-nfd-e.ts';
import { chenNfdS } from '../../src/patterns/detectors/chen-nfd-s.ts';
import type { Detector } from '../../src/patterns/detectors/detector.ts';
import { growingTimeout } from '../../src/patterns/detectors/growing-timeout.ts';
import { count, mean } from '../../src/patterns/detectors/interval-window.ts';
import { logisticPhi, logisticPhiAsWritten, logisticSigmas } from '../../src/patterns/detectors/logistic-phi.ts';
import { phiAkka } from '../../src/patterns/detectors/phi-akka.ts';
import { phiCassandra } from '../../src/patterns/detectors/phi-cassandra.ts';
import { phiChitchat } from '../../src/patterns/detectors/phi-chitchat.ts';
import { phiNormal } from '../../src/patterns/detectors/phi-normal.ts';
import { failureShare, learn, satzger } from '../../src/patterns/detectors/satzger.ts';

function withDefaults<P extends object>(detector: { params: Fields<P> }, some: Partial<P>): P {
  return { ...defaults(detector.params), ...some };
}

/** State after beats 1, 2, 3 ... at the given times. */
function after<P extends object, S>(detector: Detector<P, S>, p: P, times: readonly number[]): S {
  const s = detector.init(p, 0);
  times.forEach((t, i) => detector.heard(s, p, t, { seq: i + 1 }));
  return s;
}

describe('four meanings of threshold 8', () => {
  // Gaps of 900 and 1100 in turn: mean 1000, deviation 100, in milliseconds.
  const times = Array.from({ length: 2001 }, (_, i) => 1000 * i + (i % 2) * 100);
  const last = times.at(-1) as number;

  function silence<P extends object, S>(detector: Detector<P, S>, p: P): number {
    return (detector.due(after(detector, p, times), p) as number) - last;
  }

  test('the true normal tail: 1561 ms', () => {
    expect(silence(phiNormal, withDefaults(phiNormal, { floor: 1 }))).toBeCloseTo(1561.2, 1);
  });

  test("Akka's logistic: 1523 ms", () => {
    const p = withDefaults(phiAkka, { pause: 0, floor: 1, estimate: 1000 });
    expect(silence(phiAkka, p)).toBeCloseTo(1522.6, 1);
  });

  test("Cassandra's mean: 18421 ms", () => {
    const p = withDefaults(phiCassandra, { initial: 2000, longest: 2000, window: 1000 });
    expect(silence(phiCassandra, p)).toBeCloseTo(18420.7, 1);
  });

  test("chitchat's mean: about 8000 ms, a little more for the prior", () => {
    const p = withDefaults(phiChitchat, { prior: 1000, longest: 10_000 });
    expect(silence(phiChitchat, p)).toBeCloseTo(8000, 6);
  });
});

describe('growing timeout', () => {
  const p = { timeout: 1.05, growth: 0.05 };

  test('with delays between two bounds it makes only so many mistakes, however long it runs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.02, max: 0.22, noNaN: true }), { minLength: 50, maxLength: 300 }),
        (delays) => {
          const s = growingTimeout.init(p, 0);
          let mistakes = 0;
          delays.forEach((delay, i) => {
            const at = i + delay;
            if (growingTimeout.check(s, p, at) === 'suspect') mistakes += 1;
            growingTimeout.heard(s, p, at, { seq: i });
          });
          // The longest gap is 1.2 s: three steps from 1.05 s, give or take a rounding.
          expect(mistakes).toBeLessThanOrEqual(4);
          expect(s.timeout).toBeCloseTo(1.05 + 0.05 * mistakes, 9);
        },
      ),
    );
  });
});

describe('Akka', () => {
  test('a sender that slows down past the threshold is accused at every beat and never learnt', () => {
    const p = withDefaults(phiAkka, { pause: 0, estimate: 1 });
    const s = after(
      phiAkka,
      p,
      Array.from({ length: 100 }, (_, i) => i),
    );
    const before = mean(s.window);
    for (let at = 101; at < 200; at += 2) {
      expect(phiAkka.check(s, p, at)).toBe('suspect');
      phiAkka.heard(s, p, at, { seq: at });
    }
    expect(mean(s.window)).toBe(before);
  });

  test('as written its phi is infinite from 21.6 deviations, in the stable form never', () => {
    expect(logisticPhiAsWritten(20)).toBeCloseTo(logisticPhi(20), 9);
    expect(logisticPhiAsWritten(21.6)).toBe(Infinity);
    expect(logisticPhi(1e90)).toBeLessThan(Infinity);
    expect(logisticPhiAsWritten(-1000)).toBe(0);
  });

  test('the deviations for a threshold are right for any threshold', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 300, noNaN: true }), (phi) => {
        expect(Math.abs(logisticPhi(logisticSigmas(phi)) / phi - 1)).toBeLessThan(1e-12);
      }),
    );
    expect(logisticSigmas(8)).toBeCloseTo(5.226, 3);
  });

  test('problems name every parameter that is out of reach', () => {
    const bad = { threshold: 0, window: 0, floor: 0, estimate: 0, pause: -1 };
    expect(phiAkka.problems?.(bad).map((says) => says.split(':')[0])).toEqual([
      'threshold',
      'window',
      'floor',
      'estimate',
      'pause',
    ]);
  });
});

describe('phi with the normal tail', () => {
  test('a cap below the threshold means that nobody is ever suspected, and it says so', () => {
    const p = withDefaults(phiNormal, { chanceFloor: 1e-6 });
    const s = after(phiNormal, p, [1, 2, 3, 4]);
    expect(phiNormal.due(s, p)).toBeNull();
    expect(phiNormal.level(s, p, 1e9)).toBeCloseTo(6, 9);
    expect(phiNormal.problems?.(p)).toHaveLength(1);
  });

  test('it can be told to learn only gaps that raised no suspicion', () => {
    const times = [0, 1, 2.1, 3, 20];
    const all = withDefaults(phiNormal, {});
    const available = withDefaults(phiNormal, { admission: 'available' });
    expect(mean(after(phiNormal, all, times).window)).toBe(5);
    expect(mean(after(phiNormal, available, times).window)).toBe(1);
  });

  test('bootstraps fill the window at the first beat', () => {
    for (const [bootstrap, gaps] of [
      ['none', 0],
      ['one-sample', 1],
      ['akka', 2],
    ] as const) {
      const p = withDefaults(phiNormal, { bootstrap, estimate: 4 });
      const s = after(phiNormal, p, [0]);
      expect(count(s.window)).toBe(gaps);
      expect(phiNormal.due(s, p) === null).toBe(gaps === 0);
    }
  });
});

describe('detectors keyed on sequence numbers', () => {
  test("lost beats do not move Chen's estimate", () => {
    const p = withDefaults(chenNfdE, { margin: 0.5 });
    const all = chenNfdE.init(p, 0);
    const some = chenNfdE.init(p, 0);
    for (let seq = 1; seq <= 30; seq++) {
      chenNfdE.heard(all, p, seq + 0.125, { seq });
      if (seq % 3 === 0) chenNfdE.heard(some, p, seq + 0.125, { seq });
    }
    expect(nextArrival(some, p)).toBe(nextArrival(all, p));
  });

  test('an overtaken beat changes nothing', () => {
    for (const detector of [chenNfdE, chenNfdS, bertier] as unknown as Detector<object, unknown>[]) {
      const p = defaults(detector.params as Fields<Record<string, number>>);
      const s = after(detector, p, [1.1, 2.1, 3.1]);
      const before = JSON.stringify(s);
      detector.heard(s, p, 3.2, { seq: 2, sentAt: 2 });
      expect(JSON.stringify(s)).toBe(before);
    }
  });

  test('NFD-S detects within shift and period of the sending, whatever the delay of the last beat', () => {
    const p = { period: 1, delta: 0.5 };
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1.4, noNaN: true }), (delay) => {
        const s = chenNfdS.init(p, 0);
        chenNfdS.heard(s, p, 7 + delay, { seq: 7, sentAt: 7 });
        expect(chenNfdS.due(s, p)).toBe(8.5);
      }),
    );
  });

  test("Bertier's margin collapses on a steady network and opens with jitter", () => {
    const p = withDefaults(bertier, { window: 100 });
    const steady = after(
      bertier,
      p,
      Array.from({ length: 200 }, (_, i) => i + 1),
    );
    expect(margin(steady, p)).toBe(0);
    const jittery = after(
      bertier,
      p,
      Array.from({ length: 200 }, (_, i) => i + 1 + (i % 2) * 0.2),
    );
    expect(margin(jittery, p)).toBeGreaterThan(0.3);
  });
});

describe('Satzger', () => {
  const p = { threshold: 0.5, scale: 0.9, window: 9 };

  test('the share is that of a plain count over the last gaps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 50 }), { maxLength: 40 }),
        fc.integer({ min: 0, max: 60 }),
        (gaps, elapsed) => {
          const s = satzger.init(p, 0);
          for (const gap of gaps) learn(s, p.window, gap);
          const kept = gaps.slice(-p.window);
          const passed = kept.filter((gap) => gap <= elapsed * p.scale).length;
          expect(failureShare(s, p, elapsed)).toBe(kept.length === 0 ? 0 : passed / kept.length);
          expect(s.sorted).toEqual([...kept].sort((a, b) => a - b));
        },
      ),
    );
  });
});
