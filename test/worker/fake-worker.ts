// A Worker without a thread: the other side of the door runs in this one, and can be made to die or to fall silent.
// Messages take a microtask, so that fake timers have nothing to wait for.

import * as Comlink from 'comlink';
import { Engine } from '../../src/worker/engine.ts';
import type { ScenarioBook } from '../../src/worker/run-key.ts';
import type { WorkerApi } from '../../src/worker/worker.ts';

type Listener = (event: { data?: unknown; message?: string }) => void;

class Side {
  readonly listeners = new Map<string, Set<Listener>>();
  other: Side | null = null;
  silent = false;

  addEventListener(type: string, listener: Listener): void {
    const known = this.listeners.get(type) ?? new Set();
    this.listeners.set(type, known.add(listener));
  }
  removeEventListener(type: string, listener: Listener): void {
    this.listeners.get(type)?.delete(listener);
  }
  postMessage(data: unknown): void {
    queueMicrotask(() => this.other?.tell('message', { data }));
  }
  tell(type: string, event: Parameters<Listener>[0]): void {
    if (this.silent) return;
    for (const listener of [...(this.listeners.get(type) ?? [])]) listener(event);
  }
}

/** What the worker's side does, given its number (0 for the first started). Absent methods are the real engine's. */
export type Behaviour = (number: number) => Partial<WorkerApi>;

export class FakeWorker extends Side {
  static started: FakeWorker[] = [];
  static behave: Behaviour = () => ({});
  terminated = false;
  readonly inner = new Side();

  static reset(behave: Behaviour = () => ({})): void {
    FakeWorker.started = [];
    FakeWorker.behave = behave;
  }

  constructor() {
    super();
    this.other = this.inner;
    this.inner.other = this;
    Comlink.expose(api(FakeWorker.behave(FakeWorker.started.length)), this.inner as never);
    FakeWorker.started.push(this);
  }

  terminate(): void {
    this.terminated = true;
    this.hang();
  }

  /** Says nothing any more and hears nothing: what a page sees of a worker that was killed, or loops. */
  hang(): void {
    this.inner.silent = true;
    this.silent = true;
  }

  /** The browser reports that it failed. */
  fail(message = 'out of memory'): void {
    this.tell('error', { message });
    this.hang();
  }
}

function api(own: Partial<WorkerApi>): Partial<WorkerApi> {
  let engine = new Engine({});
  const open = (book: ScenarioBook): void => {
    engine = new Engine(book);
  };
  return {
    open,
    ping: () => undefined,
    setup: (key) => engine.setup(key),
    grade: (ask) => engine.grade(ask),
    verdict: (goals, samples) => engine.verdict(goals, samples),
    needsMore: (goals, samples) => engine.needsMore(goals, samples),
    sweepPoint: (ask, index) => engine.sweepPoint(ask, index),
    luck: (ask) => engine.luck(ask),
    ...own,
  };
}

/** Lets all that is only waiting for its turn happen. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 50; i++) await Promise.resolve();
}
