// Cassandra's detector: phi is silence divided by the mean gap, as for exponentially distributed gaps. It
// looks at no spread, because gossip arrives at irregular moments, and so threshold 8 means eighteen mean
// gaps, not one and a half. Gaps longer than a bound are not learnt. Its guard against pauses of its own
// is a separate thing (guards/local-pause.ts).

import { ln10 } from '../../kernel/math.ts';
import type { Detector } from './detector.ts';
import { finite, verdictAt } from './deadline.ts';
import { count, emptyWindow, mean, push, ring } from './interval-window.ts';
import type { IntervalWindow } from './interval-window.ts';
import { estimateField, thresholdField, windowField } from './phi-fields.ts';

export type PhiCassandraParams = { threshold: number; window: number; initial: number; longest: number };
export type PhiCassandraState = { lastHeard: number | null; window: IntervalWindow };

/** Silence in mean gaps: what Cassandra calls phi before it multiplies by 1 / ln 10. 0 before the first beat. */
export function meanGaps(s: PhiCassandraState, now: number): number {
  // Beats that all came at one moment have mean gap 0: no silence is none, any other is endless.
  if (s.lastHeard === null || now === s.lastHeard) return 0;
  return (now - s.lastHeard) / mean(s.window);
}

function due(s: PhiCassandraState, p: PhiCassandraParams): number | null {
  return s.lastHeard === null ? null : s.lastHeard + mean(s.window) * p.threshold * ln10;
}

export const phiCassandra: Detector<PhiCassandraParams, PhiCassandraState> = {
  id: 'phi-cassandra',
  kind: 'detector',
  title: 'Phi accrual (Cassandra)',
  levelName: 'phi',
  source: 'Cassandra, FailureDetector and ArrivalWindow since CASSANDRA-2597',
  says:
    'Divides the silence by the mean gap; 2.3 mean gaps are one unit of phi. ' +
    'It suspects above the threshold, by default after 18 mean gaps. ' +
    'How regular the beats were makes no difference to it.',
  params: {
    threshold: { ...thresholdField, names: { cassandra: 'phi_convict_threshold' } },
    window: { ...windowField, names: { cassandra: 'SAMPLE_SIZE' } },
    initial: {
      ...estimateField,
      default: 2,
      help: 'The gap it assumes at the first beat. It stays in the window as one gap among others.',
      names: { cassandra: 'cassandra.fd_initial_value_ms' },
    },
    longest: {
      kind: 'duration',
      label: 'Longest gap learnt',
      help: 'Longer gaps do not enter the window.',
      default: 2,
      min: 0.001,
      max: 3600,
      step: 0.1,
      names: { cassandra: 'cassandra.fd_max_interval_ms' },
    },
  },
  cases: [
    {
      says: 'one beat only: 36.84 s of silence before it convicts',
      params: {},
      arrivals: [0],
      asks: [
        { at: 36.8, verdict: 'trust' },
        { at: 36.9, verdict: 'suspect' },
      ],
    },
    {
      says: 'a gap over the bound is not learnt: the mean stays at 1.5 s',
      params: {},
      arrivals: [0, 1, 11],
      asks: [
        { at: 14, verdict: 'trust', level: 0.8685889638065036 },
        { at: 38.6, verdict: 'trust' },
        { at: 38.7, verdict: 'suspect' },
      ],
    },
  ],
  strict: true,
  init: () => ({ lastHeard: null, window: emptyWindow() }),
  heard(s, p, now) {
    if (s.lastHeard === null) push(s.window, p.window, p.initial);
    else if (now - s.lastHeard <= p.longest) push(s.window, p.window, now - s.lastHeard);
    s.lastHeard = now;
  },
  level: (s, _p, now) => finite(Math.max(0, meanGaps(s, now)) / ln10),
  fit(s) {
    const centre = mean(s.window);
    return count(s.window) === 0 ? null : { shape: 'exponential', centre, spread: centre, ...ring(s.window) };
  },
  threshold: (p) => p.threshold,
  check: (s, p, now) => verdictAt(due(s, p), true, now),
  due,
};
