// What is wrong with a lesson stops the build with file, line and column.

import { describe, expect, test } from 'vitest';
import { ContentError } from '../../src/content/problems.ts';
import { compiled, mistakes } from './lesson.ts';

type Mistake = readonly [title: string, file: string, from: string, to: string, says: string];

const page: readonly Mistake[] = [
  ['a misspelt block', 'index.md', '```lab', '```labb', "17:1: unknown block 'labb'"],
  ['a field that no lab has', 'index.md', 'alt: Two', 'panel: log\nalt: Two', "22:1: 'panel' is not a field here"],
  ['a field that is missing', 'index.md', 'alt: Two machines and a link.\n', '', "18:1: 'alt' is missing"],
  [
    'a field of the wrong kind',
    'index.md',
    'settings: { T: 3 }',
    'settings: 3',
    "19:1: 'settings' must be Object, not 3",
  ],
  ['YAML that is none', 'index.md', 'settings: { T: 3 }', 'settings: { T: 3', '20:1: is not YAML'],
  ['an unknown scenario', 'index.md', 'scenario: pair', 'scenario: pear', "18:1: no scenario 'pear'; there are pair"],
  ['an unknown knob', 'index.md', '{ T: 3 }', '{ t: 3 }', "19:13: scenario 'pair' has no knob 't'; it has T"],
  ['a knob out of its range', 'index.md', '{ T: 3 }', '{ T: 30 }', "19:13: 'T' must be 0.5 to 10 s"],
  [
    'a fault that the scenario forbids',
    'index.md',
    'kind: crash',
    'kind: cut',
    "21:7: scenario 'pair' does not allow 'cut'",
  ],
  ['a node that does not exist', 'index.md', 'on: w', 'on: x', "21:20: scenario 'pair' has no node 'x'"],
  ['seconds where microseconds belong', 'index.md', 'at: 10.4 s', 'at: 10.4', "21:27: 'actions.0.at' must be whole"],
  ['an unknown exercise', 'index.md', 'id: shorter', 'id: longer', "58:1: no exercise 'longer'"],
  ['a broken formula', 'index.md', '$T = 3', '$\\frac{T = 3', '13:59: formula: '],
  [
    'a link to no step',
    'index.md',
    '(#what-you-hear)',
    '(#what-you-see)',
    "55:12: no step 'what-you-see' in this lesson",
  ],
  ['a link to no lesson', 'index.md', '(../phi/)', '(../psi/)', "55:54: no lesson 'psi'"],
  ['a link to nowhere', 'index.md', '(../phi/)', '(/phi)', "55:54: '/phi' is neither #step, ../lesson/ nor https:"],
  ['a bare number with a unit', 'index.md', 'and nothing else', 'for 2.5 s', "13:36: '2.5 s' stands alone"],
  [
    'an unknown claim',
    'index.md',
    '{#accused-after}. Erlang',
    '{#accused}. Erlang',
    "14:1: no claim 'accused' in claims.yaml",
  ],
  ['a fact without a source', 'index.md', '{source="Erlang kernel manual"}', '{}', '14:61: :fact has no {source='],
  ['an unknown word', 'index.md', '{of=jitter}', '', "15:44: 'jittery' is not in glossary.yaml"],
  ['an unknown directive', 'index.md', ':fact[', ':fakt[', "14:61: unknown directive ':fakt'"],
  ['raw HTML', 'index.md', '_arrivals_', '<b>arrivals</b>', '13:21: no HTML in a lesson'],
  ['a picture', 'index.md', '_arrivals_', '![arrivals](a.png)', '13:21: no pictures in a lesson'],
  [
    'prose before the first step',
    'index.md',
    '## What you hear',
    'Hello.\n\n## What you hear',
    '1:1: prose before the first step',
  ],
  [
    'a core step that does not exist',
    'index.md',
    'core: [what',
    'core: [now, what',
    "7:8: no step 'now' for the core path",
  ],
  [
    'a second lab in one step',
    'index.md',
    '```yaml\ninterval: 1',
    '```lab\nscenario: pair\nalt: x',
    '49:1: a step has at most one lab',
  ],
];

