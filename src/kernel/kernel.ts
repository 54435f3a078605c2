// The kernel: virtual time and total order. It takes the next event from the queue, sets `now`, `ordinal`
// and `cause`, and hands it to a model. It knows no network, no nodes and no patterns. Nothing in it reads a
// clock or draws chance from anywhere but its named streams, so (seed, model, schedule) fixes every row.

import { EventQueue, type QueueState } from './queue.ts';
import { Record, type RecordState } from './record.ts';
import { Streams, type StreamsState } from './streams.ts';
import type { Micros } from './time.ts';

/** Begins what the kernel says of itself; a build is searched for it, so that no page carries the simulation. */
const MARKER = 'fault-lab-kernel';

/** Everything is bounded, and says so when a bound is hit. */
export const LIMITS = {
  events: 5_000_000,
  eventsAnInstant: 100_000,
  rows: 2_000_000,
} as const;

export interface Model {
  /** Handles one event: kernel.now, kernel.ordinal and kernel.cause are set. a, b, c as scheduled. */
  handle(kind: number, a: number, b: number, c: number): void;
}

/** Why run() returned: the horizon was reached, the slice was used up, or a bound was hit (a sentence). */
export type Halt = { readonly why: 'horizon' | 'slice' } | { readonly why: 'bound'; readonly says: string };

export type KernelState = {
  readonly now: number;
  readonly ordinal: number;
  readonly instant: number;
  readonly stopped: string | null;
  readonly queue: QueueState;
  readonly streams: StreamsState;
  readonly record: RecordState;
};

export class Kernel {
  now: Micros = 0;
  /** Events dispatched so far; during an event, its own ordinal. */
  ordinal = 0;
  /** Row that brought the present event about; what is appended and scheduled now is caused by it. */
  cause = -1;
  readonly queue = new EventQueue();
  readonly streams: Streams;
  readonly record: Record;
  private instant = 0;
  /** The bound that was hit; nothing runs after that, because the event that hit it is gone. */
  private stopped: string | null = null;

  constructor(seed: string, options: { readonly record?: boolean } = {}) {
    this.streams = new Streams(seed);
    this.record = new Record(options.record ?? true);
  }

  /** Schedules an event for `at`, not before now. Its cause is the present one unless given. */
  schedule(at: Micros, kind: number, a: number, b: number, c: number, cause = this.cause): void {
    if (at < this.now) throw new Error(`${MARKER}: an event for ${at} was scheduled at ${this.now}, in its past`);
    this.queue.push(at, kind, a, b, c, cause);
  }

  /** Appends a row at this instant and answers its number. */
  append(type: number, a: number, b: number, k: number, x: number, cause = this.cause): number {
    return this.record.append(this.ordinal, this.now, cause, type, a, b, k, x);
  }

  /**
   * Dispatches events up to and including `until`, at most `most` of them. Slicing changes nothing: any
   * sequence of calls that ends at the same horizon leaves the same state and the same record.
   */
  run(model: Model, until: Micros, most = Infinity): Halt {
    const { queue } = this;
    if (this.stopped !== null) return { why: 'bound', says: this.stopped };
    for (let left = most; left > 0; left--) {
      if (!queue.pop(until)) {
        this.now = until;
        return { why: 'horizon' };
      }
      if (queue.time === this.now) {
        if (++this.instant > LIMITS.eventsAnInstant)
          return this.bound(`over ${LIMITS.eventsAnInstant} events in one instant`);
      } else {
        this.instant = 0;
        this.now = queue.time;
      }
      if (this.ordinal >= LIMITS.events) return this.bound(`over ${LIMITS.events} events`);
      if (this.record.length >= LIMITS.rows) return this.bound(`over ${LIMITS.rows} things recorded`);
      this.ordinal++;
      this.cause = queue.cause;
      model.handle(queue.kind, queue.a, queue.b, queue.c);
    }
    return { why: 'slice' };
  }

  save(): KernelState {
    return {
      now: this.now,
      ordinal: this.ordinal,
      instant: this.instant,
      stopped: this.stopped,
      queue: this.queue.save(),
      streams: this.streams.save(),
      record: this.record.save(),
    };
  }

  restore(from: KernelState): void {
    this.now = from.now;
    this.ordinal = from.ordinal;
    this.instant = from.instant;
    this.stopped = from.stopped;
    this.queue.restore(from.queue);
    this.streams.restore(from.streams);
    this.record.restore(from.record);
  }

  private bound(says: string): Halt {
    this.stopped = says;
    return { why: 'bound', says };
  }
}
