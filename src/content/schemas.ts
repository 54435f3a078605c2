// What authors may write, as schemas: front matter, the fields of each block, claims, exercises. Types come from
// here and are then compared with blocks.ts, so the two cannot drift apart. Strings that learners read are still
// Markdown at this point. Unknown fields are mistakes: a misspelt one would be ignored in silence.

import * as v from 'valibot';
import type { Tolerance } from '../grading/reckon.ts';

const text = v.pipe(v.string(), v.trim(), v.nonEmpty('must not be empty'));
const id = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'must be lower-case letters, digits and hyphens'));
const number = v.pipe(v.number(), v.finite('must be finite'));
const count = v.pipe(number, v.integer('must be a whole number'), v.minValue(0, 'must not be negative'));
const scalar = v.union([number, v.boolean(), v.string()]);
const record = v.record(v.string(), scalar);
const seed = v.pipe(v.union([v.string(), v.number()]), v.transform(String), v.nonEmpty('must not be empty'));

/** Whole microseconds, or "10.4 s". */
const moment = v.union([
  v.pipe(
    v.number(),
    v.integer('must be whole microseconds, or a string such as "10.4 s"'),
    v.check((n) => n === 0 || n >= 1000, 'is under a millisecond: write seconds as "10.4 s"'),
  ),
  v.pipe(
    v.string(),
    v.regex(/^\d+(\.\d{1,6})? s$/, 'must look like "10.4 s"'),
    v.transform((s) => Math.round(Number.parseFloat(s) * 1e6)),
  ),
]);

const action = v.objectWithRest({ kind: id, on: text, at: moment, until: v.optional(moment) }, scalar);
const actions = v.array(action);
const option = v.strictObject({ label: text, right: v.boolean(), says: text });
const oneRight = v.pipe(
  v.array(option),
  v.minLength(2, 'must offer at least two'),
  v.check((all) => all.filter((o) => o.right).length === 1, 'must have exactly one right option'),
);

export const contents = v.array(id);
export const glossary = v.record(v.string(), text);

export const frontMatter = v.strictObject({
  title: text,
  question: text,
  part: text,
  minutes: v.strictObject({ core: count, all: count }),
  needs: v.optional(v.array(id), []),
  goals: v.pipe(v.array(text), v.minLength(1, 'must name at least one')),
  core: v.array(id),
  sources: v.optional(v.array(text), []),
});

const axis = { measure: text, args: v.optional(record), label: text };
const sweep = v.strictObject({
  knob: text,
  values: v.pipe(v.array(number), v.minLength(2, 'must be at least two')),
  seeds: v.pipe(count, v.minValue(1, 'must be at least 1'), v.maxValue(1000, 'must be at most 1000')),
  x: v.strictObject(axis),
  y: v.strictObject({ ...axis, log: v.optional(v.boolean()) }),
  curves: v.optional(
    v.array(
      v.strictObject({ label: text, settings: record, knob: v.optional(text), values: v.optional(v.array(number)) }),
    ),
    [],
  ),
});

export const lab = v.strictObject({
  id: v.optional(id),
  scenario: text,
  settings: v.optional(record, {}),
  seed: v.optional(seed, '1'),
  actions: v.optional(actions, []),
  panels: v.optional(v.array(text)),
  knobs: v.optional(v.array(text)),
  curtain: v.optional(v.boolean()),
  holdAt: v.optional(number),
  tries: v.optional(v.array(v.strictObject({ label: text, settings: record }))),
  beside: v.optional(v.strictObject({ here: text, there: text, settings: record })),
  sweep: v.optional(sweep),
  alt: text,
});

export const claim = v.strictObject({
  scenario: text,
  settings: v.optional(record, {}),
  actions: v.optional(actions),
  measure: text,
  args: v.optional(record),
  fold: v.picklist(['one', 'mean', 'max', 'min', 'pooled', 'runs-with', 'p99']),
  seed: v.optional(seed),
  seeds: v.optional(v.pipe(count, v.minValue(1, 'must be at least 1'), v.maxValue(1000, 'must be at most 1000'))),
  digits: v.optional(v.pipe(count, v.maxValue(6, 'must be at most 6')), 0),
  unit: v.optional(v.string(), ''),
  band: v.pipe(
    v.tuple([number, number]),
    v.check(([low, high]) => low <= high, 'must go from low to high'),
  ),
});

export const claims = v.record(id, claim);

export const measured = v.record(v.string(), v.strictObject({ value: number, of: text }));

export const predict = v.strictObject({
  id: v.optional(id),
  asks: text,
  answer: v.variant('kind', [
    v.strictObject({ kind: v.literal('choice'), options: oneRight }),
    v.strictObject({
      kind: v.literal('number'),
      unit: v.string(),
      min: number,
      max: number,
      step: number,
      right: number,
      tolerance: number,
      traps: v.optional(v.array(v.strictObject({ at: number, within: number, says: text })), []),
    }),
  ]),
  report: v.optional(v.strictObject({ asks: text, options: oneRight })),
  because: text,
  /** A name in claims.yaml. */
  claim: v.optional(id),
});

