// The time from the beginning of one mistake to the beginning of the next, of the same observer about the same node.

import type { Measure } from '../measure.ts';
import { qualityOf } from '../quality.ts';
import { watches } from '../watches.ts';
import { meanOf } from '../mean-of.ts';

export const mistakeRecurrence: Measure = {
  id: 'mistake-recurrence',
  title: 'Time between mistakes (T_MR)',
  unit: 's',
  per: 'pairs of mistakes',
  says: 'How long it takes from one mistake about a node to the next, on average.',
  blindSpot: 'It needs two mistakes of the same pair. A detector that errs once, or never, has none in this run.',
  source: 'Chen, Toueg, Aguilera 2002: T_MR',
  params: {},
  nodes: ['observer', 'target'],
  of: (run, args) => meanOf(qualityOf(watches(run, args)).recurrences),
};
