// Parameters of the heartbeat monitor: it beats, and it watches.

import type { Fields } from '../kernel/fields.ts';
import { BEAT_KEYS, beatFields, readBeating, type BeatPace, type BeatParams } from './beat-params.ts';
import type { Issue } from './kind.ts';
import { isObject, readFields } from './params.ts';
import { readWatching, WATCH_KEYS, watchFields, type WatchPace, type WatchParams } from './watch-params.ts';

export type Pace = BeatPace & WatchPace;
export type MonitorParams = BeatParams & WatchParams;

export const paceFields: Fields<Pace> = {
  eta: beatFields.eta,
  checkInterval: watchFields.checkInterval,
  timers: beatFields.timers,
};

/** `also`: keys that somebody else reads. */
export function prepareMonitor(
  raw: unknown,
  nodes: readonly string[],
  path: string,
  issues: Issue[],
  also: readonly string[] = [],
): MonitorParams {
  const from = isObject(raw) ? raw : {};
  if (!isObject(raw)) issues.push({ field: path, says: 'must be an object' });
  const pace = readFields(paceFields, from, path, issues, [...BEAT_KEYS, ...WATCH_KEYS, ...also]);
  return {
    ...pace,
    ...readWatching(from, pace.checkInterval, nodes, path, issues),
    ...readBeating(from, nodes, path, issues),
  };
}
