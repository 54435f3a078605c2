// Every crashed process is in the end suspected by some correct one.

import type { Measure } from '../measure.ts';
import { propertySample } from '../property-sample.ts';

export const weakCompleteness: Measure = {
  id: 'weak-completeness',
  title: 'Weak completeness',
  unit: 'flag',
  says: '1 if at the end every crashed process was suspected by some correct one, 0 if not.',
  blindSpot: 'A 0 refutes nothing: with more time the suspicion might have come.',
  source: 'Chandra and Toueg 1996',
  params: {},
  nodes: [],
  of: (run) => propertySample(run, 'weak-completeness'),
};
