// Snapshots: never more bytes than allowed, evenly spread, and the nearest earlier one is found.

import { expect, test } from 'vitest';
import { weight } from '../../src/kernel/plain.ts';
import { Snapshots } from '../../src/kernel/snapshots.ts';

const state = (n: number) => ({ n, bulk: 'x'.repeat(1_000) });

function offered(events: number, most: number): Snapshots<ReturnType<typeof state>> {
  const snapshots = new Snapshots<ReturnType<typeof state>>(10, most);
  for (let n = 0; n <= events; n++) if (snapshots.wanted(n)) snapshots.add(n, state(n));
  return snapshots;
}

test('the latest snapshot at or before an event is found, and none before the first', () => {
  const snapshots = offered(100, 1e9);
  expect(snapshots.before(57)?.n).toBe(50);
  expect(snapshots.before(60)?.n).toBe(60);
  const late = new Snapshots<number>();
  late.add(100, 1);
  expect(late.before(99)).toBeUndefined();
});

test('when they weigh too much every second one goes, and new ones come half as often', () => {
  const most = 20 * weight(state(1));
  const snapshots = offered(10_000, most);
  expect(snapshots.size).toBeLessThanOrEqual(20);
  expect(snapshots.size).toBeGreaterThanOrEqual(8);
  const kept = new Set(Array.from({ length: 10_001 }, (_, n) => snapshots.before(n)!.n));
  const gaps = [...kept].slice(1).map((n, i) => n - [...kept][i]!);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(4 * Math.min(...gaps));
  expect(Math.max(...kept)).toBeGreaterThan(8_000);
});

test('one that alone weighs more than all may is kept alone', () => {
  const snapshots = new Snapshots<string>(1, 10);
  snapshots.add(0, 'x'.repeat(100));
  snapshots.add(1, 'y'.repeat(100));
  expect(snapshots.size).toBe(1);
  expect(snapshots.before(5)).toBe('x'.repeat(100));
});
