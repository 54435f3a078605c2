// What all proofs of this lesson share: the lesson as it is compiled for the page, a lab that holds its
// scenarios, and a check of an answer as the page does it, over any list of seeds.

import type { Break, Diagnose, Exercise, Lesson, Tune } from '../../src/content/blocks.ts';
import { compileLesson } from '../../src/content/compile.ts';
import { readCourse, readFolder } from '../../src/content/course.ts';
import { overSeeds } from '../../src/grading/verdict.ts';
import { localLab } from '../../src/worker/local.ts';
import type { Action, LabApi, RunKey, Settings, Verdict } from '../../src/worker/api.ts';

const ID = 'heartbeats-and-timeouts';

// Open: values of claims are what the proofs measure, so they need not be there yet.
const compiled = compileLesson(readFolder('lessons', ID), readCourse('lessons').course, 'open');

export const lesson: Lesson = compiled.lesson;
export const claims = compiled.claims;
export const problems = compiled.problems;
export const lab: LabApi = localLab(lesson.scenarios);

export type OnRuns = Tune | Break;
export type Answer = { readonly settings?: Settings; readonly actions?: readonly Action[] };

const all: readonly Exercise[] = Object.values(lesson.exercises);
export const tunes: readonly Tune[] = all.filter((one) => one.kind === 'tune');
export const breaks: readonly Break[] = all.filter((one) => one.kind === 'break');
export const diagnoses: readonly Diagnose[] = all.filter((one) => one.kind === 'diagnose');

export function keyOf(scenario: string, settings: Settings, seed: string, actions: readonly Action[] = []): RunKey {
  const { id, version } = lesson.scenarios[scenario]!;
  return { scenario: { id, version }, settings, seed, actions };
}

/** The answer checked over these seeds, with as large a share of runs allowed to fail as on the page. */
export async function check(exercise: OnRuns, answer: Answer, seeds: readonly string[]): Promise<Verdict> {
  const key = keyOf(exercise.scenario, { ...exercise.base, ...answer.settings }, seeds[0]!, answer.actions ?? []);
  const goals = exercise.goals.map((goal) => overSeeds(goal, seeds.length));
  return lab.verdict(goals, await lab.grade({ key, goals, seeds, score: exercise.score }));
}

/** How many seeds a check on the page runs. */
export function pageSeeds(exercise: OnRuns): number {
  return Math.max(...exercise.goals.map((goal) => goal.over.seeds));
}
