// A lesson written as it should be becomes typed blocks, with its HTML made and its claims filled in.

import { expect, test } from 'vitest';
import type { Block } from '../../src/content/blocks.ts';
import { compiled } from './lesson.ts';

const { lesson, problems } = compiled();
const [first, second] = lesson.steps;

function blocks<K extends Block['kind']>(kind: K): readonly Extract<Block, { kind: K }>[] {
  return lesson.steps.flatMap((step) =>
    step.blocks.filter((block): block is Extract<Block, { kind: K }> => block.kind === kind),
  );
}

const html = blocks('html').map((block) => block.html);

test('a right lesson has nothing wrong with it', () => {
  expect(problems).toEqual([]);
});

test('each second-level heading is a step called after its title', () => {
  expect(lesson.steps.map((step) => [step.id, step.title, step.core])).toEqual([
    ['what-you-hear', 'What you hear', true],
    ['now-you', 'Now you', false],
  ]);
});

test('blocks keep the order in which they were written', () => {
  expect(first?.blocks.map((block) => block.kind)).toEqual(['html', 'lab', 'predict', 'html']);
  expect(second?.blocks.map((block) => block.kind)).toEqual(['html', 'exercise', 'quiz', 'production', 'aside']);
});

test('a lab has every field of its type, with actions in microseconds', () => {
  expect(blocks('lab')[0]).toEqual({
    kind: 'lab',
    id: 'what-you-hear',
    scenario: 'pair',
    settings: { T: 3 },
    seed: '1',
    actions: [{ kind: 'crash', on: 'w', at: 10_400_000 }],
    alt: 'Two machines and a link.',
  });
});

test('a claim prints what was measured, with its unit, in prose and inside blocks', () => {
  const mark = '<data class="claim" value="2.65" title="Measured in this lab">';
  expect(html[0]).toContain(`${mark}after 2.65\u00a0s it accuses w</data>`);
  expect(blocks('predict')[0]?.because).toContain(`${mark}2.65\u00a0s</data>`);
});

test('a claim that a prediction names comes along with its value', () => {
  expect(blocks('predict')[0]?.claim).toMatchObject({ measure: 'detection-time', value: 2.65 });
});

test('a fact shows its source, and the lesson lists it after those of the front matter', () => {
  expect(html[0]).toContain('<span class="fact" title="Source: Erlang kernel manual">45 to 75\u00a0s</span>');
  expect(lesson.sources).toEqual([
    'T. Chandra and S. Toueg, <em>Unreliable failure detectors</em>',
    'Erlang kernel manual',
  ]);
});

test('a term carries its meaning, in whatever form it is written', () => {
  const meaning = 'How much the delay of a link varies.';
  expect(html[0]).toContain(
    `<a class="term" href="../../glossary/#jitter" title="${meaning}" data-term="jitter">jittery</a>`,
  );
});

test('a colon between words is a colon', () => {
  expect(html[0]).toContain('At 10:30 nothing differs, on n1:n2 either');
});

test('text inside blocks is Markdown without a paragraph around it', () => {
  expect(blocks('predict')[0]?.asks).toBe('When does m accuse w, <code>in seconds</code>?');
  expect(blocks('production')[0]?.systems[0]?.says).toBe('The interval follows from the <em>tick time</em>.');
  expect(lesson.exercises['shorter']?.says).toBe('Accuse w <em>within</em> 2\u00a0s.');
});

test('an aside has whole paragraphs', () => {
  expect(blocks('aside')[0]?.html).toMatch(/^<p>A database was alive\.<\/p>\n<p>Its/);
});

test('maths is MathML and nothing else', () => {
  expect(html.join('')).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">');
  expect(html.join('')).not.toContain('katex-html');
});

test('a formula between double signs stands on its own line, however it is written', () => {
  const oneLine = (text: string): string => text.replace('$$\nT_D = T + d - s\n$$', () => '$$T_D = T + d - s$$');
  const [first] = compiled({ 'index.md': oneLine }).lesson.steps;
  const after = first?.blocks.findLast((block) => block.kind === 'html')?.html;
  expect(after).toContain('<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">');
});

test('a table scrolls by itself, and a heading without words is an ordinary cell', () => {
  const table = (text: string): string => text.replace('| change | effect |', '|        | effect |');
  const [first] = compiled({ 'index.md': table }).lesson.steps;
  const after = first?.blocks.findLast((block) => block.kind === 'html')?.html;
  expect(after).toMatch(/<div class="scroll" tabindex="0"[^>]*><table>\s*<thead>\s*<tr>\s*<td><\/td>\s*<th>effect/);
});

test('code is coloured by classes', () => {
  expect(html.join('')).toContain('<span class="tok-keyword">interval</span>');
});

test('no HTML of a lesson holds an inline style', () => {
  expect(JSON.stringify(lesson)).not.toMatch(/ style=/);
});

test('compiling twice gives the same lesson', () => {
  expect(compiled().lesson).toEqual(lesson);
});
