// An exercise on runs (tune or break) as keys and seeds: where it begins, what a check runs, which run is the
// worst, and what a learner may not do. The seeds are fixed, so that the same settings always get the same verdict.

import type { Break, Budget, Lab, Lesson, Tune } from '../../content/blocks.ts';
import type { Action, Field, GoalVerdict, RunKey, Setup, Verdict } from '../../worker/api.ts';
import { breaches, used, type Breach } from '../../worker/reading.ts';
import { many, withUnit } from '../words.ts';

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

/**
 * What a check runs: only the exercise's own knobs count, whatever else a replay has set on the stage. When tuning,
 * faults made by hand are left out.
 */
export function answerKey(exercise: OnRuns, shown: RunKey): RunKey {
  const own = Object.entries(shown.settings).filter(([knob]) => exercise.knobs.includes(knob));
  const settings = { ...exercise.base, ...Object.fromEntries(own) };
  return { ...shown, settings, actions: exercise.kind === 'tune' ? [] : shown.actions };
}

/** The same in the circumstances that a goal is judged in. */
export function keyUnder(exercise: OnRuns, key: RunKey, goal: string): RunKey {
  const under = exercise.goals.find(({ id }) => id === goal)?.under;
  return under === undefined ? key : { ...key, settings: { ...key.settings, ...under } };
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
  const { most, total } = exercise.budget;
  const left = most - actions.length;
  const breach = breaches(exercise.budget, actions)[0];
  const problem = breach === undefined ? null : refusal(breach, exercise.budget, setup);
  if (total === undefined) return { left, most, total: null, problem };
  const words = (value: number): string => inUnit(paramField(setup, total.param), value);
  return { left, most, total: `${words(used(actions, total.param))} of ${words(total.most)}`, problem };
}

/** Why what is on the stage cannot be checked, or null. */
export function unchecked(exercise: OnRuns, actions: readonly Action[], setup: Setup): string | null {
  if (exercise.kind === 'tune') return null;
  return (
    budgetLeft(exercise, actions, setup).problem ?? (actions.length === 0 ? 'Do something to the cluster first.' : null)
  );
}

/** What an exercise lets its learner do in its lab, and to what. */
export function allowedIn(exercise: OnRuns): { readonly may?: readonly string[]; readonly only?: readonly string[] } {
  if (exercise.kind === 'tune') return {};
  const { kinds, on } = exercise.budget;
  return { may: kinds, only: on };
}

/** What is allowed, and what there is, to the learner. */
function refusal(breach: Breach, budget: Budget, setup: Setup): string {
  const names = budget.kinds.map((kind) => setup.faults.find(({ id }) => id === kind)?.title.toLowerCase() ?? kind);
  switch (breach.rule) {
    case 'kind':
      return `Only ${names.join(' and ')} is allowed here.`;
    case 'on':
      return `Only ${budget.on!.join(' and ')} may be touched here, not ${breach.on}.`;
    case 'most':
      return `${many(breach.count, 'fault')}, and ${many(budget.most, 'is', 'are')} allowed. Undo some.`;
    case 'total': {
      const words = (value: number): string => inUnit(paramField(setup, budget.total!.param), value);
      return `${words(breach.sum)} in all, and ${words(budget.total!.most)} is allowed.`;
    }
    case 'lasts':
      if (breach.lasts === Infinity) return `Each may last ${budget.lasts} s at most, and one has no end.`;
      return `Each may last ${budget.lasts} s at most, and one lasts ${above(breach.lasts)} s.`;
    case 'early':
      return `None may begin before ${budget.within![0]} s, and one begins at ${below(breach.at)} s.`;
    case 'late':
      if (breach.until === Infinity) return `All must be over by ${budget.within![1]} s, and one has no end.`;
      return `All must be over by ${budget.within![1]} s, and one goes on until ${above(breach.until)} s.`;
    case 'apart':
      return `They must begin ${budget.apart} s apart, and one begins ${below(breach.after)} s after another.`;
  }
}

/** Rounded away from the limit that was missed: "20 s apart, and one begins 20.00 s after another" explains nothing. */
const below = (seconds: number): string => (Math.floor(100 * seconds) / 100).toFixed(2);
const above = (seconds: number): string => (Math.ceil(100 * seconds) / 100).toFixed(2);

function paramField(setup: Setup, param: string): Field | undefined {
  return setup.faults.flatMap((fault) => fault.params[param] ?? [])[0];
}

function inUnit(field: Field | undefined, value: number): string {
  return field === undefined ? String(value) : withUnit(field, value);
}
