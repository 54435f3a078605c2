// Cut: nothing that is sent gets through, in one direction or in both. Messages already under way arrive.
// Neither end is told.

import type { FaultKind } from './fault.ts';

export const cut: FaultKind<object> = {
  id: 'cut',
  title: 'Cut',
  on: 'link',
  directed: true,
  lasts: true,
  icon: 'cut',
  effect: (thing) => `Nothing sent over ${thing} arrives. Nobody is told.`,
  says: (thing) => `${thing} is cut`,
  params: {},
  onLink(condition) {
    condition.cut = true;
  },
};
