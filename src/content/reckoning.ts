// Whether a "reckon" exercise can be asked at all: its formulas exist and get the figures that they need, its texts
// show every figure, its ranges can be drawn from, and at none of their corners does an answer cease to be a number.

import { formulas, type Figures, type Formula } from '../grading/formulas.ts';
import type { Html, Reckon } from './blocks.ts';
import type { Path } from './located.ts';
import type { ExerciseFields } from './schemas.ts';

type Question = Reckon['questions'][number];
type CurveFields = NonNullable<Extract<ExerciseFields, { readonly kind: 'reckon' }>['curve']>;
type Complain = (path: Path, says: string) => void;

/** What the text after an answer may name beside the figures. */
const ANSWER = 'answer';

/** What is larger is no answer that anybody could give: a deviation of 0, say. */
const VAST = 1e9;

/** As many as a curve can show. */
const MOST_POINTS = 400;

/** The points of a curve; none where its formula cannot be drawn, which is then reported. */
export function curveOf({ formula, from, to, step, x, y }: CurveFields): NonNullable<Reckon['curve']> {
  const { params, compute } = formulas.get(formula) ?? {};
  const name = params?.length === 1 ? params[0] : undefined;
  const count = name === undefined ? 0 : Math.floor((to - from) / step + 1e-9) + 1;
  const points = Array.from({ length: Math.max(0, Math.min(MOST_POINTS, count)) }, (_, i) => {
    const at = Number((from + i * step).toPrecision(12));
    return [at, Number((compute?.({ [name ?? '']: at }) ?? 0).toPrecision(5))] as const;
  });
  return { formula, x, y, points };
}

export function checkReckon(exercise: Reckon, complain: Complain): void {
  const { curve } = exercise;
  if (curve !== undefined && curve.points.length < 2) {
    complain(['curve'], `'${curve.formula}' cannot be drawn: a curve takes a formula of one figure, from low to high`);
  }
  exercise.questions.forEach((question, i) => {
    const path = ['questions', i];
    if (exercise.questions.findIndex(({ id }) => id === question.id) !== i) {
      complain([...path, 'id'], `another question is called '${question.id}' already`);
    }
    checkRanges(question, [...path, 'figures'], complain);
    checkPlaces(question, path, complain);
    const answer = formulaFor(question, question.answer, [...path, 'answer'], complain);
    if (answer !== null) checkCorners(question, answer, [...path, 'answer'], complain);
    question.wrong.forEach(({ formula }, k) => {
      const at = [...path, 'wrong', k, 'formula'];
      formulaFor(question, formula, at, complain);
      if (formula === question.answer) complain(at, `'${formula}' is the right answer here`);
    });
  });
  exercise.wrong.forEach(({ answers }, i) => checkStrategy(exercise, answers, ['wrong', i, 'answers'], complain));
}

function checkRanges({ figures }: Question, path: Path, complain: Complain): void {
  for (const [name, { from, to, step }] of Object.entries(figures)) {
    const steps = (to - from) / step;
    if (name === ANSWER) complain([...path, name], `'${ANSWER}' is what the answer is called: choose another name`);
    if (to < from) complain([...path, name], `'${name}' must go from low to high`);
    else if (Math.abs(steps - Math.round(steps)) > 1e-6) {
      complain([...path, name], `'${name}' does not come from ${from} to ${to} in steps of ${step}`);
    }
  }
}

/** Every figure stands in the question, and no text has a place for anything else. */
function checkPlaces({ asks, because, figures, wrong }: Question, path: Path, complain: Complain): void {
  const names = Object.keys(figures);
  for (const name of names) {
    if (!outsideFormulas(asks).includes(`{${name}}`))
      complain([...path, 'asks'], `the question does not tell {${name}}`);
  }
  const texts: readonly (readonly [Path, string, readonly string[]])[] = [
    [['asks'], asks, names],
    [['because'], because, [...names, ANSWER]],
    ...wrong.map(({ says }, k) => [['wrong', k, 'says'], says, [...names, ANSWER]] as const),
  ];
  for (const [at, text, known] of texts) {
    for (const [place, inside = ''] of outsideFormulas(text).matchAll(/\{([^{}]*)\}/g)) {
      const strange = (inside.match(/[A-Za-z_]\w*/g) ?? []).find((word) => !known.includes(word));
      if (strange !== undefined) complain([...path, ...at], `${place}: there is no figure '${strange}'`);
    }
  }
}

/** In a formula braces mean something else. */
function outsideFormulas(html: Html): string {
  return html.replaceAll(/<math[\s\S]*?<\/math>/g, '');
}

function formulaFor({ figures, unit }: Question, id: string, path: Path, complain: Complain): Formula | null {
  const formula = formulas.get(id);
  if (formula === undefined) {
    complain(path, `no formula '${id}'; there are ${[...formulas.keys()].join(', ')}`);
    return null;
  }
  const missing = formula.params.filter((name) => !Object.hasOwn(figures, name));
  if (missing.length > 0) complain(path, `'${id}' needs ${missing.map((name) => `'${name}'`).join(', ')}`);
  if (formula.unit !== unit) complain(path, `'${id}' is in '${formula.unit}', and the question in '${unit}'`);
  return missing.length > 0 ? null : formula;
}

function checkCorners({ figures }: Question, formula: Formula, path: Path, complain: Complain): void {
  let corners: readonly Figures[] = [{}];
  for (const name of formula.params) {
    const { from, to } = figures[name]!;
    corners = corners.flatMap((corner) => [from, to].map((value) => ({ ...corner, [name]: value })));
  }
  const bad = corners.find((corner) => !(Math.abs(formula.compute(corner)) < VAST));
  if (bad !== undefined) complain(path, `'${formula.id}' has no value at ${JSON.stringify(bad)}`);
}

function checkStrategy(
  { questions }: Reckon,
  answers: Reckon['wrong'][number]['answers'],
  path: Path,
  complain: Complain,
): void {
  for (const id of Object.keys(answers)) {
    if (!questions.some((question) => question.id === id)) complain([...path, id], `no question '${id}' here`);
  }
  for (const question of questions) {
    const id = answers[question.id];
    if (id === undefined) complain(path, `question '${question.id}' is not answered`);
    else formulaFor(question, id, [...path, question.id], complain);
  }
  if (questions.every(({ id, answer }) => answers[id] === answer)) complain(path, 'answers everything right');
}
