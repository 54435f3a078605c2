// What the active faults make of a node or a link. A condition is never edited and never undone: it is
// derived afresh from the set of faults that are active now, folded in the order in which they began, so
// faults that overlap end rightly in any order.

export type PauseMode = 'gc' | 'suspend';

export type NodeCondition = {
  crashed: boolean;
  paused: PauseMode | null;
  /** Microseconds that the process takes to handle anything. */
  slow: number;
};

/** One message held back or dropped: the next one sent in that direction. `fault` is used up by it. */
export type OneShot = { readonly fault: number; readonly drop: boolean; readonly hold: number };

export type LinkCondition = {
  cut: boolean;
  /** Microseconds added to every delay. */
  delay: number;
  /** Added share lost, independently of the link's own. */
  loss: number;
  /** Bad periods, by the fault that brings them. Mean lengths in microseconds. */
  burst: { readonly fault: number; readonly good: number; readonly bad: number; readonly share: number } | null;
  /** In the order in which they were asked for. */
  next: OneShot[];
};

export function soundNode(): NodeCondition {
  return { crashed: false, paused: null, slow: 0 };
}

export function soundLink(): LinkCondition {
  return { cut: false, delay: 0, loss: 0, burst: null, next: [] };
}
