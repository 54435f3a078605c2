// Numbers to reckon, as the page keeps them: figures in the questions, what was typed read as a number, one check a
// round, and other figures once the answers were told.

import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { Reckon as Exercise } from '../../src/content/blocks.ts';
import { Progress } from '../../src/widgets/progress/progress.svelte.ts';
import Reckon from '../../src/widgets/tasks/Reckon.svelte';
import { ReckonState } from '../../src/widgets/tasks/reckon.svelte.ts';
import { offWords, readNumber, told, verdictWords } from '../../src/widgets/tasks/reckon.ts';
import { openStorage } from '../../src/widgets/progress/storage.ts';
import type { LabClient } from '../../src/worker/api.ts';
import { localLab } from '../../src/worker/local.ts';
import { settle } from './fake-lab.ts';

const level: Exercise['questions'][number] = {
  id: 'level',
  asks: 'Mean {mean}, deviation {std}: phi at {silence}?',
  figures: {
    mean: { from: 1, to: 1.1, step: 0.01, unit: 's' },
    std: { from: 0.1, to: 0.1, step: 0.01, unit: 's' },
    silence: { from: 1.5, to: 1.6, step: 0.01, unit: 's' },
  },
  answer: 'phi-normal-level',
  unit: '',
  digits: 2,
  tolerance: { share: 0.05 },
  wrong: [{ formula: 'sigmas-level', says: 'These are <em>deviations</em>.' }],
  because: 'It is {silence-mean/std} deviations out: {answer}.',
};
const wait: Exercise['questions'][number] = {
  ...level,
  id: 'wait',
  asks: 'Mean {mean}, deviation {std}, from {from} to {to}?',
  figures: {
    mean: { from: 1, to: 1, step: 0.01, unit: 's' },
    std: { from: 0.1, to: 0.1, step: 0.01, unit: 's' },
    from: { from: 8, to: 8, step: 1, unit: '' },
    to: { from: 12, to: 12, step: 1, unit: '' },
  },
  answer: 'phi-normal-wait',
  unit: 's',
  tolerance: { by: 0.03 },
  wrong: [],
  because: 'So {answer}.',
};
const exercise: Exercise = {
  kind: 'reckon',
  id: 'e1',
  version: 1,
  title: 'Read the curve',
  says: 'Two numbers.',
  hints: ['One.', 'Two.', 'Three.'],
  because: 'Mean, and deviations.',
  core: true,
  questions: [level, wait],
  wrong: [],
};

const client = localLab({}) as LabClient;

async function begun(progress = new Progress(openStorage(null)), lab = client): Promise<ReckonState> {
  const state = new ReckonState(exercise, { id: 'l' }, progress, async () => lab);
  await state.open();
  return state;
}

/** Types these answers, or the right ones, and has them checked. */
async function answer(state: ReckonState, ...texts: readonly (string | null)[]): Promise<void> {
  const { questions } = await client.markReckon(exercise.questions, state.seed, []);
  texts.forEach((text, i) => state.type(i, text ?? questions[i]!.value.toFixed(2)));
  await state.check();
}

const onwards = createRawSnippet(() => ({ render: () => '<a href="?on=e2">Next: the second</a>' }));
const page = (state: ReckonState): string =>
  render(Reckon, { props: { state, place: 'Exercise 1 of 6', onwards } }).body;

describe('what was typed', () => {
  it.each([
    ['6.54', '', 6.54],
    [' 6,54 ', '', 6.54],
    ['.5', 's', 0.5],
    ['0.14 s', 's', 0.14],
    ['0.14s', 's', 0.14],
    ['\u22120.2', 's', -0.2],
  ])('%j is a number', (text, unit, number) => {
    expect(readNumber(text, unit)).toBe(number);
  });

  it.each([[''], ['  '], ['NaN'], ['Infinity'], ['1e999'], ['0x10'], ['1,000.5'], ['six'], ['s'], ['6.54 s']])(
    '%j is none',
    (text) => {
      expect(readNumber(text, '')).toBeNull();
    },
  );
});

describe('the words', () => {
  const drawn = { id: 'level', figures: { mean: 1, std: 0.1, silence: 1.5 } };
  it('have the figures in their places, with the decimals of their steps, and sums worked out', () => {
    expect(told(level.asks, level, drawn)).toBe('Mean 1.00\u00a0s, deviation 0.10\u00a0s: phi at 1.50\u00a0s?');
    expect(told(level.because, level, drawn, 6.5426)).toBe('It is 5 deviations out: 6.54.');
  });

  it('tell an answer only where one is handed in', () => {
    expect(told(level.because, level, drawn)).toContain('{answer}');
  });

  it('say how far off one is: as a share, or in the unit of the tolerance', () => {
    const off = (given: number, value: number, question = level) =>
      offWords(question, { id: '', right: false, given, value, fits: null });
    expect(off(7.3, 6.5426)).toBe('You said 7.3: 12\u00a0% too high.');
    expect(off(0.28, 0.14, wait)).toBe('You said 0.28\u00a0s: 0.14\u00a0s too high.');
    expect(off(50, 6.5426)).toBe('You said 50: far too high.');
    expect(off(5, 6.5426)).toBe('You said 5: 24\u00a0% too low.');
  });

  it('name the questions to look at again', () => {
    const one = (right: boolean) => ({ id: '', right, given: 0, value: 0, fits: null });
    const mark = { word: 'not-yet', questions: [one(false), one(true), one(false)] } as const;
    expect(verdictWords(mark)).toBe('Not yet: 1 of 3. Look again at 1 and 3.');
  });
});

