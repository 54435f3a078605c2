// The record of a run: one row for each thing that happened, as columns of numbers, because rows as objects
// are several times slower to write and cannot be handed to another thread without copying. Every row
// names the row that caused it. A rolling 64-bit fingerprint takes in the raw bits of every row; two runs
// with the same fingerprint are the same run, in whatever engine.

import type { Columns } from './columns.ts';

/** Rows are written in blocks of so many: a record that grows by moving to larger columns pays for every row twice. */
const BLOCK = 4096;

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
  private readonly wordIndex = new Map<string, number>();
  /** The word asked for last, and its number: most rows of a run say the same one. */
  private latest: string | null = null;
  private latestNumber = -1;
  private high = 0x9e3779b9;
  private low = 0x7f4a7c15;
  /** The blocks that are full, and the one being written with the number of rows in it. */
  private readonly full: Columns[] = [];
  private block: Columns;
  private filled = 0;

  constructor(kept = true) {
    this.kept = kept;
    this.block = columnsOf(kept ? BLOCK : 0);
  }

  /** The number of a word; words are few. A new one goes into the fingerprint, because rows hold only its number. */
  word(text: string): number {
    if (text !== this.latest) {
      this.latestNumber = this.wordIndex.get(text) ?? this.coin(text);
      this.latest = text;
    }
    return this.latestNumber;
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
    if (this.filled === BLOCK) this.turn();
    const { block } = this;
    const i = this.filled++;
    block.ordinal[i] = ordinal;
    block.time[i] = time;
    block.cause[i] = cause;
    block.type[i] = type;
    block.a[i] = a;
    block.b[i] = b;
    block.k[i] = k;
    block.x[i] = x;
    this.mix(ordinal);
    this.mix(time);
    this.mix(time / 0x100000000);
    this.mix(cause);
    this.mix((type << 24) ^ (a << 12) ^ b);
    this.mix(k);
    this.mix(x);
    this.mix(x / 0x100000000);
    block.print[i] = this.high;
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
    this.length = from.length;
    this.full.length = 0;
    this.filled = 0;
    this.latest = null;
    this.high = from.high;
    this.low = from.low;
    this.words.length = 0;
    this.wordIndex.clear();
    for (const word of from.words) this.learn(word);
  }

  /** The rows kept, copied into one piece. */
  columns(): Columns {
    const rows = this.full.length * BLOCK + this.filled;
    const all = columnsOf(rows);
    this.full.forEach((block, i) => put(block, BLOCK, all, i * BLOCK));
    put(this.block, this.filled, all, rows - this.filled);
    return all;
  }

  private coin(text: string): number {
    for (let i = 0; i < text.length; i++) this.mix(text.charCodeAt(i));
    this.mix(text.length);
    return this.learn(text);
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

  /** The block is full: the next one. */
  private turn(): void {
    this.full.push(this.block);
    this.block = columnsOf(BLOCK);
    this.filled = 0;
  }
}

function columnsOf(length: number): Columns {
  return {
    length,
    ordinal: new Uint32Array(length),
    time: new Float64Array(length),
    cause: new Int32Array(length),
    type: new Uint8Array(length),
    a: new Int32Array(length),
    b: new Int32Array(length),
    k: new Int32Array(length),
    x: new Float64Array(length),
    print: new Uint32Array(length),
  };
}

/** Copies the first `rows` rows to row `at` of the other. */
function put(from: Columns, rows: number, to: Columns, at: number): void {
  to.ordinal.set(from.ordinal.subarray(0, rows), at);
  to.time.set(from.time.subarray(0, rows), at);
  to.cause.set(from.cause.subarray(0, rows), at);
  to.type.set(from.type.subarray(0, rows), at);
  to.a.set(from.a.subarray(0, rows), at);
  to.b.set(from.b.subarray(0, rows), at);
  to.k.set(from.k.subarray(0, rows), at);
  to.x.set(from.x.subarray(0, rows), at);
  to.print.set(from.print.subarray(0, rows), at);
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}
