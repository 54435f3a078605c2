// Chen, Toueg and Aguilera's detector for synchronised clocks. Beat number i is sent at i periods; from
// freshness point i (that moment plus delta) the receiver demands beat i or a later one. Because
// deadlines are tied to sending times and not to the last arrival, a beat that was late does not buy the
// next one time, and the detection time is bounded by delta plus one period whatever the network does.

import type { Beat, Detector } from './detector.ts';
import { finite, verdictAt } from './deadline.ts';
import { deltaField, periodField } from './chen-fields.ts';

type Params = { period: number; delta: number };
/** `sent`: when the newest beat heard was sent, by the common clock. */
type State = { since: number; newest: { seq: number; sent: number } | null };

function due(s: State, p: Params): number {
  return s.newest === null ? s.since : s.newest.sent + p.period + p.delta;
}

export const chenNfdS: Detector<Params, State> = {
  id: 'chen-nfd-s',
  kind: 'detector',
  title: 'Chen NFD-S (synchronised clocks)',
  levelName: 'periods overdue, 1 at the freshness point',
  source: 'Chen, Toueg and Aguilera, IEEE Transactions on Computers 51(5), May 2002, section 3',
  says:
    'Knows when each beat was sent and demands it within delta, whatever happened to earlier ones. ' +
    'Its worst detection time is exact: delta plus one period. It needs clocks that agree; ' +
    'a clock that is off by more than delta ruins it.',
  params: { period: periodField, delta: deltaField },
  cases: [
    {
      says: 'beat 2, sent at 2 s, is good until beat 3 is due: 3 s plus delta, however late it came itself',
      params: { period: 1, delta: 0.5 },
      arrivals: [1.25, 2.375],
      asks: [
        { at: 3.25, verdict: 'trust', level: 0.75 },
        { at: 3.5, verdict: 'suspect', level: 1 },
      ],
    },
    {
      says: 'it suspects until the first beat is heard',
      params: { period: 1, delta: 0.5 },
      arrivals: [1.25],
      asks: [
        { at: 1, verdict: 'suspect', level: 0 },
        { at: 1.25, verdict: 'trust', level: 0 },
      ],
    },
    {
      says: 'a beat that arrives after its successor was due changes nothing',
      params: { period: 1, delta: 0.5 },
      arrivals: [2.75],
      asks: [{ at: 2.75, verdict: 'suspect', level: 1.25 }],
    },
  ],
  strict: false,
  init: (_p, now) => ({ since: now, newest: null }),
  heard(s, p, _now, beat: Beat) {
    if (s.newest !== null && beat.seq <= s.newest.seq) return;
    // Beats without a send time keep to the paper's schedule, which starts at 0.
    s.newest = { seq: beat.seq, sent: beat.sentAt ?? beat.seq * p.period };
  },
  level: (s, p, now) => (s.newest === null ? 0 : finite(Math.max(0, 1 + (now - due(s, p)) / p.period))),
  threshold: () => 1,
  check: (s, p, now) => verdictAt(due(s, p), false, now),
  due,
};
