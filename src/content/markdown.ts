// Markdown in, tree out; tree in, HTML out. Everything between (directives, checks, blocks) works on the tree.
// Maths becomes MathML, which browsers draw without a stylesheet or fonts of its own; code becomes spans with
// classes. The HTML holds no inline style, because the pages' policy forbids it.

import rehypeKatex from 'rehype-katex';
import rehypeStringify from 'rehype-stringify';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import remarkRehype, { defaultHandlers } from 'remark-rehype';
import { unified } from 'unified';
import { tokens } from './highlight.ts';
import { mend } from './mathml.ts';

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(remarkFrontmatter)
  .use(remarkMath)
  .use(remarkDirective)
  .freeze();

export type Root = ReturnType<typeof parser.parse>;
export type Node = Root | Root['children'][number];
export type Content = Root['children'][number];

export function parse(text: string): Root {
  const tree = parser.parse(text);
  walk(tree, (node) => {
    const only = node.type === 'paragraph' && node.children.length === 1 ? node.children[0] : undefined;
    if (only?.type !== 'inlineMath') return;
    // A paragraph of nothing but $$...$$ is a formula on a line of its own, even when it is written on one line.
    const start = only.position?.start.offset ?? 0;
    if (!text.startsWith('$$', start) || only.data === undefined) return;
    only.data.hProperties = { className: ['language-math', 'math-display'] };
  });
  return tree;
}

/** Calls `see` for every node, parents first; children are skipped where it answers false. */
export function walk(node: Node, see: (node: Node) => boolean | void): void {
  if (see(node) === false || !('children' in node)) return;
  for (const child of node.children) walk(child, see);
}

/** The words of a node, without markup. */
export function words(node: Node): string {
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map((child) => words(child)).join('') : '';
}

type Hast = ReturnType<typeof defaultHandlers.table>;
type HastChild = Hast['children'][number];

const element = (tagName: string, properties: Hast['properties'], children: HastChild[]): Hast => ({
  type: 'element',
  tagName,
  properties,
  children,
});

/** A wide table scrolls by itself, and can be reached to be scrolled. */
const table: typeof defaultHandlers.table = (state, node) =>
  element('div', { className: ['scroll'], tabIndex: 0, role: 'group', ariaLabel: 'Table' }, [
    defaultHandlers.table(state, node),
  ]);

/** A cell of the heading that says nothing heads nothing. */
const tableRow: typeof defaultHandlers.tableRow = (state, node, parent) => {
  const row = defaultHandlers.tableRow(state, node, parent);
  for (const cell of row.children) {
    if (cell.type === 'element' && cell.tagName === 'th' && cell.children.length === 0) cell.tagName = 'td';
  }
  return row;
};

const code: typeof defaultHandlers.code = (_state, node) => {
  const lines = tokens(node.value, node.lang ?? 'text');
  const children = lines.flatMap((line, i): HastChild[] => [
    ...(i === 0 ? [] : [{ type: 'text' as const, value: '\n' }]),
    ...line.map(({ text, name }): HastChild =>
      name === null
        ? { type: 'text', value: text }
        : element('span', { className: [`tok-${name}`] }, [{ type: 'text', value: text }]),
    ),
  ]);
  return element('pre', { className: ['code'], tabIndex: 0 }, [element('code', {}, children)]);
};

const writer = unified()
  .use(remarkRehype, { handlers: { table, tableRow, code } })
  .use(rehypeKatex, { output: 'mathml', strict: 'ignore', trust: false })
  .use(() => mend)
  .use(rehypeStringify)
  .freeze();

/** HTML of some nodes of one document. */
export function write(children: readonly Node[]): string {
  return writer.stringify(writer.runSync({ type: 'root', children: [...children] as Root['children'] })).trim();
}

/** What KaTeX says of a formula that it cannot read, or null. */
export function brokenFormula(node: Node): string | null {
  if (node.type !== 'math' && node.type !== 'inlineMath') return null;
  const match = /class="katex-error" title="(?:ParseError: )?(?:KaTeX parse error: )?([^"]*)"/.exec(write([node]));
  return match === null
    ? null
    : (match[1] ?? '')
        .replaceAll(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
        .replaceAll('\u0332', '');
}
