// Some correct process is never suspected.

import type { Measure } from '../measure.ts';
import { propertySample } from '../property-sample.ts';

export const weakAccuracy: Measure = {
  id: 'weak-accuracy',
  title: 'Weak accuracy',
  unit: 'flag',
  says: '1 while at least one process that never crashes has never been suspected, 0 once each has.',
  blindSpot: 'It does not say which process, and a longer run may still refute it.',
  source: 'Chandra and Toueg 1996',
  params: {},
  nodes: [],
  of: (run) => propertySample(run, 'weak-accuracy'),
};
