// What may stand on the stage of a step: its lab, and each exercise that runs on one. The scenes of a step are made
// when it is first looked at. From then on each keeps its state, also while the reader is elsewhere on the page; only
// the one in view is drawn and runs.

import type { Break, Diagnose, Lab, Lesson, Reckon, Step, Tune } from '../../content/blocks.ts';
import { allowedIn, exerciseStart, labStart } from '../../widgets/tasks/exercise.ts';
import { LabState } from '../../widgets/lab/lab.svelte.ts';
import type { LabOptions } from '../../widgets/lab/lab-options.ts';
import { pageLab } from '../../widgets/lab/page-lab.ts';
import type { Progress } from '../../widgets/progress/progress.svelte.ts';
import type { Setup } from '../../worker/api.ts';
import { queryOf } from './address.ts';

type OnRuns = Tune | Break;

export type Scene = { readonly id: string } & (
  | { readonly kind: 'look'; readonly lab: LabState; readonly sweep: Lab['sweep'] }
  | { readonly kind: 'work'; readonly lab: LabState; readonly exercise: OnRuns }
  | { readonly kind: 'diagnose'; readonly exercise: Diagnose }
  /** Beside its questions stands the step's own lab, as the reader left it. */
  | { readonly kind: 'reckon'; readonly exercise: Reckon; readonly lab: LabState; readonly sweep: Lab['sweep'] }
);

type Look = Extract<Scene, { readonly kind: 'look' }>;
type Setups = { readonly [id: string]: Setup };

export type Scenes = {
  /** In the order in which the step names them. */
  of(step: Step): readonly Scene[];
  /** All that have been made so far. */
  made(): readonly Scene[];
};

export function scenesOf(lesson: Lesson, setups: Setups, progress: Progress): Scenes {
  const client = pageLab(lesson.scenarios);
  const labOf = (id: string, setup: Setup, options: Omit<LabOptions, 'id' | 'client' | 'setup'>): LabState => {
    const keptAs = keptName(lesson, id);
    return new LabState({
      ...options,
      id: keptAs,
      client,
      setup,
      remember: (key, at, beside) => progress.ranLab(keptAs, key, at, beside),
    });
  };
  const look = (step: Step, block: Lab, setup: Setup): Look => {
    const { id, panels, knobs, tries, holdAt, curtain, alt, sweep, beside } = block;
    const start = labStart(lesson, block);
    const query = queryOf(step);
    const lab = labOf(id, setup, { start, query, panels, knobs, tries, holdAt, curtain, alt, beside });
    return { id, kind: 'look', lab, sweep };
  };
  const work = (step: Step, exercise: OnRuns, setup: Setup): Scene => {
    const { id, panels, knobs } = exercise;
    const start = exerciseStart(lesson, exercise);
    const lab = labOf(id, setup, { start, query: queryOf(step, id), panels, knobs, ...allowedIn(exercise) });
    return { id, kind: 'work', lab, exercise };
  };
  const ofExercise = (step: Step, id: string, beside: Look | undefined): readonly Scene[] => {
    const exercise = lesson.exercises[id];
    const setup = setups[id];
    switch (exercise?.kind) {
      case undefined:
        return [];
      case 'diagnose':
        return [{ id, kind: 'diagnose', exercise }];
      case 'reckon':
        return beside === undefined ? [] : [{ ...beside, id, kind: 'reckon', exercise }];
      case 'tune':
      case 'break':
        return setup === undefined ? [] : [work(step, exercise, setup)];
    }
  };
  const ofStep = (step: Step): readonly Scene[] => {
    const block = step.blocks.find((one) => one.kind === 'lab');
    const setup = block === undefined ? undefined : setups[block.id];
    const own = block === undefined || setup === undefined ? undefined : look(step, block, setup);
    return step.blocks.flatMap((one): readonly Scene[] => {
      if (one.kind === 'lab') return own === undefined ? [] : [own];
      return one.kind === 'exercise' ? ofExercise(step, one.id, own) : [];
    });
  };
  const made = new Map<string, readonly Scene[]>();
  const make = (step: Step): readonly Scene[] => {
    const known = made.get(step.id);
    if (known !== undefined) return known;
    let scenes: readonly Scene[] | undefined;
    // They outlive the part of the page that asked first. On the server nothing has effects, not even this.
    $effect.root(() => void (scenes = ofStep(step)));
    scenes ??= ofStep(step);
    made.set(step.id, scenes);
    return scenes;
  };
  return { of: make, made: () => [...made.values()].flat() };
}

/** The name under which the last run of a lab or an exercise is kept. */
export function keptName(lesson: Pick<Lesson, 'id'>, id: string): string {
  return `${lesson.id}/${id}`;
}
