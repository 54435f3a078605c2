// The lesson for somebody who sees no picture: every drawing is taken out of the page, and with it the timeline. What
// is left are words, tables, the log, buttons and fields, and they are enough.

import type { Locator, Page } from 'playwright';
import { expect, test } from 'vitest';
import { browse, takePicturesOut } from './harness.ts';
import {
  button,
  check,
  instrument,
  LESSON,
  playOut,
  predict,
  ready,
  shownTime,
  stage,
  step,
  takeUp,
  turn,
  until,
} from './learner.ts';

const { visit } = browse();

const blind = async (path: string): Promise<Page> => {
  const page = await visit(path, { height: 1000, before: takePicturesOut });
  await ready(page);
  return page;
};

const row = (page: Page, name: RegExp): Locator => stage(page).getByRole('row', { name });

const log = (page: Page): Locator => stage(page).getByRole('list', { name: /^Log/ });

/** Goes through the log, as far down as it is long, to a line that says this, and presses it. */
async function goToLine(page: Page, says: RegExp): Promise<void> {
  await instrument(page, 'Log');
  const lines = log(page).getByRole('button');
  await lines.first().focus();
  for (let i = 0; i < 60; i++) {
    const found = lines.filter({ hasText: says });
    if ((await found.count()) > 0) return found.first().click();
    const focused = () => page.evaluate(() => document.activeElement?.textContent);
    const last = await focused();
    await page.keyboard.press('PageDown');
    await until(focused, 2000).not.toBe(last);
  }
  throw new Error(`no line says ${says}`);
}

test('three silences: what m knows is in its log, and the report follows from it', async () => {
  const page = await blind(`${LESSON}#three-silences`);
  await predict(page, 'when the link is cut');
  const logs: string[][] = [];
  for (const silence of ['w crashes', 'w pauses', 'the link is cut']) {
    await button(stage(page).getByRole('group', { name: 'Try' }), silence).click();
    await until(() => shownTime(page)).toBe(0);
    await playOut(page);
    expect(await shownTime(page)).toBe(15);
    await instrument(page, 'Log');
    await until(() => log(page).getByRole('button').first().innerText()).toContain('m suspects w');
    logs.push(await log(page).getByRole('button').allInnerTexts());
  }
  expect(logs[1]).toEqual(logs[0]);
  expect(logs[2]).toEqual(logs[0]);
  await button(page.getByRole('group', { name: /You have seen/ }), 'none of them').click();
  await step(page).getByText('Not as you expected.').waitFor();
  await instrument(page, 'Tables');
  await row(page, /^Act on w/)
    .getByText('up')
    .waitFor();
});

test('a node is crashed and a link cut from the tables, and they say what came of it', async () => {
  const page = await blind(`${LESSON}?step=no-bound&on=e1#no-bound`);
  await instrument(page, 'Tables');
  await button(stage(page), 'Act on n2').click();
  await button(page.getByRole('dialog'), 'Crash').click();
  await row(page, /^Act on n2/)
    .getByText('crashed')
    .waitFor();
  await button(stage(page), 'Act on the link n1 to n4').click();
  await button(page.getByRole('dialog'), 'Cut').click();
  await row(page, /^Act on the link n1 to n4/)
    .getByText('cut')
    .waitFor();
  await playOut(page);
  await stage(page)
    .getByText(/At 60\.00 s: .*n2 crashed/)
    .waitFor();
  expect(await row(page, /^Act on n2/).innerText()).toContain('(3 of 3)');
  expect(await row(page, /^Act on n4/).innerText()).toContain('n1');
});

test('E1 by knob and words', async () => {
  const page = await blind(`${LESSON}?step=no-bound&on=e1#no-bound`);
  await turn(page, 'T, timeout', 3);
  await check(page, 'yes', 'Not yet');
  await button(page, /^Watch it/).click();
  await until(() => shownTime(page)).toBeGreaterThan(0);
  await turn(page, 'T, timeout', 2.2);
  await check(page, 'yes', 'Passed');
});

test('E3: the moment is found in the log, the beat held from the tables', async () => {
  const page = await blind(LESSON);
  await page.getByRole('link', { name: /^Step 7: One late beat/ }).click();
  await takeUp(page, 'Exercise 4');
  await ready(page);
  await playOut(page);
  await instrument(page, 'Log');
  await button(stage(page), 'Messages').click();
  await goToLine(page, /^30\.05\s+m hears/);
  expect(await shownTime(page)).toBe(30.05);
  const hold = async (by: string): Promise<void> => {
    await instrument(page, 'Tables');
    await button(stage(page), 'Act on the link m to w').click();
    const menu = page.getByRole('dialog');
    await button(menu, 'Hold one').click();
    await menu.getByRole('textbox', { name: 'for' }).fill(by);
    await button(menu, /^Hold one: w to m/).click();
    await menu.waitFor({ state: 'detached' });
  };
  await hold('0.7');
  await check(page, 'yes', 'Not yet');
  await button(stage(page), 'Undo').click();
  await hold('0.85');
  await check(page, 'yes', 'Passed');
  await page.getByText('The smallest that still does it').waitFor();
});

test('every chart has its numbers as a table', async () => {
  const page = await blind(`${LESSON}#losing-beats`);
  await button(page, 'Read on without').click();
  await predict(page, 'about 3');
  await playOut(page);
  for (const title of ['Beliefs', 'Silence']) {
    await instrument(page, title);
    await stage(page).getByText('As a table').first().click();
    await stage(page).getByRole('columnheader', { name: 'from' }).waitFor();
    if (title === 'Beliefs')
      await row(page, /n1 believes/)
        .first()
        .waitFor();
  }
});
