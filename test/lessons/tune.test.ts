// The proofs of the "tune" exercises: what passes, what must not, over the seeds of the page and over seeds that
// the page never uses. A wrong answer has to fail by the goal that it is said to fail by, and the run that shows it
// must stop at the row that failed.

import { describe, expect, it } from 'vitest';
import type { Tune } from '../../src/content/blocks.ts';
import { hiddenSeeds, seedList } from '../../src/grading/seeds.ts';
import type { Settings } from '../../src/worker/api.ts';
import { check, keyOf, lab, lesson, pageSeeds, tunes } from './lesson.ts';

/** Seeds that the page never uses; and of the page's own, enough to see a wrong answer fail. */
const UNSEEN = 50;
const SOME = 20;
const FEW = 8;

describe.each(tunes.map((tune) => [tune.id, tune] as const))('%s', (_, tune) => {
  it('is not solved as it begins', async () => {
    const verdict = await check(tune, { settings: tune.starter }, seedList(tune.id, SOME));
    expect(verdict.word).toBe('not-yet');
  });

  it('is solved by its solution on the seeds of the page, and not only just', async () => {
    const verdict = await check(tune, { settings: tune.solution }, seedList(tune.id, pageSeeds(tune)));
    expect(verdict).toMatchObject({ word: 'passed', onlyJust: false });
  });

  it('is solved by its solution on seeds that the page never uses', async () => {
    const verdict = await check(tune, { settings: tune.solution }, hiddenSeeds(tune.id, UNSEEN));
    expect(verdict.word).toBe('passed');
  });

  it.each(tune.wrong.map((one) => [one.says, one] as const))('refuses "%s"', async (_says, wrong) => {
    for (const seeds of [seedList(tune.id, SOME), hiddenSeeds(tune.id, UNSEEN)]) {
      const verdict = await check(tune, { settings: wrong.settings }, seeds);
      expect(verdict.word).toBe('not-yet');
      const goal = verdict.goals.find((one) => one.goal === wrong.fails);
      expect(goal?.word).toBe('not-yet');
      await showsItsMoment(tune, wrong.settings, goal?.worst);
    }
  });

  it.each(Object.entries(extremes(tune)))('is not solved with every knob at its %s', async (_name, settings) => {
    const verdict = await check(tune, { settings }, seedList(tune.id, FEW));
    expect(verdict.word).not.toBe('passed');
  });

  const alone = tune.knobs.length > 1 ? tune.knobs : [];
  for (const knob of alone) {
    it(`is not solved by ${knob} alone`, async () => {
      const settings = { ...tune.starter, [knob]: tune.solution[knob]! };
      const verdict = await check(tune, { settings }, seedList(tune.id, SOME));
      expect(verdict.word).toBe('not-yet');
    });
  }
});

function extremes(tune: Tune): { readonly [name: string]: Settings } {
  const knobs = lesson.scenarios[tune.scenario]!.knobs.filter((knob) => tune.knobs.includes(knob.id));
  const at = (end: 'min' | 'max' | 'default'): Settings =>
    Object.fromEntries(knobs.map(({ id, field }) => [id, end in field ? (field as { min: number })[end as 'min'] : 0]));
  return { least: at('min'), most: at('max'), default: at('default') };
}

/** "Watch it" replays this seed and stops at this row: the row must be there, at that time. */
async function showsItsMoment(
  tune: Tune,
  settings: Settings,
  worst: { readonly seed: string; readonly at: number; readonly row: number } | undefined,
): Promise<void> {
  expect(worst).toBeDefined();
  const run = await lab.run(keyOf(tune.scenario, { ...tune.base, ...settings }, worst!.seed));
  expect(worst!.row).toBeGreaterThanOrEqual(0);
  expect(run.columns.time[worst!.row]).toBe(worst!.at);
}
