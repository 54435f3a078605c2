// A fixed timeout that learns from its mistakes: each time a beat arrives from a peer under suspicion, the
// timeout for that peer grows. If delays have a bound, known to nobody, there can be only so many
// mistakes before the timeout exceeds it, and from then on the detector is right for ever: eventually
// perfect. Without a bound the mistakes become rare but need never end. It does not shrink again.

import type { Detector } from './detector.ts';
import { finite, verdictAt } from './deadline.ts';

type Params = { timeout: number; growth: number };
type State = { lastHeard: number; timeout: number };

const due = (s: State): number => s.lastHeard + s.timeout;

export const growingTimeout: Detector<Params, State> = {
  id: 'growing-timeout',
  kind: 'detector',
  title: 'Growing timeout',
  levelName: 'share of the timeout',
  source: 'Chandra and Toueg, JACM 43(2), 1996: an eventually perfect detector under partial synchrony',
  says:
    'A timeout that grows whenever it was wrong, that is when a suspected peer is heard after all. ' +
    'If delays have any bound, it makes only so many mistakes and then never again. ' +
    'You pay with slower detection, and it cannot know that it has made its last mistake.',
  params: {
    timeout: {
      kind: 'duration',
      label: 'First timeout',
      help: 'Silence tolerated before the first mistake.',
      default: 1,
      min: 0.01,
      max: 3600,
      step: 0.05,
    },
    growth: {
      kind: 'duration',
      label: 'Growth',
      help: 'Added to the timeout after each mistake. Larger steps: fewer mistakes, a slower detector for good.',
      default: 0.05,
      min: 0,
      max: 600,
      step: 0.05,
    },
  },
  cases: [
    {
      says: 'a beat that comes too late is the last one that late to be a mistake',
      params: { timeout: 1, growth: 0.5 },
      arrivals: [0, 1.25, 2.625],
      asks: [
        { at: 1.25, verdict: 'trust' },
        { at: 2.625, verdict: 'trust', level: 0 },
        { at: 4.125, verdict: 'trust', level: 1 },
        { at: 4.25, verdict: 'suspect' },
      ],
    },
    {
      says: 'no mistake, no growth',
      params: { timeout: 2, growth: 1 },
      arrivals: [1, 2, 3],
      asks: [
        { at: 5, verdict: 'trust', level: 1 },
        { at: 5.5, verdict: 'suspect', level: 1.25 },
      ],
    },
  ],
  strict: true,
  init: (p, now) => ({ lastHeard: now, timeout: p.timeout }),
  heard(s, p, now) {
    if (verdictAt(due(s), true, now) === 'suspect') s.timeout += p.growth;
    s.lastHeard = now;
  },
  level: (s, _p, now) => finite(Math.max(0, now - s.lastHeard) / s.timeout),
  threshold: () => 1,
  check: (s, _p, now) => verdictAt(due(s), true, now),
  due,
};
