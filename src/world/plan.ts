// A world before anything has happened: everything resolved, in whole microseconds and node indexes. It is
// never changed by a run.

import type { Micros } from '../kernel/time.ts';
import type { Delay } from './delay.ts';
import type { AnyFaultKind } from './faults/fault.ts';
import type { AnyProgram } from './program.ts';

export type LinkPlan = {
  readonly delay: Delay;
  readonly loss: number;
  readonly burst: { readonly good: number; readonly bad: number; readonly share: number } | null;
  readonly ordered: boolean;
};

export type NodePlan = {
  readonly id: string;
  readonly program: AnyProgram;
  readonly params: unknown;
  readonly driftPpm: number;
};

export type Target = { readonly node: number } | { readonly from: number; readonly to: number; readonly both: boolean };

/** One thing that will be done to the world: a fault of the registry, or a ping sent by hand. */
export type Deed = {
  readonly kind: AnyFaultKind | 'ping';
  readonly params: object;
  readonly target: Target;
  readonly at: Micros;
  readonly until: Micros | null;
};

export type Plan = {
  readonly nodes: readonly NodePlan[];
  /** links[from * nodes.length + to]; null where there is none. */
  readonly links: readonly (LinkPlan | null)[];
  /** The scenario's faults, then the learner's actions: the index is the fault's name in the record. */
  readonly deeds: readonly Deed[];
  readonly until: Micros;
};
