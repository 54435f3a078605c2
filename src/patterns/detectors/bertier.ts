// Chen's estimate of the next arrival with a margin that adapts as TCP's retransmission timer does: a
// smoothed error of the estimate plus a multiple of its smoothed absolute value. On a steady network the
// margin shrinks towards nothing, and then the next small jitter is a mistake; the margin may even become
// negative, as in the paper, which does not clamp it. The paper's separate estimate for the first beats
// is left out: the windowed one serves from the start.

import type { Fields } from '../../kernel/fields.ts';
import type { Case, Detector } from './detector.ts';
import { finite, verdictAt } from './deadline.ts';
import { emptyArrivals, expectedArrival, record } from './arrival-window.ts';
import type { ArrivalWindow } from './arrival-window.ts';
import { arrivalsField, periodField } from './chen-fields.ts';

export type BertierParams = {
  period: number;
  window: number;
  gamma: number;
  beta: number;
  phi: number;
  delay: number;
  spread: number;
};

export type BertierState = {
  since: number;
  newest: number | null;
  arrivals: ArrivalWindow;
  /** Error of the last estimate; null until there was one to be wrong. */
  error: number | null;
  delay: number;
  spread: number;
};

const params: Fields<BertierParams> = {
  period: periodField,
  window: arrivalsField,
  gamma: {
    kind: 'ratio',
    label: 'Weight of the newest error',
    help: 'Larger: the margin follows the network faster and forgets faster.',
    default: 0.1,
    min: 0,
    max: 1,
    step: 0.01,
    names: { paper: 'gamma' },
  },
  beta: {
    kind: 'number',
    label: 'Weight of the error',
    help: 'How much of the smoothed error goes into the margin.',
    default: 1,
    min: 0,
    max: 100,
    step: 0.1,
    names: { paper: 'beta' },
  },
  phi: {
    kind: 'number',
    label: 'Weight of the spread',
    help: 'How many smoothed absolute errors go into the margin. Larger: fewer mistakes, slower detection.',
    default: 4,
    min: 0,
    max: 100,
    step: 0.5,
    names: { paper: 'phi' },
  },
  delay: {
    kind: 'duration',
    label: 'First error',
    help: 'The smoothed error it starts from.',
    default: 0,
    min: 0,
    max: 600,
    step: 0.01,
  },
  spread: {
    kind: 'duration',
    label: 'First spread',
    help: 'The smoothed absolute error it starts from. With 0, the first jitter is a mistake.',
    default: 0,
    min: 0,
    max: 600,
    step: 0.01,
  },
};

const cases: readonly Case[] = [
  {
    says: 'beats without jitter leave no margin: one that is a millisecond late is a mistake',
    params: { period: 1 },
    arrivals: [1.25, 2.25],
    asks: [
      { at: 3.249, verdict: 'trust' },
      { at: 3.25, verdict: 'suspect', level: 1 },
    ],
  },
  {
    says: 'a beat half a second late widens the margin to 0.25 s',
    params: { period: 1 },
    arrivals: [1, 2.5],
    asks: [
      { at: 3.49, verdict: 'trust' },
      { at: 3.51, verdict: 'suspect' },
    ],
  },
];

/** The smoothed error and spread, weighed. */
export function margin(s: BertierState, p: BertierParams): number {
  return p.beta * s.delay + p.phi * s.spread;
}

/** When the beat after the last is expected; null before the first. */
export function nextArrival(s: BertierState, p: BertierParams): number | null {
  return s.newest === null ? null : expectedArrival(s.arrivals, p.period, s.newest + 1);
}

/** Takes in beat number seq, which need not be the next one: some may have been lost. */
export function arrive(s: BertierState, p: BertierParams, now: number, seq: number): void {
  if (s.newest !== null) {
    s.error = now - expectedArrival(s.arrivals, p.period, seq) - s.delay;
    s.delay += p.gamma * s.error;
    s.spread += p.gamma * (Math.abs(s.error) - s.spread);
  }
  record(s.arrivals, p.window, p.period, seq, now);
  s.newest = seq;
}

function due(s: BertierState, p: BertierParams): number {
  const next = nextArrival(s, p);
  return next === null ? s.since : next + margin(s, p);
}

export const bertier: Detector<BertierParams, BertierState> = {
  id: 'bertier',
  kind: 'detector',
  title: 'Bertier (adaptive margin)',
  levelName: 'periods overdue, 1 at the freshness point',
  source:
    'Bertier, Marin and Sens, Implementation and performance evaluation of an adaptable failure detector, DSN 2002',
  says:
    "Chen's estimate of the next arrival, with a margin that widens when beats come at uneven times and shrinks " +
    'when they do not. The shorter the margin has become, the smaller the jitter that makes it accuse a live peer.',
  params,
  cases,
  strict: false,
  init: (p, now) => ({
    since: now,
    newest: null,
    arrivals: emptyArrivals(),
    error: null,
    delay: p.delay,
    spread: p.spread,
  }),
  heard(s, p, now, beat) {
    if (s.newest === null || beat.seq > s.newest) arrive(s, p, now, beat.seq);
  },
  level: (s, p, now) => (s.newest === null ? 0 : finite(Math.max(0, 1 + (now - due(s, p)) / p.period))),
  threshold: () => 1,
  check: (s, p, now) => verdictAt(due(s, p), false, now),
  due,
};
