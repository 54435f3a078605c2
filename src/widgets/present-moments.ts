// The moments of a run that a presenter goes to, one press each, and the numbers that they have on the line: whatever
// was done to the cluster or befell it, and the first suspicion and the first trust that followed. A moment is an
// event, not a time, because a mistake may last no longer than an instant. What one node believes of several others
// at that instant is one moment. At most nine, because a keyboard has no more digits.

import type { Columns, Mark } from '../worker/api.ts';

export type Moment = {
  readonly at: number;
  /** The event, and the row to go to: the last one that belongs to it. */
  readonly ordinal: number;
  readonly row: number;
  readonly says: string;
};

const MOST = 9;

/** `stop`: microseconds; where the run is shown no further. */
export function momentsOf(marks: readonly Mark[], columns: Pick<Columns, 'ordinal'>, stop: number): readonly Moment[] {
  const moments: Moment[] = [];
  const followed = new Set<Mark['kind']>();
  let last: Mark | null = null;
  for (const mark of marks) {
    const { at, row, kind, says } = mark;
    if (at > stop) break;
    const ordinal = columns.ordinal[row] ?? 0;
    const before = moments[moments.length - 1];
    const together = last !== null && before?.at === at && (last.kind === kind || before.ordinal === ordinal);
    if (together && before !== undefined) {
      moments[moments.length - 1] = { ...before, ordinal, row };
      last = mark;
      continue;
    }
    if (followed.has(kind)) continue;
    if (kind === 'suspicion' || kind === 'trust' || kind === 'state') followed.add(kind);
    else followed.clear();
    moments.push({ at, ordinal, row, says });
    last = mark;
  }
  return moments.slice(0, MOST);
}

/** Places moved as little as may be so that no two are nearer than `gap`, inside the limits; in the same order. */
export function apart(places: readonly number[], gap: number, [low, high]: readonly [number, number]): number[] {
  const out = places.map((place) => Math.min(Math.max(place, low), high));
  for (let i = 1; i < out.length; i++) out[i] = Math.max(out[i] ?? 0, (out[i - 1] ?? 0) + gap);
  for (let i = out.length - 1, end = high; i >= 0; i--, end -= gap) out[i] = Math.min(out[i] ?? 0, end);
  return out;
}
