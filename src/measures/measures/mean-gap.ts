// The usual time between two heartbeats.

import { gaps } from '../gaps.ts';
import type { Measure } from '../measure.ts';
import { meanOf } from '../mean-of.ts';

export const meanGap: Measure = {
  id: 'mean-gap',
  title: 'Mean gap',
  unit: 's',
  per: 'gaps',
  says: 'The average time between two heartbeats in a row that an observer heard from a live node.',
  blindSpot: 'A mean says nothing about the longest gap, which is the one that a timeout meets.',
  source: 'the record: hearings of heartbeats, pair by pair',
  params: {},
  nodes: ['observer', 'target'],
  of: (run, args) => meanOf(gaps(run, args)),
};
