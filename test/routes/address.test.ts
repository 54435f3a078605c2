// Where in a lesson an address leads.

import { expect, test } from 'vitest';
import { hereOf, hrefOf } from '../../src/routes/_lesson/address.ts';

const lesson = { steps: ['one', 'two', 'three'].map((id) => ({ id, title: id, core: true, blocks: [] })) };
const at = (address: string) => hereOf(lesson, new URL(address, 'https://lab.example/lessons/x/'));

test('without a word about it the first step is in view', () => {
  expect(at('')).toEqual({ step: 0, scene: null, run: '' });
  expect(at('?step=nowhere#neither')).toEqual({ step: 0, scene: null, run: '' });
});

test('a plain fragment names a step, as links in prose do', () => {
  expect(at('#two').step).toBe(1);
});

test('every address that the page makes leads back to its step and scene', () => {
  expect(at(hrefOf({ id: 'three' }))).toEqual({ step: 2, scene: null, run: '' });
  expect(at(hrefOf({ id: 'three' }, 'e2'))).toEqual({ step: 2, scene: 'e2', run: '' });
});

test('a link to a run keeps the step and the exercise that it was copied from', () => {
  expect(at('?step=two&on=e1#r=abc')).toEqual({ step: 1, scene: 'e1', run: '#r=abc' });
});

test('a fragment in prose wins over the step that was in view, and leaves its exercise behind', () => {
  expect(at('?step=two&on=e1#three')).toEqual({ step: 2, scene: null, run: '' });
});
