// Two runs on one transport: the run before beside the run after one change, and the step of a lesson that shows two
// from the start. Both are found by what a screen reader would be told of them.

import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { pack } from '../../src/widgets/files/packing.ts';
import { browse, expectAccessible, expectNoSidewaysScroll, live } from './harness.ts';
import {
  at,
  button,
  instrument,
  LESSON,
  openMenu,
  playOut,
  ready,
  seek,
  stage,
  takeUp,
  turn,
  until,
} from './learner.ts';

const { visit } = browse();

const bar = (page: Page): Locator => stage(page).getByRole('group', { name: 'Two runs compared' });
const run = (page: Page, name: 'A' | 'B'): Locator =>
  stage(page).getByRole('region', { name: `Run ${name}`, exact: true });
const names = async (page: Page): Promise<string> => (await bar(page).innerText()).replace(/\s+/g, ' ');
const first = (page: Page): Locator => button(stage(page), 'First difference');

/** A mesh in which n3 crashed, played to its end, and then its timeout was turned. */
async function changed(width = 1366, height = 768): Promise<Page> {
  const page = await visit(`${LESSON}#no-bound`, { width, height });
  await takeUp(page, 'Exercise 1');
  await ready(page);
  await seek(page, 20);
  const menu = await openMenu(page, 'n3');
  await button(menu, 'Crash').click();
  await menu.waitFor({ state: 'detached' });
  await playOut(page);
  await turn(page, 'T, timeout', 2);
  return page;
}

async function compare(page: Page): Promise<void> {
  await button(stage(page), 'Compare').click();
  await bar(page).waitFor();
  await until(() => first(page).getAttribute('aria-disabled')).toBe('false');
}

describe('the run before', () => {
  test('stands beside the run after one change; the first difference is one press away', async () => {
    const page = await changed();
    await compare(page);
    await until(() => names(page)).toMatch(/A T 2 s your run B T 5 s kept as it was/);
    await first(page).click();
    const parted = await at(page);
    expect(parted).toBeGreaterThan(0);
    expect(parted).toBeLessThan(60);
    await run(page, 'A')
      .getByText(/n\d suspects n\d/)
      .first()
      .waitFor();
    await run(page, 'B')
      .getByText(/not until|never happens/)
      .waitFor();
    await button(stage(page), 'On by one event').click();
    expect(await at(page)).toBeGreaterThanOrEqual(parted);
  });

  test('is moved by the same transport, and shows at one moment what the change does', async () => {
    const page = await changed();
    await compare(page);
    await seek(page, 23.5);
    await button(run(page, 'A'), /^n3, crashed, suspected by 4 of 4/).waitFor();
    await button(run(page, 'B'), 'n3, crashed').waitFor();
    await instrument(page, 'Beliefs');
    await stage(page)
      .getByRole('img', { name: /In A n1.* suspect it.* In B all 4 observers trust it/ })
      .waitFor();
    await instrument(page, 'Measures');
    await stage(page).getByRole('table').getByText('B against A').waitFor();
    await instrument(page, 'Log');
    await stage(page).getByRole('list', { name: 'Log of both runs, the newest first' }).waitFor();
    await button(bar(page), 'Apart').click();
    await stage(page).getByRole('list', { name: 'Log, the newest first' }).nth(1).waitFor();
    await expectAccessible(page);
  });

  test('stays as it is while knobs are turned, changes places, and is kept or left', async () => {
    const page = await changed();
    await compare(page);
    await turn(page, 'T, timeout', 3);
    await until(() => names(page)).toMatch(/A T 3 s .* B T 5 s/);
    await button(bar(page), 'Swap').click();
    await until(() => names(page)).toMatch(/A T 5 s .* B T 3 s/);
    await button(bar(page), 'Keep B').click();
    await bar(page).waitFor({ state: 'detached' });
    const field = stage(page).getByRole('textbox', { name: 'T, timeout' });
    await until(() => field.inputValue()).toBe('3.00');
    await button(stage(page), 'Undo').click();
    await until(() => field.inputValue()).toBe('5.00');
  });

  test('begins and ends by one key, which is said', async () => {
    const page = await changed();
    await button(stage(page), 'On by one event').focus();
    await page.keyboard.press('b');
    await bar(page).waitFor();
    await until(() =>
      page
        .locator('[aria-live]')
        .allInnerTexts()
        .then((all) => all.join(' ')),
    ).toMatch(/A: T 2 s\. B: T 5 s/);
    await button(stage(page), 'On by one event').focus();
    await page.keyboard.press('b');
    await bar(page).waitFor({ state: 'detached' });
  });

  test('comes back with the page, and without the comparison after Done', async () => {
    const page = await changed();
    await compare(page);
    await until(() => page.evaluate(() => localStorage.getItem('fault-lab:progress') ?? '')).toContain('"beside"');
    await page.reload();
    await live(page);
    await takeUp(page, 'Exercise 1');
    await until(() => names(page)).toMatch(/A T 2 s .* B T 5 s/);
    await button(bar(page), 'Done').click();
    await bar(page).waitFor({ state: 'detached' });
    await until(() => page.evaluate(() => localStorage.getItem('fault-lab:progress') ?? '')).not.toContain('"beside"');
  });
});

test('a link brings both runs, and one whose other run cannot be opens the first and says so', async () => {
  const page = await changed();
  await compare(page);
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await button(stage(page), 'On by one event').focus();
  await page.keyboard.press('c');
  await stage(page).getByText('Link copied').waitFor();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  const other = await visit('');
  await other.goto(link);
  await live(other);
  await until(() => names(other)).toMatch(/A T 2 s .* B T 5 s/);

  const key = { scenario: { id: 'mesh5', version: 1 }, settings: { T: 2 }, seed: '3', actions: [] };
  const view = { at: 5_000_000, look: [0, 1], panel: 'log', beside: { over: { T: 999 } } };
  const broken = await pack(JSON.stringify({ v: 1, key, view, print: '00000000' }));
  const third = await visit(`${LESSON}?step=no-bound#r=${broken}`);
  await stage(third).getByText('The run beside it is left out').waitFor();
  await ready(third);
  expect(await bar(third).count()).toBe(0);
});

describe('where there is little room', () => {
  test('a phone shows one of the two and lets choose, and nothing sticks out to the side', async () => {
    const page = await visit(`${LESSON}#no-bound`, { width: 360, height: 760, touch: true });
    await button(page, 'Lab').click();
    await ready(page);
    await button(stage(page), 'Compare').click();
    await bar(page).waitFor();
    await run(page, 'A').waitFor();
    await bar(page).getByRole('button', { name: /^B/ }).click();
    await run(page, 'B').waitFor();
    expect(await run(page, 'A').count()).toBe(0);
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
});

test('a lesson may show two runs from the start, and a knob turns both', async () => {
  const page = await visit('lessons/phi-accrual/', { width: 1366, height: 768 });
  await until(() => names(page)).toMatch(/A calm B far/);
  await ready(page);
  await button(bar(page), 'Swap').click();
  await until(() => names(page)).toMatch(/A far B calm/);
  await turn(page, 'T, timeout', 2.5);
  await until(() => names(page)).toMatch(/A far B calm/);
  await button(bar(page), 'Done').click();
  await bar(page).waitFor({ state: 'detached' });
});
