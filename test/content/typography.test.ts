// Quotation marks, dashes and spaces as a printed book has them.

import { expect, test } from 'vitest';
import { parse, write } from '../../src/content/markdown.ts';
import { setQuotes } from '../../src/content/typography.ts';

function set(markdown: string): string {
  const { children } = parse(markdown);
  for (const node of children) setQuotes(node);
  return write(children);
}

test.each([
  ['says "still here" and stops', '<p>says “still here” and stops</p>'],
  ["m's log", '<p>m’s log</p>'],
  ['"*Down*" is not "suspected"', '<p>“<em>Down</em>” is not “suspected”</p>'],
  ['("both")', '<p>(“both”)</p>'],
  ["the nodes' clocks", '<p>the nodes’ clocks</p>'],
  ['within 8 s of it', '<p>within 8\u00a0s of it</p>'],
  ['8 seconds, 5 %, 50 ms.', '<p>8 seconds, 5\u00a0%, 50\u00a0ms.</p>'],
  ['set `a = "b"` then "go"', '<p>set <code>a = "b"</code> then “go”</p>'],
])('%s is set as %s', (markdown, html) => {
  expect(set(markdown)).toBe(html);
});

test('a number that is set as maths keeps its unit beside it', () => {
  expect(set('gaps of $1.00 \\pm 0.25$ s, no more')).toMatch(
    /<span class="with-unit">.*<\/math>(<[^>]*>)*\u00a0s<\/span>, no/,
  );
  expect(set('a threshold of $8$ sets')).not.toContain('\u00a0');
});
