// The proofs of the "break" exercises: doing nothing does nothing, the solution is within the budget and does it in
// every run, and scripts that nearly do it do not.

import { describe, expect, it } from 'vitest';
import type { Break } from '../../src/content/blocks.ts';
import { overBudget } from '../../src/grading/budget.ts';
import { hiddenSeeds, seedList } from '../../src/grading/seeds.ts';
import type { Action } from '../../src/worker/api.ts';
import { check, first, lessons, pageSeeds, worstKey } from './lesson.ts';

const all = lessons.flatMap((proof) => proof.breaks.map((one) => [`${proof.id}, ${one.id}`, proof, one] as const));

describe.each(all)('%s', (_, proof, exercise) => {
  const page = seedList(exercise.id, pageSeeds(exercise));

  it('is not solved as it begins', async () => {
    expect((await check(proof, exercise, { actions: exercise.starter }, page)).word).toBe('not-yet');
  });

  it('is solved within the budget, on the seeds of the page and on others', async () => {
    expect(overBudget(exercise.budget, exercise.solution)).toEqual([]);
    for (const seeds of [page, hiddenSeeds(exercise.id, 50)]) {
      expect((await check(proof, exercise, { actions: exercise.solution }, seeds)).word).toBe('passed');
    }
  });

  it.each(exercise.wrong.map((one) => [one.says, one] as const))('refuses "%s"', async (_says, wrong) => {
    expect(overBudget(exercise.budget, wrong.actions)).toEqual([]);
    for (const seeds of [page, hiddenSeeds(exercise.id, 50)]) {
      const verdict = await check(proof, exercise, { actions: wrong.actions }, seeds);
      expect(verdict.word).toBe('not-yet');
      const worst = verdict.goals.find((goal) => goal.goal === wrong.fails)?.worst;
      const run = await proof.lab.run(worstKey(proof, exercise, wrong, wrong.fails, worst!.seed));
      expect(run.columns.time[worst!.row]).toBe(worst!.at);
    }
  });
});

describe('a late beat', () => {
  it.each(first.breaks.map((one) => [one.id, one] as const))(
    '%s makes exactly one mistake when it is solved',
    async (_, one) => {
      const key = first.keyOf(one.scenario, one.base, seedList(one.id, 1)[0]!, one.solution);
      expect((await first.lab.measure(key, [{ id: 'mistakes' }]))[0]?.value).toBe(1);
    },
  );
});

describe('the smallest scripts', () => {
  it.each([
    ['e3a', 0.8],
    ['e3c', 1.5],
  ])('%s needs a delay of just over %s s', async (id, edge) => {
    const exercise = first.lesson.exercises[id] as Break;
    const held = (by: number): readonly Action[] => exercise.solution.map((action) => ({ ...action, by }));
    expect((await check(first, exercise, { actions: held(edge) }, ['1'])).word).toBe('not-yet');
    expect((await check(first, exercise, { actions: held(edge + 0.01) }, ['1'])).word).toBe('passed');
  });

  it('e3b needs just over 1.5 s and 0.5 s, and no single delay will do', async () => {
    const exercise = first.lesson.exercises['e3b'] as Break;
    const [earlier, later] = exercise.solution as [Action, Action];
    const both = (a: number, b: number): readonly Action[] => [
      { ...earlier, by: a },
      { ...later, by: b },
    ];
    expect((await check(first, exercise, { actions: both(1.51, 0.51) }, ['1'])).word).toBe('passed');
    expect((await check(first, exercise, { actions: both(1.5, 0.55) }, ['1'])).word).toBe('not-yet');
    expect((await check(first, exercise, { actions: both(1.55, 0.5) }, ['1'])).word).toBe('not-yet');
    for (const by of [1.51, 2.2, 10, 40]) {
      expect((await check(first, exercise, { actions: [{ ...earlier, by }] }, ['1'])).word).toBe('not-yet');
    }
  });
});
