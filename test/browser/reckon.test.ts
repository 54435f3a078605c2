// Numbers to reckon, as a learner meets them: wrong as somebody who misread the curve, with other figures after that,
// and then right; by mouse, by keyboard alone, and on a phone, where the questions stand before the stage.

import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { formulaOf } from '../../src/grading/formulas.ts';
import { questionsOf } from '../../src/grading/reckon.ts';
import { course, exercisesOf, placeOf } from './course.ts';
import { browse, expectAccessible, expectNoSidewaysScroll, live } from './harness.ts';
import { answered, hasFocus, keys, press, tabTo } from './keyboard.ts';
import { button, stage, takeUp, until } from './learner.ts';

const { visit } = browse();

const met = course.flatMap((taught) =>
  taught.lesson.steps.flatMap((step) =>
    exercisesOf(taught.lesson, step).flatMap((one) =>
      one.kind === 'reckon' ? [{ ...taught, step, exercise: one, place: placeOf(taught.lesson, one) }] : [],
    ),
  ),
);

type Met = (typeof met)[number];

const form = (page: Page, { exercise }: Met) => page.getByRole('region', { name: exercise.title, exact: true });
const fields = (page: Page, here: Met) => form(page, here).getByRole('textbox');
const verdict = (page: Page, here: Met) =>
  form(page, here)
    .getByRole('status')
    .filter({ hasText: /Passed|Not yet/ });
const marks = (page: Page, here: Met) => form(page, here).locator('li').filter({ hasText: 'Not so:' });

/** What is said to the first strategy that must not pass, as far as it has no markup. */
function misreadings({ exercise }: Met): readonly string[] {
  return exercise.questions.flatMap(({ id, wrong }) =>
    wrong.filter(({ formula }) => formula === exercise.wrong[0]?.answers[id]).map(({ says }) => says.split('<')[0]!),
  );
}

/** What these formulas give for the figures of a round. */
function sheet({ exercise }: Met, round: number, formula: (id: string, right: string) => string): readonly string[] {
  const { id, questions } = exercise;
  const drawn = questionsOf(questions, `${id}/${round}`);
  return questions.map((one, i) => {
    return formulaOf(formula(one.id, one.answer)).compute(drawn[i]!.figures).toFixed(2);
  });
}

const right = (here: Met, round: number) => sheet(here, round, (_, answer) => answer);

async function open(here: Met, how: Parameters<typeof visit>[1] = {}): Promise<Page> {
  const page = await visit(`${here.path}#${here.step.id}`, { height: 1000, ...how });
  const skip = button(page, 'Read on without');
  if (await skip.isVisible()) await skip.click();
  return page;
}

async function begun(page: Page, here: Met): Promise<void> {
  await until(() => fields(page, here).count()).toBe(here.exercise.questions.length);
}

async function fill(page: Page, here: Met, texts: readonly string[]): Promise<void> {
  for (const [i, text] of texts.entries()) await fields(page, here).nth(i).fill(text);
}

