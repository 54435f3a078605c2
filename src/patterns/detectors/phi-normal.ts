// Phi accrual as published: fit a normal distribution to the gaps in the window and ask how unlikely a
// gap as long as the present silence is; phi is minus the decimal logarithm of that chance. It adapts to
// the mean and to the spread of what it hears. Phi 8 means one mistake in 10^8 gaps only as far as gaps
// really are normal, and far out they never are. The paper has no floor, pause or bootstrap; those are
// practice's additions.

import { inverseNormalTail, log10, normalTailPhi } from '../../kernel/math.ts';
import type { Fields } from '../../kernel/fields.ts';
import type { Beat, Case, Detector, Fit } from './detector.ts';
import { verdictAt } from './deadline.ts';
import { count, deviation, emptyWindow, mean, push, ring } from './interval-window.ts';
import type { IntervalWindow } from './interval-window.ts';
import { remembering } from './solved.ts';
import { estimateField, floorField, pauseField, thresholdField, windowField } from './phi-fields.ts';

export type PhiNormalParams = {
  threshold: number;
  window: number;
  floor: number;
  pause: number;
  bootstrap: string;
  estimate: number;
  admission: string;
  deviation: string;
  minSamples: number;
  chanceFloor: number;
};
export type PhiNormalState = { lastHeard: number | null; window: IntervalWindow };

const params: Fields<PhiNormalParams> = {
  threshold: { ...thresholdField, names: { hazelcast: 'hazelcast.heartbeat.phiaccrual.failuredetector.threshold' } },
  window: { ...windowField, names: { hazelcast: 'hazelcast.heartbeat.phiaccrual.failuredetector.sample.size' } },
  floor: { ...floorField, min: 0 },
  pause: pauseField,
  bootstrap: {
    kind: 'choice',
    label: 'Bootstrap',
    help: 'What it assumes at the first beat. With nothing, a peer that dies after one beat is never suspected.',
    default: 'none',
    options: [
      { value: 'none', label: 'nothing, as in the paper' },
      { value: 'akka', label: 'two gaps around the estimate, as in Akka' },
      { value: 'one-sample', label: 'one gap as long as the estimate' },
    ],
  },
  estimate: estimateField,
  admission: {
    kind: 'choice',
    label: 'Gaps learnt',
    help: 'Whether a gap that ended a suspicion enters the window.',
    default: 'all',
    options: [
      { value: 'all', label: 'every gap' },
      { value: 'available', label: 'only gaps that raised no suspicion' },
    ],
  },
  deviation: {
    kind: 'choice',
    label: 'Deviation',
    help: 'How the spread is estimated: matters only for short windows.',
    default: 'population',
    options: [
      { value: 'population', label: 'population (n)' },
      { value: 'sample', label: 'sample (n - 1)' },
    ],
  },
  minSamples: {
    kind: 'count',
    label: 'Least gaps',
    help: 'Gaps needed before it judges at all.',
    default: 1,
    min: 1,
    max: 1000,
    step: 1,
  },
  chanceFloor: {
    kind: 'number',
    label: 'Least chance',
    help: 'The chance is never taken to be less, which caps phi; 0 is no cap.',
    default: 0,
    min: 0,
    max: 0.5,
  },
};

const cases: readonly Case[] = [
  {
    says: 'with gaps of 0.9 and 1.1 s, threshold 8 allows 1.56 s: 5.61 deviations beyond the mean',
    params: { threshold: 8, floor: 0.001 },
    arrivals: [1, 1.9, 3],
    asks: [
      { at: 4, verdict: 'trust', level: 0.3010299956639812 },
      { at: 4.1, verdict: 'trust', level: 0.7995455414919704 },
      { at: 4.561, verdict: 'trust' },
      { at: 4.562, verdict: 'suspect' },
    ],
  },
  {
    says: 'after a single beat it has no gap to compare with and trusts for ever',
    params: {},
    arrivals: [1],
    asks: [{ at: 1000, verdict: 'trust', level: 0 }],
  },
];

/** The mean, with the pause. */
function centreOf(s: PhiNormalState, p: PhiNormalParams): number {
  return mean(s.window) + p.pause;
}

/** The deviation, with its floor. */
function spreadOf(s: PhiNormalState, p: PhiNormalParams): number {
  return Math.max(deviation(s.window, p.deviation === 'sample' ? 1 : 0), p.floor);
}

function fit(s: PhiNormalState, p: PhiNormalParams): Fit | null {
  if (count(s.window) === 0) return null;
  return { shape: 'normal', centre: centreOf(s, p), spread: spreadOf(s, p), ...ring(s.window) };
}

function cap(p: PhiNormalParams): number {
  return p.chanceFloor > 0 ? -log10(p.chanceFloor) : Number.MAX_VALUE;
}

function level(s: PhiNormalState, p: PhiNormalParams, now: number): number {
  if (s.lastHeard === null || now < s.lastHeard || count(s.window) < p.minSamples) return 0;
  const spread = spreadOf(s, p);
  const beyond = now - s.lastHeard - centreOf(s, p);
  // All gaps alike and no floor: any longer silence is infinitely unlikely.
  const phi = spread > 0 ? normalTailPhi(beyond / spread) : beyond > 0 ? Infinity : 0;
  return Math.min(phi, cap(p));
}

/** Silence beyond the mean, in deviations, at which phi reaches the threshold. */
const sigmasAt = remembering(inverseNormalTail);

function due(s: PhiNormalState, p: PhiNormalParams): number | null {
  if (s.lastHeard === null || count(s.window) < p.minSamples || p.threshold > cap(p)) return null;
  return s.lastHeard + Math.max(0, centreOf(s, p) + spreadOf(s, p) * sigmasAt(p.threshold));
}

function heard(s: PhiNormalState, p: PhiNormalParams, now: number, _beat: Beat): void {
  if (s.lastHeard === null) {
    if (p.bootstrap === 'akka') {
      push(s.window, p.window, p.estimate - p.estimate / 4);
      push(s.window, p.window, p.estimate + p.estimate / 4);
    } else if (p.bootstrap === 'one-sample') {
      push(s.window, p.window, p.estimate);
    }
  } else if (p.admission === 'all' || verdictAt(due(s, p), false, now) === 'trust') {
    push(s.window, p.window, now - s.lastHeard);
  }
  s.lastHeard = now;
}

export const phiNormal: Detector<PhiNormalParams, PhiNormalState> = {
  id: 'phi-normal',
  kind: 'detector',
  title: 'Phi accrual (normal)',
  levelName: 'phi',
  source: 'Hayashibara, Defago, Yared and Katayama, The phi accrual failure detector, SRDS 2004',
  says:
    'Learns the mean and spread of the gaps between beats and says how unlikely the present silence is: ' +
    'phi 3 is one chance in a thousand, if gaps are normally distributed. ' +
    'It knows gaps, not messages: a lost beat is to it one long gap, and what it has never met it calls impossible.',
  params,
  cases,
  problems: (p) =>
    p.threshold > cap(p)
      ? [`threshold: phi never passes ${cap(p).toFixed(2)} with this chanceFloor, so nobody is ever suspected.`]
      : p.minSamples > p.window
        ? ['minSamples: the window never holds that many gaps, so nobody is ever suspected.']
        : [],
  strict: false,
  init: () => ({ lastHeard: null, window: emptyWindow() }),
  heard,
  level,
  fit,
  threshold: (p) => p.threshold,
  check: (s, p, now) => verdictAt(due(s, p), false, now),
  due,
};
