// The text of a path, written piece by piece.

import { describe, expect, it } from 'vitest';
import { Ink, tenth } from '../../src/views/topology/ink.ts';

describe('numbers are written to a tenth of a pixel', () => {
  it.each([
    [0, '0'],
    [12, '12'],
    [12.34, '12.3'],
    [12.35, '12.4'],
    [-3.26, '-3.3'],
    [-0.01, '0'],
    [4321.06, '4321.1'],
  ])('%d is %s', (value, says) => {
    expect(tenth(value)).toBe(says);
    // The second time it is a word that is known already.
    expect(tenth(value)).toBe(says);
  });
});

describe('ink', () => {
  it('gives what was written since the last time, and no more', () => {
    const ink = new Ink();
    ink.move(1, 2);
    ink.line(3.14, 4);
    expect(ink.text()).toBe('M1 2L3.1 4');
    ink.move(5, 6);
    expect(ink.text()).toBe('M5 6');
    expect(ink.text()).toBe('');
    ink.move(7, 8);
    ink.write('h0');
    expect(ink.text()).toBe('M7 8h0');
  });
});
