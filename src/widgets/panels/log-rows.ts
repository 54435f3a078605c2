// Which rows of a run its log may show: those of the chosen groups; behind the curtain what everybody believes, and
// what the one who looks has heard itself.

import { filterRows, GROUPS, typeAt } from '../../worker/reading.ts';
import type { Group } from '../../worker/reading.ts';
import type { ShownRun } from '../lab/shown.svelte.ts';

type Told = Pick<ShownRun, 'columns' | 'curtain' | 'look'>;

/** What a log shows before anybody has chosen: what came of things, and not every message. */
export const SHOWN_FIRST: readonly Group[] = ['beliefs', 'faults', 'processes'];

export function rowsOf({ columns, curtain, look }: Told, groups: readonly Group[]): Uint32Array {
  if (!curtain) return filterRows(columns, { groups });
  const [observer] = look;
  return filterRows(columns, { groups: ['beliefs', 'messages'] }).filter((row) => {
    const type = typeAt(columns, row);
    if (type === 'suspect' || type === 'trust' || type === 'doubt-self' || type === 'failover') return true;
    return type === 'hear' && columns.a[row] === observer;
  });
}

/** What a log tells behind the curtain, where its groups cannot be chosen; null in front of it. */
export function coveredWords({ curtain, look, nodes }: Pick<ShownRun, 'curtain' | 'look' | 'nodes'>): string | null {
  return curtain ? `what ${nodes[look[0]] ?? ''} hears, and what is believed` : null;
}

type Empty = {
  readonly ready: boolean;
  /** Why it may not be played yet, if it may not. */
  readonly locked: string | null;
  readonly covered: string | null;
  readonly groups: readonly Group[];
};

/** What an empty log says of itself: what it is waiting for, and whether choosing more would help. */
export function emptyWords({ ready, locked, covered, groups }: Empty): string {
  if (!ready) return FILLS;
  // Why play waits is said where play is pressed.
  const first = locked === null ? 'Press play.' : FILLS;
  if (covered !== null) return `${first} While the run is covered, you are told only ${covered}.`;
  const all = GROUPS.every(({ id }) => groups.includes(id));
  return locked !== null || all ? first : 'Press play, or choose more kinds of event above.';
}

const FILLS = 'The log fills as it plays.';

/** A row of the log of two runs. */
export type BothRow = { readonly side: 'a' | 'b' | 'both'; readonly row: number; readonly at: number };

/**
 * The rows of two runs in order of time: those before `parts`, which both have, once; from there on each with its
 * own.
 */
export function mergedRows(a: Told, b: Told, groups: readonly Group[], parts: number | null): readonly BothRow[] {
  const out: BothRow[] = [];
  const timeOf = (one: Told, row: number): number => one.columns.time[row] ?? 0;
  const mine = rowsOf(a, groups);
  const theirs = parts === null ? new Uint32Array(0) : rowsOf(b, groups).filter((row) => timeOf(b, row) >= parts);
  let next = 0;
  for (const row of mine) {
    const at = timeOf(a, row);
    for (; next < theirs.length && timeOf(b, theirs[next] ?? 0) < at; next++) push('b', theirs[next] ?? 0, b);
    push(parts === null || at < parts ? 'both' : 'a', row, a);
  }
  for (; next < theirs.length; next++) push('b', theirs[next] ?? 0, b);
  return out;

  function push(side: BothRow['side'], row: number, one: Told): void {
    out.push({ side, row, at: timeOf(one, row) });
  }
}
