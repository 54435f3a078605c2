// The moments of a run that a presenter goes to, one press each, and the numbers that they have on the line: whatever
// was done to the cluster or befell it, and the first suspicion and the first trust that followed. A moment is an
// event, not a time, because a mistake may last no longer than an instant. What one node believes of several others
// at that instant is one moment. At most nine, because a keyboard has no more digits.

import type { Columns, Mark } from '../../worker/api.ts';

export type Moment = {
  readonly at: number;
  /** The event, and the row to go to: the last one that belongs to it. null: of a second run, known by its time. */
  readonly ordinal: number | null;
  readonly row: number | null;
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

type Cursor = { readonly at: number; readonly ordinal: number };

export function isAfter({ at, ordinal }: Moment, cursor: Cursor): boolean {
  return ordinal === null ? at > cursor.at : ordinal > cursor.ordinal;
}

export function isBefore({ at, ordinal }: Moment, cursor: Cursor): boolean {
  return ordinal === null ? at < cursor.at : ordinal < cursor.ordinal;
}

/** The moments of two runs on one line. What befell both at once is one; any other names its run. */
export function together(
  mine: readonly Moment[],
  theirs: readonly Moment[],
  names: { readonly a: string; readonly b: string },
): readonly Moment[] {
  const same = (one: Moment, other: Moment): boolean => one.at === other.at && one.says === other.says;
  const a = mine.map((one) => (theirs.some((other) => same(one, other)) ? one : named(one, names.a)));
  const b = theirs
    .filter((one) => !mine.some((other) => same(one, other)))
    .map((one): Moment => ({ ...named(one, names.b), ordinal: null, row: null }));
  return [...a, ...b].sort((one, other) => one.at - other.at).slice(0, MOST);
}

function named(moment: Moment, name: string): Moment {
  return { ...moment, says: `${name}: ${moment.says}` };
}

/** Places moved as little as may be so that no two are nearer than `gap`, inside the limits; in the same order. */
export function apart(places: readonly number[], gap: number, [low, high]: readonly [number, number]): number[] {
  const out = places.map((place) => Math.min(Math.max(place, low), high));
  for (let i = 1; i < out.length; i++) out[i] = Math.max(out[i] ?? 0, (out[i - 1] ?? 0) + gap);
  for (let i = out.length - 1, end = high; i >= 0; i--, end -= gap) out[i] = Math.min(out[i] ?? 0, end);
  return out;
}
