// Would other seeds have said otherwise? A result is near the edge where a system as good as the one observed
// would pass the goal's rule in 1 % to 99 % of fixed lists. Such a pass is run on to 1,000 seeds, and if it
// is still near, the verdict says that it passes only just.

import { atMost, ONE_PERCENT, THREE } from './binomial.ts';
import { badness, compares } from './compare.ts';
import type { Goal } from './goal.ts';
import { worstOf, type Tally } from './tally.ts';

/** How many seeds a pass near the edge is run on to. */
export const EXTENDED = 1_000;

export type Edge = 'clear' | 'near' | 'beyond';

/** How many runs of its list may fail. */
export function allowance(goal: Goal): number {
  return typeof goal.over.need === 'number' ? goal.over.seeds - goal.over.need : 0;
}

/**
 * Where a pass lies, judged by all runs that there are. beyond: so many failed in the longer list that the rule's
 * own list must have been lucky (it would pass in under 1 % of lists).
 */
export function edge(goal: Goal, all: Tally): Edge {
  if (goal.over.need === 'pooled') return pooledEdge(goal, all);
  const exercised = all.held + all.failed;
  if (exercised === 0) return 'clear';
  const chance = atMost(allowance(goal), goal.over.seeds, all.failed / exercised);
  return chance > 0.99 ? 'clear' : chance < 0.01 ? 'beyond' : 'near';
}

/** By how much the rate could be another, judged from how it differs between runs: no law of chance is assumed. */
function pooledEdge(goal: Goal, all: Tally): Edge {
  const limit = goal.is[1];
  if (all.exposure === 0) return 'clear';
  const rate = all.count / all.exposure;
  if (all.count === 0 && limit > 0) return limit * all.exposure < THREE ? 'near' : 'clear';
  let squares = 0;
  for (const sample of all.samples) {
    const rest = (sample.count ?? 0) - rate * (sample.exposure ?? 0);
    squares += rest * rest;
  }
  const margin = (ONE_PERCENT * Math.sqrt(squares)) / all.exposure;
  if (Math.abs(rate - limit) < margin) return 'near';
  return compares(rate, goal.is) ? 'clear' : 'beyond';
}

/**
 * Is a pass on the list itself too close to be left there? Without a single failure the share that fails says
 * nothing, so the worst value decides: within a tenth of the limit is close.
 */
export function close(goal: Goal, list: Tally): boolean {
  if (goal.over.need === 'pooled' || list.failed > 0) return edge(goal, list) !== 'clear';
  if (allowance(goal) > 0) return false;
  const worst = worstOf(goal, list.samples);
  return worst !== undefined && badness(worst.value!, goal.is) >= -Math.abs(goal.is[1]) / 10;
}
