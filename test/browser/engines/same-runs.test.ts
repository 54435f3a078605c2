// The golden runs and a thousand generated ones have in this browser, in a worker and on the page's own thread, the
// fingerprints that they have in Node.

import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { RunKey } from '../../../src/scenarios/scenario.ts';
import { launch } from '../harness.ts';
import { GENERATED, generatedRuns, goldenRuns, printsOf, serveRunner } from '../same-runs.ts';

let runner: Awaited<ReturnType<typeof serveRunner>>;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  runner = await serveRunner();
  browser = await launch(inject('engine'));
  page = await browser.newPage();
  await page.goto(runner.url);
  await page.waitForFunction(() => 'prints' in window);
});

afterAll(async () => {
  await browser?.close();
  await runner?.close();
});

const here = (keys: readonly RunKey[]) =>
  printsOf(keys, (text) => page.evaluate((all) => window.prints(JSON.parse(all) as readonly RunKey[]), text));

test('the golden runs have the same fingerprints in a worker and on the page as in Node', async () => {
  const { keys, inNode } = goldenRuns();
  expect(await here(keys)).toEqual({ inWorker: inNode, onPage: inNode });
});

test(`so have ${GENERATED} generated runs`, async () => {
  const { keys, inNode } = generatedRuns();
  expect(keys).toHaveLength(GENERATED);
  expect(new Set(inNode).size).toBeGreaterThan(GENERATED * 0.99);
  expect(await here(keys)).toEqual({ inWorker: inNode, onPage: inNode });
});
