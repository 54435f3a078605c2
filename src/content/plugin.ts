// The lessons as modules of the site. `virtual:lessons` is the contents list, small enough for the home page;
// each lesson is a module of its own, loaded by the page that shows it; `virtual:glossary` is the words. A mistake in
// any lesson stops the build with the whole list; while developing it is shown over the page, and saving the file
// compiles again.

import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import type { Contents, Lesson } from './blocks.ts';
import { compileCourse, readCourse } from './course.ts';
import { glossaryOf } from './glossary.ts';

const LIST = 'virtual:lessons';
const ONE = 'virtual:lesson/';
const WORDS = 'virtual:glossary';

export function lessonsPlugin(root = 'lessons'): Plugin {
  const folder = resolve(root);
  let lessons: readonly Lesson[] | null = null;
  const all = (): readonly Lesson[] => (lessons ??= compileCourse(folder).map((one) => one.lesson));

  return {
    name: 'fault-lab:lessons',
    resolveId(id) {
      return id === LIST || id === WORDS || id.startsWith(ONE) ? `\0${id}` : undefined;
    },
    load(id) {
      if (id === `\0${LIST}`) return list(all());
      if (id === `\0${WORDS}`) {
        const words = glossaryOf(readCourse(folder).course.glossary, all());
        return `export const glossary = ${JSON.stringify(words)};`;
      }
      if (!id.startsWith(`\0${ONE}`)) return undefined;
      const lesson = all().find((one) => one.id === id.slice(ONE.length + 1));
      return lesson === undefined ? undefined : `export default ${JSON.stringify(lesson)};`;
    },
    hotUpdate({ file }) {
      if (!file.startsWith(`${folder}/`)) return undefined;
      lessons = null;
      const graph = this.environment.moduleGraph;
      for (const [id, module] of graph.idToModuleMap) {
        if ([LIST, WORDS, ONE].some((name) => id.startsWith(`\0${name}`))) graph.invalidateModule(module);
      }
      this.environment.hot.send({ type: 'full-reload' });
      return [];
    },
    configureServer(server) {
      server.watcher.add(folder);
    },
  };
}

/** The contents list, and how to load each lesson. */
function list(lessons: readonly Lesson[]): string {
  const loads = lessons.map((one) => {
    const id = JSON.stringify(one.id);
    return `  ${id}: () => import(${JSON.stringify(ONE + one.id)}).then((module) => module.default),`;
  });
  return [
    `export const contents = ${JSON.stringify(lessons.map(entry))};`,
    `export const load = {\n${loads.join('\n')}\n};`,
  ].join('\n');
}

function entry(lesson: Lesson): Contents {
  const placed = lesson.steps.flatMap((step) => step.blocks.filter((block) => block.kind === 'exercise'));
  return {
    id: lesson.id,
    title: lesson.title,
    question: lesson.question,
    part: lesson.part,
    minutes: lesson.minutes,
    goals: lesson.goals,
    steps: lesson.steps.map(({ id, title, core }) => ({ id, title, core })),
    exercises: placed.flatMap(({ id }) => {
      const exercise = lesson.exercises[id];
      return exercise === undefined
        ? []
        : [{ id, title: exercise.title, version: exercise.version, core: exercise.core }];
    }),
  };
}
