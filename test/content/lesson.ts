// The lesson that the content tests compile: right as it stands in test/fixtures/content/right, and wrong in one
// place for each test of a mistake.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Scenario } from '../../src/scenarios/scenario.ts';
import { compileLesson, type Compiled, type Course } from '../../src/content/compile.ts';
import { sentence } from '../../src/content/problems.ts';

type Files = { readonly [name: string]: string };

const root = fileURLToPath(new URL('../fixtures/content/right/', import.meta.url));

/** Scenarios are checked elsewhere: here only a missing program is noticed. */
export const course: Course = {
  lessons: new Set(['right', 'phi']),
  glossary: { jitter: 'How much the delay of a link varies.' },
  measures: new Set(['detection-time', 'mistakes']),
  parseScenario: (json) => {
    const scenario = json as Scenario;
    if (scenario.nodes.length > 0) return { ok: true, value: scenario };
    return { ok: false, problems: [{ field: 'nodes', says: 'must not be empty' }] };
  },
};

function rightFiles(): Files {
  const names = readdirSync(root);
  return Object.fromEntries(names.map((name) => [name, readFileSync(root + name, 'utf8')]));
}

function measuredFor(files: Files): string {
  const { marks } = compileLesson({ id: 'right', files: { ...files, 'measured.json': '{}' } }, course, 'open');
  return JSON.stringify(Object.fromEntries(Object.entries(marks).map(([name, of]) => [name, { value: 2.65, of }])));
}

/** The right lesson with some of its files changed; a file that becomes null is gone. */
export function compiled(
  change: { readonly [name: string]: ((text: string) => string) | string | null } = {},
): Compiled {
  const files: { [name: string]: string } = { ...rightFiles() };
  for (const [name, how] of Object.entries(change)) {
    if (how === null) delete files[name];
    else files[name] = typeof how === 'string' ? how : how(files[name] ?? '');
  }
  files['measured.json'] ??= measuredFor(files);
  return compileLesson({ id: 'right', files }, course);
}

/** What is wrong with the right lesson after one text in one file was replaced. */
export function mistakes(name: string, from: string, to: string): readonly string[] {
  const text = rightFiles()[name] ?? '';
  if (!text.includes(from)) throw new Error(`${name} does not contain ${JSON.stringify(from)}`);
  return compiled({ [name]: text.replace(from, () => to) }).problems.map(sentence);
}
