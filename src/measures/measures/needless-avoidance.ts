// The price of the cheap alarm: the time in which a worker that could have worked was given nothing to do.

import type { Measure } from '../measure.ts';
import { longest, qualityOf } from '../quality.ts';
import { watches } from '../watches.ts';

export const needlessAvoidance: Measure = {
  id: 'needless-avoidance',
  title: 'Needless avoidance',
  unit: 's',
  per: 'runs',
  says: 'How many seconds in all live nodes were suspected by live observers: one second for each pair.',
  blindSpot: 'A second in which there was no work to give out counts like any other.',
  source: 'the record: time spent in suspicion of a node that has not crashed',
  params: {},
  nodes: ['observer', 'target'],
  of(run, args) {
    const q = qualityOf(watches(run, args));
    if (q.watched === 0) return { value: null, count: 0, exposure: 0 };
    // Whole microseconds again: the share of trust that this comes from is a fraction.
    const value = Math.round(q.watched - q.trusted) / 1e6;
    const most = longest(q.durations);
    const first = q.mistakes[0];
    const where = most ? { at: most.at, row: most.row } : first ? { at: first.t, row: first.row } : {};
    return { value, ...where, count: value, exposure: 1 };
  },
};
