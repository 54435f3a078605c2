// The shape of a scenario and of a run key from outside: every size limited, every number finite, nothing
// evaluated. What is wrong is answered as a list that names the fields. Meaning (does that node exist?) is
// compile.ts's affair.

import * as v from 'valibot';
import type { Action, RunKey, Scenario } from './scenario.ts';

export type Problem = { readonly field: string; readonly says: string };
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

export const MOST_NODES = 1_000;
export const MOST_ACTIONS = 200;
/** Seconds: a week. */
export const LONGEST = 604_800;

const id = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z][A-Za-z0-9-]{0,39}$/, 'must be a letter, then letters, digits, dashes'),
);
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
  v.strictObject({ kind: v.literal('constant'), value: duration }),
  v.strictObject({ kind: v.literal('uniform'), from: duration, to: duration }),
  v.strictObject({ kind: v.literal('normal'), mean: duration, std: duration, least: v.optional(duration) }),
  v.strictObject({ kind: v.literal('log-normal'), median: duration, sigma: between(0, 5) }),
  v.strictObject({ kind: v.literal('exponential'), mean: duration, least: v.optional(duration) }),
  v.strictObject({
    kind: v.literal('empirical'),
    values: v.pipe(v.array(duration), v.minLength(1, 'must not be empty'), v.maxLength(10_000, 'is too long')),
  }),
]);
const burst = v.strictObject({ good: between(0.1, LONGEST), bad: between(0.1, LONGEST), loss: v.optional(share) });
const linkParts = {
  loss: v.optional(share),
  burst: v.optional(v.nullable(burst)),
  ordered: v.optional(v.boolean('must be true or false')),
};
const link = v.strictObject({ delay, ...linkParts });
const target = v.pipe(v.string(), v.maxLength(81, 'is too long'), v.nonEmpty('must name a node or a link'));
const moment = v.union(
  [duration, v.strictObject({ uniform: v.tuple([duration, duration]) })],
  'must be seconds or {uniform}',
);
const fault = v.objectWithRest(
  {
    kind: id,
    on: target,
    at: moment,
    until: v.optional(v.union([moment, v.strictObject({ after: duration })], 'must be seconds, {uniform} or {after}')),
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
  v.strictObject({ kind: v.literal('duration'), ...range }),
  v.strictObject({ kind: v.literal('count'), ...range, unit: v.optional(text) }),
  v.strictObject({ kind: v.literal('number'), ...range, unit: v.optional(text) }),
  v.strictObject({ kind: v.literal('ratio'), ...range }),
  v.strictObject({ kind: v.literal('flag'), ...words, default: v.boolean() }),
  v.strictObject({
    kind: v.literal('choice'),
    ...words,
    default: v.string(),
    options: v.pipe(v.array(v.strictObject({ value: v.string(), label: text })), v.minLength(1), v.maxLength(40)),
  }),
]);
/** How deep, and how much, plain data in a scenario may go. */
const DEEPEST = 12;
const MOST_VALUES = 20_000;

/** Plain data of which every part is finite, few enough, and not too deep to be walked. */
function isModest(value: unknown): boolean {
  let left = MOST_VALUES;
  const walk = (part: unknown, depth: number): boolean => {
    if (--left < 0 || depth > DEEPEST) return false;
    if (typeof part === 'number') return Number.isFinite(part);
    if (typeof part !== 'object' || part === null)
      return part === null || typeof part === 'string' || typeof part === 'boolean';
    return Object.values(part).every((item) => walk(item, depth + 1));
  };
  return walk(value, 0);
}
const plainRecord = v.pipe(
  v.record(v.string(), v.unknown()),
  v.check(
    (value) => isModest(value),
    'must be numbers, texts, true, false, lists and objects of them, not too many and not too deep',
  ),
);

