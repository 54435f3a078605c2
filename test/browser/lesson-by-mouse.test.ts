// The lesson from its first step to its last, and what is remembered of it.

import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { browse, live } from './harness.ts';
import {
  at,
  button,
  check,
  LESSON,
  play,
  playOut,
  predict,
  ready,
  stage,
  step,
  takeUp,
  timeline,
  turn,
} from './learner.ts';
import { until } from './learner.ts';

const { visit } = browse();

/** What is predicted at each step, in their order, and whether the run bears it out. */
const PREDICTIONS: readonly (readonly [string, string | number, boolean])[] = [
  ['Three silences', 'when w crashes', false],
  ['How long until you know', 3, false],
  ['Jitter with a bound', 'about 7 times', true],
  ['No bound', 'in none', false],
  ['Losing beats', 'about 3', true],
  ['The same loss, all at once', 'about as many', false],
  ['One late beat', 'nothing', true],
  ['The bargain', 'more beats, with the same T', true],
  ['What can be promised', '3', true],
  ['Who slept?', 'the four suspect n1, and n1 suspects the four', true],
];

const REPORTS: { readonly [step: string]: string } = {
  'Three silences': 'none of them',
  'Who slept?': 'for an instant',
};

/** A report about several runs is asked for when all of them have been seen. */
const OTHERS: { readonly [step: string]: readonly string[] } = {
  'Three silences': ['w pauses', 'the link is cut'],
};

const heading = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title, exact: true });

test('the whole path: predict, run, report, explain, marks, quiz, done; and all of it is there later', async () => {
  const page = await visit('');
  await page.getByRole('link', { name: 'Begin the first lesson' }).click();
  for (const [title, answer, right] of PREDICTIONS) {
    await heading(page, title).waitFor();
    await ready(page);
    await button(stage(page), 'Play').click();
    await page.getByText('Say first what you expect; then the run may play.').waitFor();
    expect(await at(page)).toBe(0);

    await predict(page, answer, right ? 'sure' : 'guess');
    await playOut(page);
    for (const other of OTHERS[title] ?? []) {
      await button(stage(page), other).click();
      await until(() => at(page)).toBe(0);
      await playOut(page);
    }
    const report = REPORTS[title];
    if (report !== undefined)
      await button(page.getByRole('group', { name: /You have seen|How long did/ }), report).click();
    await step(page).getByText('The run shows').waitFor();
    await step(page)
      .getByText(right ? 'As you said.' : 'Not as you expected.')
      .waitFor();
    if (title === 'No bound') {
      await takeUp(page, 'Exercise 1');
      await turn(page, 'T, timeout', 2.2);
      await check(page, 'yes', 'Passed');
    }
    await page.getByRole('link', { name: /^On: / }).click();
  }

  await heading(page, 'In production').waitFor();
  await page.getByRole('region', { name: /Akka/ }).getByText('acceptable-heartbeat-pause').waitFor();
  expect(await page.getByLabel(/^Erlang, configuration/).innerText()).toContain('{net_ticktime,');
  await page.getByRole('link', { name: /^On: / }).click();

  await heading(page, 'Check yourself').waitFor();
  await button(page, '5.0 s and 5.0 s').click();
  await page.getByRole('status').filter({ hasText: 'No.' }).waitFor();
  await button(page, '3.1 s and 5.1 s').click();
  await page.getByRole('status').filter({ hasText: 'Yes.' }).waitFor();
  await page.getByText('Compare with ours').first().click();
  await page.getByText('Detection takes T plus the delay of the last beat').waitFor();
  const marks = page.getByRole('navigation', { name: 'Steps of this lesson' }).getByRole('listitem');
  expect(await marks.count()).toBe(12);
  expect(await marks.filter({ hasText: ', seen' }).count()).toBe(11);
  await page.getByText('You have solved 1 of 8 exercises.').waitFor();
  await button(page, 'Mark this lesson as done').click();
  await page.getByText('This lesson is done').waitFor();

  await page.getByRole('link', { name: 'All lessons' }).click();
  await page.getByText('1 of 8 exercises solved').waitFor();
  await page.getByText('read to its end').waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: /^\s*Catch the crash, accuse nobody, solved$/ })
    .waitFor();
  expect(
    await page
      .getByRole('listitem')
      .filter({ hasText: /^\s*Three silences, seen$/ })
      .count(),
  ).toBe(1);

  await page.goto(new URL('?step=no-bound#no-bound', new URL(LESSON, page.url())).href);
  await live(page);
  await step(page).getByText('The run shows').waitFor();
  await step(page).getByText('Not as you expected.').waitFor();
  await step(page).getByText('Exercise 1 of 8: Catch the crash, accuse nobody. Solved.').waitFor();
  await until(() => at(page)).toBe(60);
  await takeUp(page, 'Exercise 1');
  await until(() => stage(page).getByText('was 5.00').count()).toBe(1);
  await page.reload();
  await live(page);
  await until(() => stage(page).getByText('was 5.00').count()).toBe(1);
}, 120_000);

test('what has not been played is told to nobody', async () => {
  const page = await visit(`${LESSON}#how-long-until-you-know`);
  await ready(page);
  await timeline(page).press('End');
  expect(await at(page)).toBe(0);
  await predict(page, 2.65, 'sure');
  const told = stage(page).getByText(/\bm suspects w\b/);
  expect(await told.count()).toBe(0);
  await playOut(page);
  await until(() => told.count()).toBeGreaterThan(0);
  expect(await play(page).getAttribute('aria-label')).toBe('Play');
});
