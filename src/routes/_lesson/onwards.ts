// Where one goes from an exercise that has been solved: to the next one of its step, or else to the next step.

import type { Lesson } from '../../content/blocks.ts';
import { hrefOf } from './address.ts';

export type Onwards = { readonly href: string; readonly title: string };

export function onwards(lesson: Pick<Lesson, 'steps' | 'exercises'>, exercise: string): Onwards | null {
  const own = ({ blocks }: Lesson['steps'][number]): readonly string[] =>
    blocks.flatMap((block) => (block.kind === 'exercise' ? [block.id] : []));
  const at = lesson.steps.findIndex((step) => own(step).includes(exercise));
  const step = lesson.steps[at];
  if (step === undefined) return null;
  const ids = own(step);
  const next = ids[ids.indexOf(exercise) + 1];
  const title = next === undefined ? undefined : lesson.exercises[next]?.title;
  if (next !== undefined && title !== undefined) return { href: hrefOf(step, next), title };
  const after = lesson.steps[at + 1];
  return after === undefined ? null : { href: hrefOf(after), title: after.title };
}
