// The whole core of the lesson, from its third step to the mark that says it is done, by keys alone: each step is
// chosen among the marks, predicted, played, reported and explained. No pointer is used in this file.

import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { browse } from './harness.ts';
import { answered, enter, playOut, predict, press, tabTo } from './keyboard.ts';
import { button, LESSON, ready, step } from './learner.ts';

const { visit } = browse();

/** Number and title of a step, what is predicted, and what is reported if it asks. */
const STEPS: readonly (readonly [number, string, string, string?])[] = [
  [3, 'Jitter with a bound', 'about 7 times'],
  [4, 'No bound', 'in about 35'],
  [5, 'Losing beats', 'about 3'],
  [10, 'Who slept?', 'the four suspect n1, and n1 suspects the four', 'for an instant'],
];

async function goTo(page: Page, number: number, title: string): Promise<void> {
  const mark = page
    .getByRole('navigation', { name: 'Steps of this lesson' })
    .getByRole('link', { name: new RegExp(`^Step ${number}: `) })
    .filter({ visible: true });
  await tabTo(page, mark, number === 3 ? 'Tab' : 'Shift+Tab');
  await page.keyboard.press('Enter');
  await step(page).getByRole('heading', { level: 2, name: title, exact: true }).waitFor();
  await answered(page);
}

test('every other core step is completed, and the lesson is marked as done', async () => {
  const page = await visit(LESSON);
  await ready(page);
  for (const [number, title, answer, report] of STEPS) {
    await goTo(page, number, title);
    await ready(page);
    await predict(page, answer);
    await answered(page);
    await playOut(page);
    if (report !== undefined) {
      await enter(page, button(page.getByRole('group', { name: /How long did/ }), report), 'Shift+Tab');
    }
    await step(page).getByText('As you said.').waitFor();
    await answered(page);
  }
  await goTo(page, 12, 'Check yourself');
  await enter(page, button(page, '3.1 s and 5.1 s'));
  await page.getByRole('status').filter({ hasText: 'Yes.' }).waitFor();
  await tabTo(page, button(page, 'Mark this lesson as done'));
  await press(page, 'Enter');
  await page.getByText('This lesson is done').waitFor();
  expect(await page.getByText('This lesson is done').count()).toBe(1);
}, 120_000);
