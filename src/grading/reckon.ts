// Numbers to reckon: a question's figures are drawn from the seed, each from a stream of its own, so that a question
// more or less changes no other; the right answer is a formula's value for them, never a number that somebody wrote
// down. A wrong answer is compared with what known misreadings would have given. A round is all questions on one seed
// and is passed as a whole; whoever has been told the answers gets another seed, so that telling gives nothing away.

import { Streams } from '../kernel/streams.ts';
import { formulaOf, type Figures } from './formulas.ts';
import type { VerdictWord } from './goal.ts';

/** From, to, and the step between two values that may be drawn: small enough to vary, large enough to be spoken. */
export type FigureRange = { readonly from: number; readonly to: number; readonly step: number };

export type Tolerance = { readonly share: number } | { readonly by: number };

export type Question = {
  readonly id: string;
  readonly figures: { readonly [name: string]: FigureRange };
  /** The formula that is right. */
  readonly answer: string;
  readonly tolerance: Tolerance;
  /** Formulas of misreadings. */
  readonly wrong: readonly { readonly formula: string }[];
};

export type Drawn = { readonly id: string; readonly figures: Figures };

export type Marked = {
  readonly id: string;
  /** null: no answer, and so neither right nor wrong. */
  readonly right: boolean | null;
  readonly given: number | null;
  /** The right answer. */
  readonly value: number;
  /** The misreading that gives this answer; null where it is right, or fits none. */
  readonly fits: string | null;
};

export type ReckonMark = { readonly word: VerdictWord; readonly questions: readonly Marked[] };

/** What is asked on this seed. */
export function questionsOf(questions: readonly Question[], seed: string): readonly Drawn[] {
  const streams = new Streams(seed);
  return questions.map(({ id, figures }) => ({
    id,
    figures: Object.fromEntries(
      Object.entries(figures).map(([name, range]) => {
        return [name, valueIn(range, streams.draw(streams.of(`reckon/${id}/${name}`)))];
      }),
    ),
  }));
}

/** What a sheet of answers comes to; one that is no number is no answer. */
export function markOf(questions: readonly Question[], seed: string, answers: readonly (number | null)[]): ReckonMark {
  const drawn = questionsOf(questions, seed);
  const marks = questions.map((question, i) => mark(question, drawn[i]!.figures, answers[i] ?? null));
  return { word: wordOf(marks), questions: marks };
}

/** The value of one of the range's steps, for a draw in [0, 1), without the dust of binary fractions. */
export function valueIn({ from, to, step }: FigureRange, draw: number): number {
  const steps = Math.round((to - from) / step);
  return Number((from + Math.floor(draw * (steps + 1)) * step).toPrecision(12));
}

export function within(tolerance: Tolerance, value: number, given: number): boolean {
  const room = 'by' in tolerance ? tolerance.by : tolerance.share * Math.abs(value);
  return Math.abs(given - value) <= room + 1e-9;
}

function mark(question: Question, figures: Figures, answer: number | null): Marked {
  const { id, tolerance } = question;
  const value = formulaOf(question.answer).compute(figures);
  const given = answer !== null && Number.isFinite(answer) ? answer : null;
  const right = given === null ? null : within(tolerance, value, given);
  return { id, right, given, value, fits: given === null || right === true ? null : nearest(question, figures, given) };
}

function nearest({ wrong, tolerance }: Question, figures: Figures, given: number): string | null {
  let found: string | null = null;
  let least = Infinity;
  for (const { formula } of wrong) {
    const value = formulaOf(formula).compute(figures);
    const off = Math.abs(given - value);
    if (off < least && within(tolerance, value, given)) [found, least] = [formula, off];
  }
  return found;
}

function wordOf(marks: readonly Marked[]): VerdictWord {
  if (marks.some(({ right }) => right === false)) return 'not-yet';
  return marks.length > 0 && marks.every(({ right }) => right === true) ? 'passed' : 'undecided';
}
