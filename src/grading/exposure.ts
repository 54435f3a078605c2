// What a clean check supports, in a sentence. A check that found nothing has still only looked so far, and
// says how far: no event in an exposure E supports, with 95 % confidence, a rate below 3 in E, not zero.

import { THREE } from './binomial.ts';
import type { Goal, SeedSample } from './goal.ts';
import { tally } from './tally.ts';

const MISTAKES = ['mistakes', 'mistakes-per-pair-hour'];

export function exposureSentence(goals: readonly Goal[], runs: readonly SeedSample[]): string {
  if (runs.length === 0) return 'Nothing has run yet.';
  const ran = `${grouped(runs.length)} ${runs.length === 1 ? 'run' : 'runs'}${lengthOf(runs)}`;
  const safety = goals.find((goal) => MISTAKES.includes(goal.measure) && goal.is[0] !== '>=' && goal.is[0] !== '>');
  if (safety) {
    const { count, exposure } = tally(safety, runs);
    if (exposure > 0) return mistakesSentence(count, exposure, ran);
  }
  const failed = runs.filter((run) => run.goals.some((goal) => goal.held === false)).length;
  if (failed > 0) return `${failed} of ${ran} missed a goal.`;
  const exercised = runs.filter((run) => run.goals.every((goal) => goal.held === true)).length;
  if (exercised === 0) return `None of ${ran} put every goal to the test.`;
  const share = ((100 * THREE) / exercised).toFixed(1);
  if (exercised < 4) return `Every goal held in ${ran}. So few runs support next to nothing.`;
  return `Every goal held in ${ran}. That supports a miss in less than ${share} % of such runs, not never.`;
}

function mistakesSentence(count: number, exposure: number, ran: string): string {
  const watched = `${ran}, ${hours(exposure)} of watching`;
  if (count > 0) {
    const rate = count / exposure;
    const often = rate < 1 ? `one in ${hours(1 / rate)}` : `${rate.toFixed(rate < 10 ? 1 : 0)} per pair-hour`;
    return `${grouped(count)} ${count === 1 ? 'mistake' : 'mistakes'} in ${watched}: ${often}.`;
  }
  const supports = `That supports less than one mistake in ${hours(exposure / THREE)}, not zero.`;
  return `No live node was suspected in ${watched}. ${supports}`;
}

/** 4000 as 4,000, as the page writes it. */
function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

function hours(pairHours: number): string {
  if (pairHours >= 9.95) return `${grouped(Math.round(pairHours))} pair-hours`;
  if (pairHours >= 0.1) return `${pairHours.toFixed(1)} pair-hours`;
  return `${(pairHours * 3600).toFixed(0)} pair-seconds`;
}

/** " of a minute", where all runs are of one length. */
function lengthOf(runs: readonly SeedSample[]): string {
  const { until } = runs[0]!;
  if (runs.some((run) => run.until !== until)) return '';
  const s = until / 1e6;
  if (s === 60) return ' of a minute';
  if (s === 3600) return ' of an hour';
  if (s % 3600 === 0) return ` of ${s / 3600} hours`;
  if (s % 60 === 0) return ` of ${s / 60} minutes`;
  return ` of ${s} s`;
}
