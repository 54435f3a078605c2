// Phi accrual as Akka and Pekko ship it: a logistic curve in place of the normal tail, a floor under the
// deviation, a pause added to the mean, two made-up gaps at the first beat, and no learning from a gap
// that ended a suspicion. That last rule keeps one stall from blunting the detector for a thousand beats;
// it also means that it never adapts when the sending period grows past the threshold.

import type { Detector } from './detector.ts';
import { finite, verdictAt } from './deadline.ts';
import { count, deviation, emptyWindow, mean, push, ring } from './interval-window.ts';
import type { IntervalWindow } from './interval-window.ts';
import { logisticPhi, logisticSigmas } from './logistic-phi.ts';
import { estimateField, floorField, pauseField, thresholdField, windowField } from './phi-fields.ts';

export type PhiAkkaParams = { threshold: number; window: number; floor: number; pause: number; estimate: number };
export type PhiAkkaState = { lastHeard: number | null; window: IntervalWindow };

function spread(s: PhiAkkaState, p: PhiAkkaParams): number {
  return Math.max(deviation(s.window), p.floor);
}

/** Silence at `now` in deviations beyond the mean and pause; null before the first beat. */
export function sigmas(s: PhiAkkaState, p: PhiAkkaParams, now: number): number | null {
  if (s.lastHeard === null) return null;
  return (now - s.lastHeard - (mean(s.window) + p.pause)) / spread(s, p);
}

function due(s: PhiAkkaState, p: PhiAkkaParams): number | null {
  if (s.lastHeard === null) return null;
  return s.lastHeard + (mean(s.window) + p.pause + spread(s, p) * logisticSigmas(p.threshold));
}

export const phiAkka: Detector<PhiAkkaParams, PhiAkkaState> = {
  id: 'phi-akka',
  kind: 'detector',
  title: 'Phi accrual (Akka)',
  levelName: 'phi',
  source: 'Akka and Pekko, PhiAccrualFailureDetector',
  says:
    'Learns the mean and spread of the gaps; suspects once the silence is too many deviations beyond the mean ' +
    'and the pause. A gap that raised suspicion is not learnt, so one stall does not make it slack, and a slower ' +
    'sender is accused again and again.',
  params: {
    threshold: { ...thresholdField, names: { akka: 'threshold', pekko: 'threshold', hazelcast: 'threshold' } },
    window: { ...windowField, names: { akka: 'max-sample-size', pekko: 'max-sample-size', hazelcast: 'sample.size' } },
    floor: {
      ...floorField,
      names: { akka: 'min-std-deviation', pekko: 'min-std-deviation', hazelcast: 'min.std.dev.millis' },
    },
    pause: {
      ...pauseField,
      default: 3,
      names: { akka: 'acceptable-heartbeat-pause', pekko: 'acceptable-heartbeat-pause' },
    },
    estimate: { ...estimateField, names: { akka: 'heartbeat-interval', pekko: 'heartbeat-interval' } },
  },
  cases: [
    {
      says: 'after one beat the made-up gaps (0.75 and 1.25 s) allow 5.31 s with a pause of 3 s',
      params: {},
      arrivals: [0],
      asks: [
        { at: 4, verdict: 'trust', level: 0.3010299956639812 },
        { at: 5.3, verdict: 'trust' },
        { at: 5.31, verdict: 'suspect' },
      ],
    },
    {
      says: 'before the first beat it has nothing to judge',
      params: {},
      arrivals: [],
      asks: [{ at: 1000, verdict: 'trust', level: 0 }],
    },
    {
      says: 'the beat that ends a suspicion is heard, and its gap forgotten',
      params: { pause: 0, estimate: 1 },
      arrivals: [0, 10],
      asks: [
        { at: 11, verdict: 'trust', level: 0.3010299956639812 },
        { at: 12.4, verdict: 'suspect' },
      ],
    },
  ],
  problems(p) {
    const least = (name: keyof PhiAkkaParams): string[] => (p[name] > 0 ? [] : [`${name}: must be above 0.`]);
    return [
      ...least('threshold'),
      ...least('window'),
      ...least('floor'),
      ...least('estimate'),
      ...(p.pause >= 0 ? [] : ['pause: must not be below 0.']),
    ];
  },
  strict: false,
  init: () => ({ lastHeard: null, window: emptyWindow() }),
  heard(s, p, now) {
    if (s.lastHeard === null) {
      push(s.window, p.window, p.estimate - p.estimate / 4);
      push(s.window, p.window, p.estimate + p.estimate / 4);
    } else if (verdictAt(due(s, p), false, now) === 'trust') {
      push(s.window, p.window, now - s.lastHeard);
    }
    s.lastHeard = now;
  },
  level(s, p, now) {
    const y = sigmas(s, p, now);
    return y === null ? 0 : finite(logisticPhi(y));
  },
  fit(s, p) {
    if (count(s.window) === 0) return null;
    return { shape: 'logistic', centre: mean(s.window) + p.pause, spread: spread(s, p), ...ring(s.window) };
  },
  threshold: (p) => p.threshold,
  check: (s, p, now) => verdictAt(due(s, p), false, now),
  due,
};
