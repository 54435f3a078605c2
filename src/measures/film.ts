// A film is a record folded for showing: spans and flights instead of rows, so that a page can find the
// state at any moment by bisection and draw it without knowing how the simulation works. Made in the
// worker once a run, sent along with the columns.

export type Span<T> = {
  readonly from: number;
  readonly to: number;
  readonly is: T;
  /** Row that began it. */
  readonly row: number;
};

/** How a process is, in truth. `slow` answers, late. */
export type Truth = 'up' | 'slow' | 'paused' | 'crashed';

/** What one observer believes of one target. `right` is false for a suspicion of a process that is not crashed. */
export type Belief = { readonly suspects: boolean; readonly right: boolean };

export type LinkState = {
  readonly cut: boolean;
  /** Added delay, microseconds. */
  readonly delay: number;
  /** Added share lost. */
  readonly loss: number;
  readonly burst: boolean;
};

/** 'open': still under way at the end; 'waits': reached the machine, not yet handled at the end. */
export const FATES = ['heard', 'lost', 'dead', 'open', 'waits'] as const;
export type Fate = (typeof FATES)[number];

/** One message a row, in order of sending. */
export type Flights = {
  readonly length: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly sentAt: Float64Array;
  /** When it reached the machine, or would have: a lost one ends half way, at the time it would have been half way. */
  readonly endAt: Float64Array;
  /** When the process handled it; later than endAt if it waited. Infinity if never. */
  readonly heardAt: Float64Array;
  /** Index into FATES. */
  readonly fate: Uint8Array;
  /** Index into Run.words: 'heartbeat', 'ping', 'pong', 'job'. */
  readonly kind: Int32Array;
  readonly seq: Float64Array;
  readonly sendRow: Int32Array;
  /** Row of the hearing or the drop, -1 if none. */
  readonly endRow: Int32Array;
  /** Longest time any message of this film is under way: how far back a page must look for flights at t. */
  readonly longest: number;
};

/** A mark on the timeline. */
export type Mark = {
  readonly at: number;
  readonly row: number;
  readonly kind: 'action' | 'fault' | 'end' | 'suspicion' | 'trust' | 'state' | 'failover';
  /** For suspicions and failovers: is the process really crashed? */
  readonly right?: boolean;
  /** The log's sentence. */
  readonly says: string;
  readonly node: number;
};

export type Film = {
  /** Microseconds computed. */
  readonly until: number;
  /** By node index. */
  readonly truth: readonly (readonly Span<Truth>[])[];
  /** Every pair that watched: beliefs[i] for observer and target. */
  readonly beliefs: readonly {
    readonly observer: number;
    readonly target: number;
    readonly spans: readonly Span<Belief>[];
  }[];
  /** Every direction that exists and ever changed from its ordinary state. */
  readonly links: readonly { readonly from: number; readonly to: number; readonly spans: readonly Span<LinkState>[] }[];
  readonly flights: Flights;
  readonly marks: readonly Mark[];
};