export const exerciseBlock = v.strictObject({ id });

export const quiz = v.strictObject({
  items: v.pipe(
    v.array(v.strictObject({ asks: text, options: v.optional(oneRight), answer: text })),
    v.minLength(1, 'must have at least one'),
  ),
});

export const production = v.strictObject({
  systems: v.pipe(
    v.array(
      v.strictObject({
        id,
        title: text,
        config: v.nullable(v.string()),
        language: v.optional(v.string(), 'text'),
        says: text,
      }),
    ),
    v.minLength(1, 'must have at least one'),
  ),
});

export const aside = v.strictObject({ title: text, text });

// Exercises

const common = {
  id,
  version: v.pipe(count, v.minValue(1, 'must be at least 1')),
  title: text,
  says: text,
  hints: v.tuple([text, text, text]),
  because: text,
  core: v.boolean(),
};

const goal = v.strictObject({
  id,
  says: text,
  short: text,
  measure: text,
  args: v.optional(record),
  under: v.optional(record),
  is: v.tuple([v.picklist(['<=', '>=', '<', '>', '==']), number]),
  over: v.strictObject({ seeds: count, need: v.union([v.literal('every'), v.literal('pooled'), count]) }),
});

const onRuns = {
  ...common,
  scenario: text,
  base: v.optional(record, {}),
  knobs: v.array(text),
  panels: v.optional(v.array(text)),
  goals: v.pipe(v.array(goal), v.minLength(1, 'must have at least one')),
  score: v.optional(v.strictObject({ measure: text, args: v.optional(record), says: text, less: v.boolean() })),
};

const tune = v.strictObject({
  ...onRuns,
  kind: v.literal('tune'),
  starter: record,
  solution: record,
  wrong: v.array(v.strictObject({ says: text, settings: record, fails: id })),
});

const breakIt = v.strictObject({
  ...onRuns,
  kind: v.literal('break'),
  budget: v.strictObject({
    kinds: v.array(id),
    on: v.optional(v.array(text)),
    most: count,
    total: v.optional(v.strictObject({ param: text, most: number })),
    lasts: v.optional(number),
    within: v.optional(v.tuple([number, number])),
    apart: v.optional(number),
  }),
  starter: actions,
  solution: actions,
  wrong: v.array(v.strictObject({ says: text, actions, fails: id })),
});

const diagnose = v.strictObject({
  ...common,
  kind: v.literal('diagnose'),
  asks: v.picklist(['refutes', 'fault']),
  pass: count,
  cases: v.array(
    v.strictObject({
      id: text,
      scenario: text,
      settings: record,
      freeze: v.optional(number),
      because: text,
    }),
  ),
  probes: count,
  wrong: v.array(v.strictObject({ says: text, answer: v.custom<Plain>(isPlain, 'must be plain data') })),
});

const above = v.pipe(
  number,
  v.check((n) => n > 0, 'must be above 0'),
);

const tolerance = v.pipe(
  v.strictObject({ share: v.optional(above), by: v.optional(above) }),
  v.check(({ share, by }) => (share === undefined) !== (by === undefined), 'must be a share, or so much: by'),
  v.transform(({ share, by }): Tolerance => (share === undefined ? { by: by ?? 0 } : { share })),
);

const reckon = v.strictObject({
  ...common,
  kind: v.literal('reckon'),
  curve: v.optional(v.strictObject({ formula: text, from: number, to: number, step: above, x: text, y: text })),
  questions: v.pipe(
    v.array(
      v.strictObject({
        id,
        asks: text,
        figures: v.record(
          v.pipe(v.string(), v.regex(/^[a-z]+$/, 'must be lower-case letters')),
          v.strictObject({ from: number, to: number, step: above, unit: v.optional(v.string(), '') }),
        ),
        answer: text,
        unit: v.string(),
        digits: v.optional(v.pipe(count, v.maxValue(6, 'must be at most 6')), 2),
        tolerance,
        wrong: v.array(v.strictObject({ formula: text, says: text })),
        because: text,
      }),
    ),
    v.minLength(1, 'must have at least one'),
  ),
  wrong: v.array(v.strictObject({ says: text, answers: v.record(v.string(), text) })),
});

export const exercise = v.variant('kind', [tune, breakIt, diagnose, reckon]);

export type LabFields = v.InferOutput<typeof lab>;
export type ClaimFields = v.InferOutput<typeof claim>;
export type ExerciseFields = v.InferOutput<typeof exercise>;
export type ActionFields = v.InferOutput<typeof action>;

type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

function isPlain(value: unknown): boolean {
  if (Array.isArray(value)) return value.every(isPlain);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(isPlain);
  return value === null || ['boolean', 'number', 'string'].includes(typeof value);
}
