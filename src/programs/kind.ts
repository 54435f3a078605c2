// A program as a scenario can name it: its handlers, and how its parameters are read from plain data with
// every problem named by its field.

import type { Field } from '../kernel/fields.ts';
import type { Entry } from '../kernel/registry.ts';
import type { AnyProgram } from '../world/program.ts';

export type Issue = { readonly field: string; readonly says: string };

export interface ProgramKind extends Entry {
  readonly says: string;
  /** Parameters that are single values, for forms and the reference. */
  readonly fields: { readonly [name: string]: Field };
  readonly program: AnyProgram;
  /**
   * Parameters ready to run, in microseconds and node indexes. What cannot be used is reported into `issues`
   * with `path` in front of the field's name; the answer then must not be run.
   */
  prepare(raw: unknown, nodes: readonly string[], path: string, issues: Issue[]): unknown;
}
