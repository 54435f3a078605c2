// What a frame costs the page's own thread while a crowded stage plays: each task of that thread, as the browser's
// trace has it, is added to the frame in which it ran. At full speed the processor's own time is counted, so that a
// busy machine does not blur it; slowed down, the clock's.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { Browser } from 'playwright';
import { build } from 'vite';
import { launchChromium } from '../tools/chromium.ts';
import { ROOT } from '../tools/run.ts';
import { serve } from '../tools/serve.ts';
import { at, type Figure } from './measure.ts';

type TraceEvent = {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds: when it began, how long it took by the clock, and how long of that it had a processor. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
};

const SECONDS = 8;
const TASK = 'RunTask';
const FRAME = 'FireAnimationFrame';

/** Two categories of the trace tell the same task, one within the other: each is counted once. */
function outermost(tasks: readonly TraceEvent[]): readonly TraceEvent[] {
  let past = -Infinity;
  return tasks
    .toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0))
    .filter(({ ts, dur = 0 }) => {
      if (ts + dur <= past) return false;
      past = ts + dur;
      return true;
    });
}

/** Main-thread milliseconds of each frame. */
function frames(events: readonly TraceEvent[], slowed: boolean): readonly number[] {
  const asked = events.filter(({ name }) => name === FRAME);
  const main = asked[0];
  if (main === undefined) throw new Error('the stage did not play');
  const own = events.filter(({ pid, tid }) => pid === main.pid && tid === main.tid);
  const starts = own.filter(({ name }) => name === FRAME).map(({ ts }) => ts);
  const tasks = outermost(own.filter(({ name, dur }) => name.endsWith(TASK) && dur !== undefined));
  const costs = starts.slice(1).map(() => 0);
  for (const { ts, dur = 0, tdur = dur } of tasks) {
    const frame = starts.findLastIndex((start) => start <= ts + dur) - 1;
    if (frame >= 0) costs[frame] = (costs[frame] ?? 0) + (slowed ? dur : tdur) / 1000;
  }
  return costs.slice(10);
}

async function play(browser: Browser, url: string, slowdown: number): Promise<readonly number[]> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(url);
  const button = page.getByRole('button', { name: 'Play', exact: true });
  await button.and(page.locator('[aria-disabled="false"]')).waitFor({ timeout: 60_000 });
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
  await button.click();
  await page.waitForTimeout(1000);
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await page.waitForTimeout(SECONDS * 1000);
  const trace = await browser.stopTracing();
  await page.close();
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly TraceEvent[] };
  return frames(traceEvents, slowdown > 1);
}

/** Builds the page, plays it in Chromium, and gives what its frames cost. */
export async function frameCosts(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'stage-'));
  await build({
    configFile: false,
    logLevel: 'error',
    root: join(ROOT, 'test/bench/stage'),
    base: './',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2023', assetsInlineLimit: 0 },
  });
  const served = await serve({ folder });
  const browser = await launchChromium();
  try {
    const full = await play(browser, served.url, 1);
    const slow = await play(browser, served.url, 4);
    const figure = (name: string, value: number, most: number): Figure => ({
      name: `a frame of 50 nodes, 500 messages: ${name}`,
      value,
      unit: 'ms',
      budget: `${most} ms`,
      met: value < most,
    });
    return [
      figure('median', at(full, 0.5), 4),
      figure('99th percentile', at(full, 0.99), 8),
      figure('4 times slower, median', at(slow, 0.5), 16),
    ];
  } finally {
    await browser.close();
    await served.close();
    await rm(folder, { recursive: true, force: true });
  }
}
