// Suspect whoever has been silent for longer than a fixed time. The oldest detector and still the most
// common: one number trades speed against mistakes, and nothing is learnt from the network. It counts
// from the moment of watching, so that a peer that never spoke is suspected too.

import type { Detector } from './detector.ts';
import { finite, verdictAt } from './deadline.ts';

type Params = { timeout: number };
type State = { lastHeard: number };

const due = (s: State, p: Params): number => s.lastHeard + p.timeout;

export const fixedTimeout: Detector<Params, State> = {
  id: 'fixed-timeout',
  kind: 'detector',
  title: 'Fixed timeout',
  levelName: 'share of the timeout',
  source: "ZooKeeper's static mode (ZOOKEEPER-702): failed once now > last heard + timeout",
  says:
    'Remembers when it last heard from the peer. Suspects once the silence is longer than the timeout. ' +
    'It cannot tell a crash from a slow network, and never learns which of the two it usually sees.',
  params: {
    timeout: {
      kind: 'duration',
      label: 'Timeout',
      help: 'Silence tolerated. Longer: fewer false alarms, slower to notice a crash.',
      default: 3,
      min: 0.01,
      max: 3600,
      step: 0.05,
      names: {
        zookeeper: 'tickTime * syncLimit',
        kubernetes: 'node-monitor-grace-period',
        erlang: 'net_ticktime',
        patroni: 'ttl',
        hazelcast: 'hazelcast.max.no.heartbeat.seconds',
        kafka: 'session.timeout.ms',
      },
    },
  },
  cases: [
    {
      says: 'a beat a second keeps trust; silence of just the timeout does too',
      params: { timeout: 3 },
      arrivals: [1, 2, 3],
      asks: [
        { at: 3, verdict: 'trust', level: 0 },
        { at: 4.5, verdict: 'trust', level: 0.5 },
        { at: 6, verdict: 'trust', level: 1 },
        { at: 6.25, verdict: 'suspect' },
      ],
    },
    {
      says: 'a late beat ends the suspicion: it was a mistake',
      params: { timeout: 2 },
      arrivals: [1, 4],
      asks: [
        { at: 3.5, verdict: 'suspect', level: 1.25 },
        { at: 4, verdict: 'trust', level: 0 },
      ],
    },
    {
      says: 'who never speaks is suspected, counted from the start of watching',
      params: { timeout: 2 },
      arrivals: [],
      asks: [
        { at: 2, verdict: 'trust' },
        { at: 2.5, verdict: 'suspect', level: 1.25 },
      ],
    },
  ],
  strict: true,
  init: (_p, now) => ({ lastHeard: now }),
  heard(s, _p, now) {
    s.lastHeard = now;
  },
  level: (s, p, now) => finite(Math.max(0, now - s.lastHeard) / p.timeout),
  threshold: () => 1,
  check: (s, p, now) => verdictAt(due(s, p), true, now),
  due,
};
