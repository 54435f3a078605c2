// What the browser kept of a learner is never believed either: what cannot be read is named and put aside, the rest is
// there, and where nothing may be kept the lesson works all the same.

import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { lesson } from '../lessons/lesson.ts';
import { browse, live } from './harness.ts';
import { button, LESSON, playOut, predict, ready, stage, step } from './learner.ts';

const { visit } = browse();

const PROGRESS = 'fault-lab:progress';

/** Puts this where the page keeps progress, before any of its scripts has run. */
const keeping = (text: string) => (page: Page) =>
  page.addInitScript(
    ([name, kept]) => {
      if (sessionStorage.getItem('kept') === null) localStorage.setItem(name ?? '', kept ?? '');
      sessionStorage.setItem('kept', 'once');
    },
    [PROGRESS, text],
  );

const stored = (page: Page) => page.evaluate(() => ({ ...localStorage }) as Record<string, string>);

const KEY = { scenario: { id: 'mesh5', version: 1 }, settings: { T: 2 }, seed: '3', actions: [] };
const LAST = { key: KEY, at: 5_000_000, when: 1 };
const LESSONS = { 'heartbeats-and-timeouts': { steps: ['no-bound'], predictions: {}, exercises: {}, done: false } };

describe('progress that cannot be read', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['no data at all', '{"version": 1, "les', 'progress is not readable as data'],
    ['another version', JSON.stringify({ version: 9, lessons: {}, labs: {} }), '(version '],
    ['lessons as a word', JSON.stringify({ version: 1, lessons: 'all', labs: {} }), '(lessons '],
    [
      'a broken step list',
      JSON.stringify({
        version: 1,
        lessons: { one: { ...LESSONS['heartbeats-and-timeouts'], steps: 7 }, ...LESSONS },
        labs: {},
      }),
      '(lessons.one.steps ',
    ],
    [
      'a run without a seed',
      JSON.stringify({ version: 1, lessons: LESSONS, labs: { broken: { ...LAST, key: { ...LAST.key, seed: 4 } } } }),
      '(labs.broken.key.seed ',
    ],
  ];
  test.each(cases)('%s: the field is named, and the text put aside', async (_, text, says) => {
    const page = await visit('', { before: keeping(text) });
    await page.getByText(says).waitFor();
    const kept = Object.entries(await stored(page));
    expect(kept.filter(([name]) => name.startsWith(`${PROGRESS}:aside-`)).map(([, value]) => value)).toEqual([text]);
  });

  test('keeps nobody from working, and from being remembered again', async () => {
    const page = await visit('', { before: keeping(cases[0]?.[1] ?? '') });
    await page.goto(new URL(`${LESSON}#jitter-with-a-bound`, page.url()).href);
    await live(page);
    await predict(page, 'never');
    await page.reload();
    await live(page);
    await step(page).getByText('You predicted').waitFor();
  });

  test('loses only what is broken: what can be read is there', async () => {
    const page = await visit('', { before: keeping(cases[3]?.[1] ?? '') });
    await page.getByRole('link', { name: /^Continue at step/ }).waitFor();
    expect(
      await page
        .getByRole('listitem')
        .filter({ hasText: /^No bound, seen$/ })
        .count(),
    ).toBe(1);
  });

  test('a kept run that fits its lab no longer is replaced by the lab as it begins, with a word', async () => {
    const own = lesson.steps.find(({ id }) => id === 'no-bound')?.blocks.find((block) => block.kind === 'lab');
    const labs = { [`${lesson.id}/${own?.id}`]: { ...LAST, key: { ...KEY, settings: { gone: 1 } } } };
    const text = JSON.stringify({ version: 1, lessons: {}, labs });
    const page = await visit(`${LESSON}#no-bound`, { before: keeping(text) });
    await ready(page);
    await stage(page)
      .getByText(/Your last run no longer fits \(.*gone.*\)/)
      .waitFor();
  });
});

test('where nothing may be kept the lesson works all the same, and the first page says so', async () => {
  const forbid = () =>
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  const page = await visit(`${LESSON}#jitter-with-a-bound`, { before: (opened) => opened.addInitScript(forbid) });
  await predict(page, 'about 7 times');
  await playOut(page);
  await step(page).getByText('As you said.').waitFor();
  await page.getByRole('link', { name: 'Fault Lab' }).click();
  await page.getByText('This browser keeps nothing for this site').waitFor();
});

test('where the store is full the lesson works all the same', async () => {
  const fill = () => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  };
  const page = await visit(`${LESSON}#jitter-with-a-bound`, { before: (opened) => opened.addInitScript(fill) });
  await predict(page, 'about 7 times');
  await playOut(page);
  await step(page).getByText('As you said.').waitFor();
});

test('progress is exported as a file, and a browser that takes it in knows all of it', async () => {
  const page = await visit(`${LESSON}#jitter-with-a-bound`);
  await predict(page, 'never');
  await page.getByRole('link', { name: 'Fault Lab' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), button(page, 'Export').click()]);
  const file = await download.path();
  const other = await visit('');
  await other.getByLabel('Progress file to import').setInputFiles(file);
  await other.getByText('Taken in. What was here already is still here.').waitFor();
  await other.goto(new URL(`${LESSON}#jitter-with-a-bound`, other.url()).href);
  await live(other);
  await step(other).getByText('You predicted').waitFor();
});
