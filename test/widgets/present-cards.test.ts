// The cards of a presentation: which there are, and in which order. They come from the lessons themselves, so each
// lesson of the course is held to the same promises.

import { describe, expect, it, test } from 'vitest';
import type { Lesson, Predict } from '../../src/content/blocks.ts';
import { compileCourse } from '../../src/content/course.ts';
import { cuesOf } from '../../src/widgets/present/present.ts';
import type { Cue } from '../../src/widgets/present/present.ts';

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

  it('put every exercise onto the stage, right after it has been set: each recorded run of it, each number', () => {
    for (const exercise of Object.values(lesson.exercises)) {
      const at = cues.findIndex((cue) => cue.kind === 'task' && cue.exercise === exercise.title);
      const on = cues.slice(at + 1).filter((cue) => 'exercise' in cue && typeof cue.exercise === 'object');
      const own = on.filter((cue) => 'exercise' in cue && Object(cue.exercise).id === exercise.id);
      expect(own).toEqual(cues.slice(at + 1, at + 1 + own.length));
      switch (exercise.kind) {
        case 'tune':
        case 'break':
          expect(own).toMatchObject([{ kind: 'work' }]);
          break;
        case 'diagnose': {
          const cases = own.flatMap((cue) => (cue.kind === 'case' ? cue.exercise.cases : []));
          expect(new Set(cases)).toEqual(new Set(exercise.cases));
          expect(cases).toHaveLength(own.length);
          break;
        }
        case 'reckon':
          expect(own.flatMap((cue) => (cue.kind === 'reckon' ? cue.exercise.questions : []))).toEqual(
            exercise.questions,
          );
      }
    }
  });

  it('show every system that a step speaks of, each on a card of its own after their list', () => {
    for (const block of lesson.steps.flatMap((step) => step.blocks)) {
      if (block.kind !== 'production') continue;
      const list = cues.findIndex((cue) => cue.kind === 'systems');
      expect(cues.slice(list + 1, list + 1 + block.systems.length)).toMatchObject(
        block.systems.map((system) => ({ kind: 'system', system })),
      );
    }
  });

  it('show two runs that are compared on one card, with every try of both', () => {
    for (const block of lesson.steps.flatMap((step) => step.blocks)) {
      if (block.kind !== 'lab' || block.beside === undefined) continue;
      const runs = cues.filter((cue) => cue.kind === 'run' && cue.lab === block);
      expect(runs).toHaveLength(Math.max(1, block.tries?.length ?? 0));
      expect(runs.map((cue) => cue.kind === 'run' && cue.label)).not.toContain(block.beside.there);
    }
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
    ...Array.from({ length: 6 }, () => 'case'),
  ]);
});

test('a step without a question is its title and what it holds; a list of systems has the title on it', () => {
  expect(kinds(cuesOf(first), 'in-production').slice(0, 2)).toEqual(['systems', 'system']);
  expect(kinds(cuesOf(first), 'check-yourself').slice(0, 3)).toEqual(['title', 'ask', 'answer']);
});
