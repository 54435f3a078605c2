// Slow: the process takes a fixed time to handle each timer and each message, one after another. It is up,
// it answers, and it is late; when work arrives faster than it is handled, the wait grows without bound.

import type { FaultKind } from './fault.ts';

export type SlowParams = { readonly by: number };

export const slow: FaultKind<SlowParams> = {
  id: 'slow',
  title: 'Slow',
  on: 'node',
  directed: false,
  lasts: true,
  icon: 'slow',
  effect: (thing) => `${thing} takes longer over everything it does, one thing after another.`,
  says: (thing) => `${thing} becomes slow`,
  params: {
    by: {
      kind: 'duration',
      label: 'time for each thing',
      help: 'How long the process takes over every message and every timer.',
      default: 0.1,
      min: 0.001,
      max: 10,
      step: 0.01,
    },
  },
  onNode(condition, p) {
    condition.slow += p.by;
  },
};
