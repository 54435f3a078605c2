// Snapshots of a run on the way, so that the inner state at any event can be found by restoring the nearest
// earlier one and running on from there. They are bounded by bytes: when full, every second one is let go and
// the distance between new ones doubles, so a run of any length keeps an even spread. The record is not in
// them; it is never copied.

import { weight } from './plain.ts';

export const SNAPSHOT_BYTES = 64 * 1024 * 1024;

export class Snapshots<T> {
  private kept: { readonly ordinal: number; readonly state: T; readonly bytes: number }[] = [];
  private bytes = 0;
  private stride: number;
  private readonly most: number;

  /** `stride`: events between snapshots at first. */
  constructor(stride = 2_000, most = SNAPSHOT_BYTES) {
    this.stride = stride;
    this.most = most;
  }

  /** Is it time for one? */
  wanted(ordinal: number): boolean {
    const last = this.kept.at(-1);
    return last === undefined || ordinal - last.ordinal >= this.stride;
  }

  add(ordinal: number, state: T): void {
    const bytes = weight(state);
    this.kept.push({ ordinal, state, bytes });
    this.bytes += bytes;
    while (this.bytes > this.most && this.kept.length > 1) this.thin();
  }

  /** The latest at or before that ordinal; undefined if there is none. */
  before(ordinal: number): T | undefined {
    let found: T | undefined;
    for (const one of this.kept) {
      if (one.ordinal > ordinal) break;
      found = one.state;
    }
    return found;
  }

  get size(): number {
    return this.kept.length;
  }

  private thin(): void {
    this.stride *= 2;
    this.kept = this.kept.filter((_, i) => i % 2 === 0);
    this.bytes = this.kept.reduce((sum, one) => sum + one.bytes, 0);
  }
}
