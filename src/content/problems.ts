// What is wrong with a lesson, and where. The compiler never stops at the first mistake: it collects them,
// each with file, line and column in the form that editors make clickable, and fails once with the whole list.

export type Place = { readonly file: string; readonly line: number; readonly column: number };

export type Problem = Place & { readonly says: string };

/** "lessons/x/index.md:12:3: unknown block 'labb'". */
export function sentence(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.says}`;
}

export class ContentError extends Error {
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? 'one mistake' : `${problems.length} mistakes`;
    super(`The lessons have ${count}:\n${problems.map((p) => `  ${sentence(p)}`).join('\n')}`);
    this.name = 'ContentError';
    this.problems = problems;
  }
}

/** Collects problems of one lesson; in the end they are in reading order. */
export class Problems {
  readonly #found: Problem[] = [];

  add(place: Place, says: string): void {
    this.#found.push({ file: place.file, line: place.line, column: place.column, says });
  }

  get all(): readonly Problem[] {
    return this.#found.toSorted(
      (a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) || a.line - b.line || a.column - b.column,
    );
  }
}

/** Line and column, both from 1, of an offset into a text. */
export function placeIn(file: string, text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { file, line: before.length, column: (before.at(-1) ?? '').length + 1 };
}
