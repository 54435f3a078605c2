// Named randomness. Every entity draws from its own stream for every purpose ("link n1>n2/delay"), seeded
// by the run's seed and that name, so that adding a node disturbs no other and a slider that changes one
// purpose reshuffles nothing else. The generator is Johannes Baagøe's Alea, seeded by the seedrandom
// library; its four numbers live in one typed array and are stepped here, because a closure for each of
// thousands of streams costs sixteen times the memory and twenty times the time.

import alea from 'seedrandom/lib/alea.js';
import { room } from './room.ts';

const WORDS = 4;
const TWO_32 = 2.3283064365386963e-10; // 2^-32
const TWO_53 = 1.1102230246251565e-16; // 2^-53

export type StreamsState = { readonly names: readonly string[]; readonly numbers: readonly number[] };

export class Streams {
  private readonly seed: string;
  private readonly indexes = new Map<string, number>();
  private readonly names: string[] = [];
  private numbers = new Float64Array(64 * WORDS);

  constructor(seed: string) {
    this.seed = seed;
  }

  /** The stream of that name; made on first use. The order in which streams are made changes no draw. */
  of(name: string): number {
    const known = this.indexes.get(name);
    if (known !== undefined) return known;
    const index = this.names.length;
    if ((index + 1) * WORDS > this.numbers.length) this.numbers = room(this.numbers, this.numbers.length * 2);
    const { s0, s1, s2, c } = alea(`${this.seed}/${name}`, { state: true }).state();
    this.numbers.set([s0, s1, s2, c], index * WORDS);
    this.names.push(name);
    this.indexes.set(name, index);
    return index;
  }

  /** One uniform draw in [0, 1), with 53 bits: two steps, as seedrandom's double(). */
  draw(stream: number): number {
    return this.step(stream) + ((this.step(stream) * 0x200000) | 0) * TWO_53;
  }

  save(): StreamsState {
    return { names: this.names.slice(), numbers: Array.from(this.numbers.subarray(0, this.names.length * WORDS)) };
  }

  restore(from: StreamsState): void {
    this.indexes.clear();
    this.names.length = 0;
    if (from.numbers.length > this.numbers.length) this.numbers = new Float64Array(from.numbers.length * 2);
    this.numbers.set(from.numbers);
    for (const name of from.names) {
      this.indexes.set(name, this.names.length);
      this.names.push(name);
    }
  }

  private step(stream: number): number {
    const n = this.numbers;
    const i = stream * WORDS;
    const t = 2091639 * n[i]! + n[i + 3]! * TWO_32;
    const carry = t | 0;
    n[i] = n[i + 1]!;
    n[i + 1] = n[i + 2]!;
    n[i + 3] = carry;
    return (n[i + 2] = t - carry);
  }
}
