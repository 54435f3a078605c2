// One worker, kept alive. Every call carries the key it is about, so a worker that dies or hangs can be
// replaced and the call made again: nothing is lost with it. A browser does not tell a page that a worker is
// gone; silence does. While calls are pending the worker is pinged, and one that has not answered for a while
// is given up (its work is sliced, so a living one always answers).

import * as Comlink from 'comlink';
import type { ScenarioBook } from './run-key.ts';
import type { WorkerApi } from './worker.ts';

const PING_EVERY_MS = 1_000;
const SILENCE_MS = 6_000;
/** A worker that dies this often over one call cannot do it. */
const TRIES = 2;

type Live = { readonly worker: Worker; readonly api: Comlink.Remote<WorkerApi>; readonly died: Promise<never> };

export class Supervised {
  private readonly book: ScenarioBook;
  private readonly onRestart: () => void;
  private live: Live | null = null;
  private giveUp: (why: Error) => void = () => undefined;
  private pending = 0;
  private watch: ReturnType<typeof setInterval> | null = null;
  private answeredAt = 0;
  /** Has this page ever had an answer from a worker? If not, a failure means that none can start. */
  answered = false;

  constructor(book: ScenarioBook, onRestart: () => void) {
    this.book = book;
    this.onRestart = onRestart;
  }

  /** Makes a call, on a new worker if the first dies over it. */
  async call<T>(ask: (api: Comlink.Remote<WorkerApi>) => Promise<T>): Promise<T> {
    for (let left = TRIES; ; left--) {
      const live = (this.live ??= this.start());
      this.begin();
      try {
        const answer = await Promise.race([ask(live.api), live.died]);
        this.answered = true;
        this.answeredAt = performance.now();
        return answer;
      } catch (error) {
        if (!(error instanceof WorkerDied)) throw error;
        // Several calls may learn of one death: the first replaces the worker, the page hears of it once.
        const first = this.live === live;
        if (first) this.stop();
        if (left <= 1) throw error;
        if (first && this.answered) this.onRestart();
      } finally {
        this.end();
      }
    }
  }

  stop(): void {
    this.live?.worker.terminate();
    this.live = null;
  }

  private start(): Live {
    this.answeredAt = performance.now();
    const worker = open();
    const died = new Promise<never>((_, reject) => {
      this.giveUp = reject;
      worker.addEventListener('error', (event) => reject(new WorkerDied(event.message || 'the worker failed')));
    });
    // A death that nobody waits for is noticed at the next call.
    died.catch(() => undefined);
    const api = Comlink.wrap<WorkerApi>(worker);
    void Promise.race([api.open(this.book), died]).catch(() => undefined);
    return { worker, api, died };
  }

  private begin(): void {
    // Only the first of them starts the watch anew: a worker that hangs must not live on by being asked more.
    if (this.pending++ === 0) this.answeredAt = performance.now();
    this.watch ??= setInterval(() => this.look(), PING_EVERY_MS);
  }

  private end(): void {
    if (--this.pending > 0 || this.watch === null) return;
    clearInterval(this.watch);
    this.watch = null;
  }

  private look(): void {
    const live = this.live;
    if (!live) return;
    if (performance.now() - this.answeredAt > SILENCE_MS) this.giveUp(new WorkerDied('the worker does not answer'));
    else void live.api.ping().then(() => (this.answeredAt = performance.now()));
  }
}

/** A host that forbids workers, or a browser without them, throws here. */
function open(): Worker {
  try {
    return new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  } catch (error) {
    throw new WorkerDied(error instanceof Error ? error.message : 'no worker can start here');
  }
}

export class WorkerDied extends Error {
  override readonly name = 'WorkerDied';
}
