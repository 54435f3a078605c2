// Two runs on one transport. A is the run in hand: its knobs, its menu, its cursor. B is another run that is shown at
// the same moment: it has no cursor of its own, nothing can be turned on it, and whatever moves it moves A. B is
// computed as A is, newest wish first, so a knob that is dragged recomputes both and queues neither.

import type { FaultMenu, Knob, RunKey } from '../../worker/api.ts';
import { sameKey } from '../lab/edits.ts';
import { firstBelief, firstOf } from '../lab/first-difference.ts';
import type { First } from '../lab/first-difference.ts';
import { LabState } from '../lab/lab.svelte.ts';
import { lessonNames, namesOf, partnerKey } from '../lab/pairing.ts';
import type { Names, Pairing } from '../lab/pairing.ts';
import { lasting } from '../words.ts';

/** The other run, seen at the moment that the run in hand is seen at. */
export class Twin extends LabState {
  readonly main: LabState;

  constructor(main: LabState, start: RunKey) {
    const { client, id, setup, panels, knobs, frames } = main.options;
    const own = { client, id: `${id}, beside`, setup, panels, frames, start };
    super(knobs === undefined ? own : { ...own, knobs });
    this.main = main;
  }

  override get at(): number {
    return Math.min(this.main.at, this.film.until);
  }

  readonly #ordinal = $derived(this.ordinalHere());

  override get ordinal(): number {
    return this.#ordinal;
  }

  override get seen(): number {
    return Math.min(this.main.seen, this.film.until);
  }

  override get playing(): boolean {
    return this.main.playing;
  }

  override get curtain(): boolean {
    return this.main.curtain;
  }

  override get look(): readonly [number, number] {
    return this.main.look;
  }

  override set look(pair: readonly [number, number]) {
    this.main.look = pair;
  }

  /** Nothing is turned or done here: that is for the run in hand. */
  override get knobs(): readonly Knob[] {
    return [];
  }

  override get faults(): readonly FaultMenu[] {
    return [];
  }

  override seek(at: number): void {
    this.main.seek(at);
  }

  override pause(): void {
    this.main.pause();
  }

  override goTo(row: number): void {
    const time = this.columns.time[row];
    if (time === undefined || time > this.limit) return;
    this.main.pause();
    this.main.seek(time);
  }

  /** The cursor is the other run's: an answer that arrives moves nothing. */
  protected override moveTo(): void {
    return;
  }
}

const UNCHANGED = 'The two runs are the same. Turn a knob or break something in A: B stays as it was';

export type Side = 'a' | 'b';

export class Comparison {
  readonly lab: LabState;
  readonly other: Twin;
  /** One chart with both runs in it, or one chart for each. */
  mode = $state<'apart' | 'top'>('top');
  /** Where there is room for one run only: which. */
  side = $state<Side>('a');
  #first = $state.raw<First | null | undefined>(undefined);
  #asked = 0;

  constructor(lab: LabState) {
    this.lab = lab;
    this.other = new Twin(lab, this.#key());
    this.wanted();
  }

  get pairing(): Pairing {
    return this.lab.pairing ?? { kind: 'follows', over: {} };
  }

  get until(): number {
    return this.other.film.until;
  }

  get names(): Names {
    const { key, setup, options } = this.lab;
    return lessonNames(options.beside, this.pairing, key, setup) ?? namesOf(key, this.other.key, setup);
  }

  /** Both runs are there, and they tell the same from beginning to end. */
  get same(): boolean {
    return this.first === null;
  }

  /** Where the two first differ, as far as may be told; null if they never do, undefined while it is not known. */
  readonly first: First | null | undefined = $derived.by(() => {
    const [a, b] = [this.lab.run, this.other.run];
    if (!this.lab.curtain || this.#first == null || a === null || b === null) return this.#first;
    return firstBelief(a, b);
  });

  /** How the two stand to each other, in a sentence that betrays nothing which has not been seen. */
  get says(): string {
    const { first, told } = this;
    if (!this.lab.ready || !this.other.ready) return 'The second run is being computed';
    if (first === undefined) return 'Where the two first differ is not known yet';
    if (first === null && this.lab.curtain) return 'Nobody believes anything else in the other run';
    if (first === null && this.names.differ) return 'The two runs are the same, from beginning to end';
    if (first === null)
      return this.pairing.kind === 'pinned' ? UNCHANGED : 'The two runs are the same: A is set as B is';
    return told === null ? 'The two differ later than you have seen' : `They first differ at ${lasting(first.at)}`;
  }

  /** As much of the first difference as has been seen: what has not run yet is told to nobody. */
  get told(): First | null {
    const { first } = this;
    if (first == null || first.at > this.lab.seen) return null;
    return first.then !== null && first.then.at > this.lab.seen ? { ...first, then: null } : first;
  }

  #key(): RunKey {
    return partnerKey(this.lab.key, this.pairing);
  }

  /** The run in hand, or what it is compared with, is about to be another one. */
  wanted(): void {
    if (this.lab.pairing !== null) this.other.restore(this.#key(), { at: 0 }, () => this.arrived());
  }

  /** A run has arrived, on either side. */
  arrived(): void {
    void this.#findFirst();
  }

  async #findFirst(): Promise<void> {
    const { lab, other } = this;
    const [a, b] = [lab.run, other.run];
    if (a === null || b === null || !sameKey(a.key, lab.key) || !sameKey(b.key, other.key)) return;
    const asked = (this.#asked += 1);
    try {
      const found = sameKey(a.key, b.key) ? null : await (await lab.client()).diverge(a.key, b.key);
      if (asked === this.#asked) this.#first = found === null ? null : firstOf(a, b, found);
    } catch {
      // Then the two are shown without their point of departure; both runs are whole.
      if (asked === this.#asked) this.#first = undefined;
    }
  }

  goToFirst(): void {
    const { first, lab } = this;
    if (first == null) return;
    lab.pause();
    lab.seek(first.at);
  }

  /** What was beside is in hand now, and the other way round. Undo brings the run back. */
  swap(): void {
    const { lab, pairing } = this;
    const mine = lab.key;
    const theirs = this.other.key;
    if (pairing.kind === 'pinned') lab.pair({ kind: 'pinned', key: mine });
    else lab.pair({ kind: 'follows', over: this.#settingsNow(Object.keys(pairing.over)) });
    lab.show(theirs, lab.at);
  }

  #settingsNow(knobs: readonly string[]): RunKey['settings'] {
    return Object.fromEntries(knobs.map((id) => [id, this.lab.setting(id)]));
  }

  /** The other run is the only one from now on. */
  keepOther(): void {
    const { lab } = this;
    const { key } = this.other;
    lab.pair(null);
    lab.show(key, lab.at);
  }

  done(): void {
    this.lab.pair(null);
  }

  close(): void {
    this.#asked += 1;
    this.other.close();
  }
}
