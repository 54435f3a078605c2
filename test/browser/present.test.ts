// A class is taught from a projector: a remote goes through the whole lesson, keys and buttons do what the help says,
// and nothing of it is kept as a learner's own.

import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { cuesOf } from '../../src/widgets/present/present.ts';
import { lesson } from '../lessons/lesson.ts';
import { browse, expectAccessible } from './harness.ts';
import { button, LESSON, until } from './learner.ts';
import { kept, keptAtFirst, NUMBER, open, press, sentence, show } from './presenter.ts';

const { visit } = browse();

const PAIR = '../phi-accrual/?step=one-timeout-two-networks&present=2';

const place = (page: Page) =>
  show(page)
    .getByText(/card \d+ of \d+$/)
    .textContent();

/** The exercise on the screen has been checked. */
async function judged(page: Page): Promise<void> {
  await press(page, 'c');
  await show(page)
    .getByText(/^(Not yet|Passed)/)
    .waitFor({ timeout: 60_000 });
}

/** A run has been computed, and stands. */
async function standing(page: Page): Promise<void> {
  await show(page)
    .getByText(/ speed$/)
    .waitFor();
  await press(page, '0');
  await button(show(page), 'Play').waitFor();
}

test('Page Down leads through the whole lesson, card by card, and keeps nothing', async () => {
  const page = await visit(LESSON, { width: 1920, height: 1080, motion: 'reduce' });
  const before = await keptAtFirst(page);
  await page.getByRole('link', { name: 'Present' }).click();
  await show(page).waitFor();
  const cues = cuesOf(lesson);
  const met = new Set<string>();
  const here = async (): Promise<string> => {
    const step = await show(page).getByRole('combobox', { name: 'Step' }).inputValue();
    return `${step} ${/card (\d+)/.exec((await place(page)) ?? '')?.[1] ?? ''}`;
  };
  for (let pressed = 0; pressed < cues.length * 12 && met.size < cues.length; pressed++) {
    const at = await here();
    met.add(at);
    const cue = cues.find(({ step, place }) => `${step} ${place}` === at);
    if (cue?.kind === 'run' || cue?.kind === 'work')
      await show(page)
        .getByText(/ speed$/)
        .waitFor();
    await press(page, 'PageDown');
  }
  expect([...met]).toEqual(cues.map((cue) => `${cue.step} ${cue.place}`));
  expect(await kept(page)).toBe(before);
}, 120_000);

test('behind a presentation nothing is read out and nothing is reached by keys, until it is left', async () => {
  const page = await visit(`${LESSON}?step=no-bound&present#no-bound`);
  await show(page).waitFor();
  const behind = page.getByRole('banner').or(page.getByRole('article')).or(page.getByRole('link'));
  expect(await behind.count()).toBe(0);
  await button(show(page), 'Leave').click();
  await page.getByRole('banner').waitFor();
  await page.getByRole('link', { name: 'Present' }).waitFor();
});

test('the address leads back to the same card after a reload, and Back leaves', async () => {
  const page = await visit(`${LESSON}#no-bound`, { width: 1280, height: 720 });
  await page.getByRole('link', { name: 'Present' }).click();
  await show(page).waitFor();
  expect(await place(page)).toBe('step 4 of 12, card 1 of 5');
  await press(page, 'Shift+PageDown');
  await press(page, 'Shift+PageDown');
  await until(() => place(page)).toBe('step 4 of 12, card 3 of 5');
  await until(async () => new URL(page.url()).searchParams.get('present')).toBe('3');
  await page.reload();
  await until(() => place(page)).toBe('step 4 of 12, card 3 of 5');
  await page.goBack();
  await page.getByRole('heading', { level: 2, name: 'No bound' }).waitFor();
  await until(() => show(page).count()).toBe(0);
});

