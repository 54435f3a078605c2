// Drop: the next message sent in a direction is lost, and only that one.

import type { FaultKind } from './fault.ts';

export const drop: FaultKind<object> = {
  id: 'drop',
  title: 'Drop one',
  on: 'link',
  directed: true,
  lasts: false,
  icon: 'drop',
  effect: (thing) => `The next message over ${thing} is lost.`,
  says: (thing) => `the next message over ${thing} is to be dropped`,
  params: {},
  onLink(condition, _p, fault) {
    condition.next.push({ fault, drop: true, hold: 0 });
  },
};
