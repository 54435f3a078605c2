// Passes any exercise, by the solution that the lesson keeps or by what the simulation knows: knobs are typed,
// questions answered, and faults come by a link, as from somebody who found them. What it takes to find a solution is
// for other tests; here each kind of exercise is seen to be passed where it stands.

import type { Locator, Page } from 'playwright';
import type { Break, Diagnose, Exercise, Reckon, Tune } from '../../src/content/blocks.ts';
import { caseKey, FAULTS, orderOf, placesFor, PROPERTIES } from '../../src/widgets/tasks/diagnose.ts';
import { bare } from '../../src/widgets/words.ts';
import { placeOf, type Taught } from './course.ts';
import type { Hand } from './hands.ts';
import { live } from './harness.ts';
import { button, check, PATIENCE, ready, stage, takeUp, until } from './learner.ts';
import { linkTo } from './link.ts';

/** `step` is where the exercise is, and on the page already. */
export async function solve(page: Page, hand: Hand, taught: Taught, step: string, exercise: Exercise): Promise<void> {
  const place = placeOf(taught.lesson, exercise);
  switch (exercise.kind) {
    case 'tune':
      await takeUp(page, place, hand);
      await tune(page, hand, taught, exercise);
      break;
    case 'break':
      await open(page, taught, step, exercise);
      await ready(page);
      await check(page, 'yes', 'Passed', hand);
      break;
    case 'diagnose':
      await takeUp(page, place, hand);
      await diagnose(page, hand, taught, exercise);
      break;
    case 'reckon':
      await takeUp(page, place, hand);
      await reckon(page, hand, taught, exercise);
      break;
  }
  await until(() => page.getByText(isSolved(taught, exercise)).isVisible()).toBe(true);
}

/** What the step says of an exercise that was passed. */
export const isSolved = ({ lesson }: Taught, exercise: Exercise): RegExp =>
  new RegExp(`${placeOf(lesson, exercise)} of \\d+: .* Solved\\.`);

async function tune(page: Page, hand: Hand, { lesson }: Taught, exercise: Tune): Promise<void> {
  await ready(page);
  const tab = stage(page).getByRole('tab', { name: 'Knobs' });
  if (await tab.isVisible()) await hand.press(tab);
  const begun = { ...exercise.base, ...exercise.starter };
  for (const { id, field } of lesson.scenarios[exercise.scenario]?.knobs ?? []) {
    const value = exercise.solution[id];
    if (value === undefined || value === begun[id]) continue;
    const named = new RegExp(`^${escaped(field.label)}\\s*(,|$)`);
    if (field.kind === 'flag') await hand.tick(stage(page).getByRole('checkbox', { name: named }), value === true);
    else if (field.kind === 'choice') await hand.select(stage(page).getByLabel(named), String(value));
    else await hand.write(stage(page).getByRole('textbox', { name: named }), bare(field, value));
  }
  await check(page, 'yes', 'Passed', hand);
}

/** Opens the exercise with its solution done, by a link. */
async function open(page: Page, taught: Taught, step: string, exercise: Break): Promise<void> {
  const { lesson, path } = taught;
  const version = lesson.scenarios[exercise.scenario]?.version ?? 1;
  const key = {
    scenario: { id: exercise.scenario, version },
    settings: exercise.base,
    seed: `${exercise.id}/1`,
    actions: exercise.solution,
  };
  const link = await linkTo(taught, step, { key, at: 0, panel: exercise.panels?.[0] }, exercise.id);
  const site = page.url().slice(0, page.url().indexOf(path));
  // A page that differs in its fragment alone would not be loaded anew.
  await page.goto('about:blank');
  await page.goto(`${site}${path}${link}`);
  await live(page);
}

async function diagnose(page: Page, hand: Hand, taught: Taught, exercise: Diagnose): Promise<void> {
  const round = 1;
  const cases = exercise.cases.length;
  const verdict = page.getByRole('status').filter({ hasText: /^\s*(Right|Not so): / });
  for (const [place, index] of orderOf(cases, round).entries()) {
    await ready(page);
    await button(page, 'That is my answer').waitFor();
    await answer(page, hand, taught, exercise, index, round);
    await verdict.waitFor({ timeout: PATIENCE });
    if (place + 1 === cases) break;
    await hand.press(button(page, 'Next run'));
    await verdict.waitFor({ state: 'detached' });
  }
  await page.getByText(`Passed: ${cases} of ${cases}.`).waitFor();
}

async function answer(
  page: Page,
  hand: Hand,
  { lesson, lab }: Taught,
  exercise: Diagnose,
  index: number,
  round: number,
): Promise<void> {
  const key = caseKey(lesson, exercise, index, round);
  const truth = await lab.truth(key, exercise.asks, exercise.cases[index]?.freeze ?? null);
  if ('refutes' in truth) {
    const titles = PROPERTIES.filter(({ id }) => truth.refutes.includes(id)).map(({ title }) => title);
    for (const title of titles.length > 0 ? titles : ['nothing']) {
      await hand.tick(page.getByRole('checkbox', { name: new RegExp(`^${title}`) }), true);
    }
  } else if ('on' in truth) {
    const { setup } = await lab.run(key);
    const found = FAULTS.flatMap((fault) => {
      const where =
        fault.kind === truth.kind ? placesFor(setup, fault.on).find(({ id }) => id === truth.on) : undefined;
      return where === undefined ? [] : [{ fault, where }];
    });
    await hand.select(page.getByLabel('What happened?'), found[0]?.fault.id ?? '');
    await hand.select(page.getByLabel('where?'), found[0]?.where.id ?? '');
  } else {
    await hand.select(page.getByLabel('What happened?'), truth.kind);
  }
  await hand.press(button(page, 'That is my answer'));
}

async function reckon(page: Page, hand: Hand, { lab }: Taught, exercise: Reckon): Promise<void> {
  const blank = exercise.questions.map(() => null);
  const { questions } = await lab.markReckon(exercise.questions, `${exercise.id}/1`, blank);
  const form: Locator = page.getByRole('region', { name: exercise.title, exact: true });
  const fields = form.getByRole('textbox');
  await until(() => fields.count()).toBe(questions.length);
  for (const [i, { value }] of questions.entries()) await hand.write(fields.nth(i), value.toFixed(3));
  await hand.press(button(form, 'Check'));
  await form.getByText(`Passed: ${questions.length} of ${questions.length}.`).waitFor();
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
