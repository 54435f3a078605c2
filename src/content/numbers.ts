// A number with a unit in prose is a promise about the lab or about the world. The compiler asks who vouches for
// it: a claim (the lab), a fact (a source) or a formula (the reader's own arithmetic). This file only finds the
// bare ones. It leaves out numbers in words ("five nodes", "half a second") and counts of plain things ("200 runs").

const UNITS = [
  'µs|us|ms|s|min|h|ns',
  'milliseconds?|microseconds?|seconds?|minutes?|hours?|days?|weeks?',
  '%|per ?cent|‰',
  'beats?|heartbeats?|pair-hours?|link-seconds?|per pair-hour|per second|per minute|per hour',
  'mistakes?|accusations?|Hz|kHz|KB|MB|GB',
].join('|');

const NUMBER = /(?<![\w.,])[-−]?\d[\d.,]*(?:e[-−]?\d+)?/.source;
const BARE = new RegExp(`${NUMBER}[ \\u00a0\\u202f-]?(?:${UNITS})(?![\\w-])`, 'gu');

/** Every number with a unit in a text, and where it begins. */
export function bareNumbers(text: string): readonly { readonly words: string; readonly index: number }[] {
  return [...text.matchAll(BARE)].map((match) => ({ words: match[0], index: match.index }));
}

/** 205000.4 with no digits is "205,000": grouped from ten thousand on, and never in powers of ten. */
export function decimal(value: number, digits: number): string {
  const [whole = '', fraction] = Math.abs(value).toFixed(digits).split('.');
  const grouped = whole.length > 4 ? whole.replaceAll(/\B(?=(\d{3})+$)/g, ',') : whole;
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && Number(text.replaceAll(',', '')) !== 0 ? `\u2212${text}` : text;
}

/** A number and its unit that stay on one line. */
export function quantity(value: number, digits: number, unit: string): string {
  return unit === '' ? decimal(value, digits) : `${decimal(value, digits)}\u00a0${unit}`;
}
