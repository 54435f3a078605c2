// A "reckon" exercise in a lesson: its texts become HTML with their places kept, and what could not be asked stops the
// build with file, line and column.

import { describe, expect, test } from 'vitest';
import type { Reckon } from '../../src/content/blocks.ts';
import { sentence } from '../../src/content/problems.ts';
import { compiled } from './lesson.ts';

const NAME = 'read.exercise.json';
const RIGHT = `{
  "kind": "reckon",
  "id": "read",
  "version": 1,
  "title": "Read the curve",
  "says": "Two *numbers*.",
  "hints": ["One.", "Two.", "Three."],
  "because": "Mean and so many $\\\\frac{a}{b}$.",
  "core": true,
  "questions": [
    {
      "id": "level",
      "asks": "Mean {mean}, deviation {std}: what is *phi* at {silence}?",
      "figures": {
        "mean": { "from": 1, "to": 1.1, "step": 0.05, "unit": "s" },
        "std": { "from": 0.1, "to": 0.2, "step": 0.1, "unit": "s" },
        "silence": { "from": 1.5, "to": 2, "step": 0.1, "unit": "s" }
      },
      "answer": "phi-normal-level",
      "unit": "",
      "tolerance": { "share": 0.05 },
      "wrong": [{ "formula": "sigmas-level", "says": "These are *deviations*." }],
      "because": "It is {silence-mean/std} deviations out, and $\\\\frac{x}{y}$: {answer}."
    }
  ],
  "wrong": [{ "says": "deviations", "answers": { "level": "sigmas-level" } }]
}`;

const lesson = (text: string, step = 'What you hear') =>
  compiled({
    [NAME]: text,
    'index.md': (page) => page.replace(`## ${step}\n`, `## ${step}\n\n\`\`\`exercise\nid: read\n\`\`\`\n`),
  });

test('its texts are HTML, with the places for figures as they were written', () => {
  const { lesson: made, problems } = lesson(RIGHT);
  expect(problems.map(sentence)).toEqual([]);
  const { says, questions } = made.exercises['read'] as Reckon;
  expect(says).toBe('Two <em>numbers</em>.');
  expect(questions[0]).toMatchObject({
    asks: 'Mean {mean}, deviation {std}: what is <em>phi</em> at {silence}?',
    digits: 2,
    wrong: [{ formula: 'sigmas-level', says: 'These are <em>deviations</em>.' }],
  });
  expect(questions[0]?.because).toMatch(/^It is \{silence-mean\/std\} deviations out, and .*<math.*: \{answer\}\.$/);
});

const CURVE = '"curve": { "formula": "phi-normal-curve", "from": 0, "to": 9, "step": 0.5, "x": "sigmas", "y": "phi" },';
const curved = (curve: string) => lesson(RIGHT.replace('"questions"', () => `${curve}\n"questions"`));

test('a curve is drawn when the lesson is compiled', () => {
  const { lesson: made, problems } = curved(CURVE);
  expect(problems).toEqual([]);
  const { points } = (made.exercises['read'] as Reckon).curve!;
  expect(points).toHaveLength(19);
  expect(points[0]).toEqual([0, 0.30103]);
  expect(points[10]).toEqual([5, 6.5426]);
});

test.each([
  ['phi-normal-curve', 'phi-curve'],
  ['phi-normal-curve', 'phi-normal-level'],
  ['"to": 9', '"to": -9'],
])('a curve that cannot be drawn is reported: %s as %s', (from, to) => {
  expect(curved(CURVE.replace(from, to)).problems.map((one) => one.says)).toEqual([
    expect.stringContaining('cannot be drawn: a curve takes a formula of one figure'),
  ]);
});

test('in a step without a lab it is reported: it has no stage of its own', () => {
  expect(lesson(RIGHT, 'Now you').problems.map((one) => one.says)).toEqual([
    "step 'now-you' needs a lab: exercise 'read' has none of its own",
  ]);
});

describe.each([
  ['a formula that does not exist', '"answer": "phi-normal-level"', '"answer": "phi"', "19:7: no formula 'phi'; there"],
  [
    'a formula that lacks a figure',
    '"answer": "phi-normal-level"',
    '"answer": "phi-normal-silence"',
    "19:7: 'phi-normal-silence' needs 'threshold'",
  ],
  ['another unit than the formula has', '"unit": "",', '"unit": "s",', "19:7: 'phi-normal-level' is in '', and"],
  ['a misreading that is right', '"formula": "sigmas-level"', '"formula": "phi-normal-level"', '22:19: '],
  ['a figure that is not told', ' at {silence}?', '?', '13:7: the question does not tell {silence}'],
  ['a place for no figure', ' at {silence}?', ' at {silence} {x}?', "13:7: {x}: there is no figure 'x'"],
  [
    'a sum with no figure',
    '{silence-mean/std} dev',
    '{silence-mode} dev',
    "23:7: {silence-mode}: there is no figure 'm",
  ],
  ['an answer told with the question', ' at {silence}?', ' {silence} {answer}?', '13:7: {answer}: there is no figure'],
  ['a range upside down', '"from": 1.5, "to": 2,', '"from": 2, "to": 1.5,', "17:9: 'silence' must go from low to high"],
  ['a range that its steps miss', '"step": 0.05', '"step": 0.06', "15:9: 'mean' does not come from 1 to 1.1 in steps"],
  ['a step of nothing', '"step": 0.05', '"step": 0', "15:41: 'questions.0.figures.mean.step' must be above 0"],
  ['a deviation of nothing', '"from": 0.1, "to": 0.2', '"from": 0, "to": 0.2', "19:7: 'phi-normal-level' has no value"],
  ['a figure with a capital', '"mean": {', '"Mean": {', "15:9: 'questions.0.figures.Mean' must be lower-case letters"],
  [
    'a tolerance of no kind',
    '{ "share": 0.05 }',
    '{ "by": 1, "share": 0.05 }',
    "21:7: 'questions.0.tolerance' must be a share, or",
  ],
  ['a strategy that answers something else', '{ "level": "sig', '{ "lever": "sig', "26:50: no question 'lever' here"],
  [
    'a strategy that is right',
    '{ "level": "sigmas-level" }',
    '{ "level": "phi-normal-level" }',
    '26:37: answers every',
  ],
])('%s', (_title, from, to, says) => {
  test('is reported where it stands', () => {
    expect(RIGHT).toContain(from);
    const found = lesson(RIGHT.replace(from, () => to)).problems.map(sentence);
    expect(found).toContainEqual(expect.stringContaining(`lessons/right/${NAME}:${says}`));
  });
});

test('two questions of one name are reported', () => {
  const question = RIGHT.slice(RIGHT.indexOf('    {\n      "id"'), RIGHT.indexOf('\n  ],\n  "wrong"'));
  const twice = RIGHT.replace(question, () => `${question},\n${question}`);
  expect(lesson(twice).problems.map((one) => one.says)).toContain("another question is called 'level' already");
});
