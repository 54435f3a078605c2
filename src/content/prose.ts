// Prose with its promises resolved: claims print what was measured, facts name their source, terms carry their
// meaning, links lead somewhere, and nothing else has a number with a unit. The same rules hold for a whole step
// and for one sentence inside a block; they differ only in how a place in the text is found.

import { brokenFormula, parse, walk, words, write, type Content, type Node } from './markdown.ts';
import { languages } from './highlight.ts';
import { slugOf } from './glossary.ts';
import { bareNumbers, quantity } from './numbers.ts';
import type { Claim } from './blocks.ts';
import { placeIn, type Place, type Problems } from './problems.ts';
import { setQuotes } from './typography.ts';

/** What prose may refer to. */
export type Shelf = {
  readonly claims: { readonly [name: string]: Claim };
  readonly glossary: { readonly [word: string]: string };
  /** Ids of this lesson's steps, and of all lessons. */
  readonly steps: ReadonlySet<string>;
  readonly lessons: ReadonlySet<string>;
  readonly problems: Problems;
  /** Sources that facts name, in the order in which they were met. */
  readonly sources: Set<string>;
  /** Claims that the prose used. */
  readonly used: Set<string>;
};

type Directive = Extract<Node, { type: 'textDirective' }>;
type Locate = (node: Node, words?: string) => Place;

/** Finds places in a file that was parsed as a whole. */
export function inFile(file: string, text: string): Locate {
  return (node, found) => {
    const start = node.position?.start.offset ?? 0;
    const end = node.position?.end.offset ?? text.length;
    const shift = found === undefined ? -1 : text.slice(start, end).indexOf(found);
    return placeIn(file, text, start + Math.max(0, shift));
  };
}

/** HTML of nodes of a lesson's page. Numbers are checked: this is prose, not a block. */
export function pageHtml(nodes: readonly Content[], shelf: Shelf, locate: Locate): string {
  for (const node of nodes) {
    resolveDirectives(node, shelf, locate);
    check(node, shelf, locate, true);
    setQuotes(node);
  }
  return write(nodes);
}

/** HTML of a text inside a block: whole paragraphs. */
export function blockHtml(markdown: string, shelf: Shelf, place: Place): string {
  const { children } = parse(markdown);
  for (const node of children) {
    resolveDirectives(node, shelf, () => place);
    check(node, shelf, () => place, false);
    setQuotes(node);
  }
  return write(children);
}

/** HTML of a sentence inside a block: without a paragraph around it. */
export function inlineHtml(markdown: string, shelf: Shelf, place: Place): string {
  const html = blockHtml(markdown, shelf, place);
  const single = /^<p>((?:(?!<p>)[\s\S])*)<\/p>$/.exec(html);
  return single?.[1] ?? html;
}

/** Rewrites each directive into the element that it stands for. */
function resolveDirectives(top: Node, shelf: Shelf, locate: Locate): void {
  walk(top, (node) => {
    if (node.type === 'leafDirective' || node.type === 'containerDirective') {
      shelf.problems.add(locate(node), `'${node.name}' with two or more colons means nothing here: blocks are fences`);
      return false;
    }
    if (node.type !== 'textDirective') return true;
    resolve(node, shelf, locate);
    return true;
  });
}

function resolve(node: Directive, shelf: Shelf, locate: Locate): void {
  switch (node.name) {
    case 'claim':
      return claim(node, shelf, locate);
    case 'fact':
      return fact(node, shelf, locate);
    case 'term':
      return term(node, shelf, locate);
    default:
      if (node.children.length > 0 || Object.keys(node.attributes ?? {}).length > 0) {
        shelf.problems.add(locate(node), `unknown directive ':${node.name}'; there are claim, fact and term`);
      } else {
        // "10:30" and "n1:n2" are words that happen to hold a colon.
        becomes(node, null, {}, `:${node.name}`);
      }
  }
}

function claim(node: Directive, shelf: Shelf, locate: Locate): void {
  const name = node.attributes?.['id'] ?? '';
  const found = Object.hasOwn(shelf.claims, name) ? shelf.claims[name] : undefined;
  if (name === '') return shelf.problems.add(locate(node), ':claim has no {#name}');
  if (found === undefined) return shelf.problems.add(locate(node), `no claim '${name}' in claims.yaml`);
  shelf.used.add(name);
  // Where nothing was measured yet, the compiler has said so already.
  if (found.value === null) return;
  const value = quantity(found.value, found.digits, found.unit);
  for (const child of node.children) {
    // "{} s" and "{}" come to the same: the unit is the claim's.
    if (child.type === 'text') child.value = child.value.replaceAll(place(found.unit), value);
  }
  becomes(node, 'data', { className: ['claim'], value: String(found.value), title: 'Measured in this lab' });
}