describe('keys', () => {
  test('play and hold, go to moments by number, freeze, blank, show the words, and leave', async () => {
    const page = await visit(LESSON, { width: 1920, height: 1080, motion: 'reduce' });
    await open(page, '?step=how-long-until-you-know&present=2');
    await standing(page);
    await press(page, 'PageDown');
    expect(await sentence(page)).toBe('w is made to crash, 20.40 s');
    await press(page, 'PageDown');
    expect(await sentence(page)).toBe('m suspects w, 23.05 s');
    await press(page, '1');
    expect(await sentence(page)).toBe('w is made to crash, 20.40 s');
    await press(page, 'ArrowRight');
    expect(await sentence(page)).toBe('m suspects w, 23.05 s');

    await press(page, 'f');
    await press(page, 'PageDown');
    expect(await sentence(page)).toBe('m suspects w, 23.05 s');
    expect(await button(show(page), 'Frozen').getAttribute('aria-pressed')).toBe('true');
    await press(page, 'f');

    await press(page, '.');
    await button(show(page), 'The screen is blank. Press to show it.').waitFor();
    await press(page, 'PageDown');
    await until(() => button(show(page), 'The screen is blank. Press to show it.').count()).toBe(0);
    expect(await sentence(page)).toBe('m suspects w, 23.05 s');

    await press(page, 'n');
    await page.getByRole('complementary', { name: 'Words of this step' }).waitFor();
    await press(page, 'n');
    await press(page, '?');
    await page
      .getByRole('dialog')
      .getByRole('row', { name: /^Blank the screen/ })
      .waitFor();
    await press(page, 'Escape');
    expect(await show(page).count()).toBe(1);
    await press(page, 'Escape');
    await page.getByRole('heading', { level: 2, name: 'How long until you know' }).waitFor();
    await until(() => show(page).count()).toBe(0);
  });

  test('point at a node, and the charts are about it', async () => {
    const card = `${LESSON}?step=who-slept&present=2`;
    const page = await visit(card, { width: 1920, height: 1080, motion: 'reduce' });
    await standing(page);
    expect(await kept(page)).toBeNull();
    const ring = show(page).locator('.pointed');
    await press(page, 'p');
    await until(() => ring.count()).toBe(1);
    await show(page).getByRole('button', { name: /^n5,/ }).click();
    expect(await show(page).locator('[data-thing="n4"] .pointed').count()).toBe(1);
    expect(await show(page).getByRole('combobox', { name: 'about' }).inputValue()).toBe('4');
    await press(page, 'Escape');
    expect(await ring.count()).toBe(0);
    expect(await show(page).count()).toBe(1);
  });
});

test('a class proposes a value, the check judges it in large words, and the worst run is one key away', async () => {
  const page = await visit(LESSON, { width: 1920, height: 1080, motion: 'reduce' });
  const before = await keptAtFirst(page);
  await open(page, '?step=no-bound&present=5');
  await standing(page);
  expect(await sentence(page)).toBe('Catch the crash, accuse nobody');
  await show(page).getByRole('textbox', { name: /^T/ }).fill('1.2');
  await press(page, 'Enter');
  await judged(page);
  const verdict = show(page).getByText(/^Not yet/);
  expect(await verdict.isVisible()).toBe(true);
  const foot = await show(page).getByRole('group', { name: 'Transport' }).boundingBox();
  const box = await verdict.boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThan(foot?.y ?? 0);
  const [, seed = ''] =
    /seed (\d+)/.exec(
      (await show(page)
        .getByRole('button', { name: /^Worst run/ })
        .textContent()) ?? '',
    ) ?? [];
  await press(page, 'w');
  await until(() => sentence(page)).toMatch(/suspects/);
  expect(await show(page).getByText(`on stage: seed ${seed}`).count()).toBeGreaterThan(0);
  await press(page, 't');
  expect(await show(page).getByRole('tab', { selected: true }).textContent()).toContain('Gaps');
  await press(page, 'Shift+PageDown');
  await until(() => place(page)).toBe('step 5 of 12, card 1 of 5');
  expect(await kept(page)).toBe(before);
}, 120_000);

test('two networks that are compared stand on one screen, on one line of moments', async () => {
  const page = await visit('lessons/phi-accrual/', { width: 1920, height: 1080, motion: 'reduce' });
  await open(page, PAIR);
  await standing(page);
  for (const name of ['Run A: calm', 'Run B: far'])
    await show(page).getByRole('region', { name }).getByRole('button', { name: /^n3,/ }).waitFor();
  await press(page, 'PageDown');
  await until(() => sentence(page)).toMatch(/^far: n\d suspects n\d/);
  for (let i = 0; i < 9 && (await place(page)) === 'step 1 of 13, card 2 of 4'; i++) {
    if (/^False suspicions/.test((await sentence(page)) ?? '')) break;
    await press(page, 'PageDown');
  }
  expect(await sentence(page)).toMatch(/^False suspicions: calm 0, far [1-9]/);
});

