// What a learner did stays with them, shown where the course is listed; what has not been played is told to nobody.

import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { browse, live } from './harness.ts';
import {
  at,
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
  until,
} from './learner.ts';

const { visit } = browse();

const heading = (page: Page, title: string) => page.getByRole('heading', { level: 2, name: title, exact: true });

test('a step that was done and an exercise that was passed are there after all of it was left', async () => {
  const page = await visit('');
  await page.getByRole('link', { name: 'Begin the first lesson' }).click();
  await heading(page, 'Three silences').waitFor();
  await page.goto(new URL('#no-bound', page.url()).href);
  await ready(page);
  await predict(page, 'in none', 'guess');
  await playOut(page);
  await step(page).getByText('Not as you expected.').waitFor();
  await takeUp(page, 'Exercise 1');
  await turn(page, 'T, timeout', 2.2);
  await check(page, 'yes', 'Passed');

  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Course' }).click();
  await page.getByText(/1 of \d+ exercises solved/).waitFor();
  await page
    .getByRole('listitem')
    .filter({ hasText: /^\s*Catch the crash, accuse nobody, solved$/ })
    .waitFor();
  expect(
    await page
      .getByRole('listitem')
      .filter({ hasText: /^\s*No bound, seen$/ })
      .count(),
  ).toBe(1);

  await page.goto(new URL('heartbeats-and-timeouts/?step=no-bound#no-bound', page.url()).href);
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

test('systems in production are shown with what the learner would write there', async () => {
  const page = await visit(`${LESSON}#in-production`);
  await page.getByRole('region', { name: /Akka/ }).getByText('acceptable-heartbeat-pause').waitFor();
  expect(await page.getByLabel(/^Erlang, configuration/).innerText()).toContain('{net_ticktime,');
});
