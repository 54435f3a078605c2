// Quality of service of one pair, by hand-computed traces.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forwardGoodPeriod, qos } from '../../src/measures/qos.ts';
import type { Transition, Watched } from '../../src/measures/qos.ts';

const watched = (some: Partial<Watched>): Watched => ({
  observeFrom: 0,
  observeTo: 100,
  initialOutput: 'T',
  crashAt: null,
  transitions: [],
  ...some,
});

const at = (t: number, to: 'S' | 'T'): Transition => ({ t, to });

test('only what is complete before the crash counts, and the crash is found after it', () => {
  const q = qos(
    watched({ crashAt: 60, transitions: [at(10, 'S'), at(15, 'T'), at(50, 'S'), at(55, 'T'), at(63, 'S')] }),
  );
  expect(q.S_transitions).toBe(2);
  expect(q.T_MR_samples).toEqual([40]);
  expect(q.T_M_samples).toEqual([5, 5]);
  expect(q.T_G_samples).toEqual([35]);
  expect(q.P_A).toBeCloseTo(50 / 60, 12);
  expect(q.T_D).toBe(3);
});

describe('detection time', () => {
  test('is 0 when the suspicion began before the crash and held', () => {
    expect(qos(watched({ crashAt: 60, transitions: [at(50, 'S')] })).T_D).toBe(0);
    expect(qos(watched({ crashAt: 60, initialOutput: 'S' })).T_D).toBe(0);
  });

  test('counts to the final suspicion, not to one that was taken back', () => {
    const transitions = [at(62, 'S'), at(64, 'T'), at(70, 'S')];
    expect(qos(watched({ crashAt: 60, transitions })).T_D).toBe(10);
  });

  test('is infinite when the crash was not noticed, and none without a crash', () => {
    expect(qos(watched({ crashAt: 60 })).T_D).toBe(Infinity);
    expect(qos(watched({})).T_D).toBeNull();
  });
});

test('a suspicion at the very moment of the crash is no mistake', () => {
  const q = qos(watched({ crashAt: 60, transitions: [at(60, 'S')] }));
  expect([q.S_transitions, q.P_A, q.T_D]).toEqual([0, 1, 0]);
});

test('a mistake of no length counts', () => {
  const q = qos(watched({ transitions: [at(10, 'S'), at(10, 'T')] }));
  expect([q.S_transitions, q.T_M_samples, q.P_A]).toEqual([1, [0], 1]);
});

test('an output that starts suspecting has made no mistake yet', () => {
  const q = qos(watched({ initialOutput: 'S', transitions: [at(40, 'T')] }));
  expect([q.S_transitions, q.T_M_samples, q.P_A]).toEqual([0, [], 0.6]);
});

test('without failure-free time there is no rate and no accuracy', () => {
  const q = qos(watched({ crashAt: 0 }));
  expect([q.mistakeRate, q.P_A]).toEqual([null, null]);
});

test('the samples fit together: periods are mistakes plus good times, and accuracy is the share of trust', () => {
  const steps = fc.array(fc.integer({ min: 1, max: 50 }), { maxLength: 30 });
  fc.assert(
    fc.property(steps, (lengths) => {
      let t = 0;
      const transitions = lengths.map((length, i) => at((t += length), i % 2 === 0 ? 'S' : 'T'));
      const q = qos(watched({ observeTo: t + 10, transitions }));
      q.T_MR_samples.forEach((recurrence, i) => {
        expect(recurrence).toBe((q.T_M_samples[i] as number) + (q.T_G_samples[i] as number));
      });
      const suspected = lengths.filter((_, i) => i % 2 === 1).reduce((a, b) => a + b, 0);
      const open = lengths.length % 2 === 1 ? 10 : 0;
      expect(q.P_A).toBeCloseTo(1 - (suspected + open) / (t + 10), 12);
    }),
  );
});

test('a query falls into long good periods more often: what it can still expect is more than half the mean', () => {
  expect(forwardGoodPeriod([10, 190])).toEqual({ E_T_G: 100, E_T_FG: 90.5 });
  expect(forwardGoodPeriod([100, 100])).toEqual({ E_T_G: 100, E_T_FG: 50 });
  expect(forwardGoodPeriod([])).toEqual({ E_T_G: null, E_T_FG: null });
});
