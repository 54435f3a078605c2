// The proofs of the "reckon" exercises: on 200 seeds that the page draws from and on 200 that it never uses, the right
// formulas pass, what a learner would read off and round passes, and no strategy of misreading does.

import { globSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { exercise as schema, type ExerciseFields } from '../../src/content/schemas.ts';
import { formulaOf, type Figures } from '../../src/grading/formulas.ts';
import { markOf, questionsOf, within } from '../../src/grading/reckon.ts';
import { hiddenSeeds, seedList } from '../../src/grading/seeds.ts';

type Reckon = Extract<ExerciseFields, { readonly kind: 'reckon' }>;
type Question = Reckon['questions'][number];

const all: readonly (readonly [string, Reckon])[] = globSync('lessons/*/*.exercise.json').flatMap((file) => {
  const exercise = v.parse(schema, JSON.parse(readFileSync(file, 'utf8')));
  return exercise.kind === 'reckon' ? [[file, exercise] as const] : [];
});

const seedsOf = ({ id }: Reckon): readonly string[] => [...seedList(id, 200), ...hiddenSeeds(id, 200)];

/** What somebody answers who takes these formulas. */
function sheet({ questions }: Reckon, seed: string, formula: (question: Question) => string): readonly number[] {
  const drawn = questionsOf(questions, seed);
  return questions.map((question, i) => formulaOf(formula(question)).compute(drawn[i]!.figures));
}

/** Deviations that each threshold allows, as the lesson's table has them. */
const TABLE = [
  [1, 1.28],
  [2, 2.33],
  [3, 3.09],
  [5, 4.26],
  [8, 5.61],
  [12, 7.03],
  [16, 8.22],
] as const;

/** Between two lines of a table, in proportion. */
function between(x: number, from: 0 | 1): number {
  const lines = TABLE.map((line) => [line[from], line[1 - from]!] as const);
  const next = lines.findIndex(([at]) => at >= x);
  const [[a, low], [b, high]] = [lines[next - 1]!, lines[next]!];
  return low + ((x - a) / (b - a)) * (high - low);
}

function byTable({ answer }: Question, figures: Figures): number {
  const { mean = 0, std = 0, silence = 0, from = 0, to = 0 } = figures;
  if (answer === 'phi-normal-wait') return std * (between(to, 0) - between(from, 0));
  return between((silence - mean) / std, 1);
}

describe.each(all)('%s', (_file, exercise) => {
  const { questions } = exercise;

  it('is passed by the right formulas, and still when their answers are rounded to a tenth', () => {
    for (const seed of seedsOf(exercise)) {
      const right = sheet(exercise, seed, ({ answer }) => answer);
      expect(markOf(questions, seed, right).word, seed).toBe('passed');
      const rounded = right.map((value, i) => Number(value.toFixed(questions[i]!.unit === 's' ? 2 : 1)));
      expect(markOf(questions, seed, rounded).word, seed).toBe('passed');
    }
  });

  it('is passed by the table of the lesson, read in proportion between its lines', () => {
    for (const seed of seedsOf(exercise)) {
      const drawn = questionsOf(questions, seed);
      const read = questions.map((question, i) => byTable(question, drawn[i]!.figures));
      expect(markOf(questions, seed, read), seed).toMatchObject({ word: 'passed' });
    }
  });

  it.each(exercise.wrong.map((one) => [one.says, one.answers] as const))('refuses "%s"', (_says, answers) => {
    for (const seed of seedsOf(exercise)) {
      const given = sheet(exercise, seed, ({ id }) => answers[id]!);
      expect(markOf(questions, seed, given).word, seed).toBe('not-yet');
    }
  });

  it('refuses the answers of any round before', () => {
    const seeds = seedsOf(exercise);
    for (const [i, seed] of seeds.slice(1).entries()) {
      const before = sheet(exercise, seeds[i]!, ({ answer }) => answer);
      expect(markOf(questions, seed, before).word, seed).toBe('not-yet');
    }
  });

  it.each(questions.map((one) => [one.id, one] as const))('levels asked about in "%s" are from 1 to 30', (_id, one) => {
    if (one.unit !== '') return;
    for (const seed of seedsOf(exercise)) {
      const { value } = markOf([one], seed, [null]).questions[0]!;
      expect(value >= 1 && value <= 30, `${seed}: ${value}`).toBe(true);
    }
  });

  const traps = questions.flatMap((one) => one.wrong.map(({ formula }) => [one.id, formula, one] as const));
  it.each(traps)('in "%s" whoever answers by %s is told so, and by no other name', (_id, formula, question) => {
    let told = 0;
    for (const seed of seedsOf(exercise)) {
      const [drawn] = questionsOf([question], seed);
      const given = formulaOf(formula).compute(drawn!.figures);
      const { right, fits } = markOf([question], seed, [given]).questions[0]!;
      // A straight line crosses the curve once: near there it is right by luck, and its wait gives it away.
      if (formula !== 'linear-level') expect(right, seed).toBe(false);
      if (right === false) expect(fits, seed).toBe(formula);
      told += right === false ? 1 : 0;
      expect(within(question.tolerance, markOf([question], seed, [null]).questions[0]!.value, given)).toBe(right);
    }
    expect(told).toBeGreaterThan(200);
  });
});

it('there is one to prove', () => {
  expect(all.length).toBeGreaterThan(0);
});
