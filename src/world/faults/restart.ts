// Restart: the process starts anew from its disk, whether it had crashed or was running. It overrides every
// crash that began before it.

import type { FaultKind } from './fault.ts';

export const restart: FaultKind<object> = {
  id: 'restart',
  title: 'Restart',
  on: 'node',
  directed: false,
  lasts: false,
  reboots: true,
  icon: 'restart',
  effect: (thing) => `${thing} starts anew and remembers only what is on its disk.`,
  says: (thing) => `${thing} is restarted`,
  params: {},
  onNode(condition) {
    condition.crashed = false;
    condition.paused = null;
    condition.slow = 0;
  },
};
