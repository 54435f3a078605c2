// The longest wait between two heartbeats of a live pair: what a timeout must outlast to make no mistake.

import { gaps } from '../gaps.ts';
import type { Measure } from '../measure.ts';
import { longest } from '../quality.ts';

export const largestGap: Measure = {
  id: 'largest-gap',
  title: 'Largest gap',
  unit: 's',
  says: 'The longest time between two heartbeats in a row that an observer heard from a live node.',
  blindSpot: 'The largest of many runs is larger than the largest of one, and there is always a larger one to come.',
  source: 'the record: hearings of heartbeats, pair by pair',
  params: {},
  nodes: ['observer', 'target'],
  of(run, args) {
    const most = longest(gaps(run, args));
    return most ? { value: most.length / 1e6, at: most.at, row: most.row } : { value: null };
  },
};
