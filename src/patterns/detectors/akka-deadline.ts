// Akka's and Pekko's deadline detector, used between data centres: a fixed timeout made of two knobs, the
// sending period and the pause to tolerate on top. A peer that was never heard from counts as available,
// so a node that dies before its first beat is never noticed by this detector alone.

import type { Detector } from './detector.ts';
import { finite, verdictAt } from './deadline.ts';

type Params = { interval: number; pause: number };
type State = { lastHeard: number | null };

const due = (s: State, p: Params): number | null =>
  s.lastHeard === null ? null : s.lastHeard + (p.interval + p.pause);

export const akkaDeadline: Detector<Params, State> = {
  id: 'akka-deadline',
  kind: 'detector',
  title: 'Deadline (Akka)',
  levelName: 'share of the deadline',
  source: 'Akka and Pekko, DeadlineFailureDetector: available while last + interval + pause > now',
  says:
    'Allows one sending period plus a pause since the last beat; at the deadline itself it already suspects. ' +
    'It starts with the first beat: whoever never sent one is trusted for ever.',
  params: {
    interval: {
      kind: 'duration',
      label: 'Heartbeat interval',
      help: 'How often the peer is expected to send.',
      default: 3,
      min: 0.01,
      max: 600,
      step: 0.1,
      names: { akka: 'heartbeat-interval', pekko: 'heartbeat-interval' },
    },
    pause: {
      kind: 'duration',
      label: 'Acceptable pause',
      help: 'Silence tolerated on top of the interval: garbage collection, a slow network.',
      default: 10,
      min: 0,
      max: 3600,
      step: 0.1,
      names: { akka: 'acceptable-heartbeat-pause', pekko: 'acceptable-heartbeat-pause' },
    },
  },
  cases: [
    {
      says: 'the deadline is the interval plus the pause, and the deadline is too late',
      params: { interval: 1, pause: 4 },
      arrivals: [1, 2],
      asks: [
        { at: 6.5, verdict: 'trust', level: 0.9 },
        { at: 7, verdict: 'suspect', level: 1 },
      ],
    },
    {
      says: 'who never spoke is trusted',
      params: { interval: 1, pause: 1 },
      arrivals: [],
      asks: [{ at: 1000, verdict: 'trust', level: 0 }],
    },
  ],
  strict: false,
  init: () => ({ lastHeard: null }),
  heard(s, _p, now) {
    s.lastHeard = now;
  },
  level: (s, p, now) => (s.lastHeard === null ? 0 : finite(Math.max(0, now - s.lastHeard) / (p.interval + p.pause))),
  threshold: () => 1,
  check: (s, p, now) => verdictAt(due(s, p), false, now),
  due,
};
