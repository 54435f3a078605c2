// Reading a finished record: from rows to objects, from times and ordinals to rows, by bisection, because
// rows are written in order of time. The page shares these with the folds, so nothing here may pull in
// more than the vocabulary.

import type { Columns, Row } from '../kernel/columns.ts';
import { TYPES, type RecordType } from '../world/vocabulary.ts';

/** Type numbers by name: folds compare numbers, not strings. */
export const TYPE = Object.fromEntries(TYPES.map((name, i) => [name, i])) as { readonly [T in RecordType]: number };

export function typeAt(columns: Columns, i: number): RecordType {
  return TYPES[columns.type[i]!]!;
}

export function rowAt(columns: Columns, i: number, words: readonly string[]): Row {
  if (i < 0 || i >= columns.length) throw new Error(`no row ${i} in a record of ${columns.length}`);
  return {
    index: i,
    ordinal: columns.ordinal[i]!,
    time: columns.time[i]!,
    cause: columns.cause[i]!,
    type: typeAt(columns, i),
    a: columns.a[i]!,
    b: columns.b[i]!,
    k: words[columns.k[i]!] ?? '',
    x: columns.x[i]!,
  };
}

/** How many leading elements of a rising column are at most `limit`. */
function countUpTo(column: ArrayLike<number>, length: number, limit: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (column[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last row at or before a time, -1 before the first. */
export function indexAt(columns: Columns, time: number): number {
  return countUpTo(columns.time, columns.length, time) - 1;
}

/** The ordinal of the last event at or before a time; -1 before the first. */
export function ordinalAt(columns: Columns, time: number): number {
  const i = indexAt(columns, time);
  return i < 0 ? -1 : columns.ordinal[i]!;
}

/** The first row that an event wrote; the record's length if that event and all later ones wrote none. */
export function firstRowOf(columns: Columns, ordinal: number): number {
  return countUpTo(columns.ordinal, columns.length, ordinal - 1);
}

/** The last row written up to and with an event, -1 if none. */
export function lastRowUpTo(columns: Columns, ordinal: number): number {
  return countUpTo(columns.ordinal, columns.length, ordinal) - 1;
}

/** The next event that wrote something, or null at the end. */
export function nextOrdinal(columns: Columns, ordinal: number): number | null {
  const i = lastRowUpTo(columns, ordinal) + 1;
  return i < columns.length ? columns.ordinal[i]! : null;
}

/** The event before, of those that wrote something, or null at the beginning. */
export function previousOrdinal(columns: Columns, ordinal: number): number | null {
  const i = firstRowOf(columns, ordinal) - 1;
  return i >= 0 ? columns.ordinal[i]! : null;
}
