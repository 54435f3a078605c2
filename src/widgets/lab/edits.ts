// Everything a learner does makes a new run key out of the one before it; nothing is ever changed in place. These
// are the only ways. An action taken at the shown time t is recorded one microsecond later, so that it follows all
// that is already on the screen, and the actions that came after t belong to the future that was left behind.

import type { Action, FieldValue, RunKey, Settings } from '../../worker/api.ts';

/** What is about to be done: a fault or a ping, without its moment. `lasts` in microseconds; absent: until healed. */
export type Deed = {
  readonly kind: string;
  readonly on: string;
  readonly lasts?: number;
  readonly params?: { readonly [name: string]: FieldValue };
};

/** The most actions that a run may hold. */
export const MOST_ACTIONS = 200;

/** The moment after `at`, and after whatever was done there already. */
export function momentAfter(at: number): number {
  return Math.max(0, Math.round(at)) + 1;
}

function before(actions: readonly Action[], at: number): readonly Action[] {
  return actions.filter((action) => action.at <= momentAfter(at));
}

/** The key in which the learner also did this at the shown time. Later actions are gone. */
export function act(key: RunKey, at: number, deed: Deed): RunKey {
  const moment = momentAfter(at);
  const action: Action = {
    ...deed.params,
    kind: deed.kind,
    on: deed.on,
    at: moment,
    ...(deed.lasts === undefined ? {} : { until: moment + Math.max(1, Math.round(deed.lasts)) }),
  };
  return { ...key, actions: [...before(key.actions, at), action] };
}

export function withSetting(key: RunKey, knob: string, value: FieldValue): RunKey {
  return { ...key, settings: { ...key.settings, [knob]: value } };
}

export function withSettings(key: RunKey, settings: Settings): RunKey {
  return { ...key, settings: { ...key.settings, ...settings } };
}

export function withSeed(key: RunKey, seed: string): RunKey {
  return { ...key, seed };
}

/** The same run? Keys hold plain data only, so the order of their settings is all that has to be evened out. */
export function sameKey(a: RunKey, b: RunKey): boolean {
  return sameData(a, b);
}

export function sameAction(a: Action, b: Action): boolean {
  return sameData(a, b);
}

function sameData(a: object, b: object): boolean {
  return a === b || JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([k, v]) => [k, sorted(v)]));
}
