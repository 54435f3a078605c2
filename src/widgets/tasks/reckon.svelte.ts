// Numbers to reckon, under way: a round is every question on one seed, answered together and checked once. A check
// tells the answers, and so does the solution: either closes the round and counts, and the next one has other figures,
// also after a reload. What was typed and not yet checked is not kept.

import type { Lesson, Reckon } from '../../content/blocks.ts';
import type { Drawn, LabClient, ReckonMark } from '../../worker/api.ts';
import type { Progress } from '../progress/progress.svelte.ts';
import { readNumber } from './reckon.ts';

export class ReckonState {
  readonly exercise: Reckon;
  readonly #lesson: Pick<Lesson, 'id'>;
  readonly #progress: Progress;
  readonly #client: () => Promise<LabClient>;

  round = $state(1);
  /** This round's figures; none until they are drawn. */
  drawn = $state.raw<readonly Drawn[]>([]);
  /** What stands in the fields. */
  typed = $state<string[]>([]);
  /** The first field without a number in it, once a check was asked for. */
  missing = $state<number | null>(null);
  mark = $state.raw<ReckonMark | null>(null);
  /** The answers were asked for, not given. */
  solved = $state(false);
  hints = $state(0);
  problem = $state<string | null>(null);
  #busy = false;

  constructor(exercise: Reckon, lesson: Pick<Lesson, 'id'>, progress: Progress, client: () => Promise<LabClient>) {
    this.exercise = exercise;
    this.#lesson = lesson;
    this.#progress = progress;
    this.#client = client;
    this.round = (this.kept?.checks ?? 0) + 1;
    this.typed = exercise.questions.map(() => '');
  }

  get kept() {
    const kept = this.#progress.exercise(this.#lesson.id, this.exercise.id);
    return kept?.version === this.exercise.version ? kept : null;
  }

  get seed(): string {
    return `${this.exercise.id}/${this.round}`;
  }

  get passed(): boolean {
    return this.mark?.word === 'passed';
  }

  /** Draws this round's figures. */
  async open(): Promise<void> {
    const { seed } = this;
    this.problem = null;
    try {
      const drawn = await (await this.#client()).reckon(this.exercise.questions, seed);
      if (this.seed === seed) this.drawn = drawn;
    } catch (error) {
      this.problem = `The figures could not be drawn: ${words(error)}.`;
    }
  }

  type(place: number, text: string): void {
    this.typed[place] = text;
    if (this.missing === place) this.missing = null;
  }

  async check(): Promise<void> {
    const answers = this.exercise.questions.map(({ unit }, i) => readNumber(this.typed[i] ?? '', unit));
    const missing = answers.indexOf(null);
    this.missing = missing < 0 ? null : missing;
    if (missing < 0) await this.#close(answers);
  }

  /** Tells the answers: this round is over then. */
  async solve(): Promise<void> {
    await this.#close(this.exercise.questions.map(() => null));
    this.solved = this.mark !== null;
  }

  async #close(answers: readonly (number | null)[]): Promise<void> {
    if (this.#busy || this.mark !== null || this.drawn.length === 0) return;
    this.#busy = true;
    this.problem = null;
    try {
      this.mark = await (await this.#client()).markReckon(this.exercise.questions, this.seed, answers);
      this.missing = null;
      this.#keep(this.mark);
    } catch (error) {
      this.problem = `The answers could not be judged: ${words(error)}. Try again.`;
    } finally {
      this.#busy = false;
    }
  }

  #keep(mark: ReckonMark): void {
    this.#progress.checked(this.#lesson.id, this.exercise.id, {
      version: this.exercise.version,
      passed: mark.word === 'passed',
      score: mark.questions.filter(({ right }) => right === true).length,
      less: false,
      foreseen: false,
    });
  }

  /** The same questions with other figures. */
  async again(): Promise<void> {
    this.round += 1;
    Object.assign(this, { drawn: [], mark: null, solved: false, missing: null });
    this.typed = this.exercise.questions.map(() => '');
    await this.open();
  }

  hint(): void {
    this.hints = Math.min(this.exercise.hints.length, this.hints + 1);
  }
}

function words(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
