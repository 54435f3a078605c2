// The pending events, as a 4-ary heap on typed arrays ordered by (time, sequence). The sequence is given on
// push, so events of one instant leave in the order in which they were scheduled: most heaps do not promise
// that, and a simulation is not reproducible without it. The heap holds keys and a slot; what an event
// carries lies still in columns indexed by the slot. Objects are never made.

import { room } from './room.ts';

const ARITY = 4;

/** Everything needed to continue: plain data, in heap order. */
export type QueueState = {
  readonly seq: number;
  readonly times: readonly number[];
  readonly seqs: readonly number[];
  readonly kinds: readonly number[];
  readonly a: readonly number[];
  readonly b: readonly number[];
  readonly c: readonly number[];
  readonly causes: readonly number[];
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

  private seq = 0;
  private times = new Float64Array(256);
  private seqs = new Uint32Array(256);
  private slots = new Int32Array(256);
  private kinds = new Int32Array(256);
  private as = new Int32Array(256);
  private bs = new Int32Array(256);
  private cs = new Int32Array(256);
  private causes = new Int32Array(256);
  /** Slots 0 to used - 1 have been handed out; those free again are stacked in `free`. */
  private used = 0;
  private free = new Int32Array(256);
  private frees = 0;

  push(time: number, kind: number, a: number, b: number, c: number, cause: number): void {
    if (this.size === this.times.length) this.grow();
    const slot = this.frees > 0 ? this.free[--this.frees]! : this.used++;
    this.kinds[slot] = kind;
    this.as[slot] = a;
    this.bs[slot] = b;
    this.cs[slot] = c;
    this.causes[slot] = cause;
    this.rise(this.size++, time, this.seq++, slot);
  }

  /** Time of the next event, Infinity if there is none. */
  peek(): number {
    return this.size > 0 ? this.times[0]! : Infinity;
  }

  /** Takes out the next event into the public fields; false if there is none. */
  pop(): boolean {
    if (this.size === 0) return false;
    const slot = this.slots[0]!;
    this.time = this.times[0]!;
    this.kind = this.kinds[slot]!;
    this.a = this.as[slot]!;
    this.b = this.bs[slot]!;
    this.c = this.cs[slot]!;
    this.cause = this.causes[slot]!;
    this.free[this.frees++] = slot;
    const last = --this.size;
    if (last > 0) this.sink(this.times[last]!, this.seqs[last]!, this.slots[last]!);
    return true;
  }

  save(): QueueState {
    const out = { times: [], seqs: [], kinds: [], a: [], b: [], c: [], causes: [] } as {
      [K in Exclude<keyof QueueState, 'seq'>]: number[];
    };
    for (let i = 0; i < this.size; i++) {
      const slot = this.slots[i]!;
      out.times.push(this.times[i]!);
      out.seqs.push(this.seqs[i]!);
      out.kinds.push(this.kinds[slot]!);
      out.a.push(this.as[slot]!);
      out.b.push(this.bs[slot]!);
      out.c.push(this.cs[slot]!);
      out.causes.push(this.causes[slot]!);
    }
    return { seq: this.seq, ...out };
  }

  restore(from: QueueState): void {
    this.size = 0;
    this.used = 0;
    this.frees = 0;
    while (this.times.length < from.times.length) this.grow();
    for (let i = 0; i < from.times.length; i++) {
      this.times[i] = from.times[i]!;
      this.seqs[i] = from.seqs[i]!;
      this.slots[i] = i;
      this.kinds[i] = from.kinds[i]!;
      this.as[i] = from.a[i]!;
      this.bs[i] = from.b[i]!;
      this.cs[i] = from.c[i]!;
      this.causes[i] = from.causes[i]!;
    }
    this.size = this.used = from.times.length;
    this.seq = from.seq;
  }

  private rise(at: number, time: number, seq: number, slot: number): void {
    const { times, seqs, slots } = this;
    let i = at;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      const t = times[parent]!;
      // A new event has the highest sequence so far: it passes a parent only by being earlier.
      if (t <= time) break;
      times[i] = t;
      seqs[i] = seqs[parent]!;
      slots[i] = slots[parent]!;
      i = parent;
    }
    times[i] = time;
    seqs[i] = seq;
    slots[i] = slot;
  }

  private sink(time: number, seq: number, slot: number): void {
    const { times, seqs, slots, size } = this;
    let i = 0;
    for (;;) {
      const first = i * ARITY + 1;
      if (first >= size) break;
      const end = first + ARITY < size ? first + ARITY : size;
      let best = first;
      let bestTime = times[first]!;
      for (let child = first + 1; child < end; child++) {
        const t = times[child]!;
        if (t < bestTime || (t === bestTime && seqs[child]! < seqs[best]!)) {
          best = child;
          bestTime = t;
        }
      }
      if (bestTime > time || (bestTime === time && seqs[best]! > seq)) break;
      times[i] = bestTime;
      seqs[i] = seqs[best]!;
      slots[i] = slots[best]!;
      i = best;
    }
    times[i] = time;
    seqs[i] = seq;
    slots[i] = slot;
  }

  private grow(): void {
    const n = this.times.length * 2;
    this.times = room(this.times, n);
    this.seqs = room(this.seqs, n);
    this.slots = room(this.slots, n);
    this.kinds = room(this.kinds, n);
    this.as = room(this.as, n);
    this.bs = room(this.bs, n);
    this.cs = room(this.cs, n);
    this.causes = room(this.causes, n);
    this.free = room(this.free, n);
  }
}
