// Values over seeds become the one number that a claim prints.

import { expect, test } from 'vitest';
import { fold } from '../../src/content/fold.ts';

const runs = [
  { value: 2, count: 2, exposure: 0.5 },
  { value: 0, count: 0, exposure: 0.5 },
  { value: null },
  { value: 4, count: 4, exposure: 1 },
];

test('runs that never exercised the measure are left out', () => {
  expect(fold('mean', runs)).toBe(2);
  expect(fold('max', runs)).toBe(4);
  expect(fold('min', runs)).toBe(0);
  expect(fold('runs-with', runs)).toBe(2);
});

test('pooled counts and exposure are added up before they are divided', () => {
  expect(fold('pooled', runs)).toBe(3);
});

test('the 99th percentile of 200 values is the 198th', () => {
  expect(
    fold(
      'p99',
      Array.from({ length: 200 }, (_, i) => ({ value: i + 1 })),
    ),
  ).toBe(198);
});

test('where no run says anything there is no number', () => {
  expect(fold('mean', [{ value: null }])).toBeNull();
  expect(fold('pooled', [{ value: 0, count: 0, exposure: 0 }])).toBeNull();
});

test('one run is one number', () => {
  expect(fold('one', [{ value: 2.65 }])).toBe(2.65);
});
