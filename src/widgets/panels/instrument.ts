// What the stage hands to every instrument. Each takes what it needs.

import type { SweepSpec } from '../../content/blocks.ts';
import type { Window } from '../../views/chart/along.ts';
import type { Thing } from '../../views/thing.ts';
import type { LabState } from '../lab/lab.svelte.ts';

export type InstrumentProps = {
  lab: LabState;
  /** The part of the run that time charts show. */
  window: Window;
  /** Of the room there is, pixels; 0 until it has been measured. */
  height: number;
  /** Where a lesson has one: what the bargain's curves are made of. */
  sweep?: SweepSpec;
  onact: (thing: Thing, element: Element) => void;
};
