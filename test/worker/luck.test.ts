// "Is it luck?": every seed answers for itself, as it would alone; and the pool asks each of them once.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { measures } from '../../src/measures/registry.ts';
import type { LuckAsk, RunKey } from '../../src/worker/api.ts';
import { openLab } from '../../src/worker/client.ts';
import { localLab } from '../../src/worker/local.ts';
import { mesh } from '../scenarios/build.ts';
import { FakeWorker } from './fake-worker.ts';

const book = { lab: mesh(3, [{ kind: 'crash', on: 'n3', at: 8 }], {}, { until: 15 }) };
const key: RunKey = { scenario: { id: 'lab', version: 1 }, settings: {}, seed: 'mine', actions: [] };
const seeds = Array.from({ length: 33 }, (_, i) => `luck/${i + 1}`);
const ask: LuckAsk = { key, seeds, measures: [{ id: 'detection-time' }, { id: 'mistakes-per-pair-hour' }] };

describe('luck', () => {
  test('of a seed is what the measures say of that seed’s own run', async () => {
    const lab = localLab(book);
    const [sample] = await lab.luck({ ...ask, seeds: ['luck/7'] });
    const alone = await lab.measure({ ...key, seed: 'luck/7' }, ask.measures);
    expect(sample?.values.map(({ value }) => value)).toEqual(alone.map(({ value }) => value));
    expect(sample?.values.map(({ exposure }) => exposure)).toEqual(alone.map(({ exposure }) => exposure));
  });

  test('gives the moment at which to stop, and it lies within the run', async () => {
    const samples = await localLab(book).luck(ask);
    for (const { values } of samples) {
      expect(values[0]?.at).toBeGreaterThanOrEqual(8_000_000);
      expect(values[0]?.at).toBeLessThanOrEqual(15_000_000);
    }
  });

  test('does not depend on the seed of the key', async () => {
    const lab = localLab(book);
    expect(await lab.luck({ ...ask, key: { ...key, seed: 'other' } })).toEqual(await lab.luck(ask));
  });

  test('of a measure that does not exist is refused', async () => {
    await expect(localLab(book).luck({ ...ask, measures: [{ id: 'charm' }] })).rejects.toThrow('charm');
    expect(measures.has('charm')).toBe(false);
  });
});

describe('luck over the pool', () => {
  beforeEach(() => {
    vi.stubGlobal('Worker', FakeWorker);
    vi.stubGlobal('navigator', { hardwareConcurrency: 4 });
    FakeWorker.reset();
  });
  afterEach(() => vi.unstubAllGlobals());

  test('comes to what one thread alone comes to, in the order of the seeds', async () => {
    const lab = openLab(book);
    const counts: number[] = [];
    const all = await lab.luckAll(ask, (some, total) => counts.push(some.length / total), new AbortController().signal);
    expect(all).toEqual(await localLab(book).luck(ask));
    expect(all.map(({ seed }) => seed)).toEqual(seeds);
    expect(counts).toEqual([...counts].sort((a, b) => a - b));
    expect(counts.at(-1)).toBe(1);
    lab.close();
  });

  test('that is cancelled rejects and reports nothing more', async () => {
    const lab = openLab(book);
    const stop = new AbortController();
    let reports = 0;
    const asking = lab.luckAll(
      ask,
      () => {
        reports += 1;
        stop.abort();
      },
      stop.signal,
    );
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
    expect(reports).toBe(1);
    lab.close();
  });
});
