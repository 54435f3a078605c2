// Going to a moment of another run because of what happens there, as "Watch it" and a press on a seed do. The
// instruments show one pair of nodes; where somebody begins to suspect somebody at that very moment, it is those two.

import type { Run, RunKey } from '../../worker/api.ts';
import type { LabState } from './lab.svelte.ts';

export function suspectedAt(run: Run, at: number): readonly [observer: number, target: number] | null {
  const pair = run.film.beliefs.find(({ spans }) => spans.some(({ from, is }) => from === at && is.suspects));
  return pair === undefined ? null : [pair.observer, pair.target];
}

export function watch(lab: LabState, key: RunKey, at: number): void {
  lab.show(key, at, () => {
    const pair = lab.run === null ? null : suspectedAt(lab.run, at);
    if (pair !== null) lab.look = pair;
  });
}
