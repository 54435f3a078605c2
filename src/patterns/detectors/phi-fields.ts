// The knobs that phi detectors share, each with the name it has in the systems that offer it. What the
// same knob does differs between systems, so every detector may put its own default and help in.

import type { CountField, DurationField, NumberField } from '../../kernel/fields.ts';

export const thresholdField: NumberField = {
  kind: 'number',
  label: 'Threshold',
  help: 'Suspicion level from which the peer is suspected. Higher: fewer mistakes, slower detection.',
  default: 8,
  min: 0.1,
  max: 300,
  step: 0.1,
};

export const windowField: CountField = {
  kind: 'count',
  label: 'Window',
  help: 'How many of the latest gaps it remembers. Longer: steadier, slower to adapt.',
  default: 1000,
  min: 1,
  max: 10_000,
  step: 1,
  unit: 'gaps',
};

export const floorField: DurationField = {
  kind: 'duration',
  label: 'Least deviation',
  help: 'The deviation is never taken to be less: keeps a very regular peer from being suspected at the first hiccup.',
  default: 0.1,
  min: 0.001,
  max: 60,
  step: 0.01,
};

export const pauseField: DurationField = {
  kind: 'duration',
  label: 'Acceptable pause',
  help: 'Added to the mean gap: silence that never raises suspicion, such as garbage collection.',
  default: 0,
  min: 0,
  max: 3600,
  step: 0.1,
};

export const estimateField: DurationField = {
  kind: 'duration',
  label: 'First estimate',
  help: 'The gap it assumes at the first beat, before it has measured any.',
  default: 1,
  min: 0.001,
  max: 600,
  step: 0.1,
};
