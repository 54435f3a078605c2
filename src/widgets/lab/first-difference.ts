// Where two runs part, in words: what each of them tells at the first row of its record that the other has not. The
// rows before are the same, so one place in both records is one moment of the story. The run whose next row comes
// later has nothing to tell at the moment of the other's: of that one is said when it tells the same, if it ever does.
// What came of it, a suspicion that came sooner or never, is said besides, because that is what a person would point
// at.

import { say } from '../../worker/reading.ts';
import type { Said } from '../../worker/reading.ts';
import type { Run } from '../../worker/api.ts';
import { firstDifference } from './ghost.ts';
import { lasting } from '../words.ts';

export type First = {
  /** Microseconds. */
  readonly at: number;
  /** What A tells there, and what B does; null under the curtain. */
  readonly rows: { readonly a: string; readonly b: string } | null;
  /** "n4 suspects n3 0.53 s sooner", as B has it, and when it could be seen. */
  readonly then: { readonly at: number; readonly says: string } | null;
};

export function firstOf(a: Run, b: Run, { row, at }: { readonly row: number; readonly at: number }): First {
  const [mine, theirs] = [timeOf(a, row), timeOf(b, row)];
  const then = firstDifference(b, a);
  const rest = then !== null && then.at <= at ? null : then;
  if (mine > at) return { at, rows: { a: notYet(a, b, row), b: saidAt(b, row).says }, then: rest };
  if (theirs > at) return { at, rows: { a: saidAt(a, row).says, b: notYet(b, a, row) }, then: rest };
  const [one, other] = [saidAt(a, row), saidAt(b, row)];
  if (one.says !== other.says) return { at, rows: { a: one.says, b: other.says }, then: rest };
  return { at, rows: { a: withReason(one), b: `the same, in another way: ${withReason(other)}` }, then: rest };
}

function timeOf({ columns }: Run, row: number): number {
  return columns.time[row] ?? Infinity;
}

/** Behind the curtain only beliefs may be told, and so only where they part. */
export function firstBelief(a: Run, b: Run): First | null {
  const then = firstDifference(b, a);
  return then === null ? null : { at: then.at, rows: null, then };
}

function saidAt({ columns, words, setup }: Run, row: number): Said {
  return say({ columns, words, nodes: setup.nodes.map((node) => node.id) }, row);
}

/** When a run tells what the other one told at `row`. */
function notYet(run: Run, other: Run, row: number): string {
  const wanted = saidAt(other, row).says;
  const [here, there] = [run.columns, other.columns];
  for (let i = row; i < here.length; i++) {
    const alike = here.type[i] === there.type[row] && here.a[i] === there.a[row] && here.b[i] === there.b[row];
    if (alike && saidAt(run, i).says === wanted) return `not until ${lasting(here.time[i] ?? 0)}`;
  }
  return 'this never happens here';
}

function withReason({ says, because }: Said): string {
  return because === null || because === says ? says : `${says} (${because})`;
}
