// What an instrument of two runs is handed: the comparison, which instrument it is, and what every instrument takes.

import type { SweepSpec } from '../../content/blocks.ts';
import type { Window } from '../../views/chart/along.ts';
import type { Thing } from '../../views/thing.ts';
import type { Comparison } from './compare.svelte.ts';

export type BothProps = {
  both: Comparison;
  id: string;
  /** The part of the runs that time charts show. */
  window: Window;
  /** Of the room there is, pixels; 0 until it has been measured. */
  height: number;
};

export type PanelProps = BothProps & {
  sweep: SweepSpec | undefined;
  phone: boolean;
  still: boolean;
  onact: (thing: Thing, element: Element) => void;
  onhelp: () => void;
};
