// Numbers to reckon, in words: the figures of a question where its text has places for them, what somebody typed as a
// number, and by how much it is off. Nothing here knows an answer: those are asked of the simulation.

import type { Reckon } from '../../content/blocks.ts';
import type { Drawn, Marked, ReckonMark } from '../../worker/api.ts';
import { fill } from './production.ts';
import { decimals, list } from '../words.ts';

export type Question = Reckon['questions'][number];

const HARD_SPACE = '\u00a0';

function withUnit(text: string, unit: string): string {
  return unit === '' ? text : `${text}${HARD_SPACE}${unit}`;
}

/** What was typed, with a comma or a unit or without; null where it is no number. */
export function readNumber(text: string, unit: string): number | null {
  const trimmed = text.trim().replace('\u2212', '-').replace(',', '.');
  const bare = unit !== '' && trimmed.endsWith(unit) ? trimmed.slice(0, -unit.length).trimEnd() : trimmed;
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(bare) ? Number(bare) : null;
}

/** A text of a question with this round's figures in its places; `value`: the right answer, once it may be told. */
export function told(html: string, question: Question, drawn: Drawn, value: number | null = null): string {
  const words: { [name: string]: string } = {};
  for (const [name, { step, unit }] of Object.entries(question.figures)) {
    words[name] = withUnit((drawn.figures[name] ?? Number.NaN).toFixed(decimals(step)), unit);
  }
  if (value !== null) words['answer'] = answerWords(question, value);
  return fill(fill(html, words), { ...drawn.figures, ...(value === null ? {} : { answer: value }) });
}

/** The right answer: '6.54', '0.14 s'. */
export function answerWords({ digits, unit }: Question, value: number): string {
  return withUnit(value.toFixed(digits), unit);
}

/** 'You said 7.3: 12 % too high.' */
export function offWords(question: Question, { given, value }: Marked): string {
  if (given === null) return '';
  const off = given - value;
  const side = off > 0 ? 'too high' : 'too low';
  const said = withUnit(String(Number(given.toPrecision(6))), question.unit);
  return `You said ${said}: ${size(question, off, value)}${side}.`;
}

function size({ tolerance, digits, unit }: Question, off: number, value: number): string {
  const share = Math.abs(off / value);
  if (share > 3) return 'far ';
  if ('by' in tolerance) return `${withUnit(Math.abs(off).toFixed(digits), unit)} `;
  return `${Math.round(share * 100)}${HARD_SPACE}% `;
}

/** 'Passed: 3 of 3.', or which of them are not right. */
export function verdictWords({ word, questions }: ReckonMark): string {
  const right = questions.filter((one) => one.right === true).length;
  if (word === 'passed') return `Passed: ${right} of ${questions.length}.`;
  const wrong = questions.flatMap((one, i) => (one.right === true ? [] : [String(i + 1)]));
  return `Not yet: ${right} of ${questions.length}. Look again at ${list(wrong)}.`;
}
