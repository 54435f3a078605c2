// The queue against the simplest model of it: a list sorted by (time, order of scheduling).

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EventQueue } from '../../src/kernel/queue.ts';

type Op = { readonly push: number } | { readonly pop: number };

/** Waits from nothing to months: most events share an instant, some lie far beyond all others. */
const wait = fc.oneof(
  { weight: 6, arbitrary: fc.nat(3) },
  { weight: 4, arbitrary: fc.nat(200) },
  { weight: 3, arbitrary: fc.nat(5_000_000) },
  { weight: 1, arbitrary: fc.nat(2 ** 31 - 1).map((n) => n * 300) },
  { weight: 1, arbitrary: fc.nat(2 ** 31 - 1).map((n) => n * 2 ** 12) },
);
const ops = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: wait.map((push): Op => ({ push })) },
    { weight: 2, arbitrary: wait.map((pop): Op => ({ pop })) },
  ),
  { maxLength: 200 },
);

/** Runs pushes and pops on a queue and on the model. Pops go up to now + a wait, as a sliced run's do. */
function agrees(script: readonly Op[], between: (queue: EventQueue) => EventQueue): void {
  let queue = new EventQueue();
  let model: { time: number; order: number }[] = [];
  let now = 0;
  let order = 0;
  for (const op of script) {
    queue = between(queue);
    if ('push' in op) {
      const time = now + op.push;
      queue.push(time, order % 7, order, -order, order * 3, order - 1);
      model.push({ time, order: order++ });
      continue;
    }
    const limit = now + op.pop;
    model.sort((x, y) => x.time - y.time || x.order - y.order);
    const first = model[0];
    const due = first !== undefined && first.time <= limit;
    expect(queue.pop(limit)).toBe(due);
    now = due ? first.time : limit;
    if (!due) continue;
    model = model.slice(1);
    const n = first.order;
    expect([queue.time, queue.kind, queue.a, queue.b, queue.c, queue.cause]).toEqual([
      first.time,
      n % 7,
      n,
      -n + 0,
      n * 3,
      n - 1,
    ]);
    expect(queue.size).toBe(model.length);
  }
}

describe('the queue', () => {
  test('gives events by time, and those of one instant in the order in which they were scheduled', () => {
    fc.assert(
      fc.property(ops, (script) => agrees(script, (queue) => queue)),
      { numRuns: 500 },
    );
  });

  test('saved as JSON and restored after every step, it gives the same events in the same order', () => {
    const reborn = (queue: EventQueue): EventQueue => {
      const other = new EventQueue();
      other.push(1, 1, 1, 1, 1, 1);
      other.restore(JSON.parse(JSON.stringify(queue.save())));
      return other;
    };
    fc.assert(
      fc.property(ops, (script) => agrees(script, reborn)),
      { numRuns: 150 },
    );
  });

  test('an event that was scheduled long ago leaves before one that was scheduled later for the same instant', () => {
    const queue = new EventQueue();
    queue.push(1_000_000, 0, 1, 0, 0, -1);
    queue.push(999_999, 0, 2, 0, 0, -1);
    expect(queue.pop()).toBe(true);
    queue.push(1_000_000, 0, 3, 0, 0, -1);
    const left: number[] = [];
    while (queue.size > 0 && queue.pop()) left.push(queue.a);
    expect(left).toEqual([1, 3]);
  });

  test('an empty queue gives nothing, also after it was full', () => {
    const queue = new EventQueue();
    expect(queue.pop(1e9)).toBe(false);
    for (let i = 0; i < 1_000; i++) queue.push(5, 0, i, 0, 0, -1);
    for (let i = 0; i < 1_000; i++) expect(queue.pop(5)).toBe(true);
    expect(queue.pop(1e12)).toBe(false);
    expect(queue.size).toBe(0);
  });

  test('thousands of pending events, drained in slices of any length, come out sorted', () => {
    const queue = new EventQueue();
    for (let i = 0; i < 5_000; i++) queue.push((i * 7_919) % 1_000_003, 0, i, 0, 0, -1);
    let last = -1;
    let seen = 0;
    for (let limit = 0; queue.size > 0; limit += 9_973) {
      while (queue.pop(limit)) {
        expect(queue.time).toBeGreaterThanOrEqual(last);
        last = queue.time;
        seen++;
      }
    }
    expect(seen).toBe(5_000);
  });
});
