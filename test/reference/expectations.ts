// Whether an answer is what a vector of failure-detectors.json expects. The comparisons are those of the
// file's header; each returns what is wrong, or null.

import { number, list, numbers, text } from './values.ts';
import type { Value } from './values.ts';

type Tolerance = { readonly abs: number; readonly rel: number };
export type Expectation = { readonly op: string; readonly [key: string]: unknown };

function show(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return value instanceof Array ? `[${value.map(show).join(', ')}]` : (JSON.stringify(value) ?? 'nothing');
}

/** Equal; -0 equals 0, and NaN nothing. */
function same(answer: Value, value: Value): boolean {
  if (Array.isArray(answer) && Array.isArray(value)) {
    return answer.length === value.length && answer.every((a, i) => same(a as Value, value[i] as Value));
  }
  return answer === value;
}

function near(answer: Value, value: Value, { abs, rel }: Tolerance): boolean {
  if (value === null || answer === null) return answer === value;
  if (typeof answer !== 'number' || typeof value !== 'number') return false;
  return answer === value || Math.abs(answer - value) <= abs + rel * Math.abs(value);
}

function each(answer: Value, values: readonly Value[], equal: (a: Value, b: Value) => boolean): boolean {
  if (!Array.isArray(answer) || answer.length !== values.length) return false;
  return values.every((value, i) => equal(answer[i] as Value, value));
}

function increasing(answer: Value): boolean {
  const all = list(answer).map(number);
  return all.every((x, i) => !Number.isNaN(x) && (i === 0 || x > (all[i - 1] as number)));
}

function tolerance(e: Expectation, ofVector: unknown): Tolerance {
  const from = 'abs' in e || 'rel' in e ? e : ((ofVector ?? {}) as { [key: string]: unknown });
  return { abs: number(from['abs'] ?? 0), rel: number(from['rel'] ?? 0) };
}

function met(answer: Value, e: Expectation, ofVector: unknown): boolean {
  const value = (): Value => numbers(e['value']);
  const values = (): readonly Value[] => list(numbers(e['values'])) as readonly Value[];
  const within = tolerance(e, ofVector);
  switch (e.op) {
    case 'eq':
      return same(answer, value());
    case 'approx':
      return near(answer, value(), within);
    case 'lt':
      return number(answer) < number(value());
    case 'le':
      return number(answer) <= number(value());
    case 'gt':
      return number(answer) > number(value());
    case 'range':
      return number(numbers(e['lo'])) < number(answer) && number(answer) < number(numbers(e['hi']));
    case 'isNumber':
      return typeof answer === 'number' && !Number.isNaN(answer);
    case 'eqEach':
      return each(answer, values(), same);
    case 'approxEach':
      return each(answer, values(), (a, b) => near(a, b, within));
    case 'allEq':
      return list(answer).every((a) => same(a as Value, value()));
    case 'strictlyIncreasing':
      return increasing(answer);
    case 'containsAll':
      return values().every((v) => list(answer).some((a) => same(a as Value, v)));
    default:
      throw new Error(`no such expectation: ${e.op}`);
  }
}

/** What is wrong with the answer, or null. */
export function misfit(answer: Value, expected: unknown, ofVector: unknown): string | null {
  const e = expected as Expectation;
  text(e.op);
  if (met(answer, e, ofVector)) return null;
  const { op, ...rest } = e;
  return `answered ${show(answer)}, expected ${op} ${JSON.stringify(rest)}`;
}
