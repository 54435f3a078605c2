// Every exercise as somebody with a mouse does it: first wrong, as people do who believe the wrong thing, then right.

import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { caseKey, orderOf, PROPERTIES } from '../../src/widgets/tasks/diagnose.ts';
import { diagnoses, lab, lesson } from '../lessons/lesson.ts';
import { deduce } from './deduce.ts';
import { browse, expectAccessible } from './harness.ts';
import { hasFocus } from './keyboard.ts';
import { at, button, check, holdBeat, instrument, LESSON, openMenu, ready, seek, stage } from './learner.ts';
import { takeUp, turn, until } from './learner.ts';

const { visit } = browse();

async function exercise(step: string, name: string): Promise<Page> {
  const page = await visit(`${LESSON}#${step}`, { height: 1000 });
  await button(page, 'Read on without').click();
  await takeUp(page, name);
  return page;
}

const solved = (page: Page, name: string) =>
  until(() => page.getByText(new RegExp(`${name} of \\d+: .* Solved\\.`)).isVisible()).toBe(true);

test('E1: six sigma fails, and the run that shows it can be watched at that moment; 2.2 s passes', async () => {
  const page = await exercise('no-bound', 'Exercise 1');
  await ready(page);
  await turn(page, 'T, timeout', 1.41);
  const says = await check(page, 'yes', 'Not yet');
  expect(says).toMatch(/missed in \d+ of 200 runs/);
  const [, seed, sentence, time] = /Seed (\d+): (n\d suspects n\d) at ([\d.]+) s\./.exec(says) ?? [];
  expect(says).toContain('You said it would pass');

  await button(page, `Watch it, seed ${seed}`).click();
  await until(async () => (await at(page)).toFixed(2)).toBe(time);
  expect(await stage(page).getByRole('textbox', { name: 'seed' }).inputValue()).toBe(`e1/${seed}`);
  const [observer, , target] = sentence?.split(' ') ?? [];
  await button(stage(page), new RegExp(`^${target}, up, suspected by 1 of 4`)).waitFor();
  await button(stage(page), new RegExp(`^${observer}, up, wrongly suspects ${target}`)).waitFor();
  await instrument(page, 'Log');
  const row = button(stage(page), new RegExp(`^${time} ${sentence}`));
  expect(await row.getAttribute('aria-current')).toBe('true');

  await turn(page, 'T, timeout', 2.2);
  expect(await check(page, 'yes', 'Passed')).toContain('so it is');
  await solved(page, 'Exercise 1');
}, 120_000);

test('E2: half of both fails; half the interval with a T for four losses passes', async () => {
  const page = await exercise('losing-beats', 'Exercise 2');
  await ready(page);
  await turn(page, 'η, beat interval', 0.5);
  await turn(page, 'T, timeout', 1.2);
  expect(await check(page, 'no', 'Not yet')).toContain('so it is');
  await turn(page, 'T, timeout', 2.2);
  await check(page, 'yes', 'Passed');
  await solved(page, 'Exercise 2');
}, 120_000);

describe('E3', () => {
  test('a: 0.7 s is not enough, a second fault is refused, 0.85 s passes and is shrunk to its least', async () => {
    const page = await exercise('one-late-beat', 'Exercise 4');
    await ready(page);
    expect(await button(page, 'Check').getAttribute('aria-disabled')).toBe('true');
    await holdBeat(page, 'm to w', 10.5, 0.7);
    await check(page, 'yes', 'Not yet');
    await button(page, /^Watch it/).click();
    await holdBeat(page, 'm to w', 20.5, 0.2);
    await page.getByText('2 faults, and 1 is allowed. Undo some.').waitFor();
    expect(await button(page, 'Check again').getAttribute('aria-disabled')).toBe('true');
    await button(stage(page), 'Undo').click();
    await page.getByText('2 faults, and 1 is allowed. Undo some.').waitFor({ state: 'detached' });
    await button(stage(page), 'Undo').click();
    await page.getByText('0.00 s of 1.00 s in all').waitFor();
    await holdBeat(page, 'm to w', 10.5, 1.5);
    await page.getByText('1.50 s in all, and 1.00 s is allowed.').waitFor();
    await button(stage(page), 'Undo').click();
    await holdBeat(page, 'm to w', 10.5, 0.85);
    await check(page, 'yes', 'Passed');
    const smallest = page.getByText('The smallest that still does it:');
    expect(await smallest.innerText()).toMatch(/Holding .* for 0\.81\d* s is enough/);
    await solved(page, 'Exercise 4');
  });

  test('b: one very late beat does nothing, two neighbours do it', async () => {
    const page = await exercise('one-late-beat', 'Exercise 5');
    await ready(page);
    await holdBeat(page, 'm to w', 10.5, 2.2);
    await check(page, 'yes', 'Not yet');
    await button(stage(page), 'Undo').click();
    await holdBeat(page, 'm to w', 10.5, 1.55);
    await holdBeat(page, 'm to w', 11.5, 0.55);
    await check(page, 'yes', 'Passed');
    await solved(page, 'Exercise 5');
  });

  test('c: on an ordered link 1.4 s is not enough and 1.6 s is', async () => {
    const page = await exercise('one-late-beat', 'Exercise 6');
    await ready(page);
    await holdBeat(page, 'm to w', 10.5, 1.4);
    await check(page, 'no', 'Not yet');
    await button(stage(page), 'Undo').click();
    await holdBeat(page, 'm to w', 10.5, 1.6);
    await check(page, 'yes', 'Passed');
    await solved(page, 'Exercise 6');
  });

  test('offers nothing that the exercise does not allow', async () => {
    const page = await exercise('one-late-beat', 'Exercise 4');
    await ready(page);
    await seek(page, 5);
    const menu = await openMenu(page, 'm to w');
    expect(await menu.getByRole('toolbar').getByRole('button').allInnerTexts()).toEqual(['Hold one']);
    await page.keyboard.press('Escape');

    const none = await openMenu(page, 'm');
    await none.getByText('Nothing can be done to m here.').waitFor();
    await until(() => hasFocus(button(none, 'Close'))).toBe(true);
    await page.keyboard.press('Escape');
    await none.waitFor({ state: 'detached' });
    expect(await hasFocus(button(stage(page), /^m,/))).toBe(true);
  });
});

