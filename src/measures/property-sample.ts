// A property as a number: 1 if the run is consistent with it up to its horizon, 0 if not; null if the run
// put nothing to the test (no detector at work, or, for completeness, nobody down at the end).

import { finiteRun, notHeld, type Property } from './classes.ts';
import type { Reading, Sample } from './measure.ts';
import { TYPE } from './rows.ts';
import { watches } from './watches.ts';

export function propertySample(run: Reading, property: Property): Sample {
  const completeness = property === 'strong-completeness' || property === 'weak-completeness';
  if (watches(run).length === 0) return { value: null };
  if (completeness && finiteRun(run).crashes.size === 0) return { value: null };
  const row = completeness ? lastCrash(run) : firstWrong(run);
  const where = row < 0 ? {} : { at: run.columns.time[row]!, row };
  return { value: notHeld(run).includes(property) ? 0 : 1, ...where };
}

/** The first suspicion of a process that had not crashed, -1 if there is none. */
function firstWrong({ film }: Reading): number {
  let first = -1;
  for (const { spans } of film.beliefs) {
    for (const { is, row } of spans) if (is.suspects && !is.right && (first < 0 || row < first)) first = row;
  }
  return first;
}

function lastCrash({ columns }: Reading): number {
  for (let i = columns.length - 1; i >= 0; i--) if (columns.type[i] === TYPE.crash) return i;
  return -1;
}
