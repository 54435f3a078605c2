// A lesson, and what each of its stages has to know before anything has run, put together while the page is written:
// the first frame of each lab stands in the static HTML, and the page's scripts need no simulation to draw it again.
// It all travels in the page itself, beside the words, and as one text: JSON is read in a tenth of the time that it
// takes as a script, and while the browser reads nobody can press anything.

import { error } from '@sveltejs/kit';
import { contents, load as lessons } from 'virtual:lessons';
import type { Lesson } from '../../../content/blocks.ts';
import { exerciseStart, labStart } from '../../../widgets/tasks/exercise.ts';
import { localLab } from '../../../worker/local.ts';
import type { RunKey, Setup } from '../../../worker/api.ts';
import { written } from '../../written.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export type Shown = {
  readonly lesson: Lesson;
  /** By the id of the lab or the exercise. */
  readonly setups: { readonly [id: string]: Setup };
};

export const entries: EntryGenerator = () => contents.map(({ id }) => ({ id }));

export const load: PageServerLoad = async ({ params }) => {
  const open = lessons[params.id];
  if (open === undefined) error(404, 'There is no such lesson');
  const lesson = await open();
  const shown: Shown = { lesson, setups: await setupsOf(lesson) };
  return {
    written: written(shown),
    trail: [{ label: lesson.part }, { label: lesson.title }],
    neighbours: { previous: neighbour(lesson.id, -1), next: neighbour(lesson.id, 1) },
  };
};

function neighbour(id: string, by: number): App.Neighbour | null {
  const other = contents[contents.findIndex((one) => one.id === id) + by];
  return other === undefined ? null : { id: other.id, title: other.title, question: other.question };
}

async function setupsOf(lesson: Lesson): Promise<Shown['setups']> {
  const lab = localLab(lesson.scenarios);
  const starts: (readonly [string, RunKey])[] = [
    ...lesson.steps.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.kind === 'lab' ? [[block.id, labStart(lesson, block)] as const] : [])),
    ),
    ...Object.values(lesson.exercises).flatMap((exercise) =>
      exercise.kind === 'tune' || exercise.kind === 'break'
        ? [[exercise.id, exerciseStart(lesson, exercise)] as const]
        : [],
    ),
  ];
  return Object.fromEntries(await Promise.all(starts.map(async ([id, key]) => [id, await lab.setup(key)] as const)));
}
