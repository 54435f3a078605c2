// WebKit: the same runs as everywhere, and pages that come to life. One session serves them all, for there can be
// only one at a time.

import { globSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Prints } from '../../golden/page.ts';
import { ROOT } from '../../tools/run.ts';
import type { Served } from '../../tools/serve.ts';
import { GENERATED, generatedRuns, goldenRuns, printsOf, serveRunner } from '../same-runs.ts';
import { serveWatched } from './watched.ts';
import { openWebKit, type WebKitPage } from './webdriver.ts';

let page: WebKitPage;
let runner: Awaited<ReturnType<typeof serveRunner>>;
let site: Served;

beforeAll(async () => {
  runner = await serveRunner();
  site = await serveWatched();
  page = await openWebKit();
});
afterAll(async () => {
  await page?.close();
  await site?.close();
  await runner?.close();
});

describe('a run has the fingerprints that it has in Node, in a worker and on the page,', () => {
  const ask = (text: string): Promise<Prints> =>
    page.evaluateAsync<Prints>('window.prints(JSON.parse(arguments[0])).then(arguments[1])', text);

  beforeAll(async () => {
    await page.goTo(runner.url);
    await page.waitFor('return "prints" in window');
  });

  test('if it is golden', async () => {
    const { keys, inNode } = goldenRuns();
    expect(await printsOf(keys, ask)).toEqual({ inWorker: inNode, onPage: inNode });
  });

  test(`if it is one of ${GENERATED} generated ones`, async () => {
    const { keys, inNode } = generatedRuns();
    expect(keys).toHaveLength(GENERATED);
    expect(await printsOf(keys, ask)).toEqual({ inWorker: inNode, onPage: inNode });
  });
});

describe('the site', () => {
  const live = async (path: string): Promise<void> => {
    await page.goTo(new URL(path, site.url).href);
    await page.waitFor('return document.documentElement.hasAttribute("data-live")');
  };

  afterEach(async () => {
    expect(await page.evaluate('return window.problems')).toEqual([]);
  });

  test('comes to life on its first page, and offers the course', async () => {
    await live('');
    expect(await page.evaluate('return document.querySelectorAll("main a[href*=lessons]").length')).toBeGreaterThan(0);
    expect(await page.evaluate('return document.querySelectorAll("svg").length')).toBeGreaterThan(0);
  });

  const lessons = globSync('*/', { cwd: join(ROOT, 'dist/lessons') });
  test.each(lessons)('shows the stage of %s at first sight, with its first run computed', async (id) => {
    await live(`lessons/${id}/`);
    const stage = `[...document.querySelectorAll('[aria-label^="Lab: "]')].find((one) => one.checkVisibility())`;
    await page.waitFor(`
      const play = ${stage}?.querySelector('button[aria-label="Play"]');
      return play?.getAttribute('aria-disabled') === 'false'`);
    const [top, drawn] = await page.evaluate<[number, number]>(`
      const stage = ${stage};
      return [stage.getBoundingClientRect().top / innerHeight, stage.querySelectorAll('svg [data-thing]').length]`);
    expect(top).toBeLessThan(0.75);
    expect(drawn).toBeGreaterThan(1);
  });
});
