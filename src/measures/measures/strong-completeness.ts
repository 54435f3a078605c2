// Every crashed process is in the end suspected by every correct one.

import type { Measure } from '../measure.ts';
import { propertySample } from '../property-sample.ts';

export const strongCompleteness: Measure = {
  id: 'strong-completeness',
  title: 'Strong completeness',
  unit: 'flag',
  says: '1 if at the end every crashed process was suspected by every correct one, 0 if not.',
  blindSpot: 'A 0 refutes nothing: with more time it might be 1. Nodes that do not watch count as not suspecting.',
  source: 'Chandra and Toueg 1996',
  params: {},
  nodes: [],
  of: (run) => propertySample(run, 'strong-completeness'),
};
