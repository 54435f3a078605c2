// Heal: a link is as it was meant to be, whatever had been done to it before. Works on what the scenario did
// as well as on what the learner did, because it is folded after both.

import type { FaultKind } from './fault.ts';
import { soundLink } from '../conditions.ts';

export const heal: FaultKind<object> = {
  id: 'heal',
  title: 'Heal',
  on: 'link',
  directed: true,
  lasts: false,
  icon: 'heal',
  effect: (thing) => `${thing} works again as it was built.`,
  says: (thing) => `${thing} is healed`,
  params: {},
  onLink(condition) {
    Object.assign(condition, soundLink());
  },
};
