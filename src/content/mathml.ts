// Some of KaTeX's MathML is not MathML. Behind a named function (\max) it writes the invisible sign that applies it,
// also where the function stands in an index and is applied to nothing: d with the index "max" becomes an <msub> of
// three children, which may have two. Firefox then draws the index on the line and complains. Such signs are left out.

const APPLY = '\u2061';

/** Elements whose children have places, and so a number: base and index, numerator and denominator. */
const BY_PLACE = new Set(['msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover', 'mfrac', 'mroot']);

type Tree = {
  readonly type: string;
  readonly tagName?: string;
  readonly value?: string;
  children?: Tree[];
};

function appliesNothing({ tagName, children = [] }: Tree): boolean {
  return tagName === 'mo' && children.length === 1 && children[0]?.value === APPLY;
}

/** Mends the formulas of a document, in place. */
export function mend(tree: Tree): void {
  if (tree.children === undefined) return;
  if (BY_PLACE.has(tree.tagName ?? '')) tree.children = tree.children.filter((child) => !appliesNothing(child));
  for (const child of tree.children) mend(child);
}