const version = v.pipe(finite, v.integer('must be a whole number'), v.minValue(1, 'must be at least 1'));
const scenario = v.strictObject({
  format: v.literal(1, 'must be 1'),
  id,
  version,
  title: text,
  until: between(0.001, LONGEST),
  every: v.strictObject({ program: id, params: plainRecord }),
  nodes: v.pipe(
    v.array(
      v.strictObject({
        id,
        title: v.optional(text),
        program: v.optional(id),
        params: v.optional(plainRecord),
        driftPpm: v.optional(v.pipe(between(-100_000, 100_000), v.integer('must be a whole number'))),
        place: v.optional(v.tuple([share, share])),
      }),
    ),
    v.minLength(1, 'needs at least one node'),
    v.maxLength(MOST_NODES, `must be at most ${MOST_NODES}`),
  ),
  links: v.strictObject({
    all: link,
    only: v.optional(v.pipe(v.array(target), v.maxLength(10_000))),
    some: v.optional(v.record(v.string(), v.strictObject({ delay: v.optional(delay), ...linkParts }))),
  }),
  cast: v.optional(v.pipe(v.array(id), v.maxLength(MOST_NODES))),
  faults: v.pipe(v.array(fault), v.maxLength(MOST_ACTIONS, `must be at most ${MOST_ACTIONS}`)),
  knobs: v.pipe(
    v.array(
      v.strictObject({
        id,
        field,
        sets: v.optional(v.pipe(v.array(text), v.maxLength(40))),
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
const actions = v.pipe(v.array(action), v.maxLength(MOST_ACTIONS, `must be at most ${MOST_ACTIONS}`));
const settings = v.record(
  v.pipe(v.string(), v.maxLength(40)),
  v.union([finite, v.boolean(), v.pipe(v.string(), v.maxLength(100))], 'must be a number, a text or true or false'),
);
const named = v.strictObject({ id: v.pipe(v.string(), v.maxLength(100)), version });
const inline = v.strictObject({ inline: scenario });
const key = v.strictObject({
  // Chosen by hand: a union of the two could only say that neither fits, not which field is wrong.
  scenario: v.lazy((input) => (typeof input === 'object' && input !== null && 'inline' in input ? inline : named)),
  settings,
  seed: v.pipe(
    v.string('must be a text'),
    v.nonEmpty('must not be empty'),
    v.maxLength(100, 'must be at most 100 characters'),
  ),
  actions,
});

export function parseScenario(value: unknown): Answer<Scenario> {
  return answer(v.safeParse(scenario, value)) as Answer<Scenario>;
}

/** Shape only: whether the scenario, knobs, nodes and faults exist is checked when it is compiled. */
export function parseKey(value: unknown): Answer<RunKey> {
  return answer(v.safeParse(key, value)) as Answer<RunKey>;
}

export function parseActions(value: unknown): Answer<readonly Action[]> {
  return answer(v.safeParse(actions, value)) as Answer<readonly Action[]>;
}

function answer(result: v.SafeParseResult<v.GenericSchema>): Answer<unknown> {
  if (result.success) return { ok: true, value: result.output };
  const problems = result.issues
    .slice(0, 20)
    .map((issue) => ({ field: v.getDotPath(issue) || 'key', says: saying(issue) }));
  return { ok: false, problems };
}

const IN_WORDS: { readonly [expected: string]: string } = {
  string: 'a text',
  boolean: 'true or false',
  number: 'a number',
  Array: 'a list',
  Object: 'an object',
};

/** The library's own messages in the words of this lab. */
function saying({ message, expected, received }: v.BaseIssue<unknown>): string {
  if (expected === 'never') return 'is not known here';
  if (received === 'undefined') return 'is missing';
  if (!message.startsWith('Invalid')) return message;
  const wanted = expected ?? 'something else';
  const known = Object.hasOwn(IN_WORDS, wanted) ? IN_WORDS[wanted] : undefined;
  return `must be ${known ?? wanted.replaceAll(' | ', ' or ').replace(/["()]/g, '')}`;
}
