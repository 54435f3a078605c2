// Delay: every message sent meanwhile takes longer, by the same amount.

import type { FaultKind } from './fault.ts';

export type DelayParams = { readonly by: number };

export const delay: FaultKind<DelayParams> = {
  id: 'delay',
  title: 'Delay',
  on: 'link',
  directed: true,
  lasts: true,
  icon: 'delay',
  effect: (thing) => `Everything sent over ${thing} arrives later.`,
  says: (thing) => `${thing} is delayed`,
  params: {
    by: {
      kind: 'duration',
      label: 'by',
      help: 'Added to the delay of every message.',
      default: 0.25,
      min: 0,
      max: 60,
      step: 0.05,
    },
  },
  onLink(condition, p) {
    condition.delay += p.by;
  },
};
