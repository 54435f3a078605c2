// "Is it luck?": the same settings and actions over many seeds, where the run on the stage stands among them, and every
// other run one press away.

import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { browse, expectAccessible, expectNoSidewaysScroll } from './harness.ts';
import {
  at,
  button,
  instrument,
  LESSON,
  openMenu,
  predict,
  ready,
  seek,
  stage,
  takeUp,
  turn,
  until,
} from './learner.ts';

const { visit } = browse();

const panel = (page: Page): Locator => stage(page).getByRole('tabpanel', { name: 'Luck' });
const bars = (page: Page): Locator => panel(page).getByRole('slider', { name: /, a bar for each seed/ });
const seedField = (page: Page): Locator => stage(page).getByRole('textbox', { name: 'Seed' });
const said = async (page: Page): Promise<string> => (await panel(page).getByRole('status').innerText()).trim();

/** A mesh in which n3 crashed, and 200 runs of it. */
async function asked(width = 1366, height = 768): Promise<Page> {
  const page = await visit(`${LESSON}#no-bound`, { width, height });
  await takeUp(page, 'Exercise 1');
  await ready(page);
  await seek(page, 20);
  const menu = await openMenu(page, 'n3');
  await button(menu, 'Crash').click();
  await menu.waitFor({ state: 'detached' });
  await instrument(page, 'Luck');
  await button(panel(page), 'Run 200 seeds').click();
  await button(panel(page), 'Run them again').waitFor({ timeout: 60_000 });
  return page;
}

test('says where the run stands, and shows the worst at the moment that decided it', async () => {
  const page = await asked();
  await until(() => said(page)).toMatch(/^Your run is .*200/);
  const own = await seedField(page).inputValue();
  await button(panel(page), /^Worst ?: show seed/).click();
  await until(() => seedField(page).inputValue()).not.toBe(own);
  const worst = await seedField(page).inputValue();
  await until(() => said(page)).toMatch(/^Your run is (the worst|as unlucky)/);
  await until(() => at(page)).toBeGreaterThan(20);
  expect(await at(page)).toBeLessThan(60);
  // It suspects the crashed node at this very moment: the measure was decided here.
  await button(stage(page), /^n3, crashed, suspected by 4 of 4/).waitFor();
  await button(panel(page), `Back to seed ${own}`).click();
  await until(() => seedField(page).inputValue()).toBe(own);
  expect(worst).not.toBe(own);
});

test('is gone through with the keyboard, and read as a table', async () => {
  const page = await asked();
  await bars(page).focus();
  await page.keyboard.press('Home');
  await until(() => bars(page).getAttribute('aria-valuetext')).toMatch(/^seed .*, 1st of 200 from the luckiest/);
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowRight');
  await until(() => bars(page).getAttribute('aria-valuetext')).toMatch(/, 12th of 200 from the luckiest/);
  const text = (await bars(page).getAttribute('aria-valuetext')) ?? '';
  await page.keyboard.press('Enter');
  const [, chosen] = /^seed (\S+):/.exec(text) ?? [];
  await until(() => seedField(page).inputValue()).toBe(chosen);
  await panel(page).getByText('mistakes', { exact: true }).click();
  await until(() => bars(page).getAttribute('aria-label')).toMatch(/mistakes/i);
  await expectAccessible(page);
});

test('says that it is of other settings when a knob was turned since', async () => {
  const page = await asked();
  await turn(page, 'T, timeout', 2);
  await until(() => said(page)).toMatch(/before your change/);
  await button(panel(page), 'Run them again').click();
  await until(() => said(page), 60_000).toMatch(/^Your run is/);
});

test('keeps what it has when it is stopped', async () => {
  const page = await visit(`${LESSON}#no-bound`, { width: 1366, height: 768 });
  await takeUp(page, 'Exercise 1');
  await ready(page);
  await instrument(page, 'Luck');
  await button(panel(page), 'Run 200 seeds').click();
  await button(panel(page), /Cancel$/).click();
  await until(() => said(page)).toMatch(/^Stopped after \d+ of 200 seeds\./);
  await button(panel(page), 'Run them again').waitFor();
});

test('fits a phone', async () => {
  const page = await visit(`${LESSON}#no-bound`, { width: 390, height: 844, touch: true });
  await predict(page, 'in none');
  await button(page, 'Lab').click();
  await ready(page);
  await instrument(page, 'Luck');
  await button(panel(page), 'Run 200 seeds').click();
  await button(panel(page), 'Run them again').waitFor({ timeout: 60_000 });
  await expectNoSidewaysScroll(page);
  const beyond = await panel(page).evaluate((part) => {
    const right = innerWidth + 1;
    return [...part.querySelectorAll('svg, button, [role="status"]')].filter(
      (inner) => inner.getBoundingClientRect().right > right || inner.getBoundingClientRect().left < 0,
    ).length;
  });
  expect(beyond).toBe(0);
  await expectAccessible(page);
});
