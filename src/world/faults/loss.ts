// Loss: each message is lost with the same chance, independently of all others.

import type { FaultKind } from './fault.ts';

export type LossParams = { readonly share: number };

export const loss: FaultKind<LossParams> = {
  id: 'loss',
  title: 'Lose',
  on: 'link',
  directed: true,
  lasts: true,
  icon: 'lose',
  effect: (thing) => `Some of what is sent over ${thing} never arrives, each message by its own chance.`,
  says: (thing) => `${thing} loses messages`,
  params: {
    share: {
      kind: 'ratio',
      label: 'share lost',
      help: 'The chance of each message to be lost.',
      default: 0.2,
      min: 0,
      max: 1,
      step: 0.01,
    },
  },
  onLink(condition, p) {
    condition.loss = 1 - (1 - condition.loss) * (1 - p.share);
  },
};
