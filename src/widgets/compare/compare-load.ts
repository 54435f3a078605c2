// What draws and computes a second run, loaded when it is first wanted, so a page on which nobody compares does not
// carry it.

import type { LabState } from '../lab/lab.svelte.ts';

const load = () => import('./compare-parts.ts');

export type CompareParts = Awaited<ReturnType<typeof load>>;

/** Loads what comparing needs, and begins it in a lab that has been paired. Where that fails, the lab says so. */
export async function bringCompare(lab: LabState): Promise<CompareParts | null> {
  try {
    const parts = await load();
    if (lab.pairing !== null && lab.partner === null) lab.partner = new parts.Comparison(lab);
    return parts;
  } catch {
    lab.pair(null);
    lab.say('problem', 'Comparing could not be loaded', 'Press again when the connection is back; the run is whole.');
    return null;
  }
}
