// Alarms that were right.

import type { Measure } from '../measure.ts';
import { suspicions } from '../suspicions.ts';

export const suspicionsTrue: Measure = {
  id: 'suspicions-true',
  title: 'True suspicions',
  unit: 'count',
  per: 'pair-hours',
  says: 'How many times a node was suspected that had crashed.',
  blindSpot: 'One crash is suspected once by each observer, so it counts as often as there are observers.',
  source: 'the record: suspicions of a node that has crashed',
  params: {},
  nodes: ['observer', 'target'],
  of: (run, args) => suspicions(run, args, true),
};
