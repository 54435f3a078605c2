// Hold: the next message sent in a direction is held back for a while, and only that one. On an ordered
// link the messages behind it have to wait for it; elsewhere they overtake.

import type { FaultKind } from './fault.ts';

export type HoldParams = { readonly by: number };

export const hold: FaultKind<HoldParams> = {
  id: 'hold',
  title: 'Hold one',
  on: 'link',
  directed: true,
  lasts: false,
  icon: 'hold',
  effect: (thing) => `The next message over ${thing} is held back.`,
  says: (thing) => `the next message over ${thing} is to be held back`,
  params: {
    by: {
      kind: 'duration',
      label: 'for',
      help: 'How much later this one message arrives.',
      default: 1,
      min: 0.01,
      max: 60,
      step: 0.01,
    },
  },
  onLink(condition, p, fault) {
    condition.next.push({ fault, drop: false, hold: p.by });
  },
};