const beside: readonly Mistake[] = [
  ['an unknown measure', 'claims.yaml', 'detection-time', 'detection', "6:3: no measure 'detection'"],
  [
    'a claim of one run without its seed',
    'claims.yaml',
    '  seed: one\n',
    '',
    "1:1: a claim of one run needs its 'seed'",
  ],
  [
    'a band upside down',
    'claims.yaml',
    '[2.6, 2.7]',
    '[2.7, 2.6]',
    "12:3: 'accused-after.band' must go from low to high",
  ],
  [
    'a value outside its band',
    'claims.yaml',
    '[2.6, 2.7]',
    '[1, 2]',
    "1:1: claim 'accused-after' is measured as 2.65, outside",
  ],
  [
    'an exercise about an unknown knob',
    'shorter.exercise.json',
    '"knobs": ["T"]',
    '"knobs": ["t"]',
    "11:3: scenario 'pair' has no knob 't'",
  ],
  [
    'a wrong answer that fails no goal',
    'shorter.exercise.json',
    '"fails": "soon"',
    '"fails": "late"',
    "24:60: no goal 'late' here",
  ],
  ['a missing hint', 'shorter.exercise.json', '"Two.", ', '', "7:3: 'hints.2' is missing"],
  [
    'a scenario that its schema refuses',
    'pair.scenario.json',
    '[{ "id": "m" }, { "id": "w" }]',
    '[]',
    '8:3: nodes: must not be empty',
  ],
  ['a scenario under another name', 'pair.scenario.json', '"id": "pair"', '"id": "duo"', "1:1: holds scenario 'duo'"],
];

describe.each([...page, ...beside])('%s', (_title, file, from, to, says) => {
  test('is reported where it stands', () => {
    expect(mistakes(file, from, to)).toContainEqual(expect.stringContaining(`lessons/right/${file}:${says}`));
  });
});

test('a claim without a measured value stops the build and says how to measure', () => {
  const { problems } = compiled({ 'measured.json': '{}' });
  expect(problems).toEqual([
    {
      file: 'lessons/right/claims.yaml',
      line: 1,
      column: 1,
      says: "claim 'accused-after' has not been measured; run: node src/cli/measure.ts right",
    },
  ]);
});

test('a value measured on another scenario is not printed', () => {
  const { problems } = compiled({ 'measured.json': '{ "accused-after": { "value": 2.65, "of": "00000000" } }' });
  expect(problems.map((one) => one.says)).toEqual([expect.stringContaining('has changed since it was measured')]);
});

test('a claim that nothing uses is reported', () => {
  const unused = (text: string): string => text + text.replace('accused-after', 'another');
  expect(compiled({ 'claims.yaml': unused }).problems.map((one) => one.says)).toEqual([
    "claim 'another' is used nowhere",
  ]);
});

test('two steps of one name are reported', () => {
  const twice = (text: string): string => text.replace('## Now you', '## What you hear');
  expect(compiled({ 'index.md': twice }).problems.map((one) => one.says)).toContain(
    "another step is called 'what-you-hear' already",
  );
});

test('a folder without a page has that one mistake', () => {
  expect(compiled({ 'index.md': null }).problems).toEqual([
    { file: 'lessons/right/index.md', line: 1, column: 1, says: 'is missing' },
  ]);
});

test('all mistakes are reported together, in reading order', () => {
  const many = (text: string): string => text.replace('_arrivals_', '<b>arrivals</b>').replace('(../phi/)', '(/phi)');
  const { problems } = compiled({ 'index.md': many });
  expect(problems.map((one) => one.line)).toEqual([13, 13, 55]);
  expect(new ContentError(problems).message).toMatch(
    /^The lessons have 3 mistakes:\n {2}lessons\/right\/index\.md:13:/,
  );
});
