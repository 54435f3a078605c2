// Resume: a paused or slow process goes on at its ordinary pace, whoever had stopped it.

import type { FaultKind } from './fault.ts';

export const resume: FaultKind<object> = {
  id: 'resume',
  title: 'Resume',
  on: 'node',
  directed: false,
  lasts: false,
  icon: 'play',
  effect: (thing) => `${thing} goes on: first the timers that fell due, then the messages that waited.`,
  says: (thing) => `${thing} is resumed`,
  params: {},
  onNode(condition) {
    condition.paused = null;
    condition.slow = 0;
  },
};
