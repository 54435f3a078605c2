// Parameters of whoever watches others: whom, with which failure detector, how often it looks, and whether it doubts
// itself first.

import type { Fields } from '../kernel/fields.ts';
import type { AnyDetector } from '../patterns/detectors/detector.ts';
import { detectors } from '../patterns/detectors/registry.ts';
import type { AnyGuard } from '../patterns/guards/guard.ts';
import { guards } from '../patterns/guards/registry.ts';
import { readNodes } from './beat-params.ts';
import type { Issue } from './kind.ts';
import { isObject, readFields } from './params.ts';

export type WatchPace = { readonly checkInterval: number };

/** All times in microseconds, all nodes as indexes. */
export type WatchParams = WatchPace & {
  readonly detector: AnyDetector;
  readonly detectorParams: object;
  readonly guard: AnyGuard | null;
  readonly guardParams: object;
  /** Nodes watched; null: every peer. */
  readonly watches: readonly number[] | null;
};

export const watchFields: Fields<WatchPace> = {
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
};

/** What is not read from fields. */
export const WATCH_KEYS = ['detector', 'guard', 'watches'];

/** What a node runs as a watcher of others, by the parameters it was prepared with; null if it watches nobody. */
export function watchingOf(params: unknown): WatchParams | null {
  return isObject(params) && 'detector' in params ? (params as unknown as WatchParams) : null;
}

/** The parameters beside the field. */
export function readWatching(
  from: { readonly [key: string]: unknown },
  checkInterval: number,
  nodes: readonly string[],
  path: string,
  issues: Issue[],
): Omit<WatchParams, keyof WatchPace> {
  const [detector, detectorParams] = readDetector(from.detector, `${path}.detector`, issues);
  const [guard, guardParams] = readGuard(from.guard, checkInterval, `${path}.guard`, issues);
  const watches = readNodes(from.watches, nodes, `${path}.watches`, issues);
  return { detector, detectorParams, guard, guardParams, watches };
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
