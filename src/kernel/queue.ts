// The pending events: a hierarchical timing wheel (Varghese and Lauck 1987) over whole microseconds, digits
// of eight bits, with a bitmap of occupied places. An event lies at the level of the highest digit in which its
// time differs from `base`, the last moment reached. Taking the next event means finding the lowest occupied
// place; a place with several events is dealt out to the levels below, which are empty then. Lists are only
// ever appended to and dealt out in order, so events of one instant leave in the order in which they were
// scheduled, without a sequence number: most heaps do not promise that, and a simulation is not reproducible
// without it. What an event carries lies still in one typed array, a cache line for two events; objects are
// never made. Small digits deal an event out more often, and each dealing fetches it from memory once more; large
// ones leave fewer events alone in their place. Eight bits did best at a thousand and at a hundred thousand pending.

import { room } from './room.ts';

const BITS = 8;
const PLACES = 1 << BITS;
const DIGIT = PLACES - 1;
/** Times are split into 24 low bits (levels 0 to 2) and the rest (levels 3 to 6), to use integer operations. */
const LOW = 16_777_216; // 2^24
const LOW_LEVELS = 3;
const LEVELS = 7;
/** Words of 32 places a level, 2^3. */
const WORD_BITS = 3;
const WORD = (1 << WORD_BITS) - 1;

/** An event is eight integers; NEXT is the next of the same place or of the free list, -1 at the end. */
const STRIDE = 8;
const NEXT = 0;
const TIME_LOW = 1;
const TIME_HIGH = 2;
const KIND = 3;
const A = 4;
const B = 5;
const C = 6;
const CAUSE = 7;

/** Everything needed to continue: plain data, each instant's events in order. */
export type QueueState = {
  readonly base: number;
  readonly events: readonly {
    readonly time: number;
    readonly kind: number;
    readonly a: number;
    readonly b: number;
    readonly c: number;
    readonly cause: number;
  }[];
};

export class EventQueue {
  /** Number of pending events. */
  size = 0;
  /** What the last pop() took out. */
  time = 0;
  kind = 0;
  a = 0;
  b = 0;
  c = 0;
  cause = -1;

  /** No pending event is earlier, and none may be scheduled earlier. */
  private baseLow = 0;
  private baseHigh = 0;
  private readonly heads = new Int32Array(LEVELS * PLACES).fill(-1);
  private readonly tails = new Int32Array(LEVELS * PLACES).fill(-1);
  /** A bit for each place. */
  private readonly occupied = new Int32Array(LEVELS << WORD_BITS);
  /** A bit for each word of a level's places that is not 0. */
  private readonly busy = new Int32Array(LEVELS);
  private events = new Int32Array(256 * STRIDE);
  private free = -1;
  private used = 0;

  /** `time` is a whole number, not before the last event taken out, below 2^53. */
  push(time: number, kind: number, a: number, b: number, c: number, cause: number): void {
    let event = this.free;
    if (event >= 0) this.free = this.events[event]!;
    else {
      event = this.used;
      this.used += STRIDE;
      if (this.used > this.events.length) this.events = room(this.events, this.events.length * 2);
    }
    const { events } = this;
    const high = (time / LOW) | 0;
    const low = (time - high * LOW) | 0;
    events[event + TIME_LOW] = low;
    events[event + TIME_HIGH] = high;
    events[event + KIND] = kind;
    events[event + A] = a;
    events[event + B] = b;
    events[event + C] = c;
    events[event + CAUSE] = cause;
    this.size++;
    this.place(event, low, high);
  }

  /** Takes out the next event, if it is not later than `limit`, into the public fields. */
  pop(limit = Infinity): boolean {
    if (this.size === 0) return false;
    const { events } = this;
    for (;;) {
      const at = this.lowest();
      const event = this.heads[at]!;
      const next = events[event + NEXT]!;
      // Events of the lowest level share every digit; a lone event is the earliest of all.
      if (at < PLACES || next < 0) {
        const low = events[event + TIME_LOW]!;
        const high = events[event + TIME_HIGH]!;
        const time = high * LOW + low;
        if (time > limit) return false;
        this.heads[at] = next;
        if (next < 0) this.vacate(at);
        this.baseLow = low;
        this.baseHigh = high;
        this.take(event, time);
        return true;
      }
      if (!this.deal(at, event, limit)) return false;
    }
  }