describe.each(met.map((here) => [here.exercise.title, here] as const))('%s', (_, here) => {
  const misread = here.exercise.wrong[0]!;
  const count = here.exercise.questions.length;

  test('fails whoever misreads, says how, and passes whoever reckons right with other figures', async () => {
    const page = await open(here);
    await takeUp(page, here.place);
    await begun(page, here);
    await stage(page).waitFor();

    const wrong = sheet(here, 1, (id) => misread.answers[id]!);
    await fill(page, here, [...wrong.slice(0, -1), 'much']);
    await button(form(page, here), 'Check').click();
    await form(page, here).getByText('Give a number here.').waitFor();
    expect(await hasFocus(fields(page, here).last())).toBe(true);

    await fill(page, here, wrong);
    await button(form(page, here), 'Check').click();
    await until(() => verdict(page, here).innerText()).toMatch(/^\s*Not yet: \d of \d\. Look again at /);
    for (const text of await marks(page, here).allInnerTexts()) expect(text).toMatch(/You said .* too (high|low)\./);
    const words = misreadings(here);
    expect((await marks(page, here).allInnerTexts()).some((text) => words.some((says) => text.includes(says)))).toBe(
      true,
    );
    expect(await fields(page, here).first().getAttribute('readonly')).not.toBeNull();
    await expectAccessible(page);

    const asked = await form(page, here).locator('li').allInnerTexts();
    await button(form(page, here), 'Try other figures').click();
    await form(page, here).getByText('round 2').waitFor();
    await begun(page, here);
    expect(await form(page, here).locator('li').allInnerTexts()).not.toEqual(asked);
    expect(await hasFocus(fields(page, here).first())).toBe(true);

    await fill(page, here, right(here, 2));
    await button(form(page, here), 'Check').click();
    await until(() => verdict(page, here).innerText()).toMatch(new RegExp(`^\\s*Passed: ${count} of ${count}\\.`));
    await page.getByText(new RegExp(`${here.place} of \\d+: .* Solved\\.`)).waitFor();

    const next = form(page, here).getByRole('link', { name: /^Next: / });
    const step = /step=([^&#]*)/.exec((await next.getAttribute('href')) ?? '')?.[1];
    await next.click();
    await page.locator(`section.current[id="${step}"]`).waitFor();
    await page.goBack();
    await fields(page, here).first().waitFor();

    await page.reload();
    await live(page);
    await form(page, here).getByText('round 3, passed').waitFor();
    await begun(page, here);
    expect(await form(page, here).locator('li').allInnerTexts()).not.toEqual(asked);
  });

  test('is done by keys alone, and nobody is lost on the way', async () => {
    const page = await open(here);
    await takeUp(page, here.place, keys);
    await begun(page, here);
    await tabTo(page, fields(page, here).first());
    for (const [i] of here.exercise.questions.entries()) {
      expect(await hasFocus(fields(page, here).nth(i))).toBe(true);
      await page.keyboard.type('1');
      if (i + 1 < count) await press(page, 'Tab');
    }
    await press(page, 'Enter');
    await verdict(page, here).waitFor();
    await answered(page);
    await press(page, 'Enter');
    expect(await form(page, here).getByText('round 1').isVisible()).toBe(true);

    await tabTo(page, button(form(page, here), 'Try other figures'));
    await press(page, 'Enter');
    await form(page, here).getByText('round 2').waitFor();
    await begun(page, here);
    await until(() => hasFocus(fields(page, here).first())).toBe(true);
    for (const text of right(here, 2)) {
      await page.keyboard.type(text);
      await press(page, 'Tab');
    }
    expect(await hasFocus(button(form(page, here), 'Check'))).toBe(true);
    await press(page, 'Space');
    await until(() => verdict(page, here).innerText()).toMatch(/^\s*Passed/);
    await answered(page);
  });

  test('gives three hints, then the solution, and keeps the focus where they were', async () => {
    const page = await open(here);
    await takeUp(page, here.place);
    await begun(page, here);
    await button(form(page, here), 'Hint').focus();
    for (let i = 0; i < 3; i++) await press(page, 'Enter');
    await press(page, 'Enter');
    await form(page, here).getByText('These are the answers of this round.').waitFor();
    await answered(page);
    expect(await form(page, here).getByText('Answer:').count()).toBe(count);
    expect(await page.getByText(/Solved\./).count()).toBe(0);
  });

  test('stands before the stage on a phone, and fits', async () => {
    const page = await open(here, { width: 360, height: 740, scheme: 'dark' });
    await button(page, 'Answer it').click();
    await begun(page, here);
    await fields(page, here).first().waitFor();
    await until(async () => ((await fields(page, here).first().boundingBox())?.y ?? 9999) < 740).toBe(true);
    await fill(page, here, right(here, 1));
    await button(form(page, here), 'Check').click();
    await until(() => verdict(page, here).innerText()).toMatch(/^\s*Passed/);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page, { colours: true });
  });
});

test('there is one to meet', () => {
  expect(met.length).toBeGreaterThan(0);
});
