// Parameters of the dispatcher: a monitor's, how often it sends jobs, and the level of suspicion at which it gives a
// worker up. That level is another threshold for the same detector, so only detectors that have one can be used.

import { problem, type Field, type Fields } from '../kernel/fields.ts';
import type { AnyDetector } from '../patterns/detectors/detector.ts';
import { detectors } from '../patterns/detectors/registry.ts';
import type { Issue } from './kind.ts';
import { prepareMonitor, type MonitorParams } from './monitor-params.ts';
import { isObject, readFields } from './params.ts';

export type Jobs = { readonly every: number };

export type Failover = {
  /** The level from which a worker that is suspected is given up. */
  readonly threshold: number;
  /** The detector's own parameters, with that threshold. */
  readonly params: object;
};

export type DispatcherParams = MonitorParams & {
  /** Microseconds from one job to the next, for each worker. */
  readonly jobs: Jobs;
  readonly failover: Failover;
};

export const jobFields: Fields<Jobs> = {
  every: {
    kind: 'duration',
    label: 'a job every',
    help: 'Time from one job to the next, for each worker.',
    default: 0.2,
    min: 0.01,
    max: 3600,
    step: 0.05,
  },
};

export function prepareDispatcher(
  raw: unknown,
  nodes: readonly string[],
  path: string,
  issues: Issue[],
): DispatcherParams {
  const from = isObject(raw) ? raw : {};
  const monitor = prepareMonitor(raw, nodes, path, issues, ['jobs', 'failover']);
  const jobs = readFields(jobFields, part(from.jobs, `${path}.jobs`, issues), `${path}.jobs`, issues);
  return { ...monitor, jobs, failover: readFailover(from.failover, monitor, path, issues) };
}

/** Names with nothing in them are defaults; anything but an object is a mistake. */
function part(raw: unknown, path: string, issues: Issue[]): { readonly [key: string]: unknown } {
  if (isObject(raw)) return raw;
  if (raw !== undefined) issues.push({ field: path, says: 'must be an object' });
  return {};
}

function thresholdOf(detector: AnyDetector): Field | undefined {
  return Object.hasOwn(detector.params, 'threshold')
    ? (detector.params as { readonly threshold: Field }).threshold
    : undefined;
}

function readFailover(
  raw: unknown,
  { detector, detectorParams }: MonitorParams,
  at: string,
  issues: Issue[],
): Failover {
  const path = `${at}.failover`;
  const from = part(raw, path, issues);
  const field = thresholdOf(detector);
  if (field === undefined) {
    const able = [...detectors.values()].filter(thresholdOf).map(({ id }) => id);
    issues.push({
      field: `${at}.detector.use`,
      says: `${detector.id} has no threshold to fail over at; those that have one are ${able.join(', ')}`,
    });
    return { threshold: 0, params: detectorParams };
  }
  for (const name of Object.keys(from)) {
    if (name !== 'threshold') issues.push({ field: `${path}.${name}`, says: 'is not known here; known is threshold' });
  }
  const threshold = from.threshold ?? field.default;
  const wrong = problem(field, threshold);
  if (wrong) issues.push({ field: `${path}.threshold`, says: wrong });
  const params = { ...detectorParams, ...(!wrong && { threshold }) };
  const known = detector.problems?.(detectorParams) ?? [];
  for (const says of detector.problems?.(params) ?? []) {
    if (!known.includes(says)) issues.push({ field: path, says });
  }
  return { threshold: Number(threshold), params };
}
