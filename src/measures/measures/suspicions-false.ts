// Alarms that were wrong: the same as mistakes, to be set beside the true ones.

import type { Measure } from '../measure.ts';
import { suspicions } from '../suspicions.ts';

export const suspicionsFalse: Measure = {
  id: 'suspicions-false',
  title: 'False suspicions',
  unit: 'count',
  per: 'pair-hours',
  says: 'How many times a node was suspected that had not crashed.',
  blindSpot: 'A suspicion that is early by a moment counts as false, even if its target crashes in the next.',
  source: 'the record: suspicions of a node that has not crashed',
  params: {},
  nodes: ['observer', 'target'],
  of: (run, args) => suspicions(run, args, false),
};
