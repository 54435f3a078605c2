// Quotation marks and apostrophes as a book sets them: authors type the straight ones that keyboards have. A mark
// opens after a space, a bracket or at the start of a paragraph, and closes anywhere else; code and maths are left
// alone. A quotation that begins with emphasis is seen as one text, because what counts is the letter before it. And
// no line ends between a number and its unit, whether the number was typed or set as maths.

import { walk, type Content, type Node } from './markdown.ts';

const NO_BREAK = '\u00a0';

/** The space between a figure and its unit, and a unit that follows maths. */
const BEFORE_UNIT = /(?<=\d) (?=(?:s|ms|min|h|%)(?![\p{L}\d]))/gu;
const UNIT_FIRST = /^ (s|ms|min|h|%)(?![\p{L}\d])/u;

const OPENS = /^[\s([{\u2013\u2014\u201c\u2018]?$/;

/** Changes the texts under `top`. */
export function setQuotes(top: Node): void {
  let before = '';
  walk(top, (node) => {
    if ('children' in node) keepUnits(node.children as Content[]);
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') before = '';
    if (node.type === 'inlineCode' || node.type === 'inlineMath') before = 'x';
    if (node.type !== 'text') return;
    let out = '';
    for (const letter of node.value.replace(BEFORE_UNIT, NO_BREAK)) {
      const set = letter === '"' ? pair('\u201c', '\u201d') : letter === "'" ? pair('\u2018', '\u2019') : letter;
      out += set;
      before = set;
    }
    node.value = out;
  });

  function pair(opening: string, closing: string): string {
    return OPENS.test(before) ? opening : closing;
  }
}

/** Maths and its unit become one thing that is not broken: beside a formula, browsers break even at a firm space. */
function keepUnits(children: Content[]): void {
  for (let i = 0; i + 1 < children.length; i++) {
    const [maths, text] = [children[i], children[i + 1]];
    if (maths?.type !== 'inlineMath' || text?.type !== 'text') continue;
    const [space, unit] = UNIT_FIRST.exec(text.value) ?? [];
    if (space === undefined || unit === undefined) continue;
    text.value = text.value.slice(space.length);
    const data = { hName: 'span', hProperties: { className: ['with-unit'] } };
    children[i] = { type: 'emphasis', data, children: [maths, { type: 'text', value: NO_BREAK + unit }] };
  }
}
