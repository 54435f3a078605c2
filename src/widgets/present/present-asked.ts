// What a card asks that is not on a run of the class's own: a recorded run to name, or a number to reckon, each with
// its one answer. Whoever answers does it once; a remote has no way to say what the class thinks, so that going on
// tells the answer instead. Nothing of it is remembered, and one card knows nothing of another.

import { Progress } from '../progress/progress.svelte.ts';
import { openStorage } from '../progress/storage.ts';
import { DiagnoseState } from '../tasks/diagnose.svelte.ts';
import { ReckonState } from '../tasks/reckon.svelte.ts';
import type { PresentOptions } from './present-lab.ts';
import type { CaseCue, ReckonCue } from './present.ts';

export type Asked = DiagnoseState | ReckonState;

/** What a class has passed is no learner's own. */
export const nobodys = (): Progress => new Progress(openStorage(null));

export function askedOf(cue: CaseCue | ReckonCue, { lesson, client }: PresentOptions): Asked {
  const ask = async () => client();
  const asked =
    cue.kind === 'case'
      ? new DiagnoseState(cue.exercise, lesson, nobodys(), ask)
      : new ReckonState(cue.exercise, lesson, nobodys(), ask);
  void asked.open();
  return asked;
}

/** Tells the answer, if it has not been told. False: it has, or it cannot be had. */
export function tell(asked: Asked): boolean {
  if (asked.problem !== null) return false;
  if (asked instanceof DiagnoseState) {
    if (asked.lab === null || asked.verdict !== null) return false;
    void asked.answer(null);
  } else {
    if (asked.drawn.length === 0 || asked.mark !== null) return false;
    void asked.solve();
  }
  return true;
}
