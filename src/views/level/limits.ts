// A line that must not be passed: constant, or a line of the series that moves as the detector learns.

import type { Knob } from './Grip.svelte';

export type Limit = {
  /** The line of the series; also its name among the others. */
  readonly line: string;
  /** As it is at the cursor, or as the knob has it. */
  readonly value: number;
  /** Said at the right end, where there is no grip; brief where there is little room. */
  readonly says: string;
  readonly brief: string;
  /** Does it move? Then the series draws it. */
  readonly moves?: boolean;
  /** Quieter than the first: another action's. */
  readonly second?: boolean;
  readonly knob?: Knob | null;
};

/** As far apart as two grips must be to be told from each other and taken hold of. */
const LEAST = 30;

/** Heights at which grips stand: where their lines are, but not on each other. */
export function apart(heights: readonly number[]): readonly number[] {
  const [first, second] = heights;
  if (first === undefined || second === undefined || heights.length > 2) return heights;
  const between = Math.abs(first - second);
  if (between >= LEAST) return heights;
  const lower = first >= second ? 0 : 1;
  return heights.map((height, i) => height + ((LEAST - between) / 2) * (i === lower ? 1 : -1));
}
