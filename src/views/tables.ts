// Every chart as rows: what "As a table" shows, and what is read where no picture is. A row may know its moment, so
// that a table can lead there.

export type Table = {
  readonly says: string;
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
};

export type TableRow = {
  readonly cells: readonly string[];
  /** Microseconds; where this row leads. */
  readonly at?: number;
};

/** At most this many rows are ever written out; the caption says so. */
export const MOST_ROWS = 400;

export function table(says: string, head: readonly string[], rows: readonly TableRow[]): Table {
  if (rows.length <= MOST_ROWS) return { says, head, rows };
  return { says: `${says} (first ${MOST_ROWS} of ${rows.length})`, head, rows: rows.slice(0, MOST_ROWS) };
}
