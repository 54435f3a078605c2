// A record as Chandra and Toueg would see it: who crashed, and who suspected whom from when to when. Their
// processes crash and stay down, so a node that comes back counts as one that never crashed; and a suspicion
// taken back in its own instant was held all the same, for the one microsecond that time can show.

import { refutes, type FiniteRun, type Suspicion } from './chandra-toueg.ts';
import type { Reading } from './measure.ts';
import { TYPE } from './rows.ts';

export const PROPERTIES = ['strong-accuracy', 'weak-accuracy', 'strong-completeness', 'weak-completeness'] as const;
export type Property = (typeof PROPERTIES)[number];

export function finiteRun({ columns, film, nodes, until }: Reading): FiniteRun {
  const crashes = new Map<number, number>();
  for (let i = 0; i < columns.length; i++) {
    if (columns.type[i] === TYPE.crash) crashes.set(columns.a[i]!, columns.time[i]!);
    else if (columns.type[i] === TYPE.start) crashes.delete(columns.a[i]!);
  }
  const suspicions: Suspicion[] = [];
  for (const { observer, target, spans } of film.beliefs) {
    for (const { from, to, is } of spans) {
      if (!is.suspects) continue;
      suspicions.push({ observer, target, from, to: to >= until ? null : Math.max(to, from + 1) });
    }
  }
  return { processes: nodes.length, crashes, horizon: until, suspicions };
}

/** What a run refutes for good, or leaves unmet at its end. */
export function notHeld(run: Reading): readonly Property[] {
  const { refuted, unmet } = refutes(finiteRun(run));
  return [...refuted, ...unmet];
}