function place(unit: string): RegExp {
  const escaped = unit.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  return new RegExp(unit === '' ? String.raw`\{\}` : String.raw`\{\}(?:[ \u00a0]${escaped}(?!\w))?`, 'g');
}

function fact(node: Directive, shelf: Shelf, locate: Locate): void {
  const source = node.attributes?.['source'] ?? '';
  if (source === '') return shelf.problems.add(locate(node), ':fact has no {source="..."}');
  shelf.sources.add(source);
  becomes(node, 'span', { className: ['fact'], title: `Source: ${source}` });
}

function term(node: Directive, shelf: Shelf, locate: Locate): void {
  const word = node.attributes?.['of'] ?? words(node);
  const meaning = Object.hasOwn(shelf.glossary, word) ? shelf.glossary[word] : undefined;
  if (meaning === undefined) return shelf.problems.add(locate(node), `'${word}' is not in glossary.yaml`);
  // A pointer shows the meaning; a finger and a keyboard go to it. Every lesson stands two folders below the home page.
  const href = `../../glossary/#${slugOf(word)}`;
  becomes(node, 'a', { className: ['term'], href, title: meaning, dataTerm: word });
}

type Properties = { readonly [name: string]: string | string[] };

/** remark-rehype turns a node into the element that its data names; a null element leaves only the text. */
function becomes(node: Directive, hName: string | null, hProperties: Properties, text?: string): void {
  if (hName !== null) {
    node.data = { hName, hProperties };
  } else {
    Object.assign(node, { type: 'text', value: text ?? '', children: [] });
  }
}

function check(top: Node, shelf: Shelf, locate: Locate, numbers: boolean): void {
  walk(top, (node) => {
    const bad = (says: string): void => shelf.problems.add(locate(node), says);
    switch (node.type) {
      case 'textDirective':
        if (node.name === 'claim' || node.name === 'fact') checkInside(node, shelf, locate);
        return node.name === 'term';
      case 'text':
        if (numbers) for (const { words: found } of bareNumbers(node.value)) bareNumber(found, locate(node, found));
        return true;
      case 'inlineMath':
      case 'math': {
        const broken = brokenFormula(node);
        if (broken !== null) bad(`formula: ${broken}`);
        return false;
      }
      case 'link':
        checkLink(node.url, shelf, locate(node));
        return true;
      case 'code':
        if (!languages.includes(node.lang ?? 'text'))
          bad(`unknown block '${node.lang}'; code may be ${languages.join(', ')}`);
        return false;
      case 'html':
        return void bad('no HTML in a lesson');
      case 'image':
      case 'imageReference':
        return void bad('no pictures in a lesson: the lab draws');
      case 'footnoteReference':
      case 'footnoteDefinition':
        return void bad('no footnotes: a fact names its source');
      case 'linkReference':
      case 'definition':
        return void bad('write links in place: [text](address)');
      default:
        return true;
    }
  });

  function bareNumber(found: string, at: Place): void {
    shelf.problems.add(at, `'${found}' stands alone: make it a claim, a fact or a formula`);
  }
}

/** Inside a claim or a fact numbers are vouched for; everything else holds as before. */
function checkInside(node: Directive, shelf: Shelf, locate: Locate): void {
  for (const child of node.children) check(child, shelf, locate, false);
}

function checkLink(url: string, shelf: Shelf, at: Place): void {
  if (/^https:\/\/[^\s]+$/.test(url)) return;
  if (url.startsWith('#')) {
    if (!shelf.steps.has(url.slice(1))) shelf.problems.add(at, `no step '${url.slice(1)}' in this lesson`);
    return;
  }
  const other = /^\.\.\/([a-z0-9-]+)\/(?:#[a-z0-9-]+)?$/.exec(url)?.[1];
  if (other === undefined) shelf.problems.add(at, `'${url}' is neither #step, ../lesson/ nor https:`);
  else if (!shelf.lessons.has(other)) shelf.problems.add(at, `no lesson '${other}'`);
}
