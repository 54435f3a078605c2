// What can be observed in a run when the truth is covered: who suspected whom, from when to when. And what a
// learner makes of it who has understood the exercise.

import type { FaultAnswer } from '../../src/grading/diagnose.ts';
import type { Run } from '../../src/worker/api.ts';

export type Suspicion = {
  readonly observer: string;
  readonly target: string;
  readonly from: number;
  readonly to: number;
};

/** Every suspicion that began by `seen`, microseconds. */
export function suspicions(run: Run, seen: number): readonly Suspicion[] {
  const name = (node: number): string => run.setup.nodes[node]!.id;
  return run.film.beliefs.flatMap(({ observer, target, spans }) =>
    spans
      .filter((span) => span.is.suspects && span.from <= seen)
      .map(({ from, to }) => ({ observer: name(observer), target: name(target), from, to })),
  );
}

/** Seconds from the first to the last moment at which a live node was suspected. */
export function wrongFromTo(run: Run): readonly [number, number] {
  const wrong = run.film.beliefs.flatMap(({ spans }) => spans.filter(({ is }) => is.suspects && !is.right));
  return [Math.min(...wrong.map((span) => span.from)) / 1e6, Math.max(...wrong.map((span) => span.to)) / 1e6];
}

/** The answer that follows from beliefs alone, if no pause lasts longer than twelve seconds. */
export function deduced(run: Run, seen: number): FaultAnswer {
  const all = suspicions(run, seen);
  const accusers = [...new Set(all.map(({ observer }) => observer))];
  const accused = [...new Set(all.map(({ target }) => target))];
  if (accused.length === 1 && accusers.length > 1) {
    const stillSilent = all.every(({ to }) => to >= seen);
    const silence = seen - Math.min(...all.map(({ from }) => from));
    if (stillSilent && silence <= 12e6) return { kind: 'cannot-tell' };
    return { kind: stillSilent ? 'crash' : 'pause', on: accused[0]! };
  }
  if (accusers.length === 1 && accused.length > 1) return { kind: 'pause', on: accusers[0]! };
  if (all.length === 1) return { kind: 'cut', on: `${accused[0]}>${accusers[0]}` };
  return { kind: 'cut', on: `${accusers[0]}-${accusers[1]}` };
}
