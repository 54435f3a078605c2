// An exercise while somebody works on it: what they foresee, the check over its seeds with its progress, the
// verdict, the worst run, hints, the solution. A check judges the settings (or the script) that were on the stage
// when it began; once those change the verdict is shown as an older one, never as today's.

import type { Lesson } from '../../content/blocks.ts';
import type { GoalVerdict, LabClient, QosReading, RunKey, SeedSample, Verdict } from '../../worker/api.ts';
import { say } from '../../worker/reading.ts';
import { sameKey } from '../lab/edits.ts';
import { answerKey, checkSeeds, keyUnder, solutionKey, unchecked, worstRun } from './exercise.ts';
import type { OnRuns } from './exercise.ts';
import type { Unit } from './goal-words.ts';
import type { LabState } from '../lab/lab.svelte.ts';
import { watch } from '../lab/watch.ts';
import type { Confidence } from '../progress/progress-shape.ts';
import type { Progress } from '../progress/progress.svelte.ts';

export type Foresight = {
  readonly passes: boolean;
  readonly confidence: Confidence;
  /** What the first goal's value will be, if the learner said. */
  readonly value: number | null;
};

/** A run to watch, and the goal whose circumstances it was run in. */
export type Watchable = NonNullable<GoalVerdict['worst']> & { readonly goal: string };

export class TaskState {
  readonly exercise: OnRuns;
  readonly lab: LabState;
  readonly #lesson: Pick<Lesson, 'id' | 'scenarios'>;
  readonly #progress: Progress;

  /** Measures of the run on the stage, for the live meters, and the unit of each. */
  live = $state.raw<readonly QosReading[]>([]);
  checking = $state(false);
  samples = $state.raw<readonly SeedSample[]>([]);
  total = $state(0);
  verdict = $state.raw<Verdict | null>(null);
  /** What the verdict is about. */
  judged = $state.raw<RunKey | null>(null);
  foresight = $state.raw<Foresight | null>(null);
  /** What the worst run shows, as a sentence of its log. */
  worst = $state.raw<(Watchable & { readonly says: string }) | null>(null);
  problem = $state<string | null>(null);
  hints = $state(0);
  solved = $state(false);
  /** The smallest script that still does it. */
  smallest = $state<string | null>(null);

  #abort: AbortController | null = null;

  constructor(exercise: OnRuns, lab: LabState, lesson: Pick<Lesson, 'id' | 'scenarios'>, progress: Progress) {
    this.exercise = exercise;
    this.lab = lab;
    this.#lesson = lesson;
    this.#progress = progress;
  }

  get kept() {
    return this.#progress.exercise(this.#lesson.id, this.exercise.id);
  }

