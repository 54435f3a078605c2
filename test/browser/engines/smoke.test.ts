// What must work in every browser: pages come to life, a run plays, a fault strikes, a link opens, a theme is chosen.
// That the console stays silent and the policy is not broken is seen to by harness.ts, here as everywhere.

import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { course } from '../course.ts';
import { browse, live } from '../harness.ts';
import { at, button, openMenu, playOut, ready, seek, stage, step, takeUp, until } from '../learner.ts';
import { linkTo } from '../link.ts';

const { visit } = browse();
const [first] = course;
const LESSON = first?.path ?? '';

test('the first page plays its cluster and leads to the first lesson', async () => {
  const page = await visit('');
  const link = page.getByRole('main').getByRole('link', { name: first?.lesson.title ?? '' });
  await link.first().click();
  await live(page);
  await page.getByRole('heading', { level: 1, name: first?.lesson.title ?? '' }).waitFor();
  await ready(page);
});

test.each(course.map(({ lesson, path }) => [lesson.title, path]))('%s has its stage in view', async (_, path) => {
  const page = await visit(path);
  await ready(page);
  const box = await stage(page).boundingBox();
  expect(box?.y).toBeLessThan(300);
  expect(box?.height).toBeGreaterThan(400);
  expect(await stage(page).locator('[data-thing]').count()).toBeGreaterThan(1);
});

test('every lesson has a file that walks through it', () => {
  const walked = globSync('*.test.ts', { cwd: join(import.meta.dirname, 'lessons') });
  expect(walked.sort()).toEqual(course.map(({ lesson }) => `${lesson.id}.test.ts`).sort());
});

test('a fault from the menu of a node is in the run that plays then', async () => {
  const page = await visit(`${LESSON}#no-bound`, { height: 1000 });
  await takeUp(page, 'Exercise 1');
  await ready(page);
  await seek(page, 20);
  const menu = await openMenu(page, 'n2');
  await button(menu, 'Crash').click();
  await button(stage(page), /^n2, crashed/).waitFor();
  await playOut(page);
  expect(await at(page)).toBe(60);
  await button(stage(page), /^n2, crashed, suspected by/).waitFor();
});

test('a link opens the run of somebody else, at their moment, and says nothing of another version', async () => {
  const taught = course[0]!;
  const scenario = { id: 'mesh5', version: taught.lesson.scenarios['mesh5']?.version ?? 0 };
  const settings = { T: 2, eta: 1, network: 'clean', happens: 'nothing', guard: 'none' };
  const crash = { kind: 'crash', on: 'n2', at: 20_000_000 };
  const key = { scenario, settings, seed: '3', actions: [crash] };
  const page = await visit(LESSON + (await linkTo(taught, 'no-bound', { key, at: 24_300_000 })));
  await until(() => at(page)).toBe(24.3);
  await button(stage(page), /^n2, crashed, suspected by/).waitFor();
  expect(await step(page).getByRole('heading', { level: 2 }).innerText()).toBe('No bound');
  expect(await stage(page).getByText('This link').count()).toBe(0);
});

test('a theme that was chosen is there after a reload', async () => {
  const page = await visit('');
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await ground();
  await page.getByLabel('Theme').selectOption('dark');
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload();
  await live(page);
  expect(await ground()).toBe(dark);
});
