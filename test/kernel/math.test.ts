// Portable maths against Node's own, which is a free oracle, and against figures of sixty digits.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  erfc,
  exp,
  expm1,
  inverseNormal,
  inverseNormalTail,
  ln10,
  log,
  log10,
  log1p,
  normalTail,
  normalTailPhi,
  power10,
} from '../../src/kernel/math.ts';

// Node's engine computes these five by the same published algorithms, so that here, though not in
// every browser, they must agree to the last bit.
describe('the portable functions are the published ones to the last bit', () => {
  const pairs = { exp, expm1, log, log10, log1p } as const;
  const anyDouble = fc.double();
  const nearOne = fc.double({ min: -1, max: 1 });
  const ordinary = fc.double({ min: -800, max: 800, noNaN: true });
  for (const [name, own] of Object.entries(pairs)) {
    test(name, () => {
      const engine = Math[name as keyof typeof pairs];
      fc.assert(
        fc.property(fc.oneof(anyDouble, nearOne, ordinary), (x) => Object.is(own(x), engine(x))),
        { numRuns: 20_000 },
      );
    });
  }

  test('also at the edges', () => {
    const edges = [0, -0, 1, -1, Infinity, -Infinity, NaN, 5e-324, 1e-310, 2.2250738585072014e-308, 1e308];
    for (const x of [...edges, 709.782712893384, 709.7827128933841, -745.1332191019411, -745.1332191019412, 10, 1000]) {
      for (const [name, own] of Object.entries(pairs)) {
        expect(own(x), `${name}(${x})`).toBe(Math[name as keyof typeof pairs](x));
      }
    }
  });
});

test('power10 is exact at whole powers and within two last digits between them', () => {
  for (let n = -307; n <= 308; n++) expect(power10(n)).toBe(Number(`1e${n}`));
  fc.assert(
    fc.property(fc.double({ min: -300, max: 300, noNaN: true }), (x) => {
      expect(log10(power10(x))).toBeCloseTo(x, 11);
    }),
  );
  expect(power10(400)).toBe(Infinity);
  expect(power10(-400)).toBe(0);
});

describe('the normal tail', () => {
  // Computed with 60 digits.
  const tails = [
    [0, 1],
    [0.5, 0.4795001221869535],
    [1, 0.15729920705028513],
    [2, 0.004677734981047266],
    [3, 2.209049699858544e-5],
    [5, 1.537459794428035e-12],
    [10, 2.088487583762545e-45],
    [20, 5.395865611607901e-176],
    [26, 5.663192408856143e-296],
    [-1, 1.8427007929497148],
    [-6, 2],
  ] as const;
  test.each(tails)('erfc(%d) is right to the last digits', (x, value) => {
    expect(Math.abs(erfc(x) / value - 1)).toBeLessThan(1e-15);
  });

  test('erfc never rises, and ends at 2 and 0', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -30, max: 30, noNaN: true }),
        fc.double({ min: 1e-6, max: 3, noNaN: true }),
        (x, d) => {
          expect(erfc(x + d)).toBeLessThanOrEqual(erfc(x));
        },
      ),
    );
    expect(erfc(-Infinity)).toBe(2);
    expect(erfc(Infinity)).toBe(0);
    expect(erfc(NaN)).toBeNaN();
  });

  const phis = [
    [-40, 0],
    [0, 0.3010299956639812],
    [1, 0.7995455414919705],
    [5, 6.5426456723906545],
    [8, 15.206142551017155],
    [10, 23.118053405486076],
    [38.475, 323.43318662527514],
    [40, 349.43700645934587],
  ] as const;
  test.each(phis)('%d sigma is phi %d', (z, phi) => {
    expect(normalTailPhi(z)).toBeCloseTo(phi, 11);
  });

  test('phi is the logarithm of the tail wherever a double can hold the tail', () => {
    fc.assert(
      fc.property(fc.double({ min: -8, max: 37, noNaN: true }), (z) => {
        const phi = normalTailPhi(z);
        expect(Math.abs(-log(normalTail(z)) / ln10 - phi)).toBeLessThanOrEqual(1e-12 + 1e-12 * phi);
      }),
    );
  });

  test('phi stays finite where the tail is far below the smallest double', () => {
    expect(normalTailPhi(1000)).toBeCloseTo(217150.6400419944, 8);
    expect(Number.isFinite(normalTailPhi(1e100))).toBe(true);
    expect(Object.is(normalTailPhi(-1e9), 0)).toBe(true);
  });
});

describe('the inverses', () => {
  test('quantiles of the standard normal are the tabulated ones', () => {
    const table = [
      [0.5, 0],
      [0.9, 1.2815515655446004],
      [0.975, 1.959963984540054],
      [0.999, 3.090232306167813],
      [1e-10, -6.361340902404056],
      [1e-300, -37.0470962993612],
    ] as const;
    for (const [p, z] of table) expect(inverseNormal(p)).toBeCloseTo(z, 8);
    expect(inverseNormal(0)).toBe(-Infinity);
    expect(inverseNormal(1)).toBe(Infinity);
    expect(inverseNormal(1.5)).toBeNaN();
  });

  test('inverseNormal undoes the distribution', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (p) => {
        expect(Math.abs(normalTail(-inverseNormal(p)) / p - 1)).toBeLessThan(1e-11);
      }),
    );
  });

  test('thresholds translate to the published deviations', () => {
    const table = [
      [1, 1.2816],
      [2, 2.3263],
      [3, 3.0902],
      [5, 4.2649],
      [8, 5.612],
      [12, 7.0345],
      [16, 8.2221],
    ] as const;
    for (const [phi, z] of table) expect(inverseNormalTail(phi)).toBeCloseTo(z, 4);
  });

  test('inverseNormalTail undoes phi, also beyond what a double can hold as a chance', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 5000, noNaN: true }), (phi) => {
        expect(Math.abs(normalTailPhi(inverseNormalTail(phi)) / phi - 1)).toBeLessThan(1e-13);
      }),
    );
  });
});
