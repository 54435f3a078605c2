// A guard doubts the observer instead of the observed: a detector runs on a machine too, and a machine
// that slept must not accuse everybody on waking. One guard serves all detectors of a node; the monitor
// asks it before it acts on a verdict.

import type { Entry } from '../../kernel/registry.ts';
import type { Fields } from '../../kernel/fields.ts';

/** `late` is how long after its due time the timer that asks was run: 0 on a healthy machine. */
export interface Guard<P extends object, S> extends Entry {
  readonly kind: 'guard';
  readonly source: string;
  readonly says: string;
  readonly params: Fields<P>;
  /** True if it must be asked at a steady pace, in rounds: it judges itself by how often it is asked. */
  readonly steady: boolean;
  init(p: P, now: number): S;
  /** May the node act on its detectors' verdicts at this moment? Called once each time it wants to; may change s. */
  admit(s: S, p: P, now: number, late: number): boolean;
  /** If admit() just refused: the time from which it is worth asking again. */
  retryAt(s: S, p: P, now: number): number;
}

/** An entry whose parameters and state the caller treats as opaque data. */
export type AnyGuard = Guard<object, unknown>;
