// An exercise on runs (tune or break) as keys and seeds: where it begins, what a check runs, which run is the
// worst, and what a learner may not do. The seeds are fixed, so that the same settings always get the same verdict.

import type { Break, Lab, Lesson, Tune } from '../content/blocks.ts';
import type { Action, Field, GoalVerdict, RunKey, Setup, Verdict } from '../worker/api.ts';
import { many, withUnit } from './words.ts';

export type OnRuns = Tune | Break;

/** Seeds that a check shows, and those that it goes on with where the first leave it too close to call. */
export const SEEDS = 200;
export const MOST_SEEDS = 1000;

function scenarioKey(lesson: Pick<Lesson, 'scenarios'>, id: string): RunKey['scenario'] {
  return { id, version: lesson.scenarios[id]?.version ?? 1 };
}

/** Where the lab of a step begins. */
export function labStart(lesson: Pick<Lesson, 'scenarios'>, lab: Lab): RunKey {
  return {
    scenario: scenarioKey(lesson, lab.scenario),
    settings: lab.settings,
    seed: lab.seed,
    actions: lab.actions,
  };
}

/** Where an exercise begins: its starter, on the first of its seeds. */
export function exerciseStart(lesson: Pick<Lesson, 'scenarios'>, exercise: OnRuns): RunKey {
  return {
    scenario: scenarioKey(lesson, exercise.scenario),
    settings: exercise.kind === 'tune' ? { ...exercise.base, ...exercise.starter } : exercise.base,
    seed: seedOf(exercise, 1),
    actions: exercise.kind === 'break' ? exercise.starter : [],
  };
}

export function seedOf(exercise: Pick<OnRuns, 'id'>, n: number): string {
  return `${exercise.id}/${n}`;
}

function seeds(exercise: OnRuns, from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => seedOf(exercise, from + i));
}

/** How many seeds a check runs: as many as the goal that wants most. */
export function seedCount(exercise: OnRuns): number {
  return Math.min(SEEDS, Math.max(1, ...exercise.goals.map((goal) => goal.over.seeds)));
}

export function checkSeeds(exercise: OnRuns): { readonly seeds: readonly string[]; readonly more: readonly string[] } {
  const n = seedCount(exercise);
  return { seeds: seeds(exercise, 1, n), more: n < SEEDS ? [] : seeds(exercise, n + 1, MOST_SEEDS) };
}

/** What a check runs. When tuning, only the knobs count: faults made by hand on the stage are left out. */
export function answerKey(exercise: OnRuns, shown: RunKey): RunKey {
  return exercise.kind === 'tune' ? { ...shown, actions: [] } : shown;
}

export function solutionKey(lesson: Pick<Lesson, 'scenarios'>, exercise: OnRuns): RunKey {
  const start = exerciseStart(lesson, exercise);
  if (exercise.kind === 'break') return { ...start, actions: exercise.solution };
  return { ...start, settings: { ...exercise.base, ...exercise.solution } };
}

/** The failing run to watch: of the goals that failed, or else those that did not hold, the first that has one. */
export function worstRun(verdict: Verdict): (GoalVerdict['worst'] & { readonly goal: string }) | null {
  const failed = verdict.goals.filter((goal) => goal.word !== 'passed');
  for (const goal of [...failed, ...verdict.goals])
    if (goal.worst !== undefined) return { ...goal.worst, goal: goal.goal };
  return null;
}

export type BudgetLeft = {
  readonly left: number;
  readonly most: number;
  /** What is spent of the limited sum, in words: "1.20 s of 2.20 s". */
  readonly total: string | null;
  /** Why these actions are not allowed, or null. */
  readonly problem: string | null;
};

export function budgetLeft(exercise: Break, actions: readonly Action[], setup: Setup): BudgetLeft {
  const { kinds, most, total } = exercise.budget;
  const left = most - actions.length;
  const strange = actions.find((action) => !kinds.includes(action.kind));
  const names = kinds.map((kind) => setup.faults.find((fault) => fault.id === kind)?.title.toLowerCase() ?? kind);
  let problem = strange === undefined ? null : `Only ${names.join(' and ')} is allowed here.`;
  if (left < 0)
    problem = `${many(actions.length, 'fault')}, and ${most} ${most === 1 ? 'is' : 'are'} allowed. Undo some.`;
  if (total === undefined) return { left, most, total: null, problem };
  const spent = actions.reduce((sum, action) => sum + Number(action[total.param] ?? 0), 0);
  const field = setup.faults.flatMap((fault) => fault.params[total.param] ?? [])[0];
  const words = (value: number): string => inUnit(field, value);
  if (spent > total.most + 1e-9) problem ??= `${words(spent)} in all, and ${words(total.most)} is allowed.`;
  return { left, most, total: `${words(spent)} of ${words(total.most)}`, problem };
}

function inUnit(field: Field | undefined, value: number): string {
  return field === undefined ? String(value) : withUnit(field, value);
}