  /** The settings or the script have changed since the verdict. */
  get stale(): boolean {
    return this.judged !== null && !sameKey(this.judged, answerKey(this.exercise, this.#answer));
  }

  /** What is on the stage, without the seed: that is the check's own affair. */
  get #answer(): RunKey {
    return { ...this.lab.key, seed: this.lab.start.seed };
  }

  /** Why it cannot be checked as it stands, or null. */
  get refused(): string | null {
    return unchecked(this.exercise, this.lab.key.actions, this.lab.setup);
  }

  unitOf(goal: string): Unit {
    const place = this.exercise.goals.findIndex((one) => one.id === goal);
    return this.live[place]?.unit ?? 'count';
  }

  /** Reads the meters of the run on the stage; those of a goal with circumstances of its own, of that run in them. */
  async meter(): Promise<void> {
    const { run } = this.lab;
    if (run === null) return;
    try {
      const lab = await this.lab.client();
      const plain = { ...answerKey(this.exercise, run.key), actions: run.key.actions };
      const asked = this.exercise.goals.map(({ id, measure, args }) =>
        lab.measure(keyUnder(this.exercise, plain, id), [{ id: measure, args }]),
      );
      const read = (await Promise.all(asked)).flat();
      if (this.lab.run === run) this.live = read;
    } catch {
      this.live = [];
    }
  }

  /** `foresight`: null where nobody was asked what they expect. */
  async check(foresight: Foresight | null): Promise<void> {
    this.cancel();
    const abort = new AbortController();
    this.#abort = abort;
    const key = answerKey(this.exercise, this.#answer);
    this.lab.pause();
    Object.assign(this, { checking: true, samples: [], verdict: null, worst: null, problem: null, smallest: null });
    this.foresight = foresight;
    this.judged = key;
    const { seeds, more } = checkSeeds(this.exercise);
    this.total = seeds.length;
    const { goals, score } = this.exercise;
    const ask = { key, goals, seeds, more, ...(score === undefined ? {} : { score }) };
    try {
      const lab = await this.lab.client();
      const progress = (samples: readonly SeedSample[], total: number): void => {
        if (this.#abort === abort) Object.assign(this, { samples: [...samples], total });
      };
      const verdict = await lab.gradeAll(ask, progress, abort.signal);
      if (this.#abort !== abort) return;
      this.checking = false;
      this.#decided(verdict, foresight);
      await this.#explain(lab, key, verdict, seeds);
    } catch (error) {
      if (this.#abort !== abort || abort.signal.aborted) return;
      this.judged = null;
      this.problem = `The check stopped: ${error instanceof Error ? error.message : String(error)}. Check again.`;
    } finally {
      if (this.#abort === abort) this.checking = false;
    }
  }

  cancel(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.checking = false;
    if (this.verdict === null) this.judged = null;
  }

  #decided(verdict: Verdict, foresight: Foresight | null): void {
    this.verdict = verdict;
    const passed = verdict.word === 'passed';
    this.#progress.checked(this.#lesson.id, this.exercise.id, {
      version: this.exercise.version,
      passed,
      score: verdict.score,
      less: this.exercise.score?.less ?? true,
      foreseen: foresight?.passes === passed,
    });
  }

  /** What happened in the worst run; and for a script that works, what of it was needed. */
  async #explain(lab: LabClient, key: RunKey, verdict: Verdict, seeds: readonly string[]): Promise<void> {
    const worst = worstRun(verdict);
    if (worst !== null) {
      const run = await lab.run({ ...keyUnder(this.exercise, key, worst.goal), seed: worst.seed });
      const script = { columns: run.columns, words: run.words, nodes: run.setup.nodes.map((node) => node.id) };
      const known = worst.row >= 0 && worst.row < run.columns.length;
      const says = known ? say(script, worst.row).says : '';
      if (this.verdict === verdict) this.worst = { ...worst, says };
    }
    if (this.exercise.kind !== 'break' || verdict.word !== 'passed') return;
    const { goals } = this.exercise;
    const shrunk = await lab.shrink({ key, goals, seeds: seeds.slice(0, 20) });
    if (this.verdict === verdict) this.smallest = shrunk.says;
  }

  /** Loads a run of the check, stopped where its fate was decided. */
  watch(run: Watchable): void {
    const key = this.judged ?? answerKey(this.exercise, this.lab.key);
    watch(this.lab, { ...keyUnder(this.exercise, key, run.goal), seed: run.seed }, run.at);
  }

  /** Replays any seed of the check, from the strip of a goal. */
  replay(seed: string, goal: string): void {
    const sample = this.samples.find((one) => one.seed === seed);
    const at = sample?.goals.find((one) => one.goal === goal)?.at ?? 0;
    this.watch({ seed, at, value: null, row: -1, goal });
  }

  /** Did this goal decide the verdict: missed or untested where one is; any, where all passed or nothing is known? */
  decided(goal: string): boolean {
    const word = this.verdict?.goals.find((one) => one.goal === goal)?.word;
    return word === undefined || this.verdict?.word === 'passed' || word !== 'passed';
  }

  hint(): void {
    this.hints = Math.min(this.exercise.hints.length, this.hints + 1);
  }

  showSolution(): void {
    this.solved = true;
    this.lab.show(solutionKey(this.#lesson, this.exercise), 0);
  }

  explain(sentence: string): void {
    this.#progress.explained(this.#lesson.id, this.exercise.id, sentence);
  }
}
