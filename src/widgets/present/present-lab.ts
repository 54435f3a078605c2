// The lab of a cue that has one: a run of the lesson, with its second run where it has one, or an exercise as it
// begins. Nothing is remembered of any of them, and what takes long begins without being asked.

import type { Lesson, Production } from '../../content/blocks.ts';
import type { LabClient, RunKey, Settings, Setup } from '../../worker/api.ts';
import { allowedIn, exerciseStart, labStart } from '../tasks/exercise.ts';
import { LabState } from '../lab/lab.svelte.ts';
import { SPEEDS } from '../lab/lab-options.ts';
import type { Frames } from '../lab/lab-options.ts';
import type { RunCue, WorkCue } from './present.ts';

/** A run should take about so long to watch, seconds. */
const PATIENCE = 20;

export type PresentOptions = {
  readonly lesson: Lesson;
  /** By the id of the lab or the exercise. */
  readonly setups: { readonly [id: string]: Setup };
  readonly client: () => LabClient | Promise<LabClient>;
  /** What is written into the configurations of a block. */
  readonly values: (block: Production) => Settings;
  readonly frames?: Frames;
};

/** The lab, and the run that it begins with; null where the lesson has no set-up for it. */
export function labOfCue(
  cue: RunCue | WorkCue,
  options: PresentOptions,
): { readonly lab: LabState; readonly key: RunKey } | null {
  const { lesson, setups, client, frames } = options;
  const { id } = cue.kind === 'run' ? cue.lab : cue.exercise;
  const setup = setups[id];
  if (setup === undefined) return null;
  const common = { id, client, setup, frames, eager: true };
  let lab: LabState;
  let key: RunKey;
  if (cue.kind === 'run') {
    const { panels, knobs, alt, beside } = cue.lab;
    const start = labStart(lesson, cue.lab);
    const holdAt = cue.holdAt ?? undefined;
    key = { ...start, settings: { ...start.settings, ...cue.settings } };
    lab = new LabState({ ...common, start, panels, knobs, alt, holdAt, curtain: cue.covered, beside });
  } else {
    const { panels, knobs } = cue.exercise;
    key = exerciseStart(lesson, cue.exercise);
    lab = new LabState({ ...common, start: key, panels, knobs, ...allowedIn(cue.exercise) });
    lab.panel = 'task';
  }
  const length = (lab.holdAt ?? setup.until) / 1_000_000;
  lab.speed = SPEEDS.find((speed) => length / speed <= PATIENCE) ?? 1000;
  return { lab, key };
}
