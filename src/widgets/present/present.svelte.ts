// A presentation under way: which cue is on the screen, the runs that the cues show, and what a presenter may do with
// both. Nothing here touches what the browser remembers of a learner: every run is a lab of its own that nobody keeps,
// and no question locks it.

import { SvelteMap } from 'svelte/reactivity';
import { comparisonOf } from '../compare/compare.ts';
import type { Comparison } from '../compare/compare.svelte.ts';
import { covered } from '../lab/curtain.ts';
import { worstRun } from '../tasks/exercise.ts';
import type { LabState } from '../lab/lab.svelte.ts';
import { panelsOf } from './present-panels.ts';
import { askedOf, nobodys, tell } from './present-asked.ts';
import type { Asked } from './present-asked.ts';
import { labOfCue } from './present-lab.ts';
import type { PresentOptions } from './present-lab.ts';
import { isAfter, isBefore, momentsOf, together } from './present-moments.ts';
import type { Moment } from './present-moments.ts';
import { saysOf } from './present-says.ts';
import type { Says } from './present-says.ts';
import { cuesOf, isOnStage } from './present.ts';
import type { Cue, RunCue, WorkCue } from './present.ts';
import type { Production } from '../../content/blocks.ts';
import type { Settings } from '../../worker/api.ts';
import { DiagnoseState } from '../tasks/diagnose.svelte.ts';
import { ReckonState } from '../tasks/reckon.svelte.ts';
import { TaskState } from '../tasks/task.svelte.ts';

export class PresentState {
  readonly cues: readonly Cue[];
  readonly #options: PresentOptions;
  readonly #labs = new SvelteMap<number, LabState>();
  readonly #tasks = new SvelteMap<number, TaskState>();
  /** What is asked without runs: stays as it was answered while the presentation lasts. */
  readonly #asked = new SvelteMap<number, Asked>();
  readonly #nobodys = nobodys();
  #at = $state(0);
  /** Nothing is shown. */
  blank = $state(false);
  /** Nothing moves, and nothing but the key that froze it counts. */
  frozen = $state(false);
  /** The node that the presenter points at; while there is one, a press on another points at that. */
  pointed = $state<number | null>(null);
  notes = $state(false);

  constructor(options: PresentOptions) {
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
    return this.#labs.get(this.#at) ?? this.diagnosis?.lab ?? null;
  }

  /** The exercise on the screen, if this cue is one. */
  get task(): TaskState | null {
    return this.#tasks.get(this.#at) ?? null;
  }

  /** The recorded run on the screen and what is asked about it, if this cue is one. */
  get diagnosis(): DiagnoseState | null {
    const one = this.#asked.get(this.#at);
    return one instanceof DiagnoseState ? one : null;
  }

  /** The number to reckon on the screen, if this cue is one. */
  get reckoning(): ReckonState | null {
    const one = this.#asked.get(this.#at);
    return one instanceof ReckonState ? one : null;
  }

  /** The run on the screen and the one beside it, once that has been loaded. */
  get both(): Comparison | null {
    return this.lab === null ? null : comparisonOf(this.lab);
  }

  /** Where the run on the screen stops by itself, microseconds. */
  get stop(): number {
    const { lab } = this;
    return lab === null ? 0 : Math.min(lab.holdAt ?? Infinity, lab.endsAt ?? Infinity, lab.until);
  }

  readonly moments: readonly Moment[] = $derived.by(() => {
    const { lab } = this;
    if (lab === null || !lab.ready) return [];
    const of = (one: LabState): readonly Moment[] =>
      momentsOf(one.curtain ? covered(one.film.marks) : one.film.marks, one.columns, this.stop);
    const { both } = this;
    return both === null || !both.other.ready ? of(lab) : together(of(lab), of(both.other), both.names);
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
      this.#tasks.get(key)?.cancel();
      this.#tasks.delete(key);
      lab.close();
      this.#labs.delete(key);
    });
    const { cue } = this;
    if ((cue.kind === 'run' || cue.kind === 'work') && !this.#labs.has(to)) this.#begin(to, cue);
    if ((cue.kind === 'case' || cue.kind === 'reckon') && !this.#asked.has(to))
      this.#asked.set(to, askedOf(cue, this.#options));
  }

  #begin(at: number, cue: RunCue | WorkCue): void {
    const begun = labOfCue(cue, this.#options);
    if (begun === null) return;
    const { lab, key } = begun;
    this.#labs.set(at, lab);
    if (cue.kind === 'work') this.#tasks.set(at, new TaskState(cue.exercise, lab, this.#options.lesson, this.#nobodys));
    lab.restore(key, { at: 0 }, () => {
      if (this.#at === at && !this.frozen && !this.blank) lab.play();
    });
  }

  /** On: to the next moment of the run, to its end, to the answer that nobody has given, to the next cue. */
  on(): void {
    const { lab, stop } = this;
    if (lab === null || !lab.ready || lab.at >= stop) {
      const asked = this.#asked.get(this.#at);
      if (asked === undefined || !tell(asked)) this.show(this.#at + 1);
      return;
    }
    this.#toMoment(this.moments.find((one) => isAfter(one, lab)) ?? stop);
  }

  /** Back: to the moment before, to the start of the run, to the cue before. */
  before(): void {
    const { lab } = this;
    if (lab === null || !lab.ready || lab.at === 0) return this.show(this.#at - 1);
    this.#toMoment(this.moments.findLast((one) => isBefore(one, lab)) ?? 0);
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
    else if (to.row === null) lab?.seek(to.at);
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

  /** To the next instrument, and round. */
  nextPanel(): void {
    const { lab, cue } = this;
    if (lab === null || !isOnStage(cue)) return;
    const tabs = panelsOf(lab, cue);
    const here = tabs.findIndex(({ id }) => id === lab.panel);
    lab.panel = tabs[(Math.max(0, here) + 1) % tabs.length]?.id ?? lab.panel;
  }

  /** What is written into the configurations of a block. */
  values(block: Production): Settings {
    return this.#options.values(block);
  }

  /** Judges the exercise on the screen as it is set now. Nobody is asked what they expect: the class has said so. */
  check(): void {
    const { task, lab, reckoning } = this;
    if (reckoning !== null) void reckoning.check();
    if (task === null || lab === null || task.checking || task.refused !== null) return;
    lab.panel = 'task';
    void task.check(null);
  }

  watchWorst(): void {
    const { task } = this;
    const worst = task?.verdict == null ? null : worstRun(task.verdict);
    if (task !== null && worst !== null) task.watch(worst);
  }

  /** What is so now, in one sentence: the last thing that happened, or what this card is about. */
  get says(): Says {
    const { cue, lab } = this;
    if (cue.kind === 'title') return { words: this.#options.lesson.title, at: null };
    if (cue.kind === 'ask') return { words: `A question: ${cue.title}`, at: null };
    if (cue.kind === 'case' || cue.kind === 'reckon')
      return { words: `${cue.number} of ${cue.of}: ${cue.exercise.title}`, at: null };
    if (lab === null) return { words: cue.title, at: null };
    return saysOf(lab, this.both, cue.kind === 'work' ? cue.exercise.title : cue.title);
  }

  close(): void {
    this.#tasks.forEach((task) => task.cancel());
    this.#tasks.clear();
    this.#labs.forEach((lab) => lab.close());
    this.#labs.clear();
    this.#asked.forEach((one) => one instanceof DiagnoseState && one.close());
    this.#asked.clear();
  }
}
