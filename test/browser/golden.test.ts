// One key, one run, in every engine: the golden runs and hundreds of generated ones have in Chromium, in a worker and
// on the page's own thread, the fingerprints that they have in Node.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RunKey } from '../../src/scenarios/scenario.ts';
import { checkKey } from '../../src/worker/run-key.ts';
import { outcome } from '../golden/fingerprints.ts';
import { golden } from '../golden/keys.ts';
import type { Prints } from '../golden/page.ts';
import { sample } from '../properties/generate.ts';
import { launchChromium } from '../tools/chromium.ts';
import { ROOT } from '../tools/run.ts';
import { serve, type Served } from '../tools/serve.ts';

const GENERATED = 320;

let folder: string;
let served: Served;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'golden-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(ROOT, 'test/golden'),
    base: './',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true },
  });
  served = await serve({ folder });
  browser = await launchChromium();
  page = await browser.newPage();
  await page.goto(served.url);
  await page.waitForFunction(() => 'prints' in window);
});

afterAll(async () => {
  await browser?.close();
  await served?.close();
  await rm(folder, { recursive: true, force: true });
});

/** As text: the types of a key are too deep for the types of evaluate(). */
const inChromium = (keys: readonly RunKey[]): Promise<Prints> =>
  page.evaluate((text) => window.prints(JSON.parse(text) as readonly RunKey[]), JSON.stringify(keys));

test('the golden runs have the same fingerprints in Chromium, in a worker and on the page, as in Node', async () => {
  const keys = Object.values(golden);
  const inNode = keys.map((key) => outcome(key).fingerprint);
  expect(await inChromium(keys)).toEqual({ inWorker: inNode, onPage: inNode });
});

test(`so have ${GENERATED} generated runs`, async () => {
  const keys = sample(GENERATED * 2, 20_260)
    .filter((key) => checkKey({}, key).ok)
    .slice(0, GENERATED);
  expect(keys).toHaveLength(GENERATED);
  const inNode = keys.map((key) => outcome(key).fingerprint);
  expect(new Set(inNode).size).toBeGreaterThan(GENERATED * 0.99);
  expect(await inChromium(keys)).toEqual({ inWorker: inNode, onPage: inNode });
});
