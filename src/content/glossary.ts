// The words of the course, each with its meaning and the steps that use it: found in the compiled HTML, where the
// compiler marked every term with the word that it stands for.

import type { Lesson } from './blocks.ts';

export type Word = {
  readonly word: string;
  /** The word as a fragment of an address. */
  readonly slug: string;
  readonly meaning: string;
  readonly uses: readonly {
    readonly lesson: string;
    readonly lessonTitle: string;
    readonly step: string;
    readonly stepTitle: string;
  }[];
};

export function glossaryOf(glossary: { readonly [word: string]: string }, lessons: readonly Lesson[]): readonly Word[] {
  const texts = lessons.flatMap((lesson) =>
    lesson.steps.map((step) => ({ lesson, step, text: JSON.stringify(step.blocks) })),
  );
  return Object.entries(glossary)
    .map(([word, meaning]) => ({
      word,
      slug: slugOf(word),
      meaning: meaning.trim(),
      uses: texts
        .filter(({ text }) => text.includes(JSON.stringify(`data-term="${word}"`).slice(1, -1)))
        .map(({ lesson, step }) => ({
          lesson: lesson.id,
          lessonTitle: lesson.title,
          step: step.id,
          stepTitle: step.title,
        })),
    }))
    .sort((a, b) => (a.word < b.word ? -1 : 1));
}

export function slugOf(word: string): string {
  return word.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
}
