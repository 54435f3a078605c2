// The course on disk: contents.json says which lessons there are and in which order, glossary.yaml what words mean,
// and each lesson is a folder. Reading is all that happens here; compile.ts knows nothing of files.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseScenario } from '../scenarios/schema.ts';
import { measures } from '../measures/registry.ts';
import { compileLesson, type Compiled, type Course, type Folder } from './compile.ts';
import type { MeasuredMode } from './claims.ts';
import { checked, readYaml } from './located.ts';
import { ContentError, Problems, type Problem } from './problems.ts';
import * as schemas from './schemas.ts';

const READ = /\.(md|ya?ml|json)$/;

/** Order and words of the course in `root`, the folder that holds the lessons. Throws ContentError. */
export function readCourse(root: string): { readonly order: readonly string[]; readonly course: Course } {
  const problems = new Problems();
  const read = (name: string): string => readFileSync(join(root, name), 'utf8');
  const located = (name: string) => readYaml(read(name), { file: `lessons/${name}`, line: 1, column: 1 }, problems);
  const contents = located('contents.json');
  const words = located('glossary.yaml');
  const order = contents === null ? null : checked(schemas.contents, contents, problems);
  const glossary = words === null ? null : checked(schemas.glossary, words, problems);
  if (order === null || glossary === null) throw new ContentError(problems.all);
  return {
    order,
    course: { lessons: new Set(order), glossary, parseScenario, measures: new Set(measures.keys()) },
  };
}

export function readFolder(root: string, id: string): Folder {
  const names = readdirSync(join(root, id)).filter((name) => READ.test(name));
  return { id, files: Object.fromEntries(names.map((name) => [name, readFileSync(join(root, id, name), 'utf8')])) };
}

/** Every lesson, in order. Throws ContentError with the mistakes of all of them. */
export function compileCourse(root: string, mode: MeasuredMode = 'strict'): readonly Compiled[] {
  const { order, course } = readCourse(root);
  const all = order.map((id) => compileLesson(readFolder(root, id), course, mode));
  const problems: readonly Problem[] = all.flatMap((one) => one.problems);
  if (problems.length > 0) throw new ContentError(problems);
  return all;
}
