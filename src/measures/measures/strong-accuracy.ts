// No process is suspected before it crashes.

import type { Measure } from '../measure.ts';
import { propertySample } from '../property-sample.ts';

export const strongAccuracy: Measure = {
  id: 'strong-accuracy',
  title: 'Strong accuracy',
  unit: 'flag',
  says: '1 while nobody has been suspected before its crash, 0 once somebody has.',
  blindSpot: 'A run of 1 does not show that the detector is strongly accurate: only that this run has not refuted it.',
  source: 'Chandra and Toueg 1996',
  params: {},
  nodes: [],
  of: (run) => propertySample(run, 'strong-accuracy'),
};
