// The outer shape of a run key and a view that come from a link or from storage, with limits. It knows nothing of
// scenarios: whether a knob, a node or a fault exists is for LabApi.check to say. Problems name the field in the
// way a person would point at it ("actions.2.at"), and say what must hold.

import * as v from 'valibot';
import type { Problem, RunKey } from '../../worker/api.ts';
import { MOST_ACTIONS } from './edits.ts';
import type { BesideKept } from './pairing.ts';

/** A little over eleven days, in microseconds: longer than any run that the bounds allow. */
export const LATEST = 1_000_000_000_000;

const MOST_NESTING = 12;

const word = (what: string, most = 64) =>
  v.pipe(
    v.string(`must be ${what}`),
    v.nonEmpty(`must be ${what}, not empty`),
    v.maxLength(most, `must be at most ${most} characters`),
  );

const moment = v.custom<number>(
  (x) => typeof x === 'number' && Number.isInteger(x) && x >= 0 && x <= LATEST,
  `must be a whole number of microseconds, 0 to ${LATEST}`,
);

const index = v.custom<number>(
  (x) => typeof x === 'number' && Number.isInteger(x) && x >= 0 && x < 1000,
  'must be the number of a node, 0 to 999',
);

const value = v.custom<string | number | boolean>(
  (x) =>
    typeof x === 'boolean' ||
    (typeof x === 'number' && Number.isFinite(x)) ||
    (typeof x === 'string' && x.length <= 64),
  'must be a number, true or false, or a short word',
);

/** Plain data, not nested without end. */
function plain(x: unknown, depth = 0): boolean {
  if (depth > MOST_NESTING) return false;
  if (x === null || typeof x === 'boolean' || typeof x === 'string') return true;
  if (typeof x === 'number') return Number.isFinite(x);
  if (Array.isArray(x)) return x.every((item) => plain(item, depth + 1));
  if (typeof x !== 'object') return false;
  return Object.values(x).every((item) => plain(item, depth + 1));
}

const scenario = v.union(
  [
    v.strictObject({
      id: word('the name of a scenario'),
      version: v.custom<number>((x) => Number.isInteger(x) && (x as number) > 0, 'must be a whole number'),
    }),
    v.strictObject({
      inline: v.custom<object>((x) => typeof x === 'object' && x !== null && !Array.isArray(x) && plain(x)),
    }),
  ],
  'must be { id, version } or { inline }',
);

const settings = v.pipe(
  v.record(word('the name of a knob'), value, 'must be an object of knobs and values'),
  v.check((x) => Object.keys(x).length <= 64, 'must be at most 64 knobs'),
);

const action = v.pipe(
  v.objectWithRest(
    {
      kind: word('the name of a fault'),
      on: word('a node ("n3") or a link ("n3>n1")', 80),
      at: moment,
      until: v.optional(moment),
    },
    value,
    'must be an action',
  ),
  v.check((x) => Object.keys(x).length <= 16, 'must have at most 16 fields'),
  v.check((x) => x.until === undefined || x.until > x.at, 'must end after it begins'),
);

const actions = v.pipe(
  v.array(action, 'must be a list of actions'),
  v.maxLength(MOST_ACTIONS, `must be at most ${MOST_ACTIONS} actions`),
);

const key = v.strictObject(
  {
    scenario,
    settings,
    seed: word('a seed'),
    actions,
  },
  (issue) => (issue.received === 'undefined' ? 'is missing' : 'must be a run'),
);

/** A second run beside the first, as its difference from it. */
export const besideShape = v.strictObject(
  {
    over: settings,
    follows: v.optional(v.literal(true, 'must be true, or not there')),
    seed: v.optional(word('a seed')),
    actions: v.optional(
      v.strictObject({
        keep: v.custom<number>(
          (x) => Number.isInteger(x) && (x as number) >= 0 && (x as number) <= MOST_ACTIONS,
          `must be a whole number, 0 to ${MOST_ACTIONS}`,
        ),
        more: actions,
      }),
    ),
  },
  'must say how the other run differs',
);

const view = v.strictObject({
  at: moment,
  look: v.tuple([index, index], 'must be two nodes: who looks, and at whom'),
  panel: word('the name of a panel'),
  beside: v.optional(besideShape),
});

const shared = v.strictObject({
  v: v.literal(1, 'is of a format that this page does not know'),
  key,
  view,
  print: v.pipe(
    v.string('must be eight hexadecimal digits'),
    v.regex(/^[0-9a-f]{8}$/, 'must be eight hexadecimal digits'),
  ),
});

/** Where the run is being looked at, and how. */
export type View = {
  readonly at: number;
  readonly look: readonly [number, number];
  readonly panel: string;
  readonly beside?: BesideKept;
};

/** All that a link holds. `print`: the first eight digits of the fingerprint at the time shown. */
export type Shared = { readonly key: RunKey; readonly view: View; readonly print: string };

type Checked<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** At most five problems, each with the path to its field. */
export function problemsOf(issues: readonly v.BaseIssue<unknown>[], root: string): readonly Problem[] {
  return issues.slice(0, 5).map((issue) => ({
    field: v.getDotPath(issue)?.replace(/^key\./, '') || root,
    says: sentence(issue),
  }));
}

function sentence(issue: v.BaseIssue<unknown>): string {
  if (issue.message.startsWith('Invalid key')) {
    return issue.received === 'undefined' ? 'is missing' : 'is not a field of a run';
  }
  return issue.message.startsWith('Invalid ') ? 'is not of the right kind' : issue.message;
}

export function readShared(raw: unknown): Checked<Shared> {
  const out = v.safeParse(shared, raw);
  if (!out.success) return { ok: false, problems: problemsOf(out.issues, 'link') };
  const { key: run, view: seen, print } = out.output;
  return { ok: true, value: { key: run as RunKey, view: seen as View, print } };
}

export function readKey(raw: unknown): Checked<RunKey> {
  const out = v.safeParse(key, raw);
  if (!out.success) return { ok: false, problems: problemsOf(out.issues, 'run') };
  return { ok: true, value: out.output as RunKey };
}
