// Parameters of whoever sends heartbeats: how often, to whom, from which moment on, and what becomes of beats that
// it slept through. `changes` are changes of configuration: from a moment of its own clock on, another interval
// holds. The clock is the machine's, so a process that starts anew after a change starts with what was changed.

import { problem, type Fields } from '../kernel/fields.ts';
import { SECOND } from '../kernel/time.ts';
import type { Issue } from './kind.ts';
import { isObject, readFields } from './params.ts';

export type BeatPace = { readonly eta: number; readonly timers: string };

/** From `at` of the node's own clock on, a beat every `eta`. */
export type Change = { readonly at: number; readonly eta: number };

/** All times in microseconds, all nodes as indexes. */
export type BeatParams = BeatPace & {
  /** Moment of the first beat after the start; null: drawn, uniform in [0, eta). */
  readonly phase: number | null;
  /** Nodes sent beats; null: every peer. */
  readonly beats: readonly number[] | null;
  /** In order of time. */
  readonly changes: readonly Change[];
};

export const beatFields: Fields<BeatPace> = {
  eta: {
    kind: 'duration',
    label: 'heartbeat interval',
    help: 'Time from one heartbeat to the next. Shorter costs messages.',
    default: 1,
    min: 0.01,
    max: 3600,
    step: 0.05,
    names: {
      akka: 'heartbeat-interval',
      cassandra: 'gossip interval (1 s, fixed)',
      hazelcast: 'hazelcast.heartbeat.interval.seconds',
      kubernetes: 'nodeStatusUpdateFrequency',
      patroni: 'loop_wait',
    },
  },
  timers: {
    kind: 'choice',
    label: 'after a pause',
    help: 'What a sender does about the beats that it missed.',
    default: 'fixed-rate',
    options: [
      { value: 'fixed-rate', label: 'missed beats are skipped' },
      { value: 'catch-up', label: 'missed beats are sent at once' },
      { value: 'fixed-delay', label: 'the next follows one interval later' },
    ],
  },
};

/** What is not read from fields. */
export const BEAT_KEYS = ['phase', 'beats', 'changes'];
export const MOST_CHANGES = 20;
/** Seconds: a week, the longest that anything runs. */
const LATEST = 604_800;

/** The parameters beside the fields. */
export function readBeating(
  from: { readonly [key: string]: unknown },
  nodes: readonly string[],
  path: string,
  issues: Issue[],
): Omit<BeatParams, keyof BeatPace> {
  return {
    phase: readPhase(from.phase, `${path}.phase`, issues),
    beats: readNodes(from.beats, nodes, `${path}.beats`, issues),
    changes: readChanges(from.changes, `${path}.changes`, issues),
  };
}

export function prepareBeating(raw: unknown, nodes: readonly string[], path: string, issues: Issue[]): BeatParams {
  const from = isObject(raw) ? raw : {};
  if (!isObject(raw)) issues.push({ field: path, says: 'must be an object' });
  const pace = readFields(beatFields, from, path, issues, BEAT_KEYS);
  return { ...pace, ...readBeating(from, nodes, path, issues) };
}

function readPhase(raw: unknown, path: string, issues: Issue[]): number | null {
  if (raw === undefined || raw === 'random') return null;
  if (typeof raw === 'number' && Number.isFinite(raw) && raw >= 0 && raw <= 3600) return Math.round(raw * SECOND);
  issues.push({ field: path, says: "must be 'random' or a number of seconds, 0 to 3600" });
  return null;
}

/** A list of nodes by their ids; null for all of them. */
export function readNodes(
  raw: unknown,
  nodes: readonly string[],
  path: string,
  issues: Issue[],
): readonly number[] | null {
  if (raw === undefined || raw === 'all') return null;
  if (!Array.isArray(raw)) {
    issues.push({ field: path, says: "must be 'all' or a list of nodes" });
    return null;
  }
  return raw.flatMap((id, i) => {
    const index = typeof id === 'string' ? nodes.indexOf(id) : -1;
    if (index < 0) issues.push({ field: `${path}.${i}`, says: 'must be the id of a node' });
    return index < 0 ? [] : [index];
  });
}

function readChanges(raw: unknown, path: string, issues: Issue[]): readonly Change[] {
  if (raw === undefined) return [];
  if (!Array.isArray(raw) || raw.length > MOST_CHANGES) {
    issues.push({ field: path, says: `must be a list of at most ${MOST_CHANGES} changes, each {at, eta}` });
    return [];
  }
  let before = -1;
  return raw.flatMap((one: unknown, i) => {
    const change = readChange(one, before, `${path}.${i}`, issues);
    if (change) before = change.at;
    return change ? [change] : [];
  });
}

function readChange(raw: unknown, before: number, path: string, issues: Issue[]): Change | null {
  if (!isObject(raw)) {
    issues.push({ field: path, says: 'must be an object with at and eta' });
    return null;
  }
  for (const name of Object.keys(raw)) {
    if (name !== 'at' && name !== 'eta')
      issues.push({ field: `${path}.${name}`, says: 'is not known here; known are at, eta' });
  }
  const { at, eta } = raw;
  const wrong = problem(beatFields.eta, eta);
  if (wrong) issues.push({ field: `${path}.eta`, says: wrong });
  if (typeof at !== 'number' || !(at >= 0 && at <= LATEST)) {
    issues.push({ field: `${path}.at`, says: `must be a number of seconds, 0 to ${LATEST}` });
    return null;
  }
  if (wrong) return null;
  const change = { at: Math.round(at * SECOND), eta: Math.round((eta as number) * SECOND) };
  if (change.at <= before) {
    issues.push({ field: `${path}.at`, says: 'must be later than the change before' });
    return null;
  }
  return change;
}
