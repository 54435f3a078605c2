// Quotation marks and apostrophes as a book sets them: authors type the straight ones that keyboards have. A mark
// opens after a space, a bracket or at the start of a paragraph, and closes anywhere else; code and maths are left
// alone. A number keeps its unit on its line, whether it was typed or set as maths. A quotation that begins with emphasis is seen as one text, because what counts is the letter before it.

import { walk, type Node } from './markdown.ts';

const NO_BREAK = '\u00a0';

/** Spaces between a figure and its unit. */
const UNIT = /(?<=\d) (?=(?:s|ms|min|h|%)(?![\p{L}\d]))/gu;
const UNIT_FIRST = /^ (?=(?:s|ms|min|h|%)(?![\p{L}\d]))/u;

const OPENS = /^[\s([{\u2013\u2014\u201c\u2018]?$/;

/** Changes the texts under `top`. */
export function setQuotes(top: Node): void {
  let before = '';
  let maths = false;
  walk(top, (node) => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') before = '';
    if (node.type === 'inlineCode' || node.type === 'inlineMath') before = 'x';
    const afterMaths = maths;
    maths = node.type === 'inlineMath';
    if (node.type !== 'text') return;
    let out = '';
    const kept = node.value.replace(UNIT, NO_BREAK);
    for (const letter of afterMaths ? kept.replace(UNIT_FIRST, NO_BREAK) : kept) {
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