  save(): QueueState {
    const { events } = this;
    const saved: QueueState['events'][number][] = [];
    for (const head of this.heads) {
      for (let event = head; event >= 0; event = events[event + NEXT]!) {
        saved.push({
          time: events[event + TIME_HIGH]! * LOW + events[event + TIME_LOW]!,
          kind: events[event + KIND]!,
          a: events[event + A]!,
          b: events[event + B]!,
          c: events[event + C]!,
          cause: events[event + CAUSE]!,
        });
      }
    }
    return { base: this.baseHigh * LOW + this.baseLow, events: saved };
  }

  restore(from: QueueState): void {
    this.heads.fill(-1);
    this.tails.fill(-1);
    this.occupied.fill(0);
    this.busy.fill(0);
    this.free = -1;
    this.used = this.size = 0;
    this.baseHigh = (from.base / LOW) | 0;
    this.baseLow = (from.base - this.baseHigh * LOW) | 0;
    for (const { time, kind, a, b, c, cause } of from.events) this.push(time, kind, a, b, c, cause);
  }

  /** Appends an event to the place of its time. */
  private place(event: number, low: number, high: number): void {
    let at: number;
    if (high === this.baseHigh) {
      const level = levelOf(low ^ this.baseLow);
      at = (level << BITS) | ((low >> (level * BITS)) & DIGIT);
    } else {
      const level = levelOf(high ^ this.baseHigh);
      at = ((level + LOW_LEVELS) << BITS) | ((high >> (level * BITS)) & DIGIT);
    }
    const { events, heads, tails } = this;
    events[event + NEXT] = -1;
    if (heads[at]! < 0) {
      heads[at] = event;
      this.occupied[at >> 5]! |= 1 << (at & 31);
      this.busy[at >> BITS]! |= 1 << ((at >> 5) & WORD);
    } else events[tails[at]! + NEXT] = event;
    tails[at] = event;
  }

  /** The lowest occupied place: its events are the earliest. */
  private lowest(): number {
    const { busy } = this;
    let level = 0;
    while (busy[level] === 0) level++;
    const word = (level << WORD_BITS) | lowestBit(busy[level]!);
    return (word << 5) | lowestBit(this.occupied[word]!);
  }

  private vacate(at: number): void {
    const left = (this.occupied[at >> 5]! &= ~(1 << (at & 31)));
    if (left === 0) this.busy[at >> BITS]! &= ~(1 << ((at >> 5) & WORD));
  }

  /**
   * Moves the base to the first moment of a place and deals its events out to the levels below, in order.
   * False, and nothing moved, if that moment is later than `limit`.
   */
  private deal(at: number, first: number, limit: number): boolean {
    const { events } = this;
    const level = at >> BITS;
    let low = events[first + TIME_LOW]!;
    let high = events[first + TIME_HIGH]!;
    if (level >= LOW_LEVELS) {
      low = 0;
      high &= -1 << ((level - LOW_LEVELS) * BITS);
    } else low &= -1 << (level * BITS);
    if (high * LOW + low > limit) return false;
    this.baseLow = low;
    this.baseHigh = high;
    this.heads[at] = -1;
    this.vacate(at);
    for (let event = first; event >= 0;) {
      const next = events[event + NEXT]!;
      this.place(event, events[event + TIME_LOW]!, events[event + TIME_HIGH]!);
      event = next;
    }
    return true;
  }

  private take(event: number, time: number): void {
    const { events } = this;
    this.time = time;
    this.kind = events[event + KIND]!;
    this.a = events[event + A]!;
    this.b = events[event + B]!;
    this.c = events[event + C]!;
    this.cause = events[event + CAUSE]!;
    events[event + NEXT] = this.free;
    this.free = event;
    this.size--;
  }
}

/** By the number of leading zeros, 32 for 0. */
const LEVEL = Uint8Array.from({ length: 33 }, (_, leading) => Math.max(0, Math.floor((31 - leading) / BITS)));

/** Level of the highest digit that is not zero; 0 for 0. No branch: which level it is cannot be foretold. */
function levelOf(difference: number): number {
  return LEVEL[Math.clz32(difference)]!;
}

function lowestBit(bits: number): number {
  return 31 - Math.clz32(bits & -bits);
}
