// Four themes and the system's own: chosen in the header, kept, there before the first paint, and every word and mark
// in them can be seen.

import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { browse, expectAccessible, expectNoSidewaysScroll, live, setTheme, type Theme } from './harness.ts';
import { button, LESSON, openMenu, ready, seek, stage } from './learner.ts';

const { visit } = browse();

const field = (page: Page) => page.getByRole('combobox', { name: 'Theme' });
const worn = (page: Page) => page.evaluate(() => document.documentElement.dataset['theme'] ?? 'system');

test('the header offers all of them in one size, and the choice is there before the first paint', async () => {
  const page = await visit(LESSON);
  const before = await field(page).boundingBox();
  for (const [title, theme] of [
    ['Light', 'light'],
    ['Dark', 'dark'],
    ['High contrast', 'contrast'],
    ['Projector', 'projector'],
  ] as const) {
    await field(page).selectOption({ label: title });
    expect(await worn(page)).toBe(theme);
    const after = await field(page).boundingBox();
    if (theme !== 'projector') expect(Math.abs((after?.width ?? 0) - (before?.width ?? 0))).toBeLessThan(1);
  }
  // Scripts in the head have run when the body begins: nothing has been painted yet.
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.body === null) return;
      (window as unknown as { wornFirst: string | undefined }).wornFirst = document.documentElement.dataset['theme'];
      observer.disconnect();
    }).observe(document, { childList: true, subtree: true });
  });
  await page.reload();
  expect(await page.evaluate(() => (window as unknown as { wornFirst: string }).wornFirst)).toBe('projector');
  await live(page);
  await field(page).selectOption({ label: 'System' });
  expect(await worn(page)).toBe('system');
  expect(await page.evaluate(() => localStorage.getItem('fault-lab:theme'))).toBeNull();
});

test('who asks the system for more contrast gets it without choosing', async () => {
  const page = await visit(LESSON);
  const ink = () => page.evaluate(() => getComputedStyle(document.body).getPropertyValue('--ink').trim());
  const before = await ink();
  await page.emulateMedia({ contrast: 'more' });
  expect(await ink()).toMatch(/^#0{3}(0{3})?$/);
  expect(before).not.toMatch(/^#0{3}(0{3})?$/);
});

describe.each(['contrast', 'projector'] satisfies Theme[])('in the %s theme', (theme) => {
  test('axe finds no word that is hard to read: with a menu, in every instrument, among the questions', async () => {
    const page = await visit(`${LESSON}?step=no-bound&on=e1#no-bound`, { motion: 'reduce', height: 1000 });
    await setTheme(page, theme);
    await ready(page);
    await seek(page, 20);
    await openMenu(page, 'n2');
    await expectAccessible(page, { colours: true });
    await page.keyboard.press('Escape');
    for (const tab of await stage(page).getByRole('tab').all()) {
      await tab.click();
      await expectAccessible(page, { colours: true, within: 'section[aria-label^="Lab: "]' });
    }
  }, 90_000);

  test.each([
    [390, 844],
    [1366, 650],
    [1440, 900],
    [1920, 1080],
  ])('nothing of the stage leaves its place at %i by %i', async (width, height) => {
    const page = await visit(`${LESSON}#no-bound`, { motion: 'reduce', width, height });
    await setTheme(page, theme);
    if (width < 700) await button(page, 'Lab').click();
    await ready(page);
    await expectNoSidewaysScroll(page);
    const out = await stage(page).evaluate((root) => {
      const edge = root.getBoundingClientRect();
      const picture = root.querySelector('.topology')?.getBoundingClientRect();
      const bar = root.querySelector('[role="tablist"]')?.getBoundingClientRect();
      const wide = [...root.querySelectorAll('button, select')]
        .filter((one) => one.checkVisibility() && one.closest('[role="tablist"], [role="tabpanel"]') === null)
        .filter((one) => one.getBoundingClientRect().right > edge.right + 1)
        .map((one) => one.textContent?.trim() ?? '');
      const over = picture !== undefined && bar !== undefined && picture.bottom > bar.top + 1;
      return over ? [...wide, 'the picture lies over the instruments'] : wide;
    });
    expect(out).toEqual([]);
  });
});

test('in the system’s own colours what is filled keeps its words, and only the chosen tab is marked', async () => {
  const page = await visit(`${LESSON}#no-bound`, { motion: 'reduce' });
  await page.emulateMedia({ forcedColors: 'active' });
  await ready(page);
  const seen = await page.evaluate(() => {
    const filled = document.querySelector('.lab-button.filled');
    const style = filled === null ? null : getComputedStyle(filled);
    const tabs = [...document.querySelectorAll('[role="tab"]')].map((tab) => getComputedStyle(tab).borderBottomColor);
    return { plate: style?.forcedColorAdjust, words: style?.color, ground: style?.backgroundColor, tabs };
  });
  expect(seen.plate).toBe('none');
  expect(seen.words).not.toBe(seen.ground);
  expect(new Set(seen.tabs).size).toBe(2);
});
