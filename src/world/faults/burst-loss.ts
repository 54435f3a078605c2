// Burst loss: good and bad periods follow each other in time, with exponential lengths, and in the bad ones
// messages are lost. It is time that is bad, not messages: sending more often does not shorten an outage
// (a chain that advances with every message would say that it does). After Gilbert (1960), in continuous time.

import type { FaultKind } from './fault.ts';

export type BurstParams = { readonly good: number; readonly bad: number; readonly share: number };

export const burstLoss: FaultKind<BurstParams> = {
  id: 'burst-loss',
  title: 'Lose in bursts',
  on: 'link',
  directed: true,
  lasts: true,
  icon: 'burst',
  effect: (thing) => `${thing} has bad periods in which messages are lost.`,
  says: (thing) => `${thing} loses messages in bursts`,
  params: {
    good: {
      kind: 'duration',
      label: 'good for about',
      help: 'Mean length of a good period.',
      default: 57,
      min: 0.1,
      max: 3600,
      step: 1,
    },
    bad: {
      kind: 'duration',
      label: 'bad for about',
      help: 'Mean length of a bad period.',
      default: 3,
      min: 0.1,
      max: 600,
      step: 0.1,
    },
    share: {
      kind: 'ratio',
      label: 'share lost when bad',
      help: 'The chance of a message to be lost in a bad period.',
      default: 1,
      min: 0,
      max: 1,
      step: 0.05,
    },
  },
  onLink(condition, p, fault) {
    condition.burst = { fault, good: p.good, bad: p.bad, share: p.share };
  },
};
