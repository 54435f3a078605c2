// Everybody can see it, reach it and read it: in light and dark, from a small phone to a large screen, with motion or
// without. axe-core looks at every page and at every state that a step can be in.

import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { lesson } from '../lessons/lesson.ts';
import { browse, expectAccessible, expectNoSidewaysScroll, setTheme, type Theme } from './harness.ts';
import {
  button,
  check,
  LESSON,
  openMenu,
  playOut,
  predict,
  ready,
  seek,
  stage,
  takeUp,
  turn,
  until,
} from './learner.ts';

const { visit } = browse();

const STEPS = lesson.steps.map(({ id, title }) => [id, title] as const);

/** Goes to another step of the lesson that is open. */
async function go(page: Page, id: string, title: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, id);
  await page.getByRole('heading', { level: 2, name: title }).waitFor();
  await page.evaluate(() => document.fonts.ready);
}

describe.each(['light', 'dark'] satisfies Theme[])('axe finds nothing in the %s theme', (theme) => {
  const colours = theme !== 'light';
  const look = (page: Page): Promise<void> => expectAccessible(page, { colours });

  test('in any step, before and after its prediction', async () => {
    const page = await visit(LESSON, { motion: 'reduce', height: 900 });
    await setTheme(page, theme);
    for (const [id, title] of STEPS) {
      await go(page, id, title);
      if ((await stage(page).count()) > 0) await ready(page);
      const on = button(page, 'Read on without');
      if (id === 'no-bound') await look(page);
      if (await on.isVisible()) await on.click();
      await expectAccessible(page, { colours, within: `#${id}` });
    }
  }, 120_000);

  test('with a menu open, a verdict shown, the worst run on the stage, and a dialog open', async () => {
    const page = await visit(`${LESSON}?step=no-bound&on=e1#no-bound`, { motion: 'reduce', height: 1000 });
    await setTheme(page, theme);
    await ready(page);
    await seek(page, 20);
    await openMenu(page, 'n2');
    await look(page);
    await button(page.getByRole('dialog'), 'Crash').click();
    await openMenu(page, 'n4 to n5');
    await look(page);
    await page.keyboard.press('Escape');
    await turn(page, 'T, timeout', 1.2);
    await check(page, 'no', 'Not yet');
    await look(page);
    await button(page, /^Watch it/).click();
    await look(page);
    for (const tab of await stage(page).getByRole('tab').all()) {
      await tab.click();
      await expectAccessible(page, { colours, within: 'section[aria-label^="Lab: "]' });
    }
    await button(stage(page), 'Keys').click();
    await look(page);
  }, 90_000);

  test('with a question answered and a diagnosis under way', async () => {
    const page = await visit(`${LESSON}#who-slept`, { motion: 'reduce', height: 1000 });
    await setTheme(page, theme);
    await ready(page);
    await predict(page, 'the four suspect n1, and n1 suspects nobody');
    await playOut(page);
    await look(page);
    await takeUp(page, 'Exercise 8');
    await ready(page);
    await look(page);
    await page.getByLabel('What happened?').selectOption({ label: 'it cannot be told yet' });
    await button(page, 'That is my answer').click();
    await button(page, 'Next run').waitFor();
    await look(page);
  });

  test('on the first page, and where there is no page', async () => {
    const page = await visit('', { motion: 'reduce' });
    await setTheme(page, theme);
    await look(page);
    const missing = await visit('', { motion: 'reduce', expected: /404/ });
    await missing.goto(new URL('nowhere', missing.url()).href);
    await setTheme(missing, theme);
    await look(missing);
  });
});

const WIDTHS = [320, 360, 559, 699, 768, 1099, 1100, 1280, 1920];

test('no step scrolls sideways, from 320 to 1920 px, with its lab in view and without', async () => {
  const page = await visit(LESSON, { motion: 'reduce' });
  for (const [id, title] of STEPS) {
    await go(page, id, title);
    const on = button(page, 'Read on without');
    if (await on.isVisible()) await on.click();
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
      const lab = button(page, 'Lab');
      if (width > 699 || !(await lab.isVisible())) continue;
      await lab.click();
      await expectNoSidewaysScroll(page);
      await button(page, 'Read').click();
    }
  }
}, 120_000);

test('neither does the first page', async () => {
  const page = await visit('', { motion: 'reduce' });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    await expectNoSidewaysScroll(page);
  }
});

