// The glossary as a page shows it: every word once, in order, with the steps in which it is met.

import { expect, test } from 'vitest';
import { compileCourse, readCourse } from '../../src/content/course.ts';
import { glossaryOf } from '../../src/content/glossary.ts';

const lessons = compileCourse('lessons', 'open').map((one) => one.lesson);
const { glossary } = readCourse('lessons').course;
const words = glossaryOf(glossary, lessons);

test('every word of glossary.yaml is there once, in alphabetical order', () => {
  expect(words.map(({ word }) => word)).toEqual(Object.keys(glossary).sort());
  expect(new Set(words.map(({ slug }) => slug)).size).toBe(words.length);
});

test('a word leads to the step whose prose uses it, and to no other', () => {
  const heartbeat = words.find(({ word }) => word === 'heartbeat');
  expect(heartbeat?.uses[0]).toMatchObject({ lesson: 'heartbeats-and-timeouts', step: 'three-silences' });
  const steps = lessons.flatMap((lesson) => lesson.steps.map((step) => `${lesson.id}/${step.id}`));
  const uses = words.flatMap((word) => word.uses.map((use) => `${use.lesson}/${use.step}`));
  expect(uses.filter((use) => !steps.includes(use))).toEqual([]);
});

test('a word that no lesson uses is not in the glossary', () => {
  expect(words.filter(({ uses }) => uses.length === 0).map(({ word }) => word)).toEqual([]);
});
