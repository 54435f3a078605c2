// Goals and verdicts as sentences. Numbers live in sentences ("1.92 s of 2 s"); a verdict gives the reason and what
// was at stake; none of them scolds.

import type { Goal, GoalVerdict, QosReading, Verdict } from '../../worker/api.ts';
import { count } from '../words.ts';

export type Unit = QosReading['unit'];

/** A measured value in its unit, as short as it can be read. */
export function measured(value: number, unit: Unit): string {
  switch (unit) {
    case 's':
      return `${value.toFixed(2)} s`;
    case 'share':
      return `${(100 * value).toFixed(1)} %`;
    case 'count':
      return Number.isInteger(value) ? count(value) : value.toFixed(2);
    case 'flag':
      return value === 0 ? 'no' : 'yes';
    default:
      return value === 0 ? '0' : value >= 100 ? count(value) : String(Number(value.toPrecision(2)));
  }
}

/** What follows a value: 'of 2.8 s', '(none allowed)', '(at least 1 wanted)'. Without idle zeros. */
export function limitWords(goal: Goal, unit: Unit): string {
  const [is, limit] = goal.is;
  const bare = unit === 's' ? `${Number(limit.toFixed(3))} s` : measured(limit, unit);
  switch (is) {
    case '<=':
      return limit === 0 ? '(none allowed)' : `of ${bare}`;
    case '<':
      return `(under ${bare} wanted)`;
    case '>=':
      return `(at least ${bare} wanted)`;
    case '>':
      return `(over ${bare} wanted)`;
    case '==':
      return `(exactly ${bare} wanted)`;
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
  const name = `${goal.short.charAt(0).toUpperCase()}${goal.short.slice(1)}`;
  if (verdict.word === 'undecided') {
    return `${name}: not put to the test in ${count(verdict.unknown)} of ${count(runs)} runs`;
  }
  const value = verdict.value === null ? '' : ` ${measured(verdict.value, unit)} ${limitWords(goal, unit)}`;
  if (goal.over.need === 'pooled' || verdict.word === 'passed') return `${name}${value}`;
  return `${name}${value}, missed in ${count(verdict.failed)} of ${count(runs)} runs`;
}

/** The verdict in a few words. */
export function verdictHead(verdict: Verdict): string {
  return verdict.word === 'passed' && verdict.onlyJust ? 'Passed, but only just' : VERDICT[verdict.word];
}
