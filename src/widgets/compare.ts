// How comparing begins and ends. What draws and computes the second run is loaded when it is first wanted, so a page
// on which nobody compares does not carry it.

import type { LabState } from './lab.svelte.ts';
import type { Pairing } from './pairing.ts';

const load = () => import('./compare-parts.ts');

export type CompareParts = Awaited<ReturnType<typeof load>>;

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

/** Loads what comparing needs, and begins it in a lab that has been paired. Where that fails, the lab says so. */
export async function bringCompare(lab: LabState): Promise<CompareParts | null> {
  try {
    const parts = await load();
    if (lab.pairing !== null && lab.comparison === null) lab.comparison = new parts.Comparison(lab);
    return parts;
  } catch {
    lab.pair(null);
    lab.say('problem', 'Comparing could not be loaded', 'Press again when the connection is back; the run is whole.');
    return null;
  }
}
