// Where one goes from an exercise that has been solved.

import { expect, test } from 'vitest';
import type { Exercise, Step } from '../../src/content/blocks.ts';
import { onwards } from '../../src/routes/_lesson/onwards.ts';

const step = (id: string, ...exercises: readonly string[]): Step => ({
  id,
  title: `Step ${id}`,
  core: true,
  blocks: exercises.map((one) => ({ kind: 'exercise', id: one })),
});
const titled = (title: string) => ({ title }) as Exercise;
const lesson = {
  steps: [step('one', 'e1', 'e2'), step('two', 'e3')],
  exercises: { e1: titled('First'), e2: titled('Second'), e3: titled('Third') },
};

test('to the next exercise of the same step', () => {
  expect(onwards(lesson, 'e1')).toEqual({ href: '?step=one&on=e2#one', title: 'Second' });
});

test('from the last of a step to the next step', () => {
  expect(onwards(lesson, 'e2')).toEqual({ href: '?step=two#two', title: 'Step two' });
});

test('nowhere from the last step', () => {
  expect(onwards(lesson, 'e3')).toBeNull();
});
