// The lessons as they are on the page, and for each a lab on this side, which knows what a learner would find out.

import type { Exercise, Lesson, Step } from '../../src/content/blocks.ts';
import { compileCourse } from '../../src/content/course.ts';
import type { LabApi } from '../../src/worker/api.ts';
import { localLab } from '../../src/worker/local.ts';
import { ROOT } from '../tools/run.ts';

export type Taught = { readonly lesson: Lesson; readonly path: string; readonly lab: LabApi };

export const course: readonly Taught[] = compileCourse(`${ROOT}/lessons`).map(({ lesson }) => ({
  lesson,
  path: `lessons/${lesson.id}/`,
  lab: localLab(lesson.scenarios),
}));

type Blocks<K extends string> = Extract<Step['blocks'][number], { readonly kind: K }>;

export function blocksOf<K extends Step['blocks'][number]['kind']>(step: Step, kind: K): readonly Blocks<K>[] {
  return step.blocks.filter((block): block is Blocks<K> => block.kind === kind);
}

/** The step's exercises, in their order. */
export function exercisesOf(lesson: Lesson, step: Step): readonly Exercise[] {
  return blocksOf(step, 'exercise').flatMap(({ id }) => lesson.exercises[id] ?? []);
}

/** What an exercise is called on the page: 'Exercise 4'. Numbers go by the order in which they are met. */
export function placeOf(lesson: Lesson, exercise: Exercise): string {
  const order = lesson.steps.flatMap((step) => exercisesOf(lesson, step));
  return `Exercise ${order.indexOf(exercise) + 1}`;
}
