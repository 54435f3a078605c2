// A lesson as a presenter steps through it: which cards there are, in which order, and what one press does. The cards
// come from the lessons themselves, so each lesson of the course is held to the same promises.

import { describe, expect, it, test } from 'vitest';
import type { Lesson, Predict } from '../../src/content/blocks.ts';
import { compileCourse } from '../../src/content/course.ts';
import { presentIn, presentHref } from '../../src/routes/_lesson/present-address.ts';
import { present } from '../../src/widgets/present-commands.ts';
import { apart, momentsOf } from '../../src/widgets/present-moments.ts';
import { PresentState } from '../../src/widgets/present.svelte.ts';
import { cuesOf } from '../../src/widgets/present.ts';
import type { Cue } from '../../src/widgets/present.ts';
import { localLab } from '../../src/worker/local.ts';
import { labStart } from '../../src/widgets/exercise.ts';
import type { Mark, Setup } from '../../src/worker/api.ts';
import { fakeFrames, fakeLab, settle } from './fake-lab.ts';

const lessons: readonly Lesson[] = compileCourse('lessons', 'open').map(({ lesson }) => lesson);
const [first] = lessons as [Lesson];

const kinds = (cues: readonly Cue[], step: string): string[] =>
  cues
    .filter((cue) => cue.step === step)
    .map((cue) => (cue.kind === 'run' ? `run${cue.covered ? ' covered' : ''} ${cue.label ?? ''}`.trim() : cue.kind));

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('the cards of %s', (_, lesson) => {
  const cues = cuesOf(lesson);

  it('go through every step in order and number its cards from one', () => {
    expect([...new Set(cues.map((cue) => cue.step))]).toEqual(lesson.steps.map((step) => step.id));
    for (const step of lesson.steps) {
      const places = cues.filter((cue) => cue.step === step.id).map((cue) => cue.place);
      expect(places).toEqual(places.map((_place, i) => i + 1));
    }
  });

  it('ask before anything runs, and answer after it has', () => {
    for (const step of lesson.steps) {
      const all = cues.filter((cue) => cue.step === step.id);
      const question = step.blocks.find((block): block is Predict => block.kind === 'predict');
      if (question === undefined) continue;
      const answer = all.findIndex((cue) => cue.kind === 'answer' && cue.because === question.because);
      expect(all[0]).toMatchObject({ kind: 'title', question: { asks: question.asks } });
      expect(answer).toBeGreaterThan(0);
      if (step.blocks.some((block) => block.kind === 'lab'))
        expect(all.slice(0, answer).some((cue) => cue.kind === 'run')).toBe(true);
    }
  });

  it('leave out no run that a step offers, no exercise and no question of a quiz', () => {
    for (const block of lesson.steps.flatMap((step) => step.blocks)) {
      const runs = cues.filter((cue) => cue.kind === 'run' && cue.lab === block);
      if (block.kind === 'lab') expect(runs.length).toBeGreaterThanOrEqual(Math.max(1, block.tries?.length ?? 0));
      if (block.kind === 'quiz')
        for (const { asks, answer } of block.items) {
          expect(cues.some((cue) => cue.kind === 'ask' && cue.question.asks === asks)).toBe(true);
          expect(cues.some((cue) => cue.kind === 'answer' && cue.because === answer)).toBe(true);
        }
    }
    const tasks = cues.flatMap((cue) => (cue.kind === 'task' ? [cue.exercise] : []));
    expect(tasks).toHaveLength(Object.keys(lesson.exercises).length);
  });

  it('never mark an answer on the card that asks', () => {
    const asking = cues.flatMap((cue) =>
      cue.kind === 'ask' ? [cue.question] : cue.kind === 'title' ? [cue.question] : [],
    );
    for (const question of asking) expect(Object.keys(question ?? {})).not.toContain('right');
  });
});

test('behind a curtain the runs that are compared come before the question, and again in full light', () => {
  expect(kinds(cuesOf(first), 'three-silences')).toEqual([
    'title',
    'run covered w crashes',
    'run covered w pauses',
    'run covered the link is cut',
    'ask',
    'answer',
    'answer',
    'run w crashes',
    'run w pauses',
    'run the link is cut',
  ]);
});

test('in the open the answer follows the run that was asked about; what else there is to try comes after it', () => {
  expect(kinds(cuesOf(first), 'who-slept')).toEqual([
    'title',
    'run no guard',
    'ask',
    'answer',
    'answer',
    'run judge nobody when late',
    'task',
  ]);
});

test('a step without a question is its title and what it holds; a list of systems is one card', () => {
  expect(kinds(cuesOf(first), 'in-production')).toEqual(['systems']);
  expect(kinds(cuesOf(first), 'check-yourself').slice(0, 3)).toEqual(['title', 'ask', 'answer']);
});

const mark = (at: number, kind: Mark['kind'], row: number): Mark => ({
  at,
  row,
  kind,
  says: `${kind} ${row}`,
  node: 0,
});

