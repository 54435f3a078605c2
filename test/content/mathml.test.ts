// Formulas as MathML that every engine reads the same.

import { expect, test } from 'vitest';
import { parse, write } from '../../src/content/markdown.ts';

const html = (formula: string): string => write(parse(`$${formula}$`).children);

test('a named function as an index is one child, so that base and index are two', () => {
  expect(html(String.raw`d_{\max}`)).toContain('<msub><mi>d</mi><mi>max</mi></msub>');
  expect(html(String.raw`d_{\min}^2`)).toContain('<msubsup><mi>d</mi><mi>min</mi><mn>2</mn></msubsup>');
});

test('a function that is applied to something keeps the sign of it', () => {
  expect(html(String.raw`\log x`)).toContain('<mi>log</mi><mo>\u2061</mo>');
});

test('indices of several signs stay together', () => {
  expect(html('x_{i+1}')).toContain('<msub><mi>x</mi><mrow><mi>i</mi><mo>+</mo><mn>1</mn></mrow></msub>');
});