test('where only w may be paused, the link takes neither keys nor presses, and m offers nothing', async () => {
  const page = await visit('lessons/phi-accrual/?step=it-remembers&on=e5#it-remembers', { height: 1000 });
  await ready(page);
  expect(await stage(page).locator('.topology .switch').count()).toBe(0);
  expect(await button(stage(page), /^Link /).count()).toBe(0);
  await stage(page).getByRole('img', { name: 'Link m to w, both ways, as usual' }).waitFor();
  await button(stage(page), /^m,/).focus();
  await page.keyboard.press('ArrowRight');
  expect(await hasFocus(button(stage(page), /^w,/))).toBe(true);
  await page.keyboard.press('Enter');
  const menu = page.getByRole('dialog');
  await button(menu, 'Pause').waitFor();
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'detached' });
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('Enter');
  await menu.getByText('Nothing can be done to m here.').waitFor();
  expect(await menu.getByRole('toolbar').count()).toBe(0);
  await expectAccessible(page);
});

const verdict = (page: Page) => page.getByRole('status').filter({ hasText: /^\s*(Right|Not so): / });

/** Answers the case in view, and gives what came of it. */
async function submit(page: Page): Promise<string> {
  await button(page, 'That is my answer').click();
  await verdict(page).waitFor();
  return verdict(page).innerText();
}

async function nextRun(page: Page): Promise<void> {
  await button(page, 'Next run').click();
  await verdict(page).waitFor({ state: 'detached' });
  await button(page, 'That is my answer').waitFor();
  await ready(page);
}

test('E4: one answer for all runs does not pass; the truth of the next six does', async () => {
  const four = diagnoses.find(({ id }) => id === 'e4')!;
  const page = await exercise('what-can-be-promised', 'Exercise 7');
  await ready(page);
  for (let place = 0; place < four.cases.length; place++) {
    await page.getByRole('checkbox', { name: /^strong accuracy/ }).check();
    await submit(page);
    if (place + 1 < four.cases.length) await nextRun(page);
  }
  await page.getByText(/^Not yet: [0-4] of 6\./).waitFor();
  await button(page, 'Try new runs').click();
  await verdict(page).waitFor({ state: 'detached' });
  await ready(page);

  for (const [place, index] of orderOf(four.cases.length, 2).entries()) {
    const truth = await lab.truth(caseKey(lesson, four, index, 2), 'refutes', null);
    const refuted = 'refutes' in truth ? truth.refutes : [];
    const titles = PROPERTIES.filter(({ id }) => refuted.includes(id)).map(({ title }) => title);
    for (const title of titles) await page.getByRole('checkbox', { name: new RegExp(`^${title}`) }).check();
    if (titles.length === 0) await page.getByRole('checkbox', { name: 'nothing' }).check();
    expect(await submit(page)).toMatch(/^\s*Right: /);
    if (place + 1 < four.cases.length) await nextRun(page);
  }
  await page.getByText('Passed: 6 of 6.').waitFor();
  await solved(page, 'Exercise 7');
  await page.getByRole('link', { name: /^Next: / }).click();
  await page.getByRole('heading', { name: 'Who slept?', exact: true }).waitFor();
});

test('E5: whoever is accused has crashed does not pass; beliefs and pings do', async () => {
  const page = await exercise('who-slept', 'Exercise 8');
  const answer = async (what: string, where?: string) => {
    await page.getByLabel('What happened?').selectOption({ label: what });
    if (where !== undefined) await page.getByLabel('where?').selectOption({ label: where });
    return submit(page);
  };
  await ready(page);
  for (let place = 0; place < 6; place++) {
    await answer('a node crashed', 'n3');
    if (place < 5) await nextRun(page);
  }
  await page.getByText(/^Not yet: [0-4] of 6\./).waitFor();
  await button(page, 'Try new runs').click();
  await verdict(page).waitFor({ state: 'detached' });
  await ready(page);
  for (let place = 0; place < 6; place++) {
    const { what, where } = await deduce(page);
    expect(await answer(what, where)).toMatch(/^\s*Right: /);
    if (place < 5) await nextRun(page);
  }
  await page.getByText('Passed: 6 of 6.').waitFor();
  await solved(page, 'Exercise 8');
});

test('E6: a T that ignores the limit fails; few beats and a long T pass', async () => {
  const page = await exercise('the-same-loss-all-at-once', 'Exercise 3');
  await ready(page);
  await turn(page, 'T, timeout', 15.5);
  await check(page, 'no', 'Not yet');
  await turn(page, 'η, beat interval', 3);
  await turn(page, 'T, timeout', 13);
  expect(await check(page, 'yes', 'Passed')).toMatch(/0\.33/);
  await solved(page, 'Exercise 3');
}, 180_000);
