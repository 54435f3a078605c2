// A measure turns a finished run into one number, or null where the run never exercised it. Each states
// its unit and its blind spot. Pooled goals add up `count` and `exposure` over many runs instead: the pooled
// value is always the one divided by the other.

import type { Entry } from '../kernel/registry.ts';
import type { Field } from '../kernel/fields.ts';
import type { Columns } from '../kernel/columns.ts';
import type { Film } from './film.ts';

/** What a measure reads. */
export type Reading = {
  readonly columns: Columns;
  readonly words: readonly string[];
  readonly film: Film;
  /** Ids by node index. */
  readonly nodes: readonly string[];
  /** Microseconds. */
  readonly until: number;
  /** What was done by hand, with parameters in microseconds: for measures of the learner's own doing. */
  readonly done?: readonly { readonly params: object }[];
};

export type MeasureArgs = { readonly [name: string]: string | number | boolean };

export type Sample = {
  /** null: the run never exercised this measure. */
  readonly value: number | null;
  /** The moment and row that decided the value: where "Watch it" stops. */
  readonly at?: number;
  readonly row?: number;
  /** For pooling: what is counted or summed, and what it is counted against, in the measure's `per`. */
  readonly count?: number;
  readonly exposure?: number;
  /** A suspicion that was already on at the crash: `value` is 0, but nothing was detected. */
  readonly early?: true;
  /** It had not happened when the run ended: `value` is a lower bound, the true one may be anything above. */
  readonly never?: true;
};

/** Arguments that name a node, by its id; a measure without them looks at all nodes. `than`: another observer. */
export type NodeArg = 'observer' | 'target' | 'than';

export interface Measure extends Entry {
  readonly unit: 's' | 'count' | 'per pair-hour' | 'per s' | 'share' | 'flag';
  /** Words for the exposure: 'pair-hours', 'link-seconds', 'mistakes'. */
  readonly per?: string;
  readonly says: string;
  /** What it cannot see. */
  readonly blindSpot: string;
  readonly source: string;
  readonly params: { readonly [name: string]: Field };
  /** Which node arguments it takes, beside its params. */
  readonly nodes: readonly NodeArg[];
  of(run: Reading, args: MeasureArgs): Sample;
}
