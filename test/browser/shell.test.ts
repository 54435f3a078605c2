// The frame around every page: header, theme, the way past it, and what is said when a page is missing.

import { describe, expect, test } from 'vitest';
import { browse, expectAccessible, expectNoSidewaysScroll, live, setTheme, type Theme } from './harness.ts';

const { visit } = browse();

const ground = (page: Awaited<ReturnType<typeof visit>>) =>
  page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
const LIGHT = 'rgb(244, 245, 242)';
const DARK = 'rgb(20, 23, 26)';

describe('theme', () => {
  test('follows the system until a reader chooses', async () => {
    expect(await ground(await visit('', { scheme: 'light' }))).toBe(LIGHT);
    expect(await ground(await visit('', { scheme: 'dark' }))).toBe(DARK);
  });

  test('a choice survives a reload, and "System" takes it back', async () => {
    const page = await visit('', { scheme: 'light' });
    await page.getByLabel('Theme').selectOption('dark');
    expect(await ground(page)).toBe(DARK);
    await page.reload();
    await live(page);
    expect(await ground(page)).toBe(DARK);
    expect(await page.getByLabel('Theme').inputValue()).toBe('dark');
    await page.getByLabel('Theme').selectOption('system');
    expect(await ground(page)).toBe(LIGHT);
  });

  test('a browser that forbids storage still switches', async () => {
    const forbid = () =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('denied', 'SecurityError');
        },
      });
    const page = await visit('', { before: (opened) => opened.addInitScript(forbid) });
    await page.getByLabel('Theme').selectOption('dark');
    expect(await ground(page)).toBe(DARK);
  });

  test('nothing to switch is shown where scripts are off', async () => {
    const page = await visit('', { scripts: false });
    expect(await page.getByLabel('Theme').isVisible()).toBe(false);
    expect(await page.locator('.no-script').isVisible()).toBe(true);
  });
});

test('the first Tab offers a way past the header', async () => {
  const page = await visit('');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to the page' });
  expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
});

for (const theme of ['light', 'dark', 'contrast', 'projector'] satisfies Theme[]) {
  test(`axe finds nothing on the first page in the ${theme} theme`, async () => {
    const page = await visit('', { motion: 'reduce' });
    await setTheme(page, theme);
    await expectAccessible(page);
  });
}

for (const width of [320, 360, 768, 1280, 1920]) {
  test(`the first page does not scroll sideways at ${width} px`, async () => {
    await expectNoSidewaysScroll(await visit('', { width }));
  });
}

describe('a missing page', () => {
  const missing = /404/;

  for (const depth of ['nowhere', 'lessons/nowhere/', 'a/b/c/d']) {
    test(`at ${depth} finds the way to the first page`, async () => {
      const page = await visit('', { expected: missing });
      await page.goto(new URL(depth, page.url()).href);
      await page.getByRole('link', { name: 'All the lessons are on the first page.' }).click();
      await live(page);
      expect(await page.getByRole('link', { name: 'Fault Lab' }).getAttribute('aria-current')).toBe('page');
    });
  }

  test('is accessible, and says how to go on without scripts', async () => {
    const page = await visit('nowhere', { scripts: false, expected: missing });
    expect(await page.getByText('shorten the address').isVisible()).toBe(true);
  });
});
