// How many gaps a statement about gaps rests on.

import { gaps as gapsOf } from '../gaps.ts';
import type { Measure } from '../measure.ts';

export const gaps: Measure = {
  id: 'gaps',
  title: 'Gaps measured',
  unit: 'count',
  says: 'How many times an observer heard two heartbeats in a row from a live node.',
  blindSpot: 'It counts beats that were heard. What was lost shows only as a longer gap.',
  source: 'the record: hearings of heartbeats, pair by pair',
  params: {},
  nodes: ['observer', 'target'],
  of(run, args) {
    const all = gapsOf(run, args);
    const last = all[all.length - 1];
    return last ? { value: all.length, at: last.at, row: last.row } : { value: null };
  },
};
