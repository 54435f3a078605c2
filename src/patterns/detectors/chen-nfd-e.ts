// Chen, Toueg and Aguilera's detector for clocks that do not agree: it estimates when the next beat ought
// to arrive from the arrivals and numbers of the last ones, and adds a margin. The estimate shrugs off
// lost beats and bursts; the verdict does not: a lost beat is a mistake unless the margin exceeds a period.

import type { Detector } from './detector.ts';
import { finite, verdictAt } from './deadline.ts';
import { emptyArrivals, expectedArrival, record } from './arrival-window.ts';
import type { ArrivalWindow } from './arrival-window.ts';
import { arrivalsField, periodField } from './chen-fields.ts';

export type ChenNfdEParams = { period: number; margin: number; window: number };
export type ChenNfdEState = { since: number; newest: number | null; arrivals: ArrivalWindow };

/** When the beat after the newest is expected; null before the first. */
export function nextArrival(s: ChenNfdEState, p: ChenNfdEParams): number | null {
  return s.newest === null ? null : expectedArrival(s.arrivals, p.period, s.newest + 1);
}

function due(s: ChenNfdEState, p: ChenNfdEParams): number {
  const next = nextArrival(s, p);
  return next === null ? s.since : next + p.margin;
}

export const chenNfdE: Detector<ChenNfdEParams, ChenNfdEState> = {
  id: 'chen-nfd-e',
  kind: 'detector',
  title: 'Chen NFD-E (estimated arrivals)',
  levelName: 'periods overdue, 1 at the freshness point',
  source: 'Chen, Toueg and Aguilera, IEEE Transactions on Computers 51(5), May 2002, section 6',
  says:
    'Estimates when the next beat should arrive, from the numbers and arrival times of the last ones, and waits a ' +
    'margin longer. Lost beats do not blur its estimate. It needs the true sending period and numbered beats.',
  params: {
    period: periodField,
    margin: {
      kind: 'duration',
      label: 'Margin',
      help: 'How long after the expected arrival it still waits. Larger: fewer mistakes, slower detection.',
      default: 0.5,
      min: 0,
      max: 600,
      step: 0.05,
      names: { paper: 'alpha' },
    },
    window: arrivalsField,
  },
  cases: [
    {
      says: 'two beats, 0.25 and 0.5 s after their moments: the third is expected at 3.375 s',
      params: { period: 1, margin: 0.5 },
      arrivals: [1.25, 2.5],
      asks: [
        { at: 3.375, verdict: 'trust', level: 0.5 },
        { at: 3.75, verdict: 'trust', level: 0.875 },
        { at: 3.875, verdict: 'suspect', level: 1 },
      ],
    },
    {
      says: 'it suspects until the first beat is heard',
      params: { period: 1, margin: 0.5 },
      arrivals: [1],
      asks: [
        { at: 0.5, verdict: 'suspect', level: 0 },
        { at: 1, verdict: 'trust', level: 0 },
      ],
    },
  ],
  strict: false,
  init: (_p, now) => ({ since: now, newest: null, arrivals: emptyArrivals() }),
  heard(s, p, now, beat) {
    // An overtaken beat says nothing that its successor has not said.
    if (s.newest !== null && beat.seq <= s.newest) return;
    record(s.arrivals, p.window, p.period, beat.seq, now);
    s.newest = beat.seq;
  },
  level: (s, p, now) => (s.newest === null ? 0 : finite(Math.max(0, 1 + (now - due(s, p)) / p.period))),
  threshold: () => 1,
  check: (s, p, now) => verdictAt(due(s, p), false, now),
  due,
};
