// One key, one run, in every engine. The keys that are run everywhere, the fingerprints that they have in Node, and a
// small page that runs keys (test/golden/page.ts), built and served. Who drives a browser opens that page and hands
// it the keys.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import type { RunKey } from '../../src/scenarios/scenario.ts';
import { checkKey } from '../../src/worker/run-key.ts';
import { outcome } from '../golden/fingerprints.ts';
import { golden } from '../golden/keys.ts';
import type { Prints } from '../golden/page.ts';
import { sample } from '../properties/generate.ts';
import { ROOT } from '../tools/run.ts';
import { serve } from '../tools/serve.ts';

export const GENERATED = 1_000;

/** Not every key that can be made is one that the lab accepts: some two in five are refused. */
const MADE = GENERATED * 2;
const SEED = 20_260;

/** Keys handed over at a time: the protocols that carry them are not made for megabytes. */
const AT_ONCE = 100;

export type Runs = { readonly keys: readonly RunKey[]; readonly inNode: readonly string[] };

const printed = (keys: readonly RunKey[]): Runs => ({ keys, inNode: keys.map((key) => outcome(key).fingerprint) });

export const goldenRuns = (): Runs => printed(Object.values(golden));

export const generatedRuns = (): Runs =>
  printed(
    sample(MADE, SEED)
      .filter((key) => checkKey({}, key).ok)
      .slice(0, GENERATED),
  );

/** Builds the page that runs keys and serves it. */
export async function serveRunner(): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'golden-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(ROOT, 'test/golden'),
    base: './',
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true },
  });
  const served = await serve({ folder });
  return {
    url: served.url,
    close: async () => {
      await served.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Has the page run all keys, some at a time. `ask` carries them there, as text, and the fingerprints back. */
export async function printsOf(keys: readonly RunKey[], ask: (text: string) => Promise<Prints>): Promise<Prints> {
  const all: Prints[] = [];
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    all.push(await ask(JSON.stringify(keys.slice(from, from + AT_ONCE))));
  }
  return { inWorker: all.flatMap(({ inWorker }) => inWorker), onPage: all.flatMap(({ onPage }) => onPage) };
}
