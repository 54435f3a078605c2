// The record of a run: one row for each thing that happened, as columns of numbers, because rows as objects
// are several times slower to write and cannot be handed to another thread without copying. Every row
// names the row that caused it. A rolling 64-bit fingerprint takes in the raw bits of every row; two runs
// with the same fingerprint are the same run, in whatever engine.

import type { Columns } from './columns.ts';
import { room } from './room.ts';

/** Enough to append on with the same fingerprint; the rows themselves are never copied. */
export type RecordState = {
  readonly length: number;
  readonly high: number;
  readonly low: number;
  readonly words: readonly string[];
};

export class Record {
  /** Rows appended, kept or not: row numbers are part of the simulated state (they are causes). */
  length = 0;
  readonly words: string[] = [];

  /** False: rows are counted, not kept. For replaying towards one moment of a run whose record is known. */
  private readonly kept: boolean;
  /** Number of the first row kept: not 0 after a restore. */
  private first = 0;
  private readonly wordIndex = new Map<string, number>();
  private high = 0x9e3779b9;
  private low = 0x7f4a7c15;
  private ordinals: Uint32Array;
  private times: Float64Array;
  private causes: Int32Array;
  private types: Uint8Array;
  private as: Int32Array;
  private bs: Int32Array;
  private ks: Int32Array;
  private xs: Float64Array;
  private prints: Uint32Array;

  constructor(kept = true) {
    this.kept = kept;
    const n = kept ? 4096 : 0;
    this.ordinals = new Uint32Array(n);
    this.times = new Float64Array(n);
    this.causes = new Int32Array(n);
    this.types = new Uint8Array(n);
    this.as = new Int32Array(n);
    this.bs = new Int32Array(n);
    this.ks = new Int32Array(n);
    this.xs = new Float64Array(n);
    this.prints = new Uint32Array(n);
  }

  /** The number of a word; words are few. A new one goes into the fingerprint, because rows hold only its number. */
  word(text: string): number {
    const known = this.wordIndex.get(text);
    if (known !== undefined) return known;
    for (let i = 0; i < text.length; i++) this.mix(text.charCodeAt(i));
    this.mix(text.length);
    return this.learn(text);
  }

  /** Appends a row and answers its number. */
  append(
    ordinal: number,
    time: number,
    cause: number,
    type: number,
    a: number,
    b: number,
    k: number,
    x: number,
  ): number {
    const row = this.length++;
    if (!this.kept) return row;
    const i = row - this.first;
    if (i === this.times.length) this.grow();
    this.ordinals[i] = ordinal;
    this.times[i] = time;
    this.causes[i] = cause;
    this.types[i] = type;
    this.as[i] = a;
    this.bs[i] = b;
    this.ks[i] = k;
    this.xs[i] = x;
    this.mix(ordinal);
    this.mix(time);
    this.mix(time / 0x100000000);
    this.mix(cause);
    this.mix((type << 24) ^ (a << 12) ^ b);
    this.mix(k);
    this.mix(x);
    this.mix(x / 0x100000000);
    this.prints[i] = this.high;
    return row;
  }

  /** Sixteen hexadecimal digits. */
  fingerprint(): string {
    return hex(this.high) + hex(this.low);
  }

  save(): RecordState {
    return { length: this.length, high: this.high, low: this.low, words: this.words.slice() };
  }

  /** Goes on from there: rows before it are no longer here. */
  restore(from: RecordState): void {
    this.length = this.first = from.length;
    this.high = from.high;
    this.low = from.low;
    this.words.length = 0;
    this.wordIndex.clear();
    for (const word of from.words) this.learn(word);
  }

  /** The rows kept, copied once and cut to length. */
  columns(): Columns {
    const n = this.kept ? this.length - this.first : 0;
    return {
      length: n,
      ordinal: this.ordinals.slice(0, n),
      time: this.times.slice(0, n),
      cause: this.causes.slice(0, n),
      type: this.types.slice(0, n),
      a: this.as.slice(0, n),
      b: this.bs.slice(0, n),
      k: this.ks.slice(0, n),
      x: this.xs.slice(0, n),
      print: this.prints.slice(0, n),
    };
  }

  private learn(text: string): number {
    const index = this.words.length;
    this.words.push(text);
    this.wordIndex.set(text, index);
    return index;
  }

  /** All times and x are integers below 2^53, so their low and high words hold every bit of them. */
  private mix(value: number): void {
    let h = Math.imul(this.high ^ value, 0x85ebca6b);
    h = (h << 13) | (h >>> 19);
    let l = Math.imul(this.low ^ h, 0xc2b2ae35);
    l = (l << 15) | (l >>> 17);
    this.high = (h + l) >>> 0;
    this.low = (Math.imul(l, 5) + 0xe6546b64) >>> 0;
  }

  private grow(): void {
    const n = this.times.length * 2;
    this.ordinals = room(this.ordinals, n);
    this.times = room(this.times, n);
    this.causes = room(this.causes, n);
    this.types = room(this.types, n);
    this.as = room(this.as, n);
    this.bs = room(this.bs, n);
    this.ks = room(this.ks, n);
    this.xs = room(this.xs, n);
    this.prints = room(this.prints, n);
  }
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
