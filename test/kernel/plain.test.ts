// Plain data: copied deeply, weighed, and everything that is not plain is named with its place.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copy, impurity, weight } from '../../src/kernel/plain.ts';

const plain = fc
  .jsonValue({ noUnicodeString: true } as never)
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown);

describe('plain data', () => {
  test('a copy is equal and shares nothing', () => {
    fc.assert(
      fc.property(plain, (value) => {
        expect(copy(value)).toEqual(value);
        const shared = (x: unknown, y: unknown): boolean =>
          typeof x === 'object' && x !== null
            ? x === y || Object.keys(x).some((key) => shared((x as never)[key], (y as never)[key]))
            : false;
        expect(shared(value, copy(value))).toBe(false);
      }),
    );
  });

  test('data with a key called __proto__ is copied as data and touches no prototype', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": 1}, "a": 2}') as object;
    expect(JSON.stringify(copy(hostile))).toBe(JSON.stringify(hostile));
    expect(Object.getPrototypeOf(copy(hostile))).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  test.each([
    ['NaN', { a: [1, NaN] }, 'state.a.1 is NaN'],
    ['Infinity', [Infinity], 'state.0 is Infinity'],
    ['-0', { a: -0 }, 'state.a is -0'],
    ['undefined', { a: undefined }, 'state.a is undefined'],
    ['a function', { a: () => 1 }, 'state.a is function'],
    ['a typed array', { a: new Float64Array(1) }, 'state.a is an instance of a class'],
    ['a Map', { a: { b: new Map() } }, 'state.a.b is an instance of a class'],
  ])('%s is found and named with its place', (_, value, says) => {
    expect(impurity(value)).toBe(says);
  });

  test('nothing that came through JSON is found fault with', () => {
    fc.assert(
      fc.property(plain, (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'));
        expect(impurity(value)).toBeNull();
      }),
    );
  });

  test('a larger thing weighs more', () => {
    expect(weight({ a: [1, 2, 3] })).toBeGreaterThan(weight({ a: [1, 2] }));
    expect(weight('abcd')).toBeGreaterThan(weight('abc'));
  });
});
