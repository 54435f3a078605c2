// A picture of an instrument or of the cluster, as SVG, or drawn from that as PNG at twice the size. Everything that is
// drawn in a part of the page goes into one file, each at its place, under a line that says what it is and above one
// that says of which run. PNG is drawn through a data address, which is all that the page's security policy lets in.

import { standalone } from './picture-style.ts';

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
const LINE = 18;
/** Pixels of the file for each of the page. */
const SHARP = 2;

export type Picture = { readonly svg: string; readonly width: number; readonly height: number };

/** What is written above and below it. */
export type Legend = { readonly title: string; readonly says: string; readonly source: string };

/** What is drawn in this part of the page: not the icons on its buttons. */
export function drawings(part: Element): readonly SVGSVGElement[] {
  return [...part.querySelectorAll('svg')].filter((svg) => {
    const { width, height } = svg.getBoundingClientRect();
    return !svg.classList.contains('icon') && width > 40 && height > 20 && svg.parentElement?.closest('svg') === null;
  });
}

export function pictureOf(part: Element, legend: Legend): Picture | null {
  const svgs = drawings(part);
  if (svgs.length === 0) return null;
  const boxes = svgs.map((svg) => svg.getBoundingClientRect());
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const wide = Math.max(...boxes.map((box) => box.right)) - left;
  const high = Math.max(...boxes.map((box) => box.bottom)) - top;
  const width = Math.ceil(wide + 2 * MARGIN);
  const above = [
    { text: legend.title, bold: true },
    ...wrapped(legend.says, wide).map((text) => ({ text, bold: false })),
  ];
  const start = MARGIN + above.length * LINE + 6;
  const height = Math.ceil(start + high + LINE + MARGIN);

  const whole = made('svg', { width, height, viewBox: `0 0 ${width} ${height}` });
  whole.append(made('rect', { width, height, fill: ground(part) }));
  const ink = getComputedStyle(part);
  const words = { 'font-family': ink.fontFamily.replaceAll('"', "'"), 'font-size': 13, fill: ink.color };
  above.forEach(({ text, bold }, i) =>
    whole.append(
      made('text', { ...words, x: MARGIN, y: MARGIN + (i + 0.7) * LINE, 'font-weight': bold ? 700 : 400 }, text),
    ),
  );
  svgs.forEach((svg, i) => {
    const box = boxes[i]!;
    const copy = standalone(svg);
    if (copy === null) return;
    const place = { x: MARGIN + box.left - left, y: start + box.top - top, width: box.width, height: box.height };
    for (const [name, value] of Object.entries(place)) copy.setAttribute(name, String(Math.round(value * 100) / 100));
    if (!copy.hasAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${box.width} ${box.height}`);
    copy.setAttribute('overflow', 'visible');
    whole.append(copy);
  });
  whole.append(
    made('text', { ...words, 'font-size': 11, x: MARGIN, y: height - MARGIN + 4, opacity: 0.75 }, legend.source),
  );
  return {
    svg: `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(whole)}\n`,
    width,
    height,
  };
}

export async function asPng({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image(width, height);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * SHARP;
  canvas.height = height * SHARP;
  const brush = canvas.getContext('2d');
  if (brush === null) throw new Error('this browser cannot draw it');
  brush.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error('this browser cannot draw it')) : resolve(blob)),
      'image/png',
    ),
  );
}

/** Lines that fit, about: the face is not known where the file is opened. */
function wrapped(text: string, wide: number): readonly string[] {
  const most = Math.max(20, Math.floor(wide / 6.8));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** The colour that this part of the page stands on. */
function ground(part: Element): string {
  for (let at: Element | null = part; at !== null; at = at.parentElement) {
    const colour = getComputedStyle(at).backgroundColor;
    if (!/^(transparent|rgba\(.*, 0\))$/.test(colour)) return colour;
  }
  return 'white';
}

function made(tag: string, attributes: { readonly [name: string]: string | number }, text?: string): Element {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  if (text !== undefined) element.textContent = text;
  return element;
}
