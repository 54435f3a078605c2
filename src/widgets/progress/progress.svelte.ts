// What this browser remembers of a learner: steps seen, predictions with their confidence, exercises passed, and the
// last run of each lab. It never leaves the machine. Each write first reads what another tab may have written and
// merges; what cannot be read is put aside under another name, and the page says which field was wrong.

import type { Problem, RunKey } from '../../worker/api.ts';
import type { BesideKept } from '../lab/pairing.ts';
import { better, merged, NO_LESSON, NOTHING, salvage } from './progress-shape.ts';
import type { ExerciseKept, Kept, LabKept, LessonKept, PredictionKept } from './progress-shape.ts';
import { openStorage } from './storage.ts';
import type { Storage } from './storage.ts';

export const PROGRESS_NAME = 'fault-lab:progress';

/** One attempt at an exercise: what came of a check. */
export type Attempt = {
  readonly version: number;
  readonly passed: boolean;
  readonly score: number | null;
  readonly less: boolean;
  readonly foreseen: boolean;
};

export class Progress {
  kept = $state.raw<Kept>(NOTHING);
  problems = $state.raw<readonly Problem[]>([]);
  notice = $state.raw<string | null>(null);
  readonly #storage: Storage;
  readonly #now: () => number;
  /** The text last read or written, so that one broken text is put aside once. */
  #seen: string | null = null;

  constructor(storage: Storage = openStorage(), now: () => number = () => Date.now()) {
    this.#storage = storage;
    this.#now = now;
    this.#take(storage.read(PROGRESS_NAME));
    this.notice = storage.notice;
  }

  /** Follows other tabs until the returned function is called. */
  follow(): () => void {
    return this.#storage.onChange((name, text) => {
      if (name === PROGRESS_NAME) this.#take(text);
    });
  }

  lesson(id: string): LessonKept {
    return this.kept.lessons[id] ?? NO_LESSON;
  }

  prediction(lesson: string, id: string): PredictionKept | null {
    return this.lesson(lesson).predictions[id] ?? null;
  }

  exercise(lesson: string, id: string): ExerciseKept | null {
    return this.lesson(lesson).exercises[id] ?? null;
  }

  lab(id: string): LabKept | null {
    return this.kept.labs[id] ?? null;
  }

  sawStep(lesson: string, step: string): void {
    const kept = this.lesson(lesson);
    if (!kept.steps.includes(step)) this.#lesson(lesson, { ...kept, steps: [...kept.steps, step] });
  }

  finished(lesson: string): void {
    if (!this.lesson(lesson).done) this.#lesson(lesson, { ...this.lesson(lesson), done: true });
  }

  /** The first answer counts; asking again changes nothing. */
  predicted(lesson: string, id: string, answer: Omit<PredictionKept, 'when' | 'report'>): void {
    const kept = this.lesson(lesson);
    if (kept.predictions[id] !== undefined) return;
    const one = { ...answer, report: null, when: this.#now() };
    this.#lesson(lesson, { ...kept, predictions: { ...kept.predictions, [id]: one } });
  }

  reported(lesson: string, id: string, report: string): void {
    const kept = this.lesson(lesson);
    const one = kept.predictions[id];
    if (one === undefined) return;
    this.#lesson(lesson, { ...kept, predictions: { ...kept.predictions, [id]: { ...one, report } } });
  }

  checked(lesson: string, id: string, attempt: Attempt): void {
    const kept = this.lesson(lesson);
    const old = kept.exercises[id];
    const same = old !== undefined && old.version === attempt.version ? old : null;
    const one: ExerciseKept = {
      version: attempt.version,
      passed: (same?.passed ?? false) || attempt.passed,
      score: attempt.passed ? better(same?.score ?? null, attempt.score, attempt.less) : (same?.score ?? null),
      less: attempt.less,
      checks: (same?.checks ?? 0) + 1,
      foreseen: (same?.foreseen ?? 0) + (attempt.foreseen ? 1 : 0),
      sentence: same?.sentence ?? '',
      when: this.#now(),
    };
    this.#lesson(lesson, { ...kept, exercises: { ...kept.exercises, [id]: one } });
  }

  explained(lesson: string, id: string, sentence: string): void {
    const kept = this.lesson(lesson);
    const old = kept.exercises[id];
    if (old === undefined) return;
    const one = { ...old, sentence: sentence.slice(0, 4000), when: this.#now() };
    this.#lesson(lesson, { ...kept, exercises: { ...kept.exercises, [id]: one } });
  }

  ranLab(id: string, key: RunKey, at: number, beside?: BesideKept): void {
    const now = { key, at: Math.round(at), when: this.#now(), ...(beside === undefined ? {} : { beside }) };
    this.#save({ ...this.kept, labs: { ...this.kept.labs, [id]: now } });
  }

  /** Everything, as a file to keep or to move to another machine. */
  export(): string {
    return JSON.stringify(this.kept, null, 2);
  }

  /** Adds what a file holds. What is here already stays. */
  import(text: string): readonly Problem[] {
    const { kept, problems } = read(text);
    this.#save(merged(this.kept, kept));
    return problems;
  }

  #lesson(id: string, lesson: LessonKept): void {
    this.#save({ ...this.kept, lessons: { ...this.kept.lessons, [id]: lesson } });
  }

  #save(kept: Kept): void {
    const written = this.#storage.read(PROGRESS_NAME);
    this.kept = written === null || written === this.#seen ? kept : merged(kept, this.#read(written));
    const text = JSON.stringify(this.kept);
    this.#storage.write(PROGRESS_NAME, text);
    this.#seen = text;
    this.notice = this.#storage.notice;
  }

  #take(text: string | null): void {
    if (text === null || text === this.#seen) return;
    this.kept = merged(this.kept, this.#read(text));
    this.#seen = text;
  }

  #read(text: string): Kept {
    const { kept, problems } = read(text);
    if (problems.length === 0) return kept;
    this.#storage.write(`${PROGRESS_NAME}:aside-${this.#now()}`, text);
    this.problems = problems;
    return kept;
  }
}

function read(text: string): ReturnType<typeof salvage> {
  try {
    return salvage(JSON.parse(text));
  } catch {
    return { kept: NOTHING, problems: [{ field: 'progress', says: 'is not readable as data' }] };
  }
}
