// Grading and sweeping over a pool of workers: everything is done once, in order, and can be stopped.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Goal, GradeAsk, Notice, RunKey, SeedSample } from '../../src/worker/api.ts';
import { openLab } from '../../src/worker/client.ts';
import { localLab } from '../../src/worker/local.ts';
import { Pool } from '../../src/worker/pool.ts';
import { mesh } from '../scenarios/build.ts';
import { FakeWorker, settled } from './fake-worker.ts';

const T = {
  id: 'T',
  field: { kind: 'duration', label: 'T', help: 'T', default: 1.5, min: 1, max: 5, step: 0.1 },
  sets: ['every.params.detector.timeout'],
} as const;
const book = { lab: mesh(3, [{ kind: 'crash', on: 'n3', at: 8 }], {}, { until: 15, knobs: [T] }) };
const key: RunKey = { scenario: { id: 'lab', version: 1 }, settings: {}, seed: '1', actions: [] };
const goal: Goal = {
  id: 'g',
  says: 'No mistakes',
  short: 'mistakes',
  measure: 'mistakes',
  is: ['<=', 0],
  over: { seeds: 45, need: 'every' },
};
const seeds = Array.from({ length: 45 }, (_, i) => `s${i}`);
const askFor = (over: Partial<GradeAsk> = {}): GradeAsk => ({ key, goals: [goal], seeds, ...over });
const sample = (seed: string): SeedSample => ({ seed, goals: [], score: null, until: 1 });

