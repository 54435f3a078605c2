// The shape in which a finished record leaves the worker: one typed array a column, transferable and
// readable without the kernel. Row i is the i-th thing that happened.

export type Columns = {
  readonly length: number;
  /** Ordinal of the event that wrote the row; many rows may share one. Positions in a run are ordinals. */
  readonly ordinal: Uint32Array;
  /** True time, microseconds. */
  readonly time: Float64Array;
  /** Row that brought this one about, -1 for a root (a start of the run, a fault, an action). */
  readonly cause: Int32Array;
  /** Index into the vocabulary's types. */
  readonly type: Uint8Array;
  readonly a: Int32Array;
  readonly b: Int32Array;
  /** Index into words. */
  readonly k: Int32Array;
  readonly x: Float64Array;
  /** First half of the rolling fingerprint, after this row. */
  readonly print: Uint32Array;
};

/** One row as an object, made only on reading. `k` is the word itself. */
export type Row = {
  readonly index: number;
  readonly ordinal: number;
  readonly time: number;
  readonly cause: number;
  readonly type: string;
  readonly a: number;
  readonly b: number;
  readonly k: string;
  readonly x: number;
};
