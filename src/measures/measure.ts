// A measure turns a finished run into one number, or null where the run never exercised it. Each states
// its unit and its blind spot. Pooled goals add up `count` and `exposure` over many runs instead.

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
  /** Number of directions that carry heartbeats, for rates per link. */
  readonly directions: number;
};

export type MeasureArgs = { readonly [name: string]: string | number | boolean };

export type Sample = {
  /** null: the run never exercised this measure. */
  readonly value: number | null;
  /** The moment and row that decided the value: where "Watch it" stops. */
  readonly at?: number;
  readonly row?: number;
  /** For pooling: events counted, and what they are counted against, in the measure's `per`. */
  readonly count?: number;
  readonly exposure?: number;
};

export interface Measure extends Entry {
  readonly unit: 's' | 'count' | 'per pair-hour' | 'per s' | 'share' | 'flag';
  /** Words for the exposure: 'pair-hours', 'link-seconds'. */
  readonly per?: string;
  readonly says: string;
  /** What it cannot see. */
  readonly blindSpot: string;
  readonly source: string;
  readonly params: { readonly [name: string]: Field };
  of(run: Reading, args: MeasureArgs): Sample;
}
