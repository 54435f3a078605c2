// Acting makes another run. What was there before stays in sight until the next change, and undo brings it back.

import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { browse } from './harness.ts';
import { at, button, LESSON, openMenu, playOut, ready, seek, stage, takeUp, timeline, turn, until } from './learner.ts';

const { visit } = browse();

async function mesh(): Promise<Page> {
  const page = await visit(`${LESSON}#no-bound`, { height: 1000 });
  await takeUp(page, 'Exercise 1');
  await ready(page);
  return page;
}

const node = (page: Page, spoken: RegExp) => button(stage(page), spoken);
const marks = (page: Page) =>
  stage(page)
    .getByRole('group')
    .filter({ hasText: /\bmarks?\b/ })
    .last();

async function crash(page: Page, name: string, when: number): Promise<void> {
  await seek(page, when);
  const menu = await openMenu(page, name);
  await button(menu, 'Crash').click();
  await menu.waitFor({ state: 'detached' });
  await node(page, new RegExp(`^${name}, crashed`)).waitFor();
}

test('acting in the past drops what came later; the old future stays, with its first difference', async () => {
  const page = await mesh();
  await crash(page, 'n2', 30);
  await crash(page, 'n1', 10);
  await until(() => marks(page).innerText()).toMatch(/1 other future/);
  await marks(page).locator('summary').click();
  const fork = marks(page).getByRole('listitem').filter({ hasText: 'as it was before' });
  expect(Number((await fork.innerText()).split(' ')[0])).toBeCloseTo(10, 0);
  await marks(page).locator('summary').click();
  await seek(page, 40);
  await node(page, /^n2, up/).waitFor();
  await node(page, /^n1, crashed, suspected by/).waitFor();
});

test('undo and redo restore the runs, and a new deed forgets what was undone', async () => {
  const page = await mesh();
  const [undo, redo] = [button(stage(page), 'Undo'), button(stage(page), 'Redo')];
  expect(await undo.getAttribute('aria-disabled')).toBe('true');
  await crash(page, 'n2', 20);
  await undo.click();
  await node(page, /^n2, up/).waitFor();
  await redo.click();
  await node(page, /^n2, crashed/).waitFor();
  await undo.click();
  await node(page, /^n2, up/).waitFor();
  await crash(page, 'n4', 15);
  expect(await redo.getAttribute('aria-disabled')).toBe('true');
  await undo.click();
  await node(page, /^n4, up/).waitFor();
  expect(await undo.getAttribute('aria-disabled')).toBe('true');
});

test('reset begins anew, and can be undone', async () => {
  const page = await mesh();
  await crash(page, 'n2', 20);
  await button(stage(page), 'Reset').click();
  await until(() => at(page)).toBe(0);
  expect(
    await stage(page)
      .getByText(/\d other future/)
      .count(),
  ).toBe(0);
  await button(stage(page), 'Undo').click();
  await playOut(page);
  await node(page, /^n2, crashed/).waitFor();
});

test('a knob changes the run where it stands, without loading anything, and shows what was before', async () => {
  const page = await mesh();
  await playOut(page);
  await seek(page, 50);
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  const here = await at(page);
  await turn(page, 'T, timeout', 1.2);
  await until(() => marks(page).innerText()).toMatch(/1 other future/);
  expect(await at(page)).toBe(here);
  await marks(page).locator('summary').click();
  await marks(page)
    .getByRole('listitem')
    .filter({ hasText: /with T\b.* 5(\.00)? s/ })
    .waitFor();
  await button(stage(page), 'Reset T, timeout: was 5.00').click();
  expect(await stage(page).getByRole('textbox', { name: 'T, timeout' }).inputValue()).toBe('5.00');
  expect(requests).toEqual([]);
});

test('a knob that is typed wrong says so and keeps the run', async () => {
  const page = await mesh();
  await turn(page, 'T, timeout', 99);
  const field = stage(page).getByRole('textbox', { name: 'T, timeout' });
  expect(await field.getAttribute('aria-invalid')).toBe('true');
  await page.getByText(/must be .* to .* s; still 5\.00 s/).waitFor();
});

test('another seed is another run, and the one before stays in sight', async () => {
  const page = await mesh();
  await playOut(page);
  const seed = stage(page).getByRole('textbox', { name: 'seed' });
  await seed.fill('e1/7');
  await seed.press('Enter');
  await until(() => marks(page).innerText()).toMatch(/1 other future/);
  await marks(page).locator('summary').click();
  await marks(page).getByRole('listitem').filter({ hasText: 'with seed e1/1' }).waitFor();
  expect(await timeline(page).getAttribute('aria-valuemax')).toBe('60');
});
