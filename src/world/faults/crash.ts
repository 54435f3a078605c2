// Crash-stop: the process is gone at once, with everything it held in memory. Messages on their way from it
// still arrive; messages to it fall on nobody. With an end, it starts again there from its disk.

import type { FaultKind } from './fault.ts';

export const crash: FaultKind<object> = {
  id: 'crash',
  title: 'Crash',
  on: 'node',
  directed: false,
  lasts: true,
  icon: 'crash',
  effect: (thing) => `${thing} stops at once and forgets everything.`,
  says: (thing) => `${thing} crashes`,
  params: {},
  onNode(condition) {
    condition.crashed = true;
  },
};
