// The right answers of a "diagnose" exercise, computed from the runs themselves, and what a sheet of answers
// comes to. A fault that shows itself exactly as another would is not to be named: while a silence is
// shorter than the longest pause, a crash and a pause are one observation, and "cannot be told yet" is right.

import { notHeld, PROPERTIES, type Property } from '../measures/classes.ts';
import type { Reading } from '../measures/measure.ts';
import { TYPE } from '../measures/rows.ts';
import type { VerdictWord } from './goal.ts';

/** Properties refuted or unmet; empty for "nothing". */
export type RefutesAnswer = { readonly refutes: readonly Property[] };
/** `on` is "n3", "n1>n2" for one direction, "n1-n2" for both. */
export type FaultAnswer = { readonly kind: string; readonly on: string } | { readonly kind: 'cannot-tell' };
export type DiagnoseAnswer = RefutesAnswer | FaultAnswer;

export type SheetScore = {
  readonly word: VerdictWord;
  /** By case; null where there is no answer yet. */
  readonly right: readonly (boolean | null)[];
  readonly count: number;
};

/** The longest pause in these exercises, microseconds. */
export const LONGEST_PAUSE = 12_000_000;

export function refutesTruth(run: Reading): RefutesAnswer {
  return { refutes: notHeld(run) };
}

/** `freeze`: the moment at which the learner's view ends, microseconds; null if it is the run's end. */
export function faultTruth(run: Reading, freeze: number | null, longestPause = LONGEST_PAUSE): FaultAnswer {
  const { columns, words } = run;
  const seen = freeze ?? run.until;
  for (let i = 0; i < columns.length && columns.time[i]! <= seen; i++) {
    if (columns.type[i] !== TYPE.fault) continue;
    const kind = words[columns.k[i]!]!;
    if (kind === 'ping') continue;
    const silentFor = seen - columns.time[i]!;
    const lookAlike = kind === 'crash' || kind === 'pause';
    if (lookAlike && silentFor <= longestPause && !isOver(run, i, seen)) return { kind: 'cannot-tell' };
    return { kind, on: placeOf(run, i) };
  }
  throw new Error('a run without a fault cannot be diagnosed');
}

export function isRight(truth: DiagnoseAnswer, answer: DiagnoseAnswer): boolean {
  if ('refutes' in truth) {
    return 'refutes' in answer && PROPERTIES.every((p) => truth.refutes.includes(p) === answer.refutes.includes(p));
  }
  if ('refutes' in answer || truth.kind !== answer.kind) return false;
  if (!('on' in truth)) return true;
  return 'on' in answer && samePlace(truth.on, answer.on);
}

/** Passed from `pass` right answers on, however many are still open; not yet once they can no longer be reached. */
export function scoreSheet(
  truths: readonly DiagnoseAnswer[],
  answers: readonly (DiagnoseAnswer | null)[],
  pass: number,
): SheetScore {
  const right = truths.map((truth, i) => {
    const answer = answers[i] ?? null;
    return answer === null ? null : isRight(truth, answer);
  });
  const count = right.filter((one) => one === true).length;
  const wrong = right.filter((one) => one === false).length;
  const word = count >= pass ? 'passed' : wrong > truths.length - pass ? 'not-yet' : 'undecided';
  return { word, right, count };
}

function isOver(run: Reading, fault: number, seen: number): boolean {
  const { columns } = run;
  for (let i = fault + 1; i < columns.length && columns.time[i]! <= seen; i++) {
    if (columns.a[i] !== columns.a[fault]) continue;
    if (columns.type[i] === TYPE.resume || columns.type[i] === TYPE.start) return true;
  }
  return false;
}

/** Both directions are hit where the fault changed the condition of both. */
function placeOf({ columns, nodes }: Reading, fault: number): string {
  const a = columns.a[fault]!;
  const b = columns.b[fault]!;
  if (b < 0) return nodes[a]!;
  let back = false;
  for (let i = fault + 1; i < columns.length && columns.ordinal[i] === columns.ordinal[fault]; i++) {
    if (columns.type[i] === TYPE.condition && columns.a[i] === b && columns.b[i] === a) back = true;
  }
  return `${nodes[a]}${back ? '-' : '>'}${nodes[b]}`;
}

function samePlace(a: string, b: string): boolean {
  if (a === b) return true;
  const both = /^([^>]+)-([^>]+)$/.exec(a);
  return both !== null && b === `${both[2]}-${both[1]}`;
}
