// What the home page says of the machine that was crashed.

import { expect, test } from 'vitest';
import { story } from '../../src/routes/_home/story.ts';
import type { Film, Span, Truth } from '../../src/worker/api.ts';

const END = 60_000_000;
const names = ['n1', 'n2', 'n3'];

/** Three nodes; n3 crashes at 20 s and starts again at 40 s, n1 suspects it at 22.5 s and n2 at 22.8 s. */
function film(): Film {
  const span = <T>(from: number, to: number, is: T): Span<T> => ({ from, to, is, row: 0 });
  const up = [span<Truth>(0, END, 'up')];
  const n3 = [span<Truth>(0, 20e6, 'up'), span<Truth>(20e6, 40e6, 'crashed'), span<Truth>(40e6, END, 'up')];
  const belief = (observer: number, from: number) => ({
    observer,
    target: 2,
    spans: [
      span(0, from, { suspects: false, right: true }),
      span(from, 41e6, { suspects: true, right: true }),
      span(41e6, END, { suspects: false, right: true }),
    ],
  });
  return {
    until: END,
    truth: [up, up, n3],
    beliefs: [belief(0, 22.5e6), belief(1, 22.8e6)],
    links: [],
    flights: {} as Film['flights'],
    marks: [],
  };
}

const at = (seconds: number) => story(film(), names, seconds * 1e6);

test('while all is well it says so', () => {
  expect(at(10)).toEqual({ says: 'Everybody hears everybody, once a second.', counting: false, down: null });
});

test('from the crash on it counts until somebody notices', () => {
  expect(at(21.3)).toEqual({ says: 'n3 is down, and nobody knows. 1.3 s so far.', counting: true, down: 2 });
});

test('the first to notice is named, with the time since the crash', () => {
  expect(at(22.6).says).toBe('n1 noticed first, 2.50 s after the crash.');
});

test('when all have noticed it tells first and last', () => {
  expect(at(30).says).toBe('n1 noticed first, after 2.50 s; the last of them after 2.80 s.');
});

test('a node that was started again is no longer the story', () => {
  expect(at(45).down).toBeNull();
});
