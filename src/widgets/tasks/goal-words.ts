// Goals and verdicts as sentences. Numbers live in sentences ("1.92 s of 2 s"); a verdict gives the reason and what
// was at stake; none of them scolds.

import type { Goal, GoalVerdict, QosReading, Verdict } from '../../worker/api.ts';
import { capital, count } from '../words.ts';

export type Unit = QosReading['unit'];

/** A measured value in its unit, as short as it can be read. */
export function measured(value: number, unit: Unit): string {
  switch (unit) {
    case 's':
      return `${value.toFixed(2)} s`;
    case 'share':
      return `${(100 * value).toFixed(1)} %`;
    case 'count':
      return Number.isInteger(value) ? count(value) : String(Number(value.toFixed(2)));
    case 'flag':
      return value === 0 ? 'no' : 'yes';
    default:
      return value === 0 ? '0' : value >= 100 ? count(value) : String(Number(value.toPrecision(2)));
  }
}

/**
 * What follows a value: 'of 2.8 s', 'of 1 per pair-hour', '(none allowed)', '(at least 1 wanted)'. Without idle zeros;
 * in short where a line has hardly room for it: 'of 1', '(none)', '(at least 1)'.
 */
export function limitWords(goal: Goal, unit: Unit, short = false): string {
  const [is, limit] = goal.is;
  const rate = unit.startsWith('per ') && !short ? ` ${unit}` : '';
  const bare = unit === 's' ? `${Number(limit.toFixed(3))} s` : `${measured(limit, unit)}${rate}`;
  const wanted = short ? '' : ' wanted';
  switch (is) {
    case '<=':
      return limit === 0 ? `(none${short ? '' : ' allowed'})` : `of ${bare}`;
    case '<':
      return `(under ${bare}${wanted})`;
    case '>=':
      return `(at least ${bare}${wanted})`;
    case '>':
      return `(over ${bare}${wanted})`;
    case '==':
      return `(exactly ${bare}${wanted})`;
  }
}

/** "5 in 46 pair-hours", or null where nothing was counted against anything. */
export function exposureWords(count_: number | undefined, exposure: number | undefined, unit: Unit): string | null {
  if (count_ === undefined || exposure === undefined || !unit.startsWith('per ')) return null;
  const per = unit.slice(4);
  const amount = exposure >= 10 ? count(Math.round(exposure)) : String(Number(exposure.toPrecision(2)));
  return `${count(count_)} in ${amount} ${per === 's' ? 'link-seconds' : `${per}s`}`;
}

export const VERDICT: { readonly [word in Verdict['word']]: string } = {
  passed: 'Passed',
  'not-yet': 'Not yet',
  undecided: 'Undecided',
};

/** The reason for one goal's verdict, in a sentence. */
export function goalReason(goal: Goal, verdict: GoalVerdict, unit: Unit): string {
  const runs = verdict.held + verdict.failed + verdict.unknown;
  const name = capital(goal.short);
  if (verdict.word === 'undecided') {
    return `${name}: not put to the test in ${count(verdict.unknown)} of ${count(runs)} runs`;
  }
  const value = verdict.value === null ? '' : ` ${measured(verdict.value, unit)} ${limitWords(goal, unit)}`;
  if (goal.over.need === 'pooled' || verdict.word === 'passed') return `${name}${value}`;
  return `${name}${value}, missed in ${count(verdict.failed)} of ${count(runs)} runs`;
}

/** The same for more goals than one wants to read about: which do not hold. Their figures stand beside them. */
export function severalReason(goals: readonly Goal[], open: readonly GoalVerdict[]): string {
  if (open.length === 0) return `All ${goals.length} goals hold`;
  const names = open.flatMap(({ goal }) => goals.find(({ id }) => id === goal)?.short ?? []);
  return `${open.length} of ${goals.length} goals do not hold: ${names.join('; ')}`;
}

/** The verdict in a few words. */
export function verdictHead(verdict: Verdict): string {
  return verdict.word === 'passed' && verdict.onlyJust ? 'Passed, but only just' : VERDICT[verdict.word];
}
