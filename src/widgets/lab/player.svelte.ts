// The cursor of a run that is already computed: playing moves it, as over a video that has been loaded. A position
// is a time together with the last event at or before it, because several events may share an instant and stepping
// goes from event to event. `limit` is as far as may be seen now; `seen` is as far as ever was, and what lies
// beyond it is shown to nobody.

import { lastRowUpTo, nextOrdinal, ordinalAt, previousOrdinal } from '../../worker/reading.ts';
import type { Columns, Mark } from '../../worker/api.ts';
import { SPEEDS } from './lab-options.ts';
import type { Frames } from './lab-options.ts';

/** A frame that comes later than this was not a frame: the tab slept. Milliseconds. */
const LONGEST_FRAME = 250;
/** Digits that change faster than this cannot be read. Milliseconds. */
const LEGIBLE = 125;

export abstract class Player {
  speed = $state(2);
  /** Playing stops here by itself, once. */
  readonly holdAt: number | null;

  #at = $state(0);
  #ordinal = $state(-1);
  /** The ordinal, as counts tell it. */
  #told = $state(-1);
  #untold = 0;
  #seen = $state(0);
  #playing = $state(false);
  #waits = $state(0);
  readonly #frames: Frames;
  #frame: number | null = null;
  #last: number | null = null;

  constructor(frames: Frames, holdAt: number | null) {
    this.#frames = frames;
    this.holdAt = holdAt;
  }

  /** Microseconds. */
  get at(): number {
    return this.#at;
  }

  /** The last event at or before `at`; -1 before the first. */
  get ordinal(): number {
    return this.#ordinal;
  }

  /** The furthest time that was shown of this future. */
  get seen(): number {
    return this.#seen;
  }

  get playing(): boolean {
    return this.#playing;
  }

  abstract get columns(): Columns;
  abstract get ready(): boolean;
  /** How far the cursor may go now. */
  abstract get limit(): number;
  abstract get marks(): readonly Mark[];
  /** Somebody asked to play on, and may not: say why. True if there was a reason. */
  protected abstract refuses(): boolean;
  protected abstract stopped(): void;

  /** The last row written up to the cursor, or -1. */
  get row(): number {
    return lastRowUpTo(this.columns, this.ordinal);
  }

  /** `row`, for a count that is read: while it plays, told only as often as can be followed. */
  get rowTold(): number {
    return lastRowUpTo(this.columns, this.#told);
  }

  /** Something is open for which the world holds still. */
  get waiting(): boolean {
    return this.#waits > 0;
  }

  /** The world holds still until the returned function is called. */
  hold(): () => void {
    this.#waits += 1;
    let held = true;
    return () => {
      if (held) this.#waits -= 1;
      held = false;
    };
  }

  /** Goes to a time, or as near to it as may be seen. */
  seek(at: number): void {
    this.moveTo(Math.min(Math.max(0, Math.round(at)), this.limit));
  }

  /** On by one event. */
  step(): void {
    this.pause();
    const next = nextOrdinal(this.columns, this.ordinal);
    const time = next === null ? Infinity : this.timeOf(next);
    if (next !== null && time <= this.limit) return this.moveTo(time, next);
    if (this.at >= this.limit) this.refuses();
    this.moveTo(this.limit);
  }

  /** Back by one event; from between two events, to the earlier one. */
  back(): void {
    this.pause();
    const here = this.ordinal < 0 ? 0 : this.timeOf(this.ordinal);
    if (this.at > here) return this.moveTo(here, this.ordinal);
    const before = previousOrdinal(this.columns, this.ordinal);
    if (before === null) this.moveTo(0, -1);
    else this.moveTo(this.timeOf(before), before);
  }

  nextMark(): void {
    this.pause();
    this.seek(this.marks.find((mark) => mark.at > this.at)?.at ?? this.seen);
  }

  previousMark(): void {
    this.pause();
    this.seek(this.marks.findLast((mark) => mark.at < this.at)?.at ?? 0);
  }

  /** To where a row of the log was written. */
  goTo(row: number): void {
    const time = this.columns.time[row];
    if (time === undefined || time > this.limit) return;
    this.pause();
    this.moveTo(time, this.columns.ordinal[row]);
  }

  play(): void {
    if (!this.ready || this.playing) return;
    if (this.at >= this.limit) {
      if (this.refuses()) return;
      this.moveTo(0);
    }
    this.#playing = true;
    this.#last = null;
    this.#frame = this.#frames.ask((ms) => this.#tick(ms));
  }

  pause(): void {
    const was = this.playing;
    this.#playing = false;
    if (this.#frame !== null) this.#frames.drop(this.#frame);
    this.#frame = null;
    this.#told = this.#ordinal;
    if (was) this.stopped();
  }

  toggle(): void {
    if (this.playing) this.pause();
    else this.play();
  }

  faster(by: 1 | -1): void {
    const place = SPEEDS.indexOf(this.speed) + by;
    this.speed = SPEEDS[Math.min(SPEEDS.length - 1, Math.max(0, place))] ?? 1;
  }

  protected moveTo(at: number, ordinal?: number): void {
    this.#at = at;
    this.#ordinal = ordinal ?? ordinalAt(this.columns, at);
    if (this.#frame === null || this.#untold >= LEGIBLE) {
      this.#told = this.#ordinal;
      this.#untold = 0;
    }
    if (at > this.#seen) this.#seen = at;
  }

  /** The last event at or before the time shown, where the cursor is somebody else's. */
  protected ordinalHere(): number {
    return ordinalAt(this.columns, this.at);
  }

  /** What was seen is unknown again. */
  protected forget(): void {
    this.#seen = 0;
  }

  /** Something was done at `at`: the cursor stands there, and what follows is unknown again. */
  protected forkedAt(at: number): void {
    this.forget();
    this.moveTo(Math.min(at, this.limit));
  }

  private timeOf(ordinal: number): number {
    return this.columns.time[lastRowUpTo(this.columns, ordinal)] ?? 0;
  }

  #tick(ms: number): void {
    if (!this.playing) return;
    this.#frame = this.#frames.ask((next) => this.#tick(next));
    const passed = this.#last === null ? 0 : Math.min(ms - this.#last, LONGEST_FRAME);
    this.#last = ms;
    if (!this.waiting && passed > 0) this.#advance(passed);
  }

  #advance(ms: number): void {
    this.#untold += ms;
    const to = this.at + Math.round(ms * 1000 * this.speed);
    const held = this.holdAt !== null && this.at < this.holdAt;
    const stop = held ? Math.min(this.holdAt ?? 0, this.limit) : this.limit;
    this.moveTo(Math.min(to, stop));
    if (to >= stop) this.pause();
  }
}
