// The shape of a scenario and of a run key from outside: every size limited, every number finite, nothing
// evaluated. What is wrong is answered as a list that names the fields. Meaning (does that node exist?) is
// compile.ts's affair.

import * as v from 'valibot';
import type { Action, RunKey, Scenario } from './scenario.ts';

export type Problem = { readonly field: string; readonly says: string };
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export const MOST_NODES = 1_000;
export const MOST_ACTIONS = 200;
/** Seconds: a week. */
export const LONGEST = 604_800;

const id = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, 'must be a letter, then letters, digits, dashes'));
const text = v.pipe(v.string(), v.maxLength(500, 'must be at most 500 characters'));
const finite = v.pipe(v.number('must be a number'), v.finite('must be finite'));
const between = (least: number, most: number) =>
  v.pipe(finite, v.minValue(least, `must be at least ${least}`), v.maxValue(most, `must be at most ${most}`));
const duration = between(0, LONGEST);
const share = between(0, 1);
const whole = v.pipe(
  finite,
  v.integer('must be a whole number of microseconds'),
  v.minValue(0, 'must be 0 or more'),
  v.maxValue(LONGEST * 1e6, 'must be within a week'),
);

const delay = v.variant('kind', [
  v.object({ kind: v.literal('constant'), value: duration }),
  v.object({ kind: v.literal('uniform'), from: duration, to: duration }),
  v.object({ kind: v.literal('normal'), mean: duration, std: duration, least: v.optional(duration) }),
  v.object({ kind: v.literal('log-normal'), median: duration, sigma: between(0, 5) }),
  v.object({ kind: v.literal('exponential'), mean: duration, least: v.optional(duration) }),
  v.object({
    kind: v.literal('empirical'),
    values: v.pipe(v.array(duration), v.minLength(1, 'must not be empty'), v.maxLength(10_000, 'is too long')),
  }),
]);
const burst = v.object({ good: between(0.001, LONGEST), bad: between(0.001, LONGEST), loss: v.optional(share) });
const linkParts = {
  loss: v.optional(share),
  burst: v.optional(v.nullable(burst)),
  ordered: v.optional(v.boolean('must be true or false')),
};
const link = v.object({ delay, ...linkParts });
const target = v.pipe(v.string(), v.maxLength(81, 'is too long'), v.nonEmpty('must name a node or a link'));
const moment = v.union([duration, v.object({ uniform: v.tuple([duration, duration]) })], 'must be seconds or {uniform}');
const fault = v.objectWithRest(
  {
    kind: id,
    on: target,
    at: moment,
    until: v.optional(v.union([moment, v.object({ after: duration })], 'must be seconds, {uniform} or {after}')),
  },
  v.union([finite, v.boolean(), v.string()], 'must be a number, a text or true or false'),
);
const range = {
  label: text,
  help: text,
  names: v.optional(v.record(v.string(), text)),
  default: finite,
  min: finite,
  max: finite,
  step: v.optional(finite),
};
const words = { label: text, help: text, names: v.optional(v.record(v.string(), text)) };
const field = v.variant('kind', [
  v.object({ kind: v.literal('duration'), ...range }),
  v.object({ kind: v.literal('count'), ...range, unit: v.optional(text) }),
  v.object({ kind: v.literal('number'), ...range, unit: v.optional(text) }),
  v.object({ kind: v.literal('ratio'), ...range }),
  v.object({ kind: v.literal('flag'), ...words, default: v.boolean() }),
  v.object({
    kind: v.literal('choice'),
    ...words,
    default: v.string(),
    options: v.pipe(v.array(v.object({ value: v.string(), label: text })), v.minLength(1), v.maxLength(40)),
  }),
]);
const plainRecord = v.record(v.string(), v.unknown());

const scenario = v.object({
  format: v.literal(1, 'must be 1'),
  id,
  version: v.pipe(finite, v.integer(), v.minValue(1)),
  title: text,
  until: between(0.001, LONGEST),
  every: v.object({ program: id, params: plainRecord }),
  nodes: v.pipe(
    v.array(
      v.object({
        id,
        title: v.optional(text),
        program: v.optional(id),
        params: v.optional(plainRecord),
        driftPpm: v.optional(between(-100_000, 100_000)),
        place: v.optional(v.tuple([share, share])),
      }),
    ),
    v.minLength(1, 'needs at least one node'),
    v.maxLength(MOST_NODES, `must be at most ${MOST_NODES}`),
  ),
  links: v.object({
    all: link,
    only: v.optional(v.pipe(v.array(target), v.maxLength(10_000))),
    some: v.optional(v.record(v.string(), v.object({ delay: v.optional(delay), ...linkParts }))),
  }),
  cast: v.optional(v.pipe(v.array(id), v.maxLength(MOST_NODES))),
  faults: v.pipe(v.array(fault), v.maxLength(MOST_ACTIONS, `must be at most ${MOST_ACTIONS}`)),
  knobs: v.pipe(
    v.array(
      v.object({
        id,
        field,
        sets: v.optional(v.array(v.string())),
        choices: v.optional(v.record(v.string(), plainRecord)),
        minor: v.optional(v.boolean()),
      }),
    ),
    v.maxLength(40),
  ),
  panels: v.array(id),
  may: v.optional(v.array(id)),
  look: v.optional(v.tuple([id, id])),
});

const action = v.objectWithRest(
  { kind: id, on: target, at: whole, until: v.optional(whole) },
  v.union([finite, v.boolean(), v.pipe(v.string(), v.maxLength(100))], 'must be a number, a text or true or false'),
);
const settings = v.record(
  v.pipe(v.string(), v.maxLength(40)),
  v.union([finite, v.boolean(), v.pipe(v.string(), v.maxLength(100))], 'must be a number, a text or true or false'),
);
const key = v.object({
  scenario: v.union(
    [
      v.object({ id: v.pipe(v.string(), v.maxLength(100)), version: v.pipe(finite, v.integer(), v.minValue(1)) }),
      v.object({ inline: scenario }),
    ],
    'must be {id, version} or {inline}',
  ),
  settings,
  seed: v.pipe(v.string('must be a text'), v.nonEmpty('must not be empty'), v.maxLength(100, 'must be at most 100 characters')),
  actions: v.pipe(v.array(action), v.maxLength(MOST_ACTIONS, `must be at most ${MOST_ACTIONS}`)),
});

export function parseScenario(value: unknown): Answer<Scenario> {
  return answer(v.safeParse(scenario, value)) as Answer<Scenario>;
}

/** Shape only: whether the scenario, knobs, nodes and faults exist is checked when it is compiled. */
export function parseKey(value: unknown): Answer<RunKey> {
  return answer(v.safeParse(key, value)) as Answer<RunKey>;
}

export function parseActions(value: unknown): Answer<readonly Action[]> {
  return answer(v.safeParse(v.array(action), value)) as Answer<readonly Action[]>;
}

function answer(result: v.SafeParseResult<v.GenericSchema>): Answer<unknown> {
  if (result.success) return { ok: true, value: result.output };
  const problems = result.issues.slice(0, 20).map((issue) => ({
    field: v.getDotPath(issue) ?? 'key',
    says: issue.message,
  }));
  return { ok: false, problems };
}
