// Why did this happen? Every row names the row that brought it about, so the answer is a walk to a root: a
// start, a fault, something done by hand. A suspicion needs a second answer, because what brings it about
// is something that did not happen: the chain leads to the last heartbeat heard, and `silencer` looks for
// whatever kept the next one away.

import type { Columns } from '../kernel/columns.ts';
import { TYPE } from './rows.ts';

/** From a row back to its root, the row itself first. */
export function causes(columns: Columns, row: number): readonly number[] {
  const chain = [row];
  let at = row;
  while (columns.cause[at]! >= 0) {
    const cause = columns.cause[at]!;
    if (cause >= at) throw new Error(`row ${at} names a cause that comes later: ${cause}`);
    chain.push(cause);
    at = cause;
  }
  return chain;
}

/** Rows that name this one as their cause, in order. */
export function effects(columns: Columns, row: number): readonly number[] {
  const out: number[] = [];
  for (let i = row + 1; i < columns.length; i++) if (columns.cause[i] === row) out.push(i);
  return out;
}

/** The heartbeat whose silence a row of type suspect or failover follows upon; -1 if the observer had heard none. */
export function lastBeat(columns: Columns, suspect: number): number {
  const cause = columns.cause[suspect]!;
  return cause >= 0 && columns.type[cause] === TYPE.hear ? cause : -1;
}

/**
 * What kept the observer from hearing anything, for a row of type suspect or failover: its own pause, the target's
 * crash or pause, or the loss of the first message sent to it after the last one heard. -1 if nothing did: the next
 * heartbeat is merely late, or not due yet.
 */
export function silencer(columns: Columns, row: number): number {
  const observer = columns.a[row]!;
  const target = columns.b[row]!;
  const heard = lastBeat(columns, row);
  let stopped = -1;
  for (let i = heard < 0 ? 0 : heard; i < row; i++) {
    const type = columns.type[i]!;
    if (type === TYPE.drop && columns.a[i] === target && columns.b[i] === observer) return i;
    const process = columns.a[i];
    if (process !== observer && process !== target) continue;
    if (type === TYPE.crash || type === TYPE.pause) stopped = stopped < 0 ? i : stopped;
    // A target that goes on or starts anew explains nothing any more; an observer that wakes explains what it missed.
    else if ((type === TYPE.start || type === TYPE.resume) && process === target) stopped = -1;
  }
  return stopped >= 0 ? stopped : standing(columns, heard, target);
}

/** A crash or pause of the target that began before the last message was heard and is not over: it was sent before. */
function standing(columns: Columns, from: number, target: number): number {
  for (let i = from - 1; i >= 0; i--) {
    if (columns.a[i] !== target) continue;
    const type = columns.type[i]!;
    if (type === TYPE.start || type === TYPE.resume) return -1;
    if (type === TYPE.crash || type === TYPE.pause) return i;
  }
  return -1;
}