describe('moments', () => {
  it('are what was done, and the first suspicion and trust that followed', () => {
    const marks = [
      mark(1, 'suspicion', 0),
      mark(2, 'trust', 1),
      mark(3, 'suspicion', 2),
      mark(5, 'fault', 3),
      mark(6, 'suspicion', 4),
      mark(7, 'suspicion', 5),
    ];
    const moments = momentsOf(marks, { ordinal: Uint32Array.from([0, 1, 2, 3, 4, 5]) }, 100);
    expect(moments.map(({ at }) => at)).toEqual([1, 2, 5, 6]);
  });

  it('are events, so that a mistake of no length has its own; what is thought of several at once is one', () => {
    const marks = [mark(25, 'end', 0), mark(25, 'suspicion', 1), mark(25, 'suspicion', 2), mark(25, 'trust', 3)];
    const moments = momentsOf(marks, { ordinal: Uint32Array.from([4, 5, 6, 7]) }, 60);
    expect(moments.map(({ row }) => row)).toEqual([0, 2, 3]);
  });

  it('end where the run is shown no further, and after nine', () => {
    const marks = Array.from({ length: 20 }, (_, i) => mark(i, 'fault', i));
    const columns = { ordinal: Uint32Array.from(marks.keys()) };
    expect(momentsOf(marks, columns, 4)).toHaveLength(5);
    expect(momentsOf(marks, columns, 100)).toHaveLength(9);
  });

  it('stand apart on the line, inside it, in their order', () => {
    expect(apart([10, 12, 14], 20, [0, 100])).toEqual([10, 30, 50]);
    expect(apart([98, 99, 100], 20, [0, 100])).toEqual([60, 80, 100]);
  });
});

async function open(at: string, place = 1) {
  const { client, asked } = fakeLab();
  const lab = localLab(first.scenarios);
  const setups: { [id: string]: Setup } = {};
  for (const block of first.steps.flatMap((step) => step.blocks))
    if (block.kind === 'lab') setups[block.id] = await lab.setup(labStart(first, block));
  const frames = fakeFrames();
  const show = new PresentState({ lesson: first, setups, client: () => client, frames });
  show.show(show.find(at, place));
  await settle();
  const answer = async (): Promise<void> => {
    asked.shift()!.answer();
    await settle();
  };
  return { show, asked, answer };
}

const helpers = { screen: () => undefined, leave: () => undefined, help: () => undefined };

describe('a presentation', () => {
  it('plays a run when its card comes, and stands at each of its moments on the way to the next card', async () => {
    const { show, answer } = await open('how-long-until-you-know', 2);
    await answer();
    expect(show.lab?.playing).toBe(true);
    const moments = show.moments.map(({ at }) => at);
    for (const at of [...moments, show.stop]) {
      show.on();
      expect(show.lab?.at).toBe(at);
      expect(show.lab?.playing).toBe(false);
    }
    show.on();
    expect(show.cue.place).toBe(3);
    show.before();
    expect(show.lab?.at).toBe(show.stop);
    show.before();
    expect(show.lab?.at).toBe(moments.at(-1));
  });

  it('goes to a moment by its number, to the start, and from there to the card before', async () => {
    const { show, answer } = await open('how-long-until-you-know', 2);
    await answer();
    present('moment', '1', show, helpers);
    expect(show.lab?.at).toBe(show.moments[0]?.at);
    present('start', '0', show, helpers);
    expect(show.lab?.at).toBe(0);
    present('before', 'PageUp', show, helpers);
    expect(show.cue.place).toBe(1);
  });

  it('does nothing while frozen but thaw, and shows again whatever is pressed while blank', async () => {
    const { show, answer } = await open('how-long-until-you-know', 2);
    await answer();
    present('freeze', 'f', show, helpers);
    expect(show.lab?.playing).toBe(false);
    present('on', 'PageDown', show, helpers);
    present('play', ' ', show, helpers);
    expect([show.cue.place, show.lab?.at, show.lab?.playing]).toEqual([2, 0, false]);
    present('freeze', 'f', show, helpers);
    present('blank', '.', show, helpers);
    expect(show.blank).toBe(true);
    present('on', 'PageDown', show, helpers);
    expect([show.blank, show.lab?.at]).toEqual([false, 0]);
  });

  it('points at a node, goes round with the arrows, and stops with Escape before it leaves', async () => {
    const { show, answer } = await open('how-long-until-you-know', 2);
    await answer();
    let left = 0;
    const leaving = { ...helpers, leave: () => (left += 1) };
    present('point', 'p', show, leaving);
    const from = show.pointed;
    present('on', 'ArrowRight', show, leaving);
    expect(show.pointed).not.toBe(from);
    present('leave', 'Escape', show, leaving);
    expect([show.pointed, left]).toEqual([null, 0]);
    present('leave', 'Escape', show, leaving);
    expect(left).toBe(1);
  });

  it('asks for no answer before a run may play, and keeps no run', async () => {
    const { show, answer } = await open('three-silences', 2);
    await answer();
    expect(show.lab?.locked).toBeNull();
    expect(show.lab?.curtain).toBe(true);
    expect(show.lab?.options.remember).toBeUndefined();
  });
});

describe('an address', () => {
  const read = (address: string) => presentIn(new URL(address, 'https://lab.example/lessons/x/'));

  it('names the card, and no card where nobody presents', () => {
    expect(read('?step=a#a')).toBeNull();
    expect(read('?step=a&present#a')).toBe(1);
    expect(read('?step=a&present=nonsense')).toBe(1);
    expect(read(presentHref({ id: 'a' }, 4))).toBe(4);
    expect(presentHref({ id: 'a' }, 4)).toBe('?step=a&present=4#a');
  });

  it('of a card that is no longer there leads to the first of its step', async () => {
    const { show } = await open('no-bound', 99);
    expect([show.cue.step, show.cue.place]).toEqual(['no-bound', 1]);
  });
});