describe('a round', () => {
  it('asks for every number before it checks any', async () => {
    const state = await begun();
    await answer(state, null, 'soon');
    expect(state).toMatchObject({ missing: 1, mark: null });
    expect(page(state)).toContain('Give a number here.');
    state.type(1, '0.14');
    expect(state.missing).toBeNull();
  });

  it('is passed by the right numbers, and stays passed', async () => {
    const progress = new Progress(openStorage(null));
    const state = await begun(progress);
    await answer(state, null, null);
    expect(state.passed).toBe(true);
    expect(progress.exercise('l', 'e1')).toMatchObject({ passed: true, checks: 1, score: 2 });
    await state.again();
    await answer(state, '1', '1');
    expect(progress.exercise('l', 'e1')).toMatchObject({ passed: true, checks: 2, score: 2 });
  });

  it('is checked once: whoever was told the answers gets other figures', async () => {
    const state = await begun();
    const first = state.drawn;
    await answer(state, null, '5');
    expect(state.mark?.word).toBe('not-yet');
    await answer(state, null, null);
    expect(state.mark?.word).toBe('not-yet');
    await state.again();
    expect(state).toMatchObject({ round: 2, seed: 'e1/2', mark: null, typed: ['', ''] });
    expect(state.drawn).not.toEqual(first);
  });

  it('goes on after a reload where it was: the same figures before a check, others after it', async () => {
    const progress = new Progress(openStorage(null));
    const state = await begun(progress);
    expect((await begun(progress)).drawn).toEqual(state.drawn);
    await answer(state, '1', '1');
    expect((await begun(progress)).seed).toBe('e1/2');
  });

  it('is over, and not passed, once its answers were shown', async () => {
    const progress = new Progress(openStorage(null));
    const state = await begun(progress);
    await state.solve();
    expect(state).toMatchObject({ solved: true, passed: false });
    expect(progress.exercise('l', 'e1')).toMatchObject({ passed: false, checks: 1 });
    await answer(state, null, null);
    expect(state.passed).toBe(false);
  });

  it('that cannot be drawn or judged says so, and counts as nothing', async () => {
    const fails = async (): Promise<never> => {
      throw new Error('no worker');
    };
    const progress = new Progress(openStorage(null));
    const state = await begun(progress, { ...client, reckon: fails, markReckon: fails } as LabClient);
    expect(state.problem).toBe('The figures could not be drawn: no worker.');
    expect(page(state)).toContain('Draw them again');
    await answer(state, '1', '1');
    expect(state.mark).toBeNull();
    const other = await begun(progress, { reckon: client.reckon.bind(client), markReckon: fails } as never);
    await answer(other, '1', '1');
    await settle();
    expect(other).toMatchObject({ mark: null, problem: 'The answers could not be judged: no worker. Try again.' });
    expect(progress.exercise('l', 'e1')).toBeNull();
  });
});

describe('the page', () => {
  it('tells no answer before the check', async () => {
    const state = await begun();
    const { questions } = await client.markReckon(exercise.questions, state.seed, []);
    for (const { value } of questions) expect(page(state)).not.toContain(value.toFixed(2));
  });

  it('has a field for each question, named by it, and no style attribute', async () => {
    const html = page(await begun());
    const named = [...html.matchAll(/<input[^>]*aria-labelledby="([^"]+)"/g)].map(([, id = '']) => id);
    expect(named).toHaveLength(2);
    for (const id of named) expect(html).toMatch(new RegExp(`id="${id}"[^>]*>.*Mean 1`));
    expect(html).not.toMatch(/<[^>]+\sstyle=/);
  });

  it('says to a wrong answer what is right, how far off it was, what it fits, and the way', async () => {
    const state = await begun();
    const { mean = 0, silence = 0 } = state.drawn[0]!.figures;
    await answer(state, ((silence - mean) / 0.1).toFixed(2), null);
    const html = page(state);
    expect(html).toMatch(/Not so:\s+\d+\.\d\d\./);
    expect(html).toMatch(/You said [\d.]+: \d+\u00a0% too low\./);
    expect(html).toContain('These are <em>deviations</em>.');
    expect(html).toMatch(/It is [\d.]+ deviations out: \d+\.\d\d\./);
    expect(html).toContain('Not yet: 1 of 2. Look again at 1.');
    expect(html).toMatch(/Right:\s+0\.14/);
  });

  it('shows the way on once it is passed, and not before, nor when the answers were only told', async () => {
    const passed = await begun();
    expect(page(passed)).not.toContain('Next: ');
    await answer(passed, null, null);
    expect(page(passed)).toContain('Next: the second');
    const wrong = await begun();
    await answer(wrong, '0', null);
    expect(page(wrong)).not.toContain('Next: ');
    const told = await begun();
    await told.solve();
    expect(page(told)).not.toContain('Next: ');
  });

  it('gives hints one by one, and then the solution with its reasons', async () => {
    const state = await begun();
    for (const hint of exercise.hints) {
      expect(page(state)).not.toContain(hint);
      expect(page(state)).not.toContain('Show the solution');
      state.hint();
      expect(page(state)).toContain(hint);
    }
    expect(page(state)).toContain('Show the solution');
    await state.solve();
    expect(page(state)).toContain('Mean, and deviations.');
    expect(page(state)).toMatch(/Answer:\s+0\.14/);
  });
});
