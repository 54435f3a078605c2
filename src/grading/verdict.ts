// Passed, not yet, undecided: what a fixed list of runs says about each goal and about all of them. A goal
// passes if it held in as many runs as it needs, it has not yet if so many failed that it no longer can, and
// it is undecided otherwise: also when fewer than nine runs in ten exercised it at all.

import { compares } from './compare.ts';
import { allowance, close, edge, EXTENDED } from './edge.ts';
import { exposureSentence } from './exposure.ts';
import type { Goal, GoalVerdict, SeedSample, Verdict, VerdictWord } from './goal.ts';
import { tally, worstOf, type Tally } from './tally.ts';

/** Samples in the order of the seed list. Those beyond a goal's own list only show how near the edge it is. */
export function verdict(goals: readonly Goal[], samples: readonly SeedSample[]): Verdict {
  const verdicts = goals.map((goal) => goalVerdict(goal, samples));
  const word = overall(verdicts);
  return {
    word,
    onlyJust: word === 'passed' && verdicts.some((v) => v.onlyJust),
    goals: verdicts,
    runs: samples.length,
    score: worstScore(samples),
    exposure: exposureSentence(goals, samples),
  };
}

/** Should the caller run on to 1,000 seeds before it shows a verdict? */
export function needsMore(goals: readonly Goal[], samples: readonly SeedSample[]): boolean {
  if (samples.length >= EXTENDED || verdict(goals, samples).word !== 'passed') return false;
  return goals.some((goal) => close(goal, tally(goal, samples, goal.over.seeds)));
}

/** The same goal over a list of another length, with the same share of runs allowed to fail. For proofs. */
export function overSeeds(goal: Goal, seeds: number): Goal {
  const { need } = goal.over;
  if (typeof need !== 'number') return { ...goal, over: { seeds, need } };
  const mayFail = Math.floor((allowance(goal) * seeds) / goal.over.seeds);
  return { ...goal, over: { seeds, need: seeds - mayFail } };
}

function goalVerdict(goal: Goal, samples: readonly SeedSample[]): GoalVerdict {
  const list = tally(goal, samples, goal.over.seeds);
  const all = tally(goal, samples);
  const pooled = goal.over.need === 'pooled';
  const first = pooled ? pooledWord(goal, list) : countedWord(goal, list);
  const longer = samples.length > goal.over.seeds;
  const at = first === 'passed' && (longer || pooled || list.failed > 0) ? edge(goal, all) : 'clear';
  const failing = worstOf(
    goal,
    all.samples.filter((sample) => sample.held === false),
  );
  return {
    goal: goal.id,
    word: longer && at === 'beyond' ? 'not-yet' : first,
    held: all.held,
    failed: all.failed,
    unknown: all.unknown,
    value: pooled ? rate(all) : (worstOf(goal, all.samples)?.value ?? null),
    ...(all.exposure > 0 && { count: all.count, exposure: all.exposure }),
    onlyJust: at === 'near',
    ...(failing && {
      worst: { seed: failing.seed, value: failing.value, at: failing.at ?? 0, row: failing.row ?? -1 },
    }),
    values: all.samples.map(({ seed, value, held }) => ({ seed, value, held })),
  };
}

function countedWord(goal: Goal, list: Tally): VerdictWord {
  const { seeds } = goal.over;
  const mayFail = allowance(goal);
  if (list.failed > mayFail) return 'not-yet';
  // "Every run" means every run that exercised it.
  const need = goal.over.need === 'every' ? seeds - list.unknown : seeds - mayFail;
  return exercisedEnough(list.unknown, seeds) && list.held >= need ? 'passed' : 'undecided';
}

function pooledWord(goal: Goal, list: Tally): VerdictWord {
  const missing = goal.over.seeds - list.exposed;
  if (!exercisedEnough(missing, goal.over.seeds)) return 'undecided';
  return compares(list.count / list.exposure, goal.is) ? 'passed' : 'not-yet';
}

function exercisedEnough(unexercised: number, seeds: number): boolean {
  return unexercised * 10 <= seeds && unexercised < seeds;
}

function rate(all: Tally): number | null {
  return all.exposure > 0 ? all.count / all.exposure : null;
}

function overall(goals: readonly GoalVerdict[]): VerdictWord {
  if (goals.some((goal) => goal.word === 'not-yet')) return 'not-yet';
  return goals.length > 0 && goals.every((goal) => goal.word === 'passed') ? 'passed' : 'undecided';
}

function worstScore(samples: readonly SeedSample[]): number | null {
  let worst: number | null = null;
  for (const { score } of samples) if (score !== null && (worst === null || score > worst)) worst = score;
  return worst;
}
