// A lesson's folder in, a typed lesson out. Pure: files come as texts, so that the site, the tests and the command
// line compile the same thing. It goes on after a mistake, to report all of them in one go; the lesson that it
// returns beside mistakes is only good for looking at.

import type { Scenario } from '../scenarios/scenario.ts';
import type { Claim, Exercise, Lesson, Step } from './blocks.ts';
import { mark, withValue, type Measured, type MeasuredMode } from './claims.ts';
import { compileExercise, compileScenario, type ParseScenario } from './data-files.ts';
import { checked, readYaml, type Located } from './located.ts';
import { parse } from './markdown.ts';
import { Problems, type Problem } from './problems.ts';
import { inlineHtml, type Shelf } from './prose.ts';
import { checkClaim, type Known } from './references.ts';
import * as schemas from './schemas.ts';
import { compileStep, headings, type Page } from './steps.ts';

/** A lesson's folder: texts by file name. */
export type Folder = { readonly id: string; readonly files: { readonly [name: string]: string } };

/** What a lesson may know of the rest of the course. */
export type Course = {
  readonly lessons: ReadonlySet<string>;
  readonly glossary: { readonly [word: string]: string };
  readonly parseScenario: ParseScenario;
  readonly measures: ReadonlySet<string> | null;
};

export type Compiled = {
  readonly lesson: Lesson;
  readonly claims: { readonly [name: string]: Claim };
  /** What each claim's value has to be marked with. */
  readonly marks: { readonly [name: string]: string };
  readonly problems: readonly Problem[];
};

/** What stands in for what could not be read. */
const EMPTY: Lesson = {
  ...{ id: '', title: '', question: '', part: '', minutes: { core: 0, all: 0 } },
  ...{ needs: [], goals: [], steps: [], sources: [], exercises: {}, scenarios: {} },
};

export function compileLesson(folder: Folder, course: Course, mode: MeasuredMode = 'strict'): Compiled {
  const problems = new Problems();
  const path = (name: string): string => `lessons/${folder.id}/${name}`;
  const start = (name: string) => ({ file: path(name), line: 1, column: 1 });
  const read = (name: string): Located | null => {
    const text = folder.files[name];
    return text === undefined ? null : readYaml(text, start(name), problems);
  };

  const scenarios: { [id: string]: Scenario } = {};
  for (const name of named(folder, '.scenario.json')) {
    const scenario = compileScenario(read(name), start(name), name, course.parseScenario, problems);
    if (scenario !== null) scenarios[scenario.id] = scenario;
  }
  const known: Known = { scenarios, measures: course.measures };
  const { claims, marks } = compileClaims(folder, known, mode, problems, read);

  const page = readPage(path('index.md'), folder.files['index.md'], problems);
  const { steps: heads, before } = headings(page);
  const front = page.text === '' ? null : readFrontMatter(page, problems);
  const shelf: Shelf = {
    claims,
    glossary: course.glossary,
    steps: new Set(heads.map((head) => head.id)),
    lessons: course.lessons,
    problems,
    sources: new Set(),
    used: new Set(),
  };

  const exercises: { [id: string]: Exercise } = {};
  for (const name of named(folder, '.exercise.json')) {
    const exercise = compileExercise(read(name), known, shelf);
    if (exercise === null) continue;
    if (Object.hasOwn(exercises, exercise.id)) problems.add(start(name), `there is another exercise '${exercise.id}'`);
    exercises[exercise.id] = exercise;
  }

  if (page.text === '') return { lesson: { ...EMPTY, id: folder.id }, claims, marks, problems: problems.all };
  if (before.length > 0) problems.add(page.start, 'prose before the first step: begin with ## and a title');
  if (heads.length === 0) problems.add(page.start, 'has no step: begin one with ## and a title');
  const setting = { shelf, known, exercises: new Set(Object.keys(exercises)) };
  const steps = heads.map((head, i): Step => {
    if (heads.findIndex((other) => other.id === head.id) !== i) {
      problems.add(head.place, `another step is called '${head.id}' already`);
    }
    return compileStep(head, page, front?.fields.core.includes(head.id) ?? false, setting);
  });
  checkWhole(steps, shelf, exercises, front, page, problems);

  const { title, question, part, minutes, needs, goals, sources } = front?.fields ?? EMPTY;
  const lesson: Lesson = {
    id: folder.id,
    ...{ title, question, part, minutes, needs, goals, steps, exercises, scenarios },
    sources: [...new Set([...sources, ...shelf.sources])].map((source) => inlineHtml(source, shelf, page.start)),
  };
  return { lesson, claims, marks, problems: problems.all };
}

