// Mistakes as a rate, so that runs of different length and clusters of different size compare.

import type { Measure } from '../measure.ts';
import { mistakes } from './mistakes.ts';

export const mistakesPerPairHour: Measure = {
  id: 'mistakes-per-pair-hour',
  title: 'Mistakes per pair-hour',
  unit: 'per pair-hour',
  per: 'pair-hours',
  says: 'How many mistakes one observer would make about one live node in an hour.',
  blindSpot:
    'One run of a minute says little: pool it over many. Mistakes in clumps look like mistakes that come alone.',
  source: 'Chen, Toueg, Aguilera 2002: the average mistake rate',
  params: {},
  nodes: ['observer', 'target'],
  of(run, args) {
    const sample = mistakes.of(run, args);
    return sample.value === null ? sample : { ...sample, value: sample.value / sample.exposure! };
  },
};
