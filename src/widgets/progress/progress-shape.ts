// What is kept of a learner's work, its schema, and how two copies of it become one. Everything that a lesson asks
// is kept with the moment at which it was answered, so that merging does not depend on which tab wrote last: an
// early prediction stays the prediction, a pass stays a pass, the better score stays. What cannot be read is never
// thrown away: `salvage` takes every lesson that is whole and names the rest.

import * as v from 'valibot';
import type { Problem, RunKey } from '../../worker/api.ts';
import { besideShape, LATEST, readKey } from '../lab/key-shape.ts';
import type { BesideKept } from '../lab/pairing.ts';

export type Confidence = 'sure' | 'think-so' | 'guess';

export type PredictionKept = {
  /** The option's label, or the number. */
  readonly answer: string | number;
  readonly confidence: Confidence;
  readonly right: boolean;
  /** What the learner said to have seen. */
  readonly report: string | null;
  readonly when: number;
};

export type ExerciseKept = {
  readonly version: number;
  readonly passed: boolean;
  readonly score: number | null;
  readonly less: boolean;
  readonly checks: number;
  /** How often the learner foresaw the verdict. */
  readonly foreseen: number;
  readonly sentence: string;
  readonly when: number;
};

export type LessonKept = {
  readonly steps: readonly string[];
  readonly predictions: { readonly [id: string]: PredictionKept };
  readonly exercises: { readonly [id: string]: ExerciseKept };
  readonly done: boolean;
};

export type LabKept = {
  readonly key: RunKey;
  readonly at: number;
  readonly when: number;
  /** The run that it was compared with. */
  readonly beside?: BesideKept;
};

export type Kept = {
  readonly version: 1;
  readonly lessons: { readonly [id: string]: LessonKept };
  readonly labs: { readonly [id: string]: LabKept };
};

export const NOTHING: Kept = { version: 1, lessons: {}, labs: {} };
export const NO_LESSON: LessonKept = { steps: [], predictions: {}, exercises: {}, done: false };

const id = v.pipe(v.string('must be a name'), v.maxLength(80, 'must be at most 80 characters'));
const finite = v.custom<number>((x) => typeof x === 'number' && Number.isFinite(x), 'must be a number');
const tally = v.custom<number>((x) => Number.isInteger(x) && (x as number) >= 0, 'must be a whole number, 0 or more');
const flag = v.boolean('must be true or false');
const text = v.pipe(v.string('must be text'), v.maxLength(4000, 'must be at most 4000 characters'));

const lesson = v.object(
  {
    steps: v.pipe(v.array(id, 'must be a list of steps'), v.maxLength(100, 'must be at most 100 steps')),
    predictions: v.record(
      id,
      v.object({
        answer: v.union([text, finite], 'must be a label or a number'),
        confidence: v.picklist(['sure', 'think-so', 'guess'], 'must be sure, think-so or guess'),
        right: flag,
        report: v.nullable(text),
        when: finite,
      }),
      'must be an object of predictions',
    ),
    exercises: v.record(
      id,
      v.object({
        version: tally,
        passed: flag,
        score: v.nullable(finite),
        less: flag,
        checks: tally,
        foreseen: tally,
        sentence: text,
        when: finite,
      }),
      'must be an object of exercises',
    ),
    done: flag,
  },
  'must be what is kept of a lesson',
);

const outer = v.object(
  {
    version: v.literal(1, 'is of a format that this page does not know'),
    lessons: v.record(id, v.unknown(), 'must be an object of lessons'),
    labs: v.record(id, v.unknown(), 'must be an object of labs'),
  },
  'must be an object',
);

const lab = v.object({
  key: v.unknown(),
  at: v.custom<number>((x) => Number.isInteger(x) && (x as number) >= 0 && (x as number) <= LATEST, 'must be a time'),
  when: finite,
  beside: v.optional(besideShape),
});

function named(prefix: string, issues: readonly v.BaseIssue<unknown>[]): Problem {
  const issue = issues[0];
  const path = issue === undefined ? null : v.getDotPath(issue);
  const missing = issue?.received === 'undefined';
  const field = [prefix, path].filter((part) => part !== null && part !== '').join('.');
  return { field: field || 'progress', says: missing ? 'is missing' : (issue?.message ?? 'is not readable') };
}

/** All that can be read of what was kept, and a problem for each part that cannot. */
export function salvage(raw: unknown): { readonly kept: Kept; readonly problems: readonly Problem[] } {
  const whole = v.safeParse(outer, raw);
  if (!whole.success) return { kept: NOTHING, problems: [named('', whole.issues)] };
  const problems: Problem[] = [];
  const lessons: Record<string, LessonKept> = {};
  const labs: Record<string, LabKept> = {};
  for (const [name, value] of Object.entries(whole.output.lessons)) {
    const read = v.safeParse(lesson, value);
    if (read.success) lessons[name] = read.output;
    else problems.push(named(`lessons.${name}`, read.issues));
  }
  for (const [name, value] of Object.entries(whole.output.labs)) {
    const read = v.safeParse(lab, value);
    if (!read.success) {
      problems.push(named(`labs.${name}`, read.issues));
      continue;
    }
    const key = readKey(read.output.key);
    const { at, when, beside } = read.output;
    if (key.ok)
      labs[name] = { key: key.value, at, when, ...(beside === undefined ? {} : { beside: beside as BesideKept }) };
    else problems.push(...key.problems.slice(0, 1).map((p) => ({ ...p, field: `labs.${name}.key.${p.field}` })));
  }
  return { kept: { version: 1, lessons, labs }, problems };
}

function both<T>(
  a: { readonly [id: string]: T },
  b: { readonly [id: string]: T },
  one: (a: T, b: T) => T,
): { readonly [id: string]: T } {
  const out: Record<string, T> = { ...a };
  for (const [name, theirs] of Object.entries(b)) {
    const ours = out[name];
    out[name] = ours === undefined ? theirs : one(ours, theirs);
  }
  return out;
}

function prediction(a: PredictionKept, b: PredictionKept): PredictionKept {
  const first = a.when <= b.when ? a : b;
  return { ...first, report: first.report ?? a.report ?? b.report };
}

/** The better of two scores; any score is better than none. */
export function better(a: number | null, b: number | null, less: boolean): number | null {
  if (a === null || b === null) return a ?? b;
  return less ? Math.min(a, b) : Math.max(a, b);
}

function exercise(a: ExerciseKept, b: ExerciseKept): ExerciseKept {
  if (a.version !== b.version) return a.version > b.version ? a : b;
  const late = a.when >= b.when ? a : b;
  return {
    ...late,
    passed: a.passed || b.passed,
    score: better(a.score, b.score, late.less),
    checks: Math.max(a.checks, b.checks),
    foreseen: Math.max(a.foreseen, b.foreseen),
    sentence: late.sentence || a.sentence || b.sentence,
  };
}

/** Two copies of one person's progress. Order does not matter, and merging twice changes nothing. */
export function merged(a: Kept, b: Kept): Kept {
  return {
    version: 1,
    lessons: both(a.lessons, b.lessons, (x, y) => ({
      steps: [...new Set([...x.steps, ...y.steps])].sort(),
      predictions: both(x.predictions, y.predictions, prediction),
      exercises: both(x.exercises, y.exercises, exercise),
      done: x.done || y.done,
    })),
    labs: both(a.labs, b.labs, (x, y) => (x.when >= y.when ? x : y)),
  };
}
