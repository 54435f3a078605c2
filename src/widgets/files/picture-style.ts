// A drawing of the page as one that stands alone: every look that comes from the page's stylesheets is written onto the
// element itself, as SVG attributes, so that the file needs neither stylesheet nor theme. Only what differs from the
// parent, or from what SVG assumes, is written. No font is embedded: the names of the family stand in the file, and
// whoever has none of them sees the system's own.

/** Handed down from parent to child. */
const INHERITED = [
  'fill',
  'fill-opacity',
  'fill-rule',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'stroke-dashoffset',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'font-style',
  'letter-spacing',
  'text-anchor',
  'dominant-baseline',
  'paint-order',
  'visibility',
] as const;

/** Not handed down, with what SVG assumes. */
const OWN: { readonly [property: string]: string } = {
  opacity: '1',
  'clip-path': 'none',
  mask: 'none',
  'vector-effect': 'none',
  'stop-color': 'rgb(0, 0, 0)',
};

/** Only there to be pressed: no part of a picture. An open switch tells of a cut. */
const HANDLES = '.chevron, .switch:not(.open), .frame.now';

const DROPPED = /^(class|style|role|tabindex|focusable|aria-.*|data-.*|on.*)$/;

/** A copy with its look written down, or null where it is not to be seen. */
export function standalone(original: Element): Element | null {
  return copied(original, null);
}

function copied(original: Element, parent: CSSStyleDeclaration | null): Element | null {
  const look = getComputedStyle(original);
  if (look.display === 'none' || original.matches(HANDLES)) return null;
  const copy = original.cloneNode(false) as Element;
  for (const { name } of [...copy.attributes]) if (DROPPED.test(name)) copy.removeAttribute(name);
  for (const property of INHERITED) {
    const value = look.getPropertyValue(property);
    if (parent === null || value !== parent.getPropertyValue(property)) write(copy, property, value);
    else copy.removeAttribute(property);
  }
  for (const [property, assumed] of Object.entries(OWN)) {
    const value = look.getPropertyValue(property);
    if (value !== assumed && value !== '') write(copy, property, value);
  }
  for (const child of original.childNodes) {
    if (child instanceof Element) {
      const drawn = copied(child, look);
      if (drawn !== null) copy.append(drawn);
    } else if (child.nodeType === Node.TEXT_NODE) copy.append(child.cloneNode());
  }
  return copy;
}

function write(copy: Element, property: string, value: string): void {
  // A browser may write the page's address before the name, and quotes around it: within a file the name is enough.
  copy.setAttribute(property, value.replace(/url\(["']?[^)]*?(#[^)"']+)["']?\)/g, 'url($1)').replaceAll('"', "'"));
}
