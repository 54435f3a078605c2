// No message comes from nowhere and none disappears: each send ends exactly once, heard or dropped with a
// reason, or is still under way, or waiting at its receiver, when the run ends. A law of the world, checked
// on its record alone.

import type { Columns } from '../kernel/columns.ts';
import { DROPS } from '../world/vocabulary.ts';
import { TYPE } from './rows.ts';

export type Violation = { readonly row: number; readonly says: string };

/** What breaks the law; empty for every run. */
export function conservation(columns: Columns, words: readonly string[]): readonly Violation[] {
  const violations: Violation[] = [];
  const arrivedBy = new Map<number, number>();
  const endedBy = new Map<number, number>();
  for (let i = 0; i < columns.length; i++) {
    const type = columns.type[i]!;
    if (type !== TYPE.hear && type !== TYPE.arrive && type !== TYPE.drop) continue;
    const send = sendOf(columns, i);
    const says = send < 0 ? 'names no send as its origin' : mismatch(columns, words, i, send);
    if (says !== null) {
      violations.push({ row: i, says });
      continue;
    }
    const seen = type === TYPE.arrive ? arrivedBy : endedBy;
    if (endedBy.has(send))
      violations.push({ row: i, says: `the message of row ${send} had ended in row ${endedBy.get(send)}` });
    else if (seen.has(send))
      violations.push({ row: i, says: `the message of row ${send} had arrived in row ${seen.get(send)}` });
    seen.set(send, i);
  }
  return violations;
}

/** The send at the origin of a row, through an arrival if there was one; -1 if there is none. */
function sendOf(columns: Columns, row: number): number {
  let at = columns.cause[row]!;
  if (at >= 0 && columns.type[row] !== TYPE.arrive && columns.type[at] === TYPE.arrive) at = columns.cause[at]!;
  return at >= 0 && columns.type[at] === TYPE.send ? at : -1;
}

function mismatch(columns: Columns, words: readonly string[], row: number, send: number): string | null {
  const dropped = columns.type[row] === TYPE.drop;
  const from = dropped ? columns.a[row] : columns.b[row];
  const to = dropped ? columns.b[row] : columns.a[row];
  if (from !== columns.a[send] || to !== columns.b[send]) return `is not between the nodes of its send, row ${send}`;
  if (columns.x[row] !== columns.x[send]) return `has another sequence number than its send, row ${send}`;
  if (columns.time[row]! < columns.time[send]!) return `comes before its send, row ${send}`;
  if (dropped && !(words[columns.k[row]!]! in DROPS))
    return `is dropped for no known reason: ${words[columns.k[row]!]}`;
  return null;
}
