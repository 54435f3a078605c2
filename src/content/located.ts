// YAML and JSON that remember where each value was written, so that a mistake in a field can be reported at
// its line and column. JSON is read by the same parser: it is YAML, strictly written. A block inside a Markdown
// file brings the line and column at which its text begins.

import { LineCounter, parseDocument, isMap, isNode, isPair, isScalar } from 'yaml';
import type { GenericIssue } from 'valibot';
import { safeParse, type BaseIssue, type BaseSchema, type InferOutput } from 'valibot';
import type { Place, Problems } from './problems.ts';

export type Path = readonly (string | number)[];

export type Located = {
  readonly value: unknown;
  /** Where the value at this path was written; the nearest thing around it where it was not. */
  at(path: Path): Place;
};

export type Origin = { readonly file: string; readonly line: number; readonly column: number };

const LIMIT = 1_000_000;

/** The value, or null when the text is not YAML; what is wrong with it is added to `problems`. */
export function readYaml(text: string, origin: Origin, problems: Problems): Located | null {
  if (text.length > LIMIT) {
    problems.add(origin, `is longer than ${LIMIT} characters`);
    return null;
  }
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true });
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file: origin.file, line: origin.line + line - 1, column: col + (origin.column - 1) };
  };
  const first = doc.errors[0];
  if (first !== undefined) {
    problems.add(place(first.pos[0]), `is not YAML: ${first.message}`);
    return null;
  }
  const at = (path: Path): Place => {
    let node: unknown = doc.contents;
    let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
    for (const key of path) {
      const next = step(node, key);
      if (next === null) break;
      offset = next.offset;
      node = next.node;
    }
    return place(offset);
  };
  return { value: doc.toJS({ maxAliasCount: 0 }) as unknown, at };
}

/** One step into a collection. A map's entry begins at its key: that is where a reader looks. */
function step(node: unknown, key: string | number): { node: unknown; offset: number } | null {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(key),
    );
    if (pair === undefined || !isScalar(pair.key)) return null;
    return { node: pair.value, offset: pair.key.range?.[0] ?? 0 };
  }
  if (!isNode(node) || !('items' in node) || !Array.isArray(node.items)) return null;
  const item: unknown = node.items[Number(key)];
  return isNode(item) ? { node: item, offset: item.range?.[0] ?? 0 } : null;
}

/** Checks a located value against a schema: the typed value, or null with every issue reported at its place. */
export function checked<S extends BaseSchema<unknown, unknown, BaseIssue<unknown>>>(
  schema: S,
  located: Located,
  problems: Problems,
): InferOutput<S> | null {
  const result = safeParse(schema, located.value);
  if (result.success) return result.output;
  for (const issue of result.issues) report(issue, located, problems);
  return null;
}

function report(issue: GenericIssue, located: Located, problems: Problems): void {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const name = path.length === 0 ? 'this' : `'${path.join('.')}'`;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    problems.add(located.at(path), `${name} is not a field here`);
  } else if (issue.received === 'undefined') {
    problems.add(located.at(path), `${name} is missing`);
  } else {
    problems.add(located.at(path), `${name} ${issue.kind === 'schema' ? says(issue) : issue.message}`);
  }
}

function says(issue: GenericIssue): string {
  const expected = issue.expected ?? 'something else';
  return `must be ${expected.replaceAll('"', "'")}, not ${issue.received.replaceAll('"', "'")}`;
}
