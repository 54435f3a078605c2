// The proofs of the "tune" exercises: what passes, what must not, over the seeds of the page and over seeds that
// the page never uses. A wrong answer has to fail by the goal that it is said to fail by, and the run that shows it
// must stop at the row that failed.

import { describe, expect, it } from 'vitest';
import type { Tune } from '../../src/content/blocks.ts';
import { hiddenSeeds, seedList } from '../../src/grading/seeds.ts';
import type { Settings } from '../../src/worker/api.ts';
import { check, lessons, pageSeeds, worstKey, type Proof } from './lesson.ts';

/** Seeds that the page never uses; and of the page's own, enough to see a wrong answer fail. */
const UNSEEN = 50;
const SOME = 20;
const FEW = 8;

const all = lessons.flatMap((proof) => proof.tunes.map((tune) => [`${proof.id}, ${tune.id}`, proof, tune] as const));

describe.each(all)('%s', (_, proof, tune) => {
  it('is not solved as it begins', async () => {
    const verdict = await check(proof, tune, { settings: tune.starter }, seedList(tune.id, SOME));
    expect(verdict.word).toBe('not-yet');
  });

  it('is solved by its solution on the seeds of the page, and not only just', async () => {
    const verdict = await check(proof, tune, { settings: tune.solution }, seedList(tune.id, pageSeeds(tune)));
    expect(verdict).toMatchObject({ word: 'passed', onlyJust: false });
  });

  it('is solved by its solution on seeds that the page never uses', async () => {
    const verdict = await check(proof, tune, { settings: tune.solution }, hiddenSeeds(tune.id, UNSEEN));
    expect(verdict.word).toBe('passed');
  });

  it.each(tune.wrong.map((one) => [one.says, one] as const))('refuses "%s"', async (_says, wrong) => {
    for (const seeds of [seedList(tune.id, SOME), hiddenSeeds(tune.id, UNSEEN)]) {
      const verdict = await check(proof, tune, { settings: wrong.settings }, seeds);
      expect(verdict.word).toBe('not-yet');
      const goal = verdict.goals.find((one) => one.goal === wrong.fails);
      expect(goal?.word).toBe('not-yet');
      await showsItsMoment(proof, tune, wrong, goal?.worst);
    }
  });

  it.each(Object.entries(extremes(proof, tune)))('is not solved with every knob at its %s', async (_name, settings) => {
    const verdict = await check(proof, tune, { settings }, seedList(tune.id, FEW));
    expect(verdict.word).not.toBe('passed');
  });

  // Where the answer is one knob, finding out which is the exercise. Where it is several, none may do it alone.
  const moved = tune.knobs.filter((knob) => tune.starter[knob] !== tune.solution[knob]);
  for (const knob of moved.length > 1 ? moved : []) {
    it(`is not solved by ${knob} alone`, async () => {
      const settings = { ...tune.starter, [knob]: tune.solution[knob]! };
      const verdict = await check(proof, tune, { settings }, seedList(tune.id, SOME));
      expect(verdict.word).toBe('not-yet');
    });
  }
});

function extremes(proof: Proof, tune: Tune): { readonly [name: string]: Settings } {
  const knobs = proof.lesson.scenarios[tune.scenario]!.knobs.filter((knob) => tune.knobs.includes(knob.id));
  const at = (end: 'min' | 'max' | 'default'): Settings =>
    Object.fromEntries(knobs.map(({ id, field }) => [id, end in field ? (field as { min: number })[end as 'min'] : 0]));
  return { least: at('min'), most: at('max'), default: at('default') };
}

/** "Watch it" replays this seed and stops at this row: the row must be there, at that time. */
async function showsItsMoment(
  proof: Proof,
  tune: Tune,
  wrong: Tune['wrong'][number],
  worst: { readonly seed: string; readonly at: number; readonly row: number } | undefined,
): Promise<void> {
  expect(worst).toBeDefined();
  const run = await proof.lab.run(worstKey(proof, tune, wrong, wrong.fails, worst!.seed));
  expect(worst!.row).toBeGreaterThanOrEqual(0);
  expect(run.columns.time[worst!.row]).toBe(worst!.at);
}
