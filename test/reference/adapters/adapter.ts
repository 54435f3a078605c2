// What connects a name of the vector files with the lab's own code. An adapter offers a function for each
// form in which its algorithm is asked; a form that it does not offer fails.

import type { Value } from '../values.ts';

/** Params with the header's defaults filled in; reading one that is neither given nor defaulted throws. */
export type Params = {
  number(name: string): number;
  text(name: string): string;
  /** As it stands in the file. */
  value(name: string): unknown;
  has(name: string): boolean;
};

export type Args = { readonly [name: string]: unknown };

/** A detector that lives through events. */
export type Live = {
  apply(op: string, t: number): void;
  ask(quantity: string, t: number): Value;
};

export type Arrival = { readonly seq: number; readonly t: number };

export type Adapter = {
  call?(p: Params, args: Args, quantity: string): Value;
  window?(p: Params, intervals: readonly number[], elapsed: number | null, quantity: string): Value;
  live?(p: Params): Live;
  /** One value per arrival, or per query for `output`. */
  arrivals?(p: Params, arrivals: readonly Arrival[], queries: readonly number[], quantity: string): readonly Value[];
  rejects?(p: Params): boolean;
};

export type Adapters = { readonly [algorithm: string]: Adapter };

export function noSuch(what: string): never {
  throw new Error(`not answered by this adapter: ${what}`);
}
