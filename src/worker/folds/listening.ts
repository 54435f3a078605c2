// One observer listening to one target, as the record tells it: when its process began, what it heard and when by its
// own clock, when it stood still, when it was gone. Folds that want to know what a detector made of that are ears:
// they are told the same things as the heartbeat monitor is, in the same order, and keep what they like.

import { localTime, resumeClock, startClock, stopClock, trueTime, type Clock } from '../../kernel/clock.ts';
import type { Columns } from '../../kernel/columns.ts';
import type { Beat } from '../../patterns/detectors/detector.ts';
import { watchingOf, type WatchParams } from '../../programs/watch-params.ts';
import type { Plan } from '../../world/plan.ts';
import { typeIndex } from '../../world/vocabulary.ts';
import type { Pair } from './asks.ts';

const START = typeIndex('start');
const SEND = typeIndex('send');
const HEAR = typeIndex('hear');
const PAUSE = typeIndex('pause');
const RESUME = typeIndex('resume');
const SUSPECT = typeIndex('suspect');
const DOUBT = typeIndex('doubt-self');
const CRASH = typeIndex('crash');

/** All times by the observer's clock. */
export interface Ear {
  begin(now: number): void;
  heard(now: number, beat: Beat): void;
  /** The monitor looked at its detector and noted what it saw. */
  looked?(now: number): void;
  /** The process cannot act until it goes on. */
  stopped?(now: number): void;
  goesOn?(now: number): void;
  /** The process is gone, and what it knew with it. */
  gone(now: number): void;
}

/** How the observer watches, or null where it judges nobody. */
export function monitorOf(plan: Plan, observer: number): WatchParams | null {
  return watchingOf(plan.nodes[observer]?.params);
}

export class Listening {
  /** True time of the row taken last. */
  time = 0;
  private readonly pair: Pair;
  private readonly rounds: boolean;
  private readonly clocks: readonly Clock[];
  private readonly sentAt = new Map<number, number>();

  constructor(plan: Plan, pair: Pair) {
    this.pair = pair;
    this.rounds = (monitorOf(plan, pair.observer)?.checkInterval ?? 0) > 0;
    this.clocks = plan.nodes.map((node) => startClock(0, node.driftPpm));
  }

  /** Takes in row `i` and tells the ear what it means to it. */
  take(columns: Columns, words: readonly string[], i: number, ear: Ear): void {
    const { observer, target } = this.pair;
    const a = columns.a[i]!;
    const now = (this.time = columns.time[i]!);
    const mine = a === observer;
    switch (columns.type[i]!) {
      case START:
        if (mine) ear.begin(this.local(observer, now));
        return;
      case PAUSE:
        if (mine) ear.stopped?.(this.local(observer, now));
        if (words[columns.k[i]!] === 'suspend') stopClock(this.clocks[a]!, now);
        return;
      case RESUME:
        if (this.clocks[a]!.stopped) resumeClock(this.clocks[a]!, now);
        if (mine) ear.goesOn?.(this.local(observer, now));
        return;
      case CRASH:
        // The machine of a crashed process is not suspended any more.
        if (this.clocks[a]!.stopped) resumeClock(this.clocks[a]!, now);
        if (mine) ear.gone(this.local(observer, now));
        return;
      case SEND:
        if (a === target && columns.b[i] === observer) this.sentAt.set(i, this.local(target, now));
        return;
      case HEAR:
        if (this.hears(columns, words, i)) ear.heard(this.local(observer, now), this.beat(columns, i));
        return;
      case SUSPECT:
      case DOUBT:
        // In rounds the guard comes first, and a detector is not asked when it refuses.
        if (!mine || columns.b[i] !== target || (columns.type[i] === DOUBT && this.rounds)) return;
        ear.looked?.(this.local(observer, now));
    }
  }

  hears(columns: Columns, words: readonly string[], i: number): boolean {
    const { observer, target } = this.pair;
    if (columns.type[i] !== HEAR || columns.a[i] !== observer || columns.b[i] !== target) return false;
    return words[columns.k[i]!] === 'heartbeat';
  }

  /** The observer's clock at a true time that is not before the last row taken. */
  now(time: number): number {
    return this.local(this.pair.observer, time);
  }

  /** When the observer's clock shows `local`, in true time. */
  trueTime(local: number): number {
    return trueTime(this.clocks[this.pair.observer]!, local);
  }

  private beat(columns: Columns, i: number): Beat {
    let send = columns.cause[i]!;
    if (columns.type[send] !== SEND) send = columns.cause[send]!;
    const sentAt = this.sentAt.get(send) ?? 0;
    this.sentAt.delete(send);
    return { seq: columns.x[i]!, sentAt };
  }

  private local(node: number, time: number): number {
    const clock = this.clocks[node]!;
    return localTime(clock, Math.max(time, clock.since));
  }
}
