// Measures every claim of a lesson in the lab and writes lessons/<id>/measured.json, from which the pages print:
//   node src/cli/measure.ts heartbeats-and-timeouts
// Says beside each value whether it lies in the claim's band, and fails if one does not: then the text, the band or
// the lab is wrong.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileLesson } from '../content/compile.ts';
import { readCourse, readFolder } from '../content/course.ts';
import { quantity } from '../content/numbers.ts';
import { sentence } from '../content/problems.ts';
import { localLab } from '../worker/local.ts';
import { evaluate, seedsOf } from './evaluate.ts';

const root = fileURLToPath(new URL('../../lessons/', import.meta.url));
const id = process.argv[2];

if (id === undefined) {
  console.error('usage: node src/cli/measure.ts <lesson>');
  process.exit(2);
}
process.exit(await measure(id));

async function measure(lessonId: string): Promise<number> {
  const { course } = readCourse(root);
  const { lesson, claims, marks, problems } = compileLesson(readFolder(root, lessonId), course, 'open');
  for (const problem of problems) console.error(sentence(problem));
  const lab = localLab(lesson.scenarios);
  const measured: { [name: string]: { value: number; of: string } } = {};
  let wrong = problems.length;
  for (const [name, claim] of Object.entries(claims)) {
    const scenario = lesson.scenarios[claim.scenario];
    const of = marks[name];
    if (scenario === undefined || of === undefined) continue;
    const value = await evaluate(lab, claim, scenario);
    if (value === null) {
      console.error(`${name}: no run of ${seedsOf(claim).length} exercised ${claim.measure}`);
      wrong += 1;
      continue;
    }
    // Six significant digits: more would only record noise of the last bit.
    measured[name] = { value: Number(value.toPrecision(6)), of };
    const [low, high] = claim.band;
    const within = value >= low && value <= high;
    if (!within) wrong += 1;
    console.log(`${name}: ${quantity(value, claim.digits, claim.unit)}${within ? '' : `, OUTSIDE ${low} to ${high}`}`);
  }
  write(`${root}${lessonId}/measured.json`, `${JSON.stringify(measured, null, 2)}\n`);
  return wrong === 0 ? 0 : 1;
}

function write(file: string, text: string): void {
  const before = readable(file);
  if (before !== text) writeFileSync(file, text);
}

function readable(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
