// The words for the future that was left behind.

import { expect, it } from 'vitest';
import type { Knob, RunKey, Setup } from '../../src/worker/api.ts';
import { ghostWords } from '../../src/widgets/lab/ghost.ts';
import { SETUP, START } from './fake-lab.ts';

const words = { help: '' };
const knobs: readonly Knob[] = [
  { id: 'T', field: { kind: 'duration', ...words, label: 'T, timeout', default: 3, min: 0, max: 9, step: 0.01 } },
  {
    id: 'happens',
    field: {
      kind: 'choice',
      ...words,
      label: 'What happens to w',
      default: 'crash',
      options: [
        { value: 'crash', label: 'w crashes' },
        { value: 'pause', label: 'w pauses for eight seconds' },
      ],
    },
  },
];
const setup: Setup = { ...SETUP, knobs };
const key = (more: Partial<RunKey>): RunKey => ({ ...START, settings: { T: 3, happens: 'crash' }, ...more });
const says = (ghost: Partial<RunKey>, shown: Partial<RunKey>): string => ghostWords(key(ghost), key(shown), setup);

it('an option speaks for itself, a number needs its name', () => {
  expect(says({ settings: { T: 3, happens: 'pause' } }, {})).toBe('with w pauses for eight seconds');
  expect(says({ settings: { T: 2.2, happens: 'crash' } }, {})).toBe('with T 2.2 s');
});

it('names what was done and to what', () => {
  expect(says({}, { actions: [{ kind: 'cut', on: 'n1-n2', at: 5 }] })).toBe('without your cut of n1 to n2');
  expect(says({}, { actions: [{ kind: 'crash', on: 'n3', at: 5 }] })).toBe('without your crash of n3');
  expect(says({}, { actions: [{ kind: 'hold', on: 'm>w', at: 5 }] })).toBe('without your held message on m to w');
});

it('another seed is all that needs to be said', () => {
  expect(says({ seed: '7' }, {})).toBe('with seed 7');
});
