// Cassandra's guard against its own pauses. If the node has not judged anybody for longer than a limit, it
// assumes that it was itself asleep (garbage collection, a stopped machine) and judges nobody now, nor
// for the same length of time afterwards, so that its mailbox can catch up first. It must be asked at a
// steady pace, as Cassandra does at every gossip round: a node that asks only when something is overdue
// looks to it like one that slept.

import type { Guard } from './guard.ts';

export type LocalPauseParams = { longest: number };
export type LocalPauseState = { lastAsked: number; lastPause: number | null };

export const localPause: Guard<LocalPauseParams, LocalPauseState> = {
  id: 'local-pause',
  kind: 'guard',
  title: 'Local pause',
  source: 'Cassandra, FailureDetector.interpret and max_local_pause_in_ms',
  says:
    'If this node did not look for longer than the limit, it was asleep itself: it accuses nobody now, ' +
    'nor for as long again, until late messages are in.',
  params: {
    longest: {
      kind: 'duration',
      label: 'Longest pause',
      help: 'A longer gap between two looks means that this node slept. Also how long it then keeps quiet.',
      default: 5,
      min: 0.01,
      max: 600,
      step: 0.1,
      names: { cassandra: 'cassandra.max_local_pause_in_ms', scylla: 'max_local_pause' },
    },
  },
  steady: true,
  init: (_p, now) => ({ lastAsked: now, lastPause: null }),
  admit(s, p, now) {
    const gap = now - s.lastAsked;
    s.lastAsked = now;
    if (gap > p.longest) {
      s.lastPause = now;
      return false;
    }
    return s.lastPause === null || now - s.lastPause >= p.longest;
  },
  retryAt: (s, p, now) => Math.max(now, (s.lastPause ?? now) + p.longest),
};
