// The real course compiles, and its contents say what is in it.

import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { compileCourse, readCourse } from '../../src/content/course.ts';

const root = fileURLToPath(new URL('../../lessons', import.meta.url));
const course = compileCourse(root);

test('every lesson of the course compiles without a mistake, in the order of the contents', () => {
  expect(course.map(({ lesson }) => lesson.id)).toEqual(readCourse(root).order);
});

test('every claim has been measured, within its band', () => {
  for (const { claims } of course) {
    for (const [name, { value, band }] of Object.entries(claims)) {
      expect(value, name).toBeGreaterThanOrEqual(band[0]);
      expect(value, name).toBeLessThanOrEqual(band[1]);
    }
  }
});

test('nothing that is put into a page as HTML holds a script or a style of its own', () => {
  for (const { lesson } of course) expect(JSON.stringify(lesson)).not.toMatch(/<script|<style| style=|javascript:/i);
});
