// A presentation under way: which cue is on the screen, the runs that the cues show, and what a presenter may do with
// both. Nothing here touches what the browser remembers of a learner: every run is a lab of its own that nobody keeps,
// and no question locks it.

import { SvelteMap } from 'svelte/reactivity';
import type { Lesson } from '../content/blocks.ts';
import type { LabClient, Setup } from '../worker/api.ts';
import { summary } from '../views/words.ts';
import { covered } from './curtain.ts';
import { labStart } from './exercise.ts';
import { LabState } from './lab.svelte.ts';
import { SPEEDS } from './lab-options.ts';
import type { Frames } from './lab-options.ts';
import { momentsOf } from './present-moments.ts';
import type { Moment } from './present-moments.ts';
import { cuesOf } from './present.ts';
import type { Cue, RunCue } from './present.ts';

/** A run should take about so long to watch, seconds. */
const PATIENCE = 20;

type Options = {
  readonly lesson: Lesson;
  readonly setups: { readonly [id: string]: Setup };
  readonly client: () => LabClient | Promise<LabClient>;
  readonly frames?: Frames;
};

export class PresentState {
  readonly cues: readonly Cue[];
  readonly #options: Options;
  readonly #labs = new SvelteMap<number, LabState>();
  #at = $state(0);
  /** Nothing is shown. */
  blank = $state(false);
  /** Nothing moves, and nothing but the key that froze it counts. */
  frozen = $state(false);
  /** The node that the presenter points at; while there is one, a press on another points at that. */
  pointed = $state<number | null>(null);
  notes = $state(false);

  constructor(options: Options) {
    this.#options = options;
    this.cues = cuesOf(options.lesson);
  }

  /** Number of the cue on the screen, from 0. */
  get at(): number {
    return this.#at;
  }

  get cue(): Cue {
    return this.cues[this.#at] as Cue;
  }

  /** The run on the screen, if this cue has one. */
  get lab(): LabState | null {
    return this.#labs.get(this.#at) ?? null;
  }

  /** Where the run on the screen stops by itself, microseconds. */
  get stop(): number {
    const { lab } = this;
    return lab === null ? 0 : Math.min(lab.holdAt ?? Infinity, lab.until);
  }

  readonly moments: readonly Moment[] = $derived.by(() => {
    const { lab } = this;
    if (lab === null || !lab.ready) return [];
    return momentsOf(lab.curtain ? covered(lab.film.marks) : lab.film.marks, lab.columns, this.stop);
  });

  /** The cue with this place in a step; the step's first where there is none. */
  find(step: string | undefined, place: number): number {
    const inStep = this.cues.findIndex((cue) => cue.step === step);
    const exact = this.cues.findIndex((cue) => cue.step === step && cue.place === place);
    return Math.max(0, exact >= 0 ? exact : inStep);
  }

  /** Shows a cue. A run that was not there before begins to play; one that was stands where it was left. */
  show(at: number): void {
    const to = Math.min(this.cues.length - 1, Math.max(0, at));
    this.lab?.pause();
    this.pointed = null;
    this.#at = to;
    this.#labs.forEach((lab, key) => {
      if (Math.abs(key - to) <= 2) return;
      lab.close();
      this.#labs.delete(key);
    });
    const { cue } = this;
    if (cue.kind === 'run' && !this.#labs.has(to)) this.#begin(to, cue);
  }

  #begin(at: number, cue: RunCue): void {
    const { lesson, setups, client, frames } = this.#options;
    const setup = setups[cue.lab.id];
    if (setup === undefined) return;
    const { id, panels, alt } = cue.lab;
    const start = labStart(lesson, cue.lab);
    const key = { ...start, settings: { ...start.settings, ...cue.settings } };
    const holdAt = cue.holdAt ?? undefined;
    const lab = new LabState({ id, client, setup, start: key, panels, alt, holdAt, curtain: cue.covered, frames });
    const length = holdAt ?? setup.until / 1_000_000;
    lab.speed = SPEEDS.find((speed) => length / speed <= PATIENCE) ?? 1000;
    this.#labs.set(at, lab);
    lab.restore(key, { at: 0 }, () => {
      if (this.#at === at && !this.frozen && !this.blank) lab.play();
    });
  }

  /** On: to the next moment of the run, to its end, to the next cue. */
  on(): void {
    const { lab, stop } = this;
    if (lab === null || !lab.ready || lab.at >= stop) return this.show(this.#at + 1);
    this.#toMoment(this.moments.find(({ ordinal }) => ordinal > lab.ordinal) ?? stop);
  }

  /** Back: to the moment before, to the start of the run, to the cue before. */
  before(): void {
    const { lab } = this;
    if (lab === null || !lab.ready || lab.at === 0) return this.show(this.#at - 1);
    this.#toMoment(this.moments.findLast(({ ordinal }) => ordinal < lab.ordinal) ?? 0);
  }

  /** To a moment by its number, from 1. */
  goTo(number: number): void {
    const moment = this.moments[number - 1];
    if (moment !== undefined) this.#toMoment(moment);
  }

  #toMoment(to: Moment | number): void {
    const { lab } = this;
    lab?.pause();
    if (typeof to === 'number') lab?.seek(to);
    else lab?.goTo(to.row);
  }

  freeze(): void {
    this.frozen = !this.frozen;
    if (this.frozen) this.lab?.pause();
  }

  blackout(): void {
    this.blank = !this.blank;
    if (this.blank) this.lab?.pause();
  }

  /** Points at whom the charts are about, or no longer at anybody. */
  togglePoint(): void {
    this.pointed = this.pointed === null && this.lab !== null ? this.lab.look[1] : null;
  }

  /** Points at a node, and the charts are about it from then on. */
  point(node: number): void {
    const { lab } = this;
    if (lab === null) return;
    const [from, to] = lab.look;
    if (node !== to) lab.look = [node === from ? to : from, node];
    this.pointed = node;
  }

  /** To the next node, or to the one before. */
  pointOn(by: 1 | -1): void {
    const count = this.lab?.setup.nodes.length ?? 0;
    if (this.pointed !== null && count > 0) this.point((this.pointed + by + count) % count);
  }

  /** What is so now, in one sentence: the last thing that happened, or what this card is about. */
  get says(): { readonly words: string; readonly at: number | null } {
    const { cue, lab } = this;
    if (cue.kind === 'title') return { words: this.#options.lesson.title, at: null };
    if (cue.kind === 'ask') return { words: `${cue.title}: a question`, at: null };
    if (lab === null || cue.kind !== 'run') return { words: cue.title, at: null };
    const mark = lab.marks.findLast((one) => (lab.columns.ordinal[one.row] ?? 0) <= lab.ordinal);
    if (!lab.ended) return { words: mark?.says ?? cue.title, at: mark?.at ?? null };
    return {
      words: summary({ setup: lab.setup, moment: lab.moment, curtain: lab.curtain, observer: null }, lab.at),
      at: null,
    };
  }

  close(): void {
    this.#labs.forEach((lab) => lab.close());
    this.#labs.clear();
  }
}
