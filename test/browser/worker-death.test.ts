// The simulation runs beside the page and can die there. The page notices, starts another and makes the run again from
// its key; where none can start, it says so, and the words of the lesson stay.

import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { browse } from './harness.ts';
import { at, button, check, LESSON, openMenu, ready, seek, stage, step, takeUp, turn, until } from './learner.ts';

const { visit } = browse();

type Watched = { readonly workers: Worker[] };

/** Keeps every worker that the page starts within reach. */
const watching = (page: Page) =>
  page.addInitScript(() => {
    const workers: Worker[] = [];
    Object.assign(window, { workers });
    window.Worker = class extends Worker {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        workers.push(this);
      }
    };
  });

/** Ends the newest or the oldest worker, without a word to the page; gives how many there were. */
const kill = (page: Page, which: 'engine' | 'all') =>
  page.evaluate((what) => {
    const { workers } = window as unknown as Watched;
    for (const worker of what === 'all' ? workers : workers.slice(0, 1)) worker.terminate();
    return workers.length;
  }, which);

const started = (page: Page) => page.evaluate(() => (window as unknown as Watched).workers.length);

describe('a simulation that dies', () => {
  test('is replaced: the run is made again from its key, and a notice says that nothing was lost', async () => {
    const page = await visit(`${LESSON}#no-bound`, { before: watching, height: 1000 });
    await takeUp(page, 'Exercise 1');
    await ready(page);
    await seek(page, 20);
    const menu = await openMenu(page, 'n2');
    await button(menu, 'Crash').click();
    await button(stage(page), /^n2, crashed/).waitFor();
    const [here, before] = [await at(page), await kill(page, 'engine')];

    await turn(page, 'T, timeout', 2.2);
    await page.getByText('The simulation stopped and was restarted. Nothing is lost').waitFor({ timeout: 20_000 });
    expect(await started(page)).toBe(before + 1);
    expect(await at(page)).toBe(here);
    await button(stage(page), /^n2, crashed/).waitFor();
    expect(await stage(page).getByRole('textbox', { name: 'T, timeout' }).inputValue()).toBe('2.20');
    await until(() => stage(page).getByRole('progressbar').count()).toBe(0);
    await button(stage(page), 'Undo').click();
    await until(() => stage(page).getByText('was 5.00').count()).toBe(0);
  });

  test('in the middle of a check does not keep it from its verdict', async () => {
    const page = await visit(`${LESSON}#no-bound`, { before: watching, height: 1000 });
    await takeUp(page, 'Exercise 1');
    await ready(page);
    await turn(page, 'T, timeout', 3);
    const verdict = check(page, 'no', 'Not yet');
    await until(() => started(page)).toBeGreaterThan(1);
    await kill(page, 'all');
    expect(await verdict).toMatch(/missed in \d+ of 200 runs/);
  });
});

describe('where no simulation can start', () => {
  const works = async (page: Page): Promise<void> => {
    await page.getByText('The simulation cannot start here').waitFor({ timeout: 12_000 });
    await step(page).getByText('Five nodes, each watching the four others').waitFor();
    await page.getByRole('link', { name: 'Step 2: How long until you know' }).click();
    await step(page).getByText('How long does it take from a crash until').waitFor();
  };

  test('because the browser has no workers, the page says so and can be read', async () => {
    const without = (page: Page) =>
      page.addInitScript(() => {
        Reflect.deleteProperty(window, 'Worker');
      });
    await works(await visit(`${LESSON}#no-bound`, { before: without }));
  });

  test('because its script does not come, the page says so and can be read', async () => {
    const refuse = (page: Page) => page.route(/\/workers\//, (route) => route.abort());
    const page = await visit(`${LESSON}#no-bound`, {
      before: refuse,
      expected: /workers|Failed to load resource|net::/,
    });
    await works(page);
  });

  test('the first page says so too', async () => {
    const refuse = (page: Page) => page.route(/\/workers\//, (route) => route.abort());
    const page = await visit('', { before: refuse, expected: /workers|Failed to load resource|net::/ });
    await page.getByText('The simulation cannot start here').waitFor({ timeout: 12_000 });
    await page.getByRole('heading', { name: 'The course' }).waitFor();
  });
});

describe('without JavaScript', () => {
  test('the whole lesson can be read, and each lab says what it would show', async () => {
    const page = await visit(LESSON, { scripts: false });
    for (const title of ['Three silences', 'No bound', 'Check yourself']) {
      expect(await page.getByRole('heading', { level: 2, name: title }).isVisible()).toBe(true);
    }
    expect(await page.locator('noscript').filter({ visible: true }).first().innerText()).toContain('JavaScript is off');
    expect(
      await page
        .getByText(/Two nodes, w and m, and m.s log/)
        .first()
        .isVisible(),
    ).toBe(true);
    const pictures = page
      .getByRole('main')
      .locator('svg[role="group"], [role="group"]:has(> svg)')
      .filter({ visible: true });
    expect(await pictures.count()).toBeGreaterThanOrEqual(10);
  });

  test('the first page can be read', async () => {
    const page = await visit('', { scripts: false });
    await page.getByRole('link', { name: 'Heartbeats and timeouts' }).waitFor();
  });
});