function named(folder: Folder, ending: string): readonly string[] {
  return Object.keys(folder.files)
    .filter((name) => name.endsWith(ending))
    .toSorted();
}

type PageFile = Page & { readonly start: { readonly file: string; readonly line: number; readonly column: number } };

function readPage(file: string, text: string | undefined, problems: Problems): PageFile {
  const start = { file, line: 1, column: 1 };
  if (text === undefined) problems.add(start, 'is missing');
  return { file, text: text ?? '', tree: parse(text ?? ''), start };
}

function readFrontMatter(page: PageFile, problems: Problems) {
  const node = page.tree.children[0];
  if (node?.type !== 'yaml') {
    problems.add(page.start, 'has no front matter between two lines of ---');
    return null;
  }
  const located = readYaml(node.value, { ...page.start, line: 2 }, problems);
  const fields = located === null ? null : checked(schemas.frontMatter, located, problems);
  return located === null || fields === null ? null : { fields, located };
}

type Front = ReturnType<typeof readFrontMatter>;

function compileClaims(
  folder: Folder,
  known: Known,
  mode: MeasuredMode,
  problems: Problems,
  read: (name: string) => Located | null,
): Pick<Compiled, 'claims' | 'marks'> {
  const claims: { [name: string]: Claim } = {};
  const marks: { [name: string]: string } = {};
  const located = read('claims.yaml');
  const all = located === null ? null : checked(schemas.claims, located, problems);
  const file = read('measured.json');
  const measured: Measured = (file === null ? null : checked(schemas.measured, file, problems)) ?? {};
  for (const [name, fields] of Object.entries(all ?? {})) {
    if (located === null) continue;
    const scenario = known.scenarios[fields.scenario];
    const report = { problems, place: located.at([name]), lesson: folder.id };
    marks[name] = mark(fields, scenario);
    claims[name] = withValue(name, fields, scenario, measured, mode, report);
    checkClaim(claims[name], [name], { known, located, problems });
  }
  return { claims, marks };
}

/** What only shows when everything has been read: names used twice, things that nothing uses. */
function checkWhole(
  steps: readonly Step[],
  shelf: Shelf,
  exercises: { readonly [id: string]: Exercise },
  front: Front,
  page: PageFile,
  problems: Problems,
): void {
  const seen = new Set<string>();
  const placed = new Set<string>();
  for (const step of steps) {
    for (const block of step.blocks) {
      if (block.kind === 'exercise') placed.add(block.id);
      if (block.kind === 'exercise' && exercises[block.id]?.kind === 'reckon') {
        const beside = step.blocks.some((one) => one.kind === 'lab');
        if (!beside)
          problems.add(page.start, `step '${step.id}' needs a lab: exercise '${block.id}' has none of its own`);
      }
      if (!('id' in block)) continue;
      const name = `${block.kind} '${block.id}'`;
      if (seen.has(name)) problems.add(page.start, `${name} is there twice: give one of them an id`);
      seen.add(name);
    }
  }
  for (const id of Object.keys(exercises)) {
    if (!placed.has(id)) problems.add(page.start, `exercise '${id}' is in no step`);
  }
  for (const name of Object.keys(shelf.claims)) {
    if (!shelf.used.has(name)) problems.add(page.start, `claim '${name}' is used nowhere`);
  }
  front?.fields.core.forEach((id, i) => {
    if (!shelf.steps.has(id)) problems.add(front.located.at(['core', i]), `no step '${id}' for the core path`);
  });
  front?.fields.needs.forEach((id, i) => {
    if (!shelf.lessons.has(id)) problems.add(front.located.at(['needs', i]), `no lesson '${id}'`);
  });
}
