// Workers for grading: started when there is work, retired when there has been none for a while, and never
// the one that the stage plays from. Work is cut into small pieces; whoever is free takes the next.

import type { LabApi } from './api.ts';
import type { ScenarioBook } from './run-key.ts';
import { Supervised } from './supervised.ts';

const IDLE_MS = 15_000;

export class Pool {
  private readonly book: ScenarioBook;
  private workers: Supervised[] = [];
  /** Calls of each() under way: they share the workers, and none may be retired under another's hands. */
  private busy = 0;
  private retirement: ReturnType<typeof setTimeout> | null = null;

  constructor(book: ScenarioBook) {
    this.book = book;
  }

  /** Does every piece, in any order; `done` hears of each. Rejects with the signal's reason when aborted. */
  async each<T, R>(
    pieces: readonly T[],
    work: (api: LabApi, piece: T) => Promise<R>,
    done: (piece: T, result: R) => void,
    signal: AbortSignal,
  ): Promise<void> {
    this.busy++;
    if (this.retirement !== null) clearTimeout(this.retirement);
    this.retirement = null;
    const wanted = Math.min(pieces.length, size());
    while (this.workers.length < wanted) this.workers.push(new Supervised(this.book, () => undefined));
    let next = 0;
    const serve = async (worker: Supervised): Promise<void> => {
      while (next < pieces.length) {
        signal.throwIfAborted();
        const piece = pieces[next++]!;
        const result = await worker.call((api) => work(api as unknown as LabApi, piece));
        signal.throwIfAborted();
        done(piece, result);
      }
    };
    try {
      await Promise.all(this.workers.slice(0, wanted).map(serve));
    } finally {
      if (--this.busy === 0) this.retirement = setTimeout(() => this.close(), IDLE_MS);
    }
  }

  close(): void {
    for (const worker of this.workers) worker.stop();
    this.workers = [];
  }
}

function size(): number {
  return Math.min(8, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));
}
