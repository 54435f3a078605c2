// The simplest way to notice that one slept: the timer that asks ran late. A machine whose own timer is
// late by more than a little cannot tell a silent peer from a full mailbox of its own, so it judges nobody
// until it has had a moment to read what is waiting. It notices nothing about a pause that falls between
// two timers and ends before the second is due.

import type { Guard } from './guard.ts';

export type LateTickParams = { allowed: number; settle: number };
export type LateTickState = { quietUntil: number | null };

export const lateTick: Guard<LateTickParams, LateTickState> = {
  id: 'late-tick',
  kind: 'guard',
  title: 'Late tick',
  source: "after Akka's cluster heartbeat sender, which reports starvation when its own tick comes two intervals late",
  says:
    'If the timer that asks came too late, this node was held up itself: it accuses nobody until it has ' +
    'had a moment to read its mail.',
  params: {
    allowed: {
      kind: 'duration',
      label: 'Lateness allowed',
      help: 'A timer later than this means that this node was held up.',
      default: 0.5,
      min: 0,
      max: 600,
      step: 0.05,
    },
    settle: {
      kind: 'duration',
      label: 'Settling time',
      help: 'How long it then keeps quiet, so that waiting messages are read first.',
      default: 0.1,
      min: 0,
      max: 600,
      step: 0.05,
    },
  },
  steady: false,
  init: () => ({ quietUntil: null }),
  admit(s, p, now, late) {
    if (late > p.allowed) {
      s.quietUntil = now + p.settle;
      return false;
    }
    return s.quietUntil === null || now >= s.quietUntil;
  },
  retryAt: (s, _p, now) => Math.max(now, s.quietUntil ?? now),
};
