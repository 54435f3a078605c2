// What a lab shows at this moment: a run, or the first frame until there is one, and what of it may be looked at.
// Views read from here and from nowhere else. Nothing in it changes a run; lab.svelte.ts does.

import { untrack } from 'svelte';
import type { Snippet } from 'svelte';
import type { Columns, FaultMenu, Film, Knob, Mark, Run, Setup } from '../../worker/api.ts';
import { countUpTo, epochAt, epochs, momentAt } from '../../views/at.ts';
import type { Moment } from '../../views/at.ts';
import { covered } from './curtain.ts';
import { firstFilm, NO_ROWS } from './first-frame.ts';
import { screen } from './lab-options.ts';
import type { LabOptions, Notice } from './lab-options.ts';
import { Player } from './player.svelte.ts';

/** A prediction: the run waits for its answer. Once it has been told, the next one may ask. */
export type Question = { readonly id: string; readonly answered: boolean; readonly told: boolean };

const FIRST = 'Say first what you expect; then the run may play.';

export abstract class ShownRun extends Player {
  readonly options: LabOptions;
  run = $state.raw<Run | null>(null);
  notice = $state.raw<Notice | null>(null);
  /** What was asked about this run, in the order of the page. */
  #questions = $state.raw<readonly Question[]>([]);
  /** The record is shown up to here, microseconds, and no further. */
  endsAt = $state<number | null>(null);
  /** The curtain stays until the learner has said what was to be seen. */
  sealed = $state(false);
  panel = $state('');
  /** What an exercise shows within the stage where the two do not fit beside each other. */
  folded = $state.raw<Snippet | null>(null);
  /** Rows that are lit up because somebody asked why. */
  lit = $state.raw<readonly number[]>([]);

  #curtain = $state(false);
  #look = $state.raw<readonly [number, number]>([0, 1]);
  readonly #first: Film;
  // Nearly every frame lies between two changes. What is derived through a number is worked out anew only when that
  // number changes, and not each time the cursor moves.
  readonly #markTimes = $derived(Float64Array.from(this.film.marks, (mark) => mark.at));
  readonly #known = $derived(countUpTo(this.#markTimes, this.seen));
  readonly #marks = $derived.by(() => {
    const seen = this.film.marks.slice(0, this.#known);
    return this.curtain ? covered(seen) : seen;
  });
  readonly #epochs = $derived(epochs(this.film));
  readonly #epoch = $derived(epochAt(this.#epochs, this.at));
  /** How everything but the messages stands at the cursor. */
  readonly moment: Moment = $derived(momentAt(this.film, this.#epochs[this.#epoch - 1] ?? 0));

  constructor(options: LabOptions) {
    super(options.frames ?? screen, options.holdAt === undefined ? null : Math.round(options.holdAt * 1_000_000));
    this.options = options;
    this.#first = firstFilm(options.setup);
    this.#look = options.setup.look;
    this.#curtain = options.curtain ?? false;
    this.panel = this.panels[0] ?? 'log';
  }

  /** What processes really do is hidden. */
  get curtain(): boolean {
    return this.#curtain;
  }

  /** Who looks, and at whom. */
  get look(): readonly [number, number] {
    return this.#look;
  }

  set look(pair: readonly [number, number]) {
    this.#look = pair;
  }

  get setup(): Setup {
    return this.run?.setup ?? this.options.setup;
  }

  get film(): Film {
    return this.run?.film ?? this.#first;
  }

  override get columns(): Columns {
    return this.run?.columns ?? NO_ROWS;
  }

  get words(): readonly string[] {
    return this.run?.words ?? [];
  }

  /** Ids by node index. */
  get nodes(): readonly string[] {
    return this.setup.nodes.map((node) => node.id);
  }

  override get ready(): boolean {
    return this.run !== null;
  }

  /** The end of the run, microseconds. */
  get until(): number {
    return this.film.until;
  }

  override get limit(): number {
    const end = Math.min(this.until, this.endsAt ?? Infinity);
    return this.locked === null ? end : Math.min(end, this.seen);
  }

  get ended(): boolean {
    return this.ready && this.at >= Math.min(this.until, this.endsAt ?? Infinity);
  }

  /** Only marks that were seen: what has not run yet is told to nobody. */
  override get marks(): readonly Mark[] {
    return this.#marks;
  }

  get knobs(): readonly Knob[] {
    const { knobs } = this.options;
    return knobs === undefined ? this.setup.knobs : this.setup.knobs.filter((knob) => knobs.includes(knob.id));
  }

  get faults(): readonly FaultMenu[] {
    const { may } = this.options;
    return may === undefined ? this.setup.faults : this.setup.faults.filter((fault) => may.includes(fault.id));
  }

  get panels(): readonly string[] {
    return this.options.panels ?? this.options.setup.panels;
  }

  /** The fingerprint up to the cursor, for a link. */
  get print(): string {
    const { row } = this;
    return (row < 0 ? 0 : (this.columns.print[row] ?? 0)).toString(16).padStart(8, '0');
  }

  /** Why the run may not play on, or null: the first question that is open has no answer. */
  get locked(): string | null {
    const open = this.#questions.find((question) => !question.told);
    return open === undefined || open.answered ? null : FIRST;
  }

  /** A question of the page, or what became of it. */
  asks(question: Question): void {
    const before = untrack(() => this.#questions);
    const known = before.find((one) => one.id === question.id);
    if (known?.answered === question.answered && known.told === question.told) return;
    this.#questions = known ? before.map((one) => (one === known ? question : one)) : [...before, question];
  }

  /** Takes back what was said in passing. */
  quiet(): void {
    if (this.notice?.kind === 'note') this.notice = null;
  }

  /** The curtain opens: the truth may be seen. */
  reveal(): void {
    this.sealed = false;
    this.#curtain = false;
  }

  say(kind: Notice['kind'], title: string, says: string): void {
    this.notice = { kind, title, says };
  }

  protected override refuses(): boolean {
    if (this.locked === null) return false;
    this.say('note', 'Not yet', this.locked);
    return true;
  }
}
