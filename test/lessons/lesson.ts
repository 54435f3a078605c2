// What all proofs of the lessons share: each lesson as it is compiled for the page, a lab that holds its scenarios, and
// a check of an answer as the page does it, over any list of seeds. A new lesson in contents.json is proven with no
// further word; only what its steps say in words needs tests of its own.

import { readFileSync } from 'node:fs';
import type { Break, Claim, Diagnose, Exercise, Lesson, Tune } from '../../src/content/blocks.ts';
import { compileLesson } from '../../src/content/compile.ts';
import { readCourse, readFolder } from '../../src/content/course.ts';
import { overSeeds } from '../../src/grading/verdict.ts';
import { localLab } from '../../src/worker/local.ts';
import type { Action, LabApi, RunKey, Settings, Verdict } from '../../src/worker/api.ts';

export type OnRuns = Tune | Break;
export type Answer = { readonly settings?: Settings; readonly actions?: readonly Action[] };

export type Proof = {
  readonly id: string;
  readonly lesson: Lesson;
  readonly claims: { readonly [name: string]: Claim };
  readonly problems: readonly unknown[];
  readonly lab: LabApi;
  readonly tunes: readonly Tune[];
  readonly breaks: readonly Break[];
  readonly diagnoses: readonly Diagnose[];
  keyOf(scenario: string, settings: Settings, seed: string, actions?: readonly Action[]): RunKey;
};

const { course } = readCourse('lessons');

function prove(id: string): Proof {
  // Open: values of claims are what the proofs measure, so they need not be there yet.
  const { lesson, claims, problems } = compileLesson(readFolder('lessons', id), course, 'open');
  const all: readonly Exercise[] = Object.values(lesson.exercises);
  return {
    id,
    lesson,
    claims,
    problems,
    lab: localLab(lesson.scenarios),
    tunes: all.filter((one) => one.kind === 'tune'),
    breaks: all.filter((one) => one.kind === 'break'),
    diagnoses: all.filter((one) => one.kind === 'diagnose'),
    keyOf(scenario, settings, seed, actions = []) {
      const { version } = lesson.scenarios[scenario]!;
      return { scenario: { id: scenario, version }, settings, seed, actions };
    },
  };
}

export const lessons: readonly Proof[] = (JSON.parse(readFileSync('lessons/contents.json', 'utf8')) as string[]).map(
  prove,
);

export function lessonCalled(id: string): Proof {
  const found = lessons.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no lesson ${id}`);
  return found;
}

/** The first lesson, on which the tests of pages and of its own steps are written. */
export const first = lessonCalled('heartbeats-and-timeouts');
export const { lesson, lab, diagnoses, keyOf } = first;

/** The answer checked over these seeds, with as large a share of runs allowed to fail as on the page. */
export async function check(
  proof: Proof,
  exercise: OnRuns,
  answer: Answer,
  seeds: readonly string[],
): Promise<Verdict> {
  const settings = { ...exercise.base, ...answer.settings };
  const key = proof.keyOf(exercise.scenario, settings, seeds[0]!, answer.actions);
  const goals = exercise.goals.map((goal) => overSeeds(goal, seeds.length));
  return proof.lab.verdict(goals, await proof.lab.grade({ key, goals, seeds, score: exercise.score }));
}

/** How many seeds a check on the page runs. */
export function pageSeeds(exercise: OnRuns): number {
  return Math.max(...exercise.goals.map((goal) => goal.over.seeds));
}

/** "Watch it" replays the worst run of a goal and stops at its row: that run, in the goal's own circumstances. */
export function worstKey(proof: Proof, exercise: OnRuns, answer: Answer, goal: string, seed: string): RunKey {
  const under = exercise.goals.find(({ id }) => id === goal)?.under;
  const settings = { ...exercise.base, ...answer.settings, ...under };
  return proof.keyOf(exercise.scenario, settings, seed, answer.actions);
}
