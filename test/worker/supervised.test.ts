// One worker, kept alive: it may die or hang at any moment, and no call is lost.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Setup } from '../../src/worker/api.ts';
import { Supervised, WorkerDied } from '../../src/worker/supervised.ts';
import { FakeWorker, settled } from './fake-worker.ts';

const never = new Promise<never>(() => undefined);
const key = { scenario: { id: 'x', version: 1 }, settings: {}, seed: '1', actions: [] };
const answer = (id: string): Setup => ({ id }) as Setup;

let restarts = 0;
let supervised: Supervised;
const ask = (): Promise<Setup> => supervised.call((api) => api.setup(key));

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'performance'] });
  vi.stubGlobal('Worker', FakeWorker);
  FakeWorker.reset((number) => ({ setup: () => Promise.resolve(answer(`worker ${number}`)) }));
  restarts = 0;
  supervised = new Supervised({}, () => restarts++);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a supervised worker', () => {
  test('is started at the first call, and serves all later ones', async () => {
    expect(FakeWorker.started).toHaveLength(0);
    expect(await ask()).toEqual(answer('worker 0'));
    expect(await ask()).toEqual(answer('worker 0'));
    expect(FakeWorker.started).toHaveLength(1);
  });

  test('that dies over a call is replaced, and the call is made again', async () => {
    await ask();
    FakeWorker.behave = (number) => ({ setup: () => Promise.resolve(answer(`worker ${number}`)) });
    FakeWorker.started[0]!.hang();
    const pending = ask();
    FakeWorker.started[0]!.silent = false;
    FakeWorker.started[0]!.fail();
    expect(await pending).toEqual(answer('worker 1'));
    expect(FakeWorker.started[0]!.terminated).toBe(true);
    expect(restarts).toBe(1);
  });

  test('that dies over several calls is replaced once, the page is told once, and each call is answered', async () => {
    await ask();
    FakeWorker.reset((number) => ({ setup: () => (number === 0 ? never : Promise.resolve(answer('new'))) }));
    supervised = new Supervised({}, () => restarts++);
    supervised.answered = true;
    const pending = [ask(), ask(), ask()];
    await settled();
    FakeWorker.started[0]!.fail();
    expect(await Promise.all(pending)).toEqual([answer('new'), answer('new'), answer('new')]);
    expect(FakeWorker.started).toHaveLength(2);
    expect(restarts).toBe(1);
  });

  test('that dies when nothing is asked is replaced at the next call', async () => {
    await ask();
    FakeWorker.started[0]!.fail();
    expect(await ask()).toEqual(answer('worker 1'));
  });

  test('that dies twice over one call gives that call up, and the next is tried on a new one', async () => {
    FakeWorker.reset((number) => ({ setup: () => (number < 2 ? never : Promise.resolve(answer('third'))) }));
    const pending = ask();
    const refused = expect(pending).rejects.toBeInstanceOf(WorkerDied);
    await settled();
    FakeWorker.started[0]!.fail();
    await settled();
    FakeWorker.started[1]!.fail();
    await refused;
    expect(restarts).toBe(0);
    expect(await ask()).toEqual(answer('third'));
  });

  test('that hangs is given up after a few seconds of silence', async () => {
    FakeWorker.reset((number) => ({ setup: () => (number === 0 ? never : Promise.resolve(answer('new'))) }));
    supervised.answered = true;
    const pending = ask();
    await settled();
    FakeWorker.started[0]!.hang();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(FakeWorker.started).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(await pending).toEqual(answer('new'));
    expect(restarts).toBe(1);
  });

  test('that hangs does not live on by being asked more', async () => {
    FakeWorker.reset((number) => ({ setup: () => (number === 0 ? never : Promise.resolve(answer('new'))) }));
    const pending = [ask()];
    await settled();
    FakeWorker.started[0]!.hang();
    for (let i = 0; i < 5; i++) {
      await vi.advanceTimersByTimeAsync(2_000);
      pending.push(ask());
    }
    expect(await Promise.all(pending)).toEqual(pending.map(() => answer('new')));
    expect(FakeWorker.started).toHaveLength(2);
  });

  test('that works long and answers pings is left alone', async () => {
    let finish: (setup: Setup) => void = () => undefined;
    FakeWorker.reset(() => ({ setup: () => new Promise((resolve) => (finish = resolve)) }));
    const pending = ask();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(FakeWorker.started).toHaveLength(1);
    finish(answer('late'));
    expect(await pending).toEqual(answer('late'));
  });

  test('is not watched when nothing is asked of it', async () => {
    await ask();
    expect(vi.getTimerCount()).toBe(0);
    FakeWorker.started[0]!.hang();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(FakeWorker.started[0]!.terminated).toBe(false);
  });

  test('passes on what the simulation itself refuses, and is not replaced for it', async () => {
    FakeWorker.reset(() => ({ setup: () => Promise.reject(new Error('scenario.id there is no lab called x')) }));
    await expect(ask()).rejects.toThrow('there is no lab called x');
    expect(FakeWorker.started).toHaveLength(1);
    expect(restarts).toBe(0);
  });

  test('where none can be made refuses with the reason', async () => {
    vi.stubGlobal(
      'Worker',
      class {
        constructor() {
          throw new Error('refused by the policy');
        }
      },
    );
    await expect(ask()).rejects.toThrow('refused by the policy');
    await expect(ask()).rejects.toBeInstanceOf(WorkerDied);
    vi.stubGlobal('Worker', undefined);
    await expect(ask()).rejects.toBeInstanceOf(WorkerDied);
  });
});
