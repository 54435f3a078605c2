// The time from the end of one mistake to the beginning of the next, of the same observer about the same node.

import type { Measure } from '../measure.ts';
import { qualityOf } from '../quality.ts';
import { watches } from '../watches.ts';
import { meanOf } from '../mean-of.ts';

export const goodPeriod: Measure = {
  id: 'good-period',
  title: 'Good period (T_G)',
  unit: 's',
  per: 'good periods',
  says: 'How long an observer stays right after a mistake, on average.',
  blindSpot: 'The time before the first mistake and after the last one does not count.',
  source: 'Chen, Toueg, Aguilera 2002: T_G',
  params: {},
  nodes: ['observer', 'target'],
  of: (run, args) => meanOf(qualityOf(watches(run, args)).goods),
};
