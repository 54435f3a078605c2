// A sheet of diagnoses: what may be asked, what is kept, and what is never shown before the answer.

import { createRawSnippet } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { Diagnose as Exercise } from '../../src/content/blocks.ts';
import { Progress } from '../../src/widgets/progress/progress.svelte.ts';
import { openStorage } from '../../src/widgets/progress/storage.ts';
import Diagnose from '../../src/widgets/tasks/Diagnose.svelte';
import { DiagnoseState } from '../../src/widgets/tasks/diagnose.svelte.ts';
import { TYPES } from '../../src/world/vocabulary.ts';
import { answerWords, orderOf, placesFor } from '../../src/widgets/tasks/diagnose.ts';
import { answered, sendingTime } from '../../src/widgets/lab/probe.ts';
import { fakeLab, runOf, SETUP, START } from './fake-lab.ts';

describe('a round of cases', () => {
  it('has every case once, in another order than the round before', () => {
    const orders = [1, 2, 3, 4, 5].map((round) => orderOf(6, round));
    for (const order of orders) expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5]);
    expect(new Set(orders.map(String)).size).toBeGreaterThan(3);
  });
});

describe('an answer', () => {
  it('can name every place there is, each once', () => {
    expect(placesFor(SETUP, 'node').map(({ id }) => id)).toEqual(['m', 'w']);
    expect(placesFor(SETUP, 'link').map(({ id }) => id)).toEqual(['m-w']);
    expect(placesFor(SETUP, 'direction').map(({ id }) => id)).toEqual(['m>w', 'w>m']);
  });

  it('is said in words', () => {
    expect(answerWords({ refutes: [] })).toBe('nothing');
    expect(answerWords({ refutes: ['strong-accuracy', 'weak-accuracy'] })).toBe('strong accuracy and weak accuracy');
    expect(answerWords({ kind: 'cut', on: 'w>m' })).toBe('cut one way, from w to m');
    expect(answerWords({ kind: 'cannot-tell' })).toBe('it cannot be told yet');
  });
});

describe('a ping', () => {
  const run = runOf(START);
  const hear = TYPES.indexOf('hear');
  const pong = {
    ...run,
    words: ['pong'],
    columns: {
      ...run.columns,
      type: new Uint8Array(4).fill(hear),
      a: Int32Array.from([0, 0, 0, 0]),
      b: Int32Array.from([1, 1, 1, 1]),
      k: new Int32Array(4),
    },
  };

  it('is answered by the first pong after it, and by none that comes after the view ends', () => {
    expect(answered(pong, 0, 1, 500_000, 5_000_000)).toBe(1_000_000);
    expect(answered(pong, 0, 1, 1_000_001, 5_000_000)).toBe(2_000_000);
    expect(answered(pong, 0, 1, 1_000_001, 1_900_000)).toBeNull();
    expect(answered(pong, 1, 0, 0, 5_000_000)).toBeNull();
  });

  it('is sent early enough for its answer to be seen', () => {
    expect(sendingTime(40_000_000, 40_000_000)).toBe(39_000_000);
    expect(sendingTime(12_000_000, 40_000_000)).toBe(12_000_000);
  });
});

it('shows the way on once a sheet is passed, and not before, nor when it is missed', () => {
  const exercise: Exercise = {
    kind: 'diagnose',
    id: 'e4',
    version: 1,
    title: 'What does this run refute?',
    says: 'Two runs.',
    hints: ['One.', 'Two.', 'Three.'],
    because: 'So.',
    core: true,
    asks: 'refutes',
    pass: 1,
    cases: ['a', 'b'].map((id) => ({ id, scenario: 'pair', settings: {}, because: '' })),
    probes: 0,
    wrong: [],
  };
  const progress = new Progress(openStorage(null));
  const onwards = createRawSnippet(() => ({ render: () => '<a href="?on=e5">Next: who slept</a>' }));
  const page = (...right: readonly boolean[]): string => {
    const state = new DiagnoseState(exercise, { id: 'l', scenarios: {} }, progress, async () => fakeLab().client);
    state.told = right.map((one) => ({ right: one, truth: { refutes: [] }, given: null }));
    return render(Diagnose, { props: { state, onwards } }).body;
  };
  expect(page()).not.toContain('Next: ');
  expect(page(true)).not.toContain('Next: ');
  expect(page(true, false)).toContain('Next: who slept');
  expect(page(false, false)).not.toContain('Next: ');
});
