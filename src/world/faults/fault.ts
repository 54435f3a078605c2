// A fault is data: a kind, a target, a beginning, perhaps an end, and parameters. What a kind does is one
// fold over the condition of its target. No kind has an undo.

import type { Entry } from '../../kernel/registry.ts';
import type { Fields } from '../../kernel/fields.ts';
import type { LinkCondition, NodeCondition } from '../conditions.ts';

export interface FaultKind<P extends object> extends Entry {
  readonly on: 'node' | 'link';
  /** Can it hit one direction of a link only? */
  readonly directed: boolean;
  /** Has it a duration? If not it is over as soon as it has done its work. */
  readonly lasts: boolean;
  /** Does its beginning start the process anew, even a running one? */
  readonly reboots?: boolean;
  readonly icon: string;
  /** What would happen, to the node or link called `thing`: for previews and menus. */
  readonly effect: (thing: string) => string;
  /** The same in the past, by somebody: "n3 crashes", "the link n1 to n3 is cut". For the log. */
  readonly says: (thing: string) => string;
  readonly params: Fields<P>;
  onNode?(condition: NodeCondition, p: P): void;
  onLink?(condition: LinkCondition, p: P, fault: number): void;
}

/** A kind whose parameters the caller treats as opaque data. */
export type AnyFaultKind = FaultKind<object>;
