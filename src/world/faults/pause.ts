// Pause: the process stands still and keeps everything. In mode gc (a stop-the-world collection, a starved
// container) its machine's clock runs on and its due timers pile up; in mode suspend (a laptop lid, a
// migrating virtual machine) the monotonic clock stops too. Afterwards due timers run first, then messages.

import type { FaultKind } from './fault.ts';

export type PauseParams = { readonly mode: string };

export const pause: FaultKind<PauseParams> = {
  id: 'pause',
  title: 'Pause',
  on: 'node',
  directed: false,
  lasts: true,
  icon: 'pause-node',
  effect: (thing) => `${thing} stands still. Nothing is lost: messages and timers wait for it.`,
  says: (thing) => `${thing} is paused`,
  params: {
    mode: {
      kind: 'choice',
      label: 'how',
      help: 'Whether the machine’s own clock goes on meanwhile.',
      default: 'gc',
      options: [
        { value: 'gc', label: 'process only, clock runs on' },
        { value: 'suspend', label: 'whole machine, clock stops' },
      ],
    },
  },
  onNode(condition, p) {
    // On a machine that is suspended nothing goes on, whatever else its process is doing.
    if (condition.paused !== 'suspend') condition.paused = p.mode === 'suspend' ? 'suspend' : 'gc';
  },
};
