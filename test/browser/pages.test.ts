// The pages around the lessons: the course by itself, the glossary, the reference; and the way from one lesson to the
// next.

import { describe, expect, test } from 'vitest';
import { browse, expectAccessible, expectNoSidewaysScroll, live, setTheme, type Theme } from './harness.ts';

const { visit } = browse();

const PAGES = [
  { path: 'lessons/', title: 'The course' },
  { path: 'glossary/', title: 'Glossary' },
  { path: 'reference/', title: 'Reference' },
];

describe.each(PAGES)('$path', ({ path, title }) => {
  test('is reached from the first page by its link, wide and narrow', async () => {
    for (const width of [360, 1280]) {
      const page = await visit('', { width });
      const name = path === 'lessons/' ? 'Course' : title;
      await page.getByRole('link', { name, exact: true }).locator('visible=true').click();
      await page.waitForURL((url) => url.pathname.includes(path.slice(0, -1)));
      await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor();
    }
  });

  test('axe finds nothing, in any theme', async () => {
    const page = await visit(path, { motion: 'reduce' });
    for (const theme of ['light', 'dark', 'contrast', 'projector'] satisfies Theme[]) {
      await setTheme(page, theme);
      await expectAccessible(page, { colours: theme !== 'light' });
    }
  });

  test('does not scroll sideways from 320 to 1920 px', async () => {
    for (const width of [320, 768, 1920]) await expectNoSidewaysScroll(await visit(path, { width }));
  });

  test('can be read without scripts', async () => {
    const page = await visit(path, { scripts: false });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(title);
  });
});

test('a word of the glossary leads to the step in which it is met', async () => {
  const page = await visit('glossary/#heartbeat');
  await page.locator('#heartbeat').getByRole('link').first().click();
  await live(page);
  expect(await page.getByRole('heading', { level: 2 }).locator('visible=true').innerText()).toBe('Three silences');
});

test('the reference has each detector under its own address, with a case that opens by keyboard', async () => {
  const page = await visit('reference/#detectors-phi-akka');
  const entry = page.locator('#detectors-phi-akka');
  expect(await entry.getByText('acceptable-heartbeat-pause').first().isVisible()).toBe(true);
  await entry.locator('summary').first().focus();
  await page.keyboard.press('Enter');
  expect(await entry.getByText('it suspects').first().isVisible()).toBe(true);
});

test('the end of a lesson leads to the next one, and the next one back', async () => {
  const page = await visit('lessons/heartbeats-and-timeouts/?step=check-yourself#check-yourself');
  await page.getByRole('link', { name: /^Next: Phi accrual/ }).click();
  await page.getByRole('heading', { name: 'One timeout, two networks' }).waitFor();
  await page.getByText('you look from here').first().waitFor();
  expect(await page.title()).toContain('Phi accrual');
  await page.goBack();
  await page.getByRole('heading', { name: 'Check yourself' }).waitFor();
});
