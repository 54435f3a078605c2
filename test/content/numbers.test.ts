// A number with a unit stands in a claim, a fact or a formula, or the build stops.

import { expect, test } from 'vitest';
import { bareNumbers, decimal, quantity } from '../../src/content/numbers.ts';

test.each([
  ['after 2.65 s', '2.65 s'],
  ['within 250ms', '250ms'],
  ['a loss of 5 %', '5 %'],
  ['some 12.5% of them', '12.5%'],
  ['two to 3 seconds', '3 seconds'],
  ['about 8.5 per pair-hour', '8.5 per pair-hour'],
  ['after 3 beats', '3 beats'],
  ['it made 205,000 mistakes', '205,000 mistakes'],
  ['a 3-second outage', '3-second'],
])('"%s" holds a number with a unit', (text, words) => {
  expect(bareNumbers(text).map((one) => one.words)).toEqual([words]);
});

test.each([
  'five nodes',
  'node n3',
  '200 runs',
  'step 3 says',
  'version 1.2.3',
  'half a second',
  '4 systems',
  'case 2: many',
])('"%s" holds none', (text) => {
  expect(bareNumbers(text)).toEqual([]);
});

test('numbers are written as prose writes them', () => {
  expect(decimal(2.6500001, 2)).toBe('2.65');
  expect(decimal(4000, 0)).toBe('4000');
  expect(decimal(205_000.4, 0)).toBe('205,000');
  expect(decimal(-0.5, 1)).toBe('\u22120.5');
  expect(decimal(-0.01, 1)).toBe('0.0');
});

test('a number and its unit stay on one line', () => {
  expect(quantity(12.5, 1, '%')).toBe('12.5\u00a0%');
  expect(quantity(3, 0, '')).toBe('3');
});
