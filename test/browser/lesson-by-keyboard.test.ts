// What the stage offers, by keys alone: no pointer is used in this file. Whole lessons by keys are in walks/.

import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { browse } from './harness.ts';
import { answered, hasFocus, keys, press, tabTo } from './keyboard.ts';
import { at, button, check, LESSON, ready, stage, timeline, until } from './learner.ts';

const { visit } = browse();

const dialog = (page: Page) => page.getByRole('dialog');

/** Goes by arrows from one thing in the picture to the next, this way and that, until this one has the focus. */
async function rove(page: Page, target: Locator): Promise<void> {
  const keys = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'] as const;
  let state = 7;
  for (let pressed = 0; pressed < 200; pressed++) {
    if (await hasFocus(target)) return;
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    await press(page, keys[state >>> 30] ?? 'ArrowRight');
    expect(await hasFocus(stage(page).locator('[data-thing]'))).toBe(true);
  }
  throw new Error(`no arrow leads to ${target}`);
}

test('the picture is one tab stop; arrows go round it, Enter opens the menu of a node and of a link', async () => {
  const page = await visit(`${LESSON}?step=no-bound&on=e1#no-bound`);
  await ready(page);
  await tabTo(page, button(stage(page), /^n1,/));
  await press(page, 'Tab');
  expect(await hasFocus(stage(page).locator('[data-thing]'))).toBe(false);
  await press(page, 'Shift+Tab');
  expect(await hasFocus(button(stage(page), /^n1,/))).toBe(true);

  const n2 = button(stage(page), /^n2,/);
  await rove(page, n2);
  await press(page, 'Enter');
  await dialog(page).waitFor();
  await answered(page);
  expect(await hasFocus(button(dialog(page), 'Crash'))).toBe(true);
  // Tab goes round in it and never leaves it.
  for (let i = 0; i < 12; i++) {
    await press(page, 'Tab');
    expect(await hasFocus(dialog(page).locator('*'))).toBe(true);
  }
  await press(page, 'Escape');
  await dialog(page).waitFor({ state: 'detached' });
  expect(await hasFocus(n2)).toBe(true);

  await press(page, 'Enter');
  await until(() => hasFocus(button(dialog(page), 'Crash'))).toBe(true);
  await press(page, 'ArrowRight');
  await press(page, 'ArrowLeft');
  await press(page, 'Enter');
  await dialog(page).waitFor({ state: 'detached' });
  await button(stage(page), /^n2, crashed/).waitFor();
  expect(await hasFocus(button(stage(page), /^n2, crashed/))).toBe(true);

  await rove(page, button(stage(page), /^Link n4 to n5/));
  await press(page, 'Enter');
  await until(() => hasFocus(button(dialog(page), 'Cut'))).toBe(true);
  await press(page, 'Enter');
  await dialog(page).waitFor({ state: 'detached' });
  await until(() => button(stage(page), /^Link .*, cut/).count()).toBe(1);

  await press(page, 'Alt+z');
  await until(() => button(stage(page), /^Link .*, cut/).count()).toBe(0);
  await press(page, 'Alt+z');
  await button(stage(page), /^n2, up/).waitFor();
  await press(page, 'Alt+y');
  await button(stage(page), /^n2, crashed/).waitFor();
});

test('the timeline, the log, the tabs, the speed and the list of keys', async () => {
  const page = await visit(`${LESSON}?step=no-bound&on=e1#no-bound`);
  await ready(page);
  await tabTo(page, timeline(page));
  await press(page, 'End');
  expect(await at(page)).toBe(60);
  await press(page, 'ArrowLeft');
  expect(await at(page)).toBeLessThan(60);
  await press(page, 'Home');
  expect(await at(page)).toBe(0);
  await press(page, 'Shift+ArrowRight');
  const first = await at(page);
  expect(first).toBeGreaterThan(0);
  await press(page, 'ArrowRight');
  expect(await at(page)).toBeGreaterThanOrEqual(first);
  await press(page, 'l');
  await press(page, 'j');
  await press(page, '9');
  expect(await at(page)).toBe(60);

  await press(page, '?');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor();
  await press(page, 'Escape');
  await page.getByRole('dialog', { name: 'Keys' }).waitFor({ state: 'hidden' });
  await until(() => hasFocus(timeline(page))).toBe(true);

  const tabs = stage(page).getByRole('tab');
  await tabTo(page, tabs);
  for (let i = 0; i < (await tabs.count()); i++) {
    await press(page, 'ArrowRight');
    const chosen = stage(page).getByRole('tab', { selected: true });
    expect(await hasFocus(chosen)).toBe(true);
  }
  while (!/^Log/.test(await stage(page).getByRole('tab', { selected: true }).innerText()))
    await press(page, 'ArrowRight');
  const row = stage(page).getByRole('list', { name: /^Log/ }).getByRole('button');
  await tabTo(page, row);
  for (const key of ['ArrowDown', 'ArrowDown', 'PageDown', 'ArrowUp', 'End', 'Home', 'ArrowDown'])
    await press(page, key);
  await press(page, 'Enter');
  await stage(page).getByRole('complementary', { name: 'Why this happened' }).waitFor();
  await answered(page);
});

test('E1: a knob by arrows and by typing, the check and the worst run', async () => {
  const page = await visit(`${LESSON}?step=no-bound&on=e1#no-bound`);
  await ready(page);
  const tabs = stage(page).getByRole('tab');
  await tabTo(page, tabs);
  while (!/^Knobs/.test(await stage(page).getByRole('tab', { selected: true }).innerText()))
    await press(page, 'ArrowRight');
  const [field, slider] = [
    stage(page).getByRole('textbox', { name: 'T, timeout' }),
    stage(page).getByRole('slider', { name: 'T, timeout' }),
  ];
  await tabTo(page, slider);
  await press(page, 'Shift+ArrowLeft');
  await press(page, 'ArrowRight');
  expect(await field.inputValue()).toBe('4.91');
  await press(page, 'Delete');
  expect(await field.inputValue()).toBe('5.00');
  await keys.write(field, '1.2');
  await check(page, 'no', 'Not yet', keys);
  await keys.press(button(page, /^Watch it, seed/));
  await until(() => at(page)).toBeGreaterThan(0);
  await keys.write(field, '2.2');
  await check(page, 'yes', 'Passed', keys);
}, 90_000);