/** Every control in view of the stage that is smaller than this either way, with its size. */
const tooSmall = (page: Page, least: number) =>
  page.evaluate((smallest) => {
    const stages = document.querySelectorAll('section[aria-label^="Lab: "]');
    const all = [...stages].flatMap((one) => [
      ...one.querySelectorAll('button, select, input, summary, [role="button"]'),
    ]);
    const size = (element: Element): DOMRect =>
      (element.querySelector('.hit') ?? element.closest('label') ?? element).getBoundingClientRect();
    return all
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && element.closest('.visually-hidden') === null,
      )
      .map((element) => ({ element, box: size(element) }))
      .filter(({ box }) => box.width > 0 && (box.width < smallest - 0.5 || box.height < smallest - 0.5))
      .map(({ element, box }) => {
        const name = element.getAttribute('aria-label') ?? element.textContent?.trim() ?? '';
        return `${element.tagName} "${name.slice(0, 40)}": ${box.width.toFixed(0)} by ${box.height.toFixed(0)}`;
      });
  }, least);

test('everything on the stage that can be pressed is at least 24 px each way', async () => {
  const page = await visit(`${LESSON}?step=no-bound&on=e1#no-bound`, { motion: 'reduce' });
  await ready(page);
  for (const tab of await stage(page).getByRole('tab').all()) {
    await tab.click();
    expect(await tooSmall(page, 24)).toEqual([]);
  }
  await openMenu(page, 'n1 to n2');
  expect(await tooSmall(page, 24)).toEqual([]);
});

test.each([
  [1366, 650],
  [1280, 680],
  [1100, 700],
])('the stage fits a window of %i by %i px: nothing in it scrolls but the instruments', async (width, height) => {
  const page = await visit(`${LESSON}#no-bound`, { width, height, motion: 'reduce' });
  await ready(page);
  const box = await stage(page).boundingBox();
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(height);
  const scrolling = await stage(page).evaluate((root) => {
    const around = root.parentElement === null ? [] : [root.parentElement];
    const outside = [...around, root, ...root.querySelectorAll('*')].filter(
      (one) => one.closest('[role="tabpanel"], select, svg') === null,
    );
    const higher = outside.filter((one) => one.scrollHeight > one.clientHeight + 1 && one.clientHeight > 0);
    return higher
      .filter(
        (one) =>
          ['auto', 'scroll', 'hidden'].includes(getComputedStyle(one).overflowY) &&
          one.closest('.visually-hidden') === null,
      )
      .map((one) => `${one.tagName}.${one.className}: ${one.scrollHeight} in ${one.clientHeight}`);
  });
  expect(scrolling).toEqual([]);
  for (const name of ['Play', 'On by one event', 'Back by one event']) {
    expect(await button(stage(page), name).isVisible()).toBe(true);
  }
});

const moving = (page: Page) =>
  page.evaluate(() =>
    document.getAnimations().flatMap(({ effect, playState }) => {
      const { duration, delay } = effect?.getComputedTiming() ?? {};
      const long = Number(duration) > 1;
      return long && playState === 'running' ? [`${String(duration)} ms after ${String(delay)}`] : [];
    }),
  );

test('who asks for less motion gets none: nothing is animated, and no message travels', async () => {
  const page = await visit(`${LESSON}?step=no-bound&on=e1#no-bound`, { motion: 'reduce' });
  await ready(page);
  await seek(page, 20);
  await openMenu(page, 'n2');
  expect(await moving(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await stage(page).getByLabel('Speed').selectOption({ label: '1/10× speed' });
  const drawn = () =>
    stage(page)
      .locator('.messages path')
      .evaluateAll((all) => all.map((path) => path.getAttribute('d')));
  // While a message is under way its mark is lit where it stands; played slowly, the picture changes only when
  // something happens, never from frame to frame.
  await button(stage(page), 'Play').click();
  const pictures = await page.evaluate(async () => {
    const read = () => [...document.querySelectorAll('.messages path')].map((path) => path.getAttribute('d')).join(' ');
    const seen = new Set<string>();
    for (let frame = 0; frame < 30; frame++) {
      seen.add(read());
      await new Promise((next) => requestAnimationFrame(next));
    }
    return seen.size;
  });
  expect(pictures).toBeLessThan(10);
  expect((await drawn()).length).toBeGreaterThan(0);
  expect(await moving(page)).toEqual([]);
  const home = await visit('', { motion: 'reduce' });
  await until(() => button(home, 'Play').count()).toBe(1);
  expect(await moving(home)).toEqual([]);
});
