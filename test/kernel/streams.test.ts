// Named randomness: the draws are seedrandom's own, and no stream disturbs another.

import fc from 'fast-check';
import alea from 'seedrandom/lib/alea.js';
import { expect, test } from 'vitest';
import { Streams } from '../../src/kernel/streams.ts';

const name = fc.string({ maxLength: 30 });

test('a stream draws, bit for bit, what seedrandom’s alea gives as double() for the seed and the name', () => {
  fc.assert(
    fc.property(name, name, (seed, purpose) => {
      const theirs = alea(`${seed}/${purpose}`, { state: true });
      const ours = new Streams(seed);
      const stream = ours.of(purpose);
      for (let i = 0; i < 20; i++) expect(ours.draw(stream)).toBe(theirs.double());
    }),
    { numRuns: 300 },
  );
});

test('every draw lies in [0, 1), and they fill it evenly', () => {
  const streams = new Streams('even');
  const tenths = new Array<number>(10).fill(0);
  for (let s = 0; s < 100; s++) {
    const stream = streams.of(`s${s}`);
    for (let i = 0; i < 1_000; i++) {
      const u = streams.draw(stream);
      if (!(u >= 0 && u < 1)) expect.fail(`drew ${u}`);
      tenths[Math.floor(u * 10)]!++;
    }
  }
  // 100,000 draws, 10,000 expected in each tenth, standard deviation 95: five of them either way.
  for (const count of tenths) expect(Math.abs(count - 10_000)).toBeLessThan(475);
});

test('making streams in another order, or more of them, changes no draw', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 100 }), name, (names, seed) => {
      const forth = new Streams(seed);
      const back = new Streams(seed);
      for (const one of names) forth.of(one);
      for (const one of [...names].reverse()) {
        back.of(one);
        back.of(`${one} and another`);
      }
      for (const one of names) expect(back.draw(back.of(one))).toBe(forth.draw(forth.of(one)));
    }),
    { numRuns: 50 },
  );
});

test('neighbouring names of neighbouring seeds are not correlated', () => {
  let sum = 0;
  const pairs = 10_000;
  for (let i = 0; i < pairs; i++) {
    const x = new Streams(`s${i}`);
    const y = new Streams(`s${i + 1}`);
    sum += (x.draw(x.of('n1')) - 0.5) * (y.draw(y.of('n2')) - 0.5) * 12;
  }
  expect(Math.abs(sum / pairs)).toBeLessThan(5 / Math.sqrt(pairs));
});

test('saved as JSON and restored, every stream goes on where it was, and new ones start as ever', () => {
  const streams = new Streams('here');
  for (let i = 0; i < 80; i++) streams.draw(streams.of(`n${i % 70}`));
  const copy = new Streams('here');
  copy.draw(copy.of('something else'));
  copy.restore(JSON.parse(JSON.stringify(streams.save())));
  for (const one of ['n3', 'n69', 'never used before']) {
    expect(copy.draw(copy.of(one))).toBe(streams.draw(streams.of(one)));
  }
});
