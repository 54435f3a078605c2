// How far the gaps between heartbeats scatter about their mean. The sum is taken about the mean, because
// squares of microseconds outgrow what a double holds exactly.

import { gaps } from '../gaps.ts';
import type { Measure } from '../measure.ts';

export const gapDeviation: Measure = {
  id: 'gap-deviation',
  title: 'Deviation of gaps',
  unit: 's',
  says: 'The standard deviation of the time between two heartbeats in a row, over all gaps of the run.',
  blindSpot: 'Two networks with the same deviation can have very different tails.',
  source: 'population standard deviation of the gaps in the record',
  params: {},
  nodes: ['observer', 'target'],
  of(run, args) {
    const all = gaps(run, args);
    if (all.length === 0) return { value: null };
    const mean = all.reduce((sum, gap) => sum + gap.length, 0) / all.length / 1e6;
    let squares = 0;
    for (const gap of all) squares += (gap.length / 1e6 - mean) * (gap.length / 1e6 - mean);
    const last = all[all.length - 1]!;
    return { value: Math.sqrt(squares / all.length), at: last.at, row: last.row };
  },
};
