// The knobs that the detectors keyed on sequence numbers share.

import type { CountField, DurationField } from '../../kernel/fields.ts';

export const periodField: DurationField = {
  kind: 'duration',
  label: 'Sending period',
  help: 'How often the peer sends. It must be true: the deadlines are computed from it.',
  default: 1,
  min: 0.001,
  max: 600,
  step: 0.1,
  names: { paper: 'eta' },
};

export const deltaField: DurationField = {
  kind: 'duration',
  label: 'Shift',
  help: 'How long after its sending a beat may arrive. Larger: fewer mistakes, slower detection.',
  default: 0.5,
  min: 0,
  max: 600,
  step: 0.05,
  names: { paper: 'delta' },
};

export const arrivalsField: CountField = {
  kind: 'count',
  label: 'Window',
  help: 'How many of the latest beats the estimate of the next arrival rests on.',
  default: 1000,
  min: 1,
  max: 10_000,
  step: 1,
  unit: 'beats',
  names: { paper: 'n' },
};
