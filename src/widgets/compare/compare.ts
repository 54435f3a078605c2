// How comparing begins and ends. What draws and computes the second run is loaded when it is first wanted: see
// compare-load.ts.

import type { Comparison } from './compare.svelte.ts';
import type { LabState } from '../lab/lab.svelte.ts';
import type { Pairing } from '../lab/pairing.ts';

/** What this lab's run is compared with: the lab itself knows of it only what it has to tell it. */
export function comparisonOf(lab: LabState): Comparison | null {
  return lab.partner as Comparison | null;
}

/** What comparing would begin with: the run before the last change, or else the run as it is now, kept. */
export function pairingFor(lab: LabState): Pairing {
  return { kind: 'pinned', key: lab.before?.key ?? lab.key };
}

/** Begins to compare, or ends it. Says what was done, for a screen reader. */
export function toggleCompare(lab: LabState): string {
  if (lab.pairing !== null) {
    lab.pair(null);
    return 'No longer comparing';
  }
  if (!lab.ready) return 'The run is still being computed';
  const { before } = lab;
  lab.pair(pairingFor(lab));
  return before !== null ? 'Comparing with the run before' : 'This run is kept as B. Change something, and compare.';
}
