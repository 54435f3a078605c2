// How long it takes until a wrongly suspected node is trusted again.

import type { Measure } from '../measure.ts';
import { qualityOf } from '../quality.ts';
import { watches } from '../watches.ts';
import { meanOf } from '../mean-of.ts';

export const mistakeDuration: Measure = {
  id: 'mistake-duration',
  title: 'Mistake duration (T_M)',
  unit: 's',
  per: 'mistakes',
  says: 'How long a mistake lasts, on average.',
  blindSpot: 'Mistakes still going on when the run ends, or a node crashes, do not count: the longest are missed.',
  source: 'Chen, Toueg, Aguilera 2002: T_M',
  params: {},
  nodes: ['observer', 'target'],
  of: (run, args) => meanOf(qualityOf(watches(run, args)).durations),
};
