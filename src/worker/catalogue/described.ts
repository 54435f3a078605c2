// What the reference page knows of everything that a scenario can name: plain data, types alone.

import type { Field } from '../../kernel/fields.ts';
import type { Case } from '../../patterns/detectors/detector.ts';

export type NamedField = { readonly name: string; readonly field: Field };

/** A detector's worked case: what it hears, and what it answers when it is asked. */
export type Told = Case;

/** A worked case that was run: what happened, and the number that came out. */
export type Ran = {
  readonly says: string;
  readonly measure: string;
  readonly unit: string;
  readonly value: number | null;
  /** The log without the beats: when, and what. */
  readonly log: readonly { readonly at: number; readonly says: string }[];
};

export type Described = {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly source?: string;
  /** Short statements, each with its name: what it cannot see, what it applies to. */
  readonly facts: readonly { readonly name: string; readonly says: string }[];
  readonly fields: readonly NamedField[];
  readonly told: readonly Told[];
  readonly ran: readonly Ran[];
};

export type Section = {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly entries: readonly Described[];
};
