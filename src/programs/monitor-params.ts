// Parameters of the heartbeat monitor: what it sends, whom it watches, how it judges, and whether it doubts
// itself first.

import type { Fields } from '../kernel/fields.ts';
import { detectors } from '../patterns/detectors/registry.ts';
import type { AnyDetector } from '../patterns/detectors/detector.ts';
import { guards } from '../patterns/guards/registry.ts';
import type { AnyGuard } from '../patterns/guards/guard.ts';
import type { Issue } from './kind.ts';
import { isObject, readFields } from './params.ts';

export type Pace = {
  readonly eta: number;
  readonly checkInterval: number;
  readonly timers: string;
};

/** All times in microseconds, all nodes as indexes. */
export type MonitorParams = Pace & {
  /** Moment of the first beat after the start; null: drawn, uniform in [0, eta). */
  readonly phase: number | null;
  readonly detector: AnyDetector;
  readonly detectorParams: object;
  readonly guard: AnyGuard | null;
  readonly guardParams: object;
  /** Nodes watched and nodes sent beats; null: every peer. */
  readonly watches: readonly number[] | null;
  readonly beats: readonly number[] | null;
};

export const paceFields: Fields<Pace> = {
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
  checkInterval: {
    kind: 'duration',
    label: 'check interval',
    help: 'How often beliefs are looked at. 0: at the very moment at which they change.',
    default: 0,
    min: 0,
    max: 60,
    step: 0.1,
    names: { akka: 'failure-detection reaper interval (1 s)' },
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

const OTHERS = ['phase', 'detector', 'guard', 'watches', 'beats'];

export function prepareMonitor(raw: unknown, nodes: readonly string[], path: string, issues: Issue[]): MonitorParams {
  const from = isObject(raw) ? raw : {};
  if (!isObject(raw)) issues.push({ field: path, says: 'must be an object' });
  const pace = readFields(paceFields, from, path, issues, OTHERS);
  const [detector, detectorParams] = readDetector(from.detector, `${path}.detector`, issues);
  const [guard, guardParams] = readGuard(from.guard, pace.checkInterval, `${path}.guard`, issues);
  return {
    ...pace,
    phase: readPhase(from.phase, `${path}.phase`, issues),
    detector,
    detectorParams,
    guard,
    guardParams,
    watches: readNodes(from.watches, nodes, `${path}.watches`, issues),
    beats: readNodes(from.beats, nodes, `${path}.beats`, issues),
  };
}

function readDetector(raw: unknown, path: string, issues: Issue[]): [AnyDetector, object] {
  const from = isObject(raw) ? raw : {};
  const found = typeof from.use === 'string' ? detectors.get(from.use) : undefined;
  const detector = found ?? [...detectors.values()][0]!;
  if (!found) issues.push({ field: `${path}.use`, says: `must be one of ${[...detectors.keys()].join(', ')}` });
  const params = found ? readFields(detector.params, from, path, issues, ['use']) : {};
  if (found) for (const says of detector.problems?.(params) ?? []) issues.push({ field: path, says });
  return [detector, params];
}

function readGuard(raw: unknown, checkInterval: number, path: string, issues: Issue[]): [AnyGuard | null, object] {
  if (raw === undefined || raw === null || (isObject(raw) && raw.use === 'none')) return [null, {}];
  const from = isObject(raw) ? raw : {};
  const guard = typeof from.use === 'string' ? guards.get(from.use) : undefined;
  if (!guard) {
    issues.push({ field: `${path}.use`, says: `must be none or one of ${[...guards.keys()].join(', ')}` });
    return [null, {}];
  }
  if (guard.steady && checkInterval === 0) {
    issues.push({ field: `${path}.use`, says: `${guard.id} must be asked at a steady pace: set a checkInterval` });
  }
  return [guard, readFields(guard.params, from, path, issues, ['use'])];
}

function readPhase(raw: unknown, path: string, issues: Issue[]): number | null {
  if (raw === undefined || raw === 'random') return null;
  if (typeof raw === 'number' && Number.isFinite(raw) && raw >= 0 && raw <= 3600) return Math.round(raw * 1e6);
  issues.push({ field: path, says: "must be 'random' or a number of seconds, 0 to 3600" });
  return null;
}

function readNodes(raw: unknown, nodes: readonly string[], path: string, issues: Issue[]): readonly number[] | null {
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
