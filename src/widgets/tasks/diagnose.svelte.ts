// A diagnosis under way: case by case, each with its own run, a limited number of probes, one answer, and then the
// truth. Whether an answer is right is asked of the simulation; a sheet that misses brings new variants of the runs.

import type { Diagnose, Lesson } from '../../content/blocks.ts';
import type { DiagnoseAnswer, LabClient } from '../../worker/api.ts';
import { caseKey, orderOf } from './diagnose.ts';
import { LabState } from '../lab/lab.svelte.ts';
import { ping } from '../lab/probe.ts';
import type { Probe } from '../lab/probe.ts';
import type { Progress } from '../progress/progress.svelte.ts';

/** `given`: null where the truth was asked for, not answered. */
export type Told = { readonly right: boolean; readonly truth: DiagnoseAnswer; readonly given: DiagnoseAnswer | null };

export class DiagnoseState {
  readonly exercise: Diagnose;
  readonly #lesson: Pick<Lesson, 'id' | 'scenarios'>;
  readonly #progress: Progress;
  readonly #client: () => Promise<LabClient>;

  round = $state(1);
  /** Place in this round's order. */
  place = $state(0);
  lab = $state.raw<LabState | null>(null);
  told = $state.raw<readonly Told[]>([]);
  probes = $state.raw<readonly Probe[]>([]);
  asking = $state(false);
  problem = $state<string | null>(null);
  hints = $state(0);

  constructor(
    exercise: Diagnose,
    lesson: Pick<Lesson, 'id' | 'scenarios'>,
    progress: Progress,
    client: () => Promise<LabClient>,
  ) {
    this.exercise = exercise;
    this.#lesson = lesson;
    this.#progress = progress;
    this.#client = client;
    this.round = (progress.exercise(lesson.id, exercise.id)?.checks ?? 0) + 1;
  }

  get kept() {
    return this.#progress.exercise(this.#lesson.id, this.exercise.id);
  }

  /** The case at hand. */
  get index(): number {
    return orderOf(this.exercise.cases.length, this.round)[this.place] ?? 0;
  }

  get case_() {
    const one = this.exercise.cases[this.index];
    if (one === undefined) throw new Error(`no case ${this.index}`);
    return one;
  }

  /** What came of the case at hand, once it has been answered. */
  get verdict(): Told | null {
    return this.told[this.place] ?? null;
  }

  get right(): number {
    return this.told.filter((one) => one.right).length;
  }

  get finished(): boolean {
    return this.told.length === this.exercise.cases.length;
  }

  get passed(): boolean {
    return this.finished && this.right >= this.exercise.pass;
  }

  get probesLeft(): number {
    return this.exercise.probes - this.probes.length;
  }

  /** Shows the case at hand: covered and stopped where its view ends, or open and whole. */
  async open(): Promise<void> {
    const { round, place } = this;
    const { freeze } = this.case_;
    this.problem = null;
    try {
      const key = caseKey(this.#lesson, this.exercise, this.index, round);
      const setup = await (await this.#client()).setup(key);
      if (this.round !== round || this.place !== place) return;
      this.lab?.close();
      const covered = this.exercise.asks === 'fault';
      const lab = new LabState({
        id: `${this.exercise.id}/case`,
        client: this.#client,
        start: key,
        setup,
        knobs: [],
        may: [],
        panels: covered ? ['log', 'lanes'] : ['lanes', 'space-time', 'log'],
        curtain: covered,
      });
      lab.sealed = covered;
      if (freeze !== undefined) lab.endsAt = Math.round(freeze * 1_000_000);
      lab.restore(key, { at: (freeze ?? setup.until / 1_000_000) * 1_000_000 });
      this.lab = lab;
      this.probes = [];
    } catch (error) {
      this.problem = `This run could not be loaded: ${error instanceof Error ? error.message : String(error)}.`;
    }
  }

  async ping(from: string, to: string): Promise<void> {
    const { lab } = this;
    if (lab === null || this.probesLeft <= 0 || this.asking || from === to) return;
    this.asking = true;
    try {
      const probe = await ping(await this.#client(), lab.start, { from, to, nodes: lab.nodes }, lab.at, lab.limit);
      if (this.lab === lab) this.probes = [...this.probes, probe];
    } catch (error) {
      this.problem = `The ping failed: ${error instanceof Error ? error.message : String(error)}. It was not counted.`;
    } finally {
      this.asking = false;
    }
  }

  /** `given`: null tells the truth without an answer. */
  async answer(given: DiagnoseAnswer | null): Promise<void> {
    const { lab } = this;
    if (lab === null || this.verdict !== null) return;
    try {
      const client = await this.#client();
      const truth = await client.truth(lab.start, this.exercise.asks, this.case_.freeze ?? null);
      const right = given !== null && (await client.sheet([truth], [given], 1)).right[0] === true;
      if (this.lab !== lab || this.verdict !== null) return;
      this.told = [...this.told, { truth, right, given }];
      lab.endsAt = null;
      lab.reveal();
      if (this.finished) this.#finish();
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      this.problem = `The answer could not be judged: ${why}. Try again.`;
    }
  }

  #finish(): void {
    this.#progress.checked(this.#lesson.id, this.exercise.id, {
      version: this.exercise.version,
      passed: this.passed,
      score: this.right,
      less: false,
      foreseen: false,
    });
  }

  next(): void {
    if (this.place + 1 >= this.exercise.cases.length) return;
    this.place += 1;
    void this.open();
  }

  /** All cases again, in new variants. */
  again(): void {
    this.round += 1;
    this.place = 0;
    this.told = [];
    void this.open();
  }

  hint(): void {
    this.hints = Math.min(this.exercise.hints.length, this.hints + 1);
  }

  close(): void {
    this.lab?.close();
  }
}