beforeEach(() => {
  vi.stubGlobal('Worker', FakeWorker);
  vi.stubGlobal('navigator', { hardwareConcurrency: 4 });
  FakeWorker.reset();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('grading', () => {
  test('comes to the verdict that one thread alone comes to', async () => {
    const lab = openLab(book);
    const verdict = await lab.gradeAll(askFor(), () => undefined, new AbortController().signal);
    const local = localLab(book);
    expect(verdict).toEqual(await local.verdict([goal], await local.grade(askFor())));
    lab.close();
  });

  test('reports samples as they come, in the order of the seeds, up to all of them', async () => {
    const seen: number[] = [];
    const lab = openLab(book);
    await lab.gradeAll(
      askFor(),
      (samples, total) => {
        expect(total).toBe(45);
        const places = samples.map(({ seed }) => seeds.indexOf(seed));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        seen.push(samples.length);
      },
      new AbortController().signal,
    );
    expect(seen.at(-1)).toBe(45);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    lab.close();
  });

  test('goes on with the longer list only where it is too close to call', async () => {
    for (const close of [false, true]) {
      const graded: string[] = [];
      FakeWorker.reset(() => ({
        grade: (ask) => {
          graded.push(...ask.seeds);
          return Promise.resolve(ask.seeds.map(sample));
        },
        needsMore: () => Promise.resolve(close),
        verdict: (_, samples) => Promise.resolve({ word: 'passed', runs: samples.length } as never),
      }));
      const lab = openLab(book);
      const verdict = await lab.gradeAll(
        askFor({ seeds: ['a', 'b'], more: ['c', 'd', 'e'] }),
        () => undefined,
        new AbortController().signal,
      );
      expect(verdict.runs).toBe(close ? 5 : 2);
      expect(graded.sort()).toEqual(close ? ['a', 'b', 'c', 'd', 'e'] : ['a', 'b']);
      lab.close();
    }
  });

  test('that is stopped rejects, and nothing more is reported', async () => {
    const stop = new AbortController();
    let reports = 0;
    const lab = openLab(book);
    const grading = lab.gradeAll(
      askFor(),
      () => {
        reports++;
        stop.abort();
      },
      stop.signal,
    );
    await expect(grading).rejects.toMatchObject({ name: 'AbortError' });
    await settled();
    expect(reports).toBe(1);
    lab.close();
  });

  test('on a worker that dies in the middle misses no seed', async () => {
    FakeWorker.reset((number) => ({
      grade: (ask) => {
        if (number === 1) queueMicrotask(() => FakeWorker.started[1]!.fail());
        return number === 1 ? new Promise<never>(() => undefined) : Promise.resolve(ask.seeds.map(sample));
      },
      verdict: (_, samples) => Promise.resolve({ runs: samples.length } as never),
    }));
    const lab = openLab(book);
    const seen: string[][] = [];
    const verdict = await lab.gradeAll(
      askFor(),
      (samples) => seen.push(samples.map(({ seed }) => seed)),
      new AbortController().signal,
    );
    expect(verdict.runs).toBe(45);
    expect(seen.at(-1)).toEqual(seeds);
    lab.close();
  });
});

describe('a sweep', () => {
  test('gives its points in the order of the knob, the same as one thread alone', async () => {
    const ask = {
      key,
      knob: 'T',
      values: [3, 1, 2],
      seeds: ['a', 'b'],
      measures: [{ id: 'mistakes' }, { id: 'detection-time' }],
    };
    const lab = openLab(book);
    const points = await lab.sweep(ask, () => undefined, new AbortController().signal);
    expect(points.map(({ at }) => at)).toEqual([1, 2, 3]);
    expect(points[0]).toEqual(await localLab(book).sweepPoint(ask, 1));
    lab.close();
  });
});

describe('a page without a worker', () => {
  test('is told so, and every call is refused', async () => {
    vi.stubGlobal(
      'Worker',
      class {
        constructor() {
          throw new Error('no workers here');
        }
      },
    );
    const lab = openLab(book);
    const notices: Notice[] = [];
    lab.onNotice((notice) => notices.push(notice));
    await expect(lab.setup(key)).rejects.toMatchObject({ name: 'WorkerDied' });
    expect(notices.map(({ kind }) => kind)).toEqual(['no-worker']);
  });

  test('is told of a restart once a worker has answered', async () => {
    const lab = openLab(book);
    const notices: Notice[] = [];
    lab.onNotice((notice) => notices.push(notice));
    await lab.setup(key);
    FakeWorker.started[0]!.fail();
    await lab.setup(key);
    expect(notices.map(({ kind }) => kind)).toEqual(['restarted']);
    lab.close();
  });
});

describe('the pool', () => {
  const signal = new AbortController().signal;
  const busy = (pool: Pool, pieces: number, hold?: Promise<unknown>): Promise<void> =>
    pool.each(
      Array.from({ length: pieces }, (_, i) => i),
      async (api) => {
        await hold;
        await api.verdict([], []);
      },
      () => undefined,
      signal,
    );

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
    FakeWorker.reset(() => ({ verdict: () => Promise.resolve({} as never) }));
  });

  test('does each piece once, on one worker less than there are cores', async () => {
    const pool = new Pool(book);
    const done: number[] = [];
    await pool.each(
      [1, 2, 3, 4, 5, 6, 7],
      (api, piece) => api.verdict([], []).then(() => piece),
      (piece) => done.push(piece),
      signal,
    );
    expect(done.sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(FakeWorker.started).toHaveLength(3);
  });

  test('starts no more workers than there are pieces', async () => {
    await busy(new Pool(book), 2);
    expect(FakeWorker.started).toHaveLength(2);
  });

  test('retires its workers when there has been no work for a while, and starts new ones for the next', async () => {
    const pool = new Pool(book);
    await busy(pool, 3);
    await vi.advanceTimersByTimeAsync(14_000);
    expect(FakeWorker.started.some(({ terminated }) => terminated)).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(FakeWorker.started.every(({ terminated }) => terminated)).toBe(true);
    await busy(pool, 1);
    expect(FakeWorker.started).toHaveLength(4);
  });

  test('retires nobody while other work is still going on', async () => {
    const pool = new Pool(book);
    let finish: (value: unknown) => void = () => undefined;
    const long = busy(pool, 1, new Promise((resolve) => (finish = resolve)));
    await busy(pool, 1);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeWorker.started.some(({ terminated }) => terminated)).toBe(false);
    finish(null);
    await long;
    await vi.advanceTimersByTimeAsync(16_000);
    expect(FakeWorker.started.every(({ terminated }) => terminated)).toBe(true);
  });

  test('does not start what is stopped before it begins', async () => {
    const stop = AbortSignal.abort();
    let worked = false;
    const work = (): Promise<void> => {
      worked = true;
      return Promise.resolve();
    };
    await expect(new Pool(book).each([1], work, () => undefined, stop)).rejects.toMatchObject({ name: 'AbortError' });
    expect(worked).toBe(false);
  });
});