test('a node can be broken in front of the class: the menu opens beside it, inside the screen', async () => {
  const page = await visit(LESSON, { width: 1920, height: 1080, motion: 'reduce' });
  await open(page, '?step=no-bound&present=2');
  await standing(page);
  const node = show(page).getByRole('button', { name: /^n2,/ });
  await node.click();
  const menu = page.getByRole('dialog');
  await button(menu, 'Crash').waitFor();
  const [at, box] = [await node.locator('.ring').boundingBox(), await menu.boundingBox()];
  if (at === null || box === null) throw new Error('nothing is to be seen');
  expect(box.x).toBeGreaterThanOrEqual(0);
  expect(box.x + box.width).toBeLessThanOrEqual(1920);
  const beside = box.x >= at.x + at.width || box.x + box.width <= at.x;
  const above = box.y >= at.y + at.height || box.y + box.height <= at.y;
  expect(beside || above).toBe(true);
  await button(menu, 'Crash').click();
  await until(() =>
    show(page)
      .getByRole('button', { name: /^n2, crashed/ })
      .count(),
  ).toBe(1);
});

test('on a projector no word is smaller than 26 px, and no control than 44', async () => {
  const page = await visit(LESSON, { width: 1920, height: 1080, motion: 'reduce' });
  const cards = [
    '?step=no-bound&present=1',
    '?step=no-bound&present=2',
    '?step=no-bound&present=5',
    '?step=who-slept&present=2',
    '?step=who-slept&present=8',
    '?step=what-can-be-promised&present=6',
    '?step=in-production&present=2',
    PAIR,
    NUMBER,
  ];
  for (const card of cards) {
    await open(page, card);
    if (card === NUMBER || card.includes('in-production')) await show(page).locator('h1').waitFor();
    else if (!card.endsWith('1')) await standing(page);
    if (card.endsWith('5')) await judged(page);
    const small = await show(page).evaluate((root) => {
      const scale = root.getBoundingClientRect().width / Math.max(1, root.clientWidth);
      const words = [...root.querySelectorAll('*')].filter(
        (one) =>
          one.checkVisibility() &&
          one.closest('.visually-hidden, option, aside') === null &&
          [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim() !== ''),
      );
      const drawn = (one: Element): number => parseFloat(getComputedStyle(one).fontSize) * (scale > 1 ? scale : 1);
      const least = words.filter((one) => drawn(one) < 25.9).map((one) => `${one.textContent}: ${drawn(one)} px`);
      const controls = [...root.querySelectorAll('button, select')].filter((one) => one.checkVisibility());
      const narrow = controls
        .map((one) => [one, one.getBoundingClientRect()] as const)
        .filter(([, box]) => Math.min(box.width, box.height) < 44)
        .map(([one, box]) => `${one.textContent?.trim().slice(0, 20)}: ${box.width} by ${box.height}`);
      return [...least, ...narrow];
    });
    expect(small).toEqual([]);
  }
});

test('on a phone Back and On keep their size, however long the titles of the steps are', async () => {
  const page = await visit(LESSON, { width: 360, height: 800, motion: 'reduce' });
  await open(page, '../phi-accrual/?step=surprise&present=1');
  for (const name of ['Back', 'On']) {
    const box = await button(show(page), name).boundingBox();
    expect([box?.width, box?.height]).toEqual([44, 44]);
  }
});

test.each([
  [1920, 1080],
  [1366, 768],
  [1024, 768],
  [390, 844],
])('axe finds nothing at %i by %i, and nothing scrolls sideways', async (width, height) => {
  const page = await visit(LESSON, { width, height, motion: 'reduce' });
  for (const card of [1, 2, 3, 5]) {
    await open(page, `?step=no-bound&present=${card}`);
    if (card === 2 || card === 5) await standing(page);
    await expectAccessible(page);
    const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBeLessThanOrEqual(screen ?? 0);
  }
});
