// A lesson as a presenter steps through it: what one press does, which moments of a run it goes to, and what an
// exercise before a class is. Which cards there are is in present-cards.test.ts.

import { describe, expect, it, test } from 'vitest';
import type { Lesson } from '../../src/content/blocks.ts';
import { compileCourse } from '../../src/content/course.ts';
import { presentIn, presentHref } from '../../src/routes/_lesson/present-address.ts';
import { present } from '../../src/widgets/present/present-commands.ts';
import { ending } from '../../src/widgets/present/present-says.ts';
import { apart, momentsOf, together } from '../../src/widgets/present/present-moments.ts';
import { isOnStage } from '../../src/widgets/present/present.ts';
import { PresentState } from '../../src/widgets/present/present.svelte.ts';
import { panelsOf } from '../../src/widgets/present/present-panels.ts';
import { localLab } from '../../src/worker/local.ts';
import { exerciseStart, labStart } from '../../src/widgets/tasks/exercise.ts';
import type { LabClient, Mark, Setup } from '../../src/worker/api.ts';
import { fakeFrames, fakeLab, settle } from './fake-lab.ts';

const lessons: readonly Lesson[] = compileCourse('lessons', 'open').map(({ lesson }) => lesson);
const [first] = lessons as [Lesson];

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

  it('of two runs stand on one line: what befell both once, the rest under the name of its run', () => {
    const crash = mark(5, 'fault', 0);
    const of = (...marks: Mark[]) => momentsOf(marks, { ordinal: Uint32Array.from([4, 7]) }, 100);
    const names = { a: 'calm', b: 'far' };
    const both = together(of(crash, mark(8, 'suspicion', 1)), of(mark(3, 'suspicion', 0), crash), names);
    expect(both.map(({ at, says, row }) => [at, says, row])).toEqual([
      [3, 'far: suspicion 0', null],
      [5, 'fault 0', 0],
      [8, 'calm: suspicion 1', 1],
    ]);
  });

  it('stand apart on the line, inside it, in their order', () => {
    expect(apart([10, 12, 14], 20, [0, 100])).toEqual([10, 30, 50]);
    expect(apart([98, 99, 100], 20, [0, 100])).toEqual([60, 80, 100]);
  });
});

async function open(at: string, place = 1, lesson: Lesson = first, real = false) {
  const { client: fake, asked } = fakeLab();
  const lab = localLab(lesson.scenarios);
  const client = real ? (lab as LabClient) : fake;
  const setups: { [id: string]: Setup } = {};
  for (const block of lesson.steps.flatMap((step) => step.blocks))
    if (block.kind === 'lab') setups[block.id] = await lab.setup(labStart(lesson, block));
  for (const one of Object.values(lesson.exercises))
    if (one.kind === 'tune' || one.kind === 'break') setups[one.id] = await lab.setup(exerciseStart(lesson, one));
  const frames = fakeFrames();
  const show = new PresentState({ lesson, setups, client: () => client, values: () => ({}), frames });
  show.show(show.find(at, place));
  await settle();
  const answer = async (): Promise<void> => {
    asked.shift()!.answer();
    await settle();
  };
  return { show, asked, answer };
}

/** Lets what is being computed come to its end. */
async function until(holds: () => boolean): Promise<void> {
  for (let i = 0; i < 200 && !holds(); i++) await settle();
}

const second = lessons.find(({ id }) => id === 'phi-accrual') as Lesson;

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

describe('an exercise before a class', () => {
  it('begins at its starter, with its own tab first, and goes round the instruments', async () => {
    const { show, answer } = await open('no-bound', 5);
    expect(show.cue.kind).toBe('work');
    await answer();
    const exercise = first.exercises['e1'];
    expect(exercise?.kind === 'tune' && show.lab?.key.settings).toMatchObject(
      exercise?.kind === 'tune' ? exercise.starter : {},
    );
    expect(show.lab?.panel).toBe('task');
    const { cue } = show;
    const tabs = isOnStage(cue) ? panelsOf(show.lab!, cue).map(({ id }) => id) : [];
    expect(tabs[0]).toBe('task');
    for (const id of [...tabs.slice(1), 'task']) {
      present('panel', 't', show, helpers);
      expect(show.lab?.panel).toBe(id);
    }
  });

  it('is not checked while frozen, nor a script that is empty', async () => {
    const { show, answer } = await open('one-late-beat', 6);
    await answer();
    expect(show.task?.exercise.kind).toBe('break');
    expect(show.task?.refused).toBe('Do something to the cluster first.');
    present('check', 'c', show, helpers);
    expect(show.task?.checking).toBe(false);
    const { show: other, answer: answered } = await open('no-bound', 5);
    await answered();
    present('freeze', 'f', other, helpers);
    present('check', 'c', other, helpers);
    expect(other.task?.checking).toBe(false);
    present('freeze', 'f', other, helpers);
    present('check', 'c', other, helpers);
    expect(other.task?.checking).toBe(true);
    other.show(0);
    expect(other.task).toBeNull();
  });
});

describe('what is asked without runs of the class’s own', () => {
  it('is a number: going on tells it, once, and only then leads to the next', async () => {
    const { show } = await open('a-threshold-is-a-timeout-in-disguise', 7, second, true);
    expect(show.cue.kind).toBe('reckon');
    expect(show.says.words).toMatch(/^1 of 3: /);
    expect(show.reckoning?.drawn).toHaveLength(1);
    present('on', 'PageDown', show, helpers);
    await settle();
    expect([show.cue.place, show.reckoning?.solved, show.reckoning?.mark?.questions.length]).toEqual([7, true, 1]);
    present('on', 'PageDown', show, helpers);
    expect([show.cue.place, show.reckoning?.mark]).toEqual([8, null]);
    show.before();
    expect(show.reckoning?.solved).toBe(true);
  });

  it('is a recorded run: covered and whole, until it has been told what it was', async () => {
    const { show } = await open('who-slept', 8, first, true);
    await until(() => show.lab?.ready === true);
    expect([show.lab?.curtain, show.lab?.at]).toEqual([true, show.stop]);
    const { cue } = show;
    expect(isOnStage(cue) && panelsOf(show.lab!, cue).map(({ id }) => id)).not.toContain('luck');
    present('on', 'PageDown', show, helpers);
    await until(() => show.diagnosis?.verdict != null);
    expect(show.diagnosis?.verdict).toMatchObject({ given: null, right: false });
    expect([show.cue.place, show.lab?.curtain]).toEqual([8, false]);
  });
});

test('two runs that are compared share one lab, and what takes long begins by itself', async () => {
  const { show } = await open('one-timeout-two-networks', 2, second);
  expect(show.lab?.pairing).toEqual({ kind: 'follows', over: { network: 'far' } });
  expect(show.lab?.options.eager).toBe(true);
  expect(show.both).toBeNull();
});

describe('what stands over the screen at the end', () => {
  it('is how often the living were suspected, and otherwise how things stand', async () => {
    const { show, answer } = await open('how-long-until-you-know', 2);
    await answer();
    const lab = show.lab!;
    lab.seek(lab.until);
    const calm = ending(lab);
    const wrong = { ...mark(1, 'suspicion', 0), right: false };
    lab.run = { ...lab.run!, film: { ...lab.film, marks: [wrong, { ...wrong, at: 2 }] } };
    expect(calm).not.toContain('false');
    expect(ending(lab)).toBe('2 false suspicions in 1 minute');
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
