// The six runs of the lesson's exercise: four processes, 60 s, and the last crashes at 20 s in most.

import { describe, expect, test } from 'vitest';
import { properties, refutes } from '../../src/measures/chandra-toueg.ts';
import type { FiniteRun, Suspicion } from '../../src/measures/chandra-toueg.ts';

const [n1, n2, n3, n4] = [0, 1, 2, 3] as const;
const suspects = (observer: number, target: number, from: number, to: number | null = null): Suspicion => ({
  observer,
  target,
  from,
  to,
});
const found = [n1, n2, n3].map((observer) => suspects(observer, n4, 23));

function run(
  suspicions: readonly Suspicion[],
  crashes: readonly (readonly [number, number])[] = [[n4, 20]],
): FiniteRun {
  return { processes: 4, crashes: new Map(crashes), horizon: 60, suspicions };
}

describe('what a run refutes', () => {
  test('clean detection: nothing', () => {
    expect(refutes(run(found))).toEqual({ refuted: [], unmet: [] });
  });

  test('one live process accused once: strong accuracy, and weak stands', () => {
    expect(refutes(run([...found, suspects(n2, n3, 10, 11)]))).toEqual({ refuted: ['strong-accuracy'], unmet: [] });
  });

  test('every live process accused once: weak accuracy too, though nothing eventual', () => {
    const everybody = [suspects(n1, n2, 30, 31), suspects(n2, n3, 32, 33), suspects(n3, n1, 34, 35)];
    const c = run([...found, ...everybody]);
    expect(refutes(c)).toEqual({ refuted: ['strong-accuracy', 'weak-accuracy'], unmet: [] });
    expect(properties(c).consistentWith).toEqual(['diamondP', 'diamondS', 'diamondQ', 'diamondW']);
  });

  test('accused two seconds before its crash: strong accuracy, although it was going to die', () => {
    const early = [suspects(n1, n4, 18), suspects(n2, n4, 23), suspects(n3, n4, 23)];
    expect(refutes(run(early))).toEqual({ refuted: ['strong-accuracy'], unmet: [] });
  });

  test('one observer never notices the crash: strong completeness unmet, weak met', () => {
    expect(refutes(run(found.slice(1)))).toEqual({ refuted: [], unmet: ['strong-completeness'] });
  });

  test('nobody notices the crash: both kinds of completeness unmet, none refuted', () => {
    expect(refutes(run([]))).toEqual({ refuted: [], unmet: ['strong-completeness', 'weak-completeness'] });
  });

  test('still flapping at the end: nothing about eventually follows', () => {
    const flapping = [10, 20, 30, 40, 50, 58].map((t) => suspects(n2, n3, t, t + 3));
    expect(refutes(run([...found, ...flapping]))).toEqual({ refuted: ['strong-accuracy'], unmet: [] });
  });
});

test('a suspicion by a process that crashes later counts', () => {
  expect(refutes(run([suspects(n4, n1, 5, 6), ...found])).refuted).toEqual(['strong-accuracy']);
});

test('a suspicion that begins at the crash, or lasts no time, refutes nothing', () => {
  const atOnce = [n1, n2, n3].map((observer) => suspects(observer, n4, 20));
  expect(refutes(run([...atOnce, suspects(n1, n2, 5, 5)]))).toEqual({ refuted: [], unmet: [] });
});

test('a suspicion that is taken back at the horizon was still held just before it', () => {
  const until = [n1, n2, n3].map((observer) => suspects(observer, n4, 23, 60));
  expect(properties(run(until)).strongCompleteness).toBe(true);
});

test('a suspicion in two parts that meet is one', () => {
  const parts = [n1, n2, n3].flatMap((observer) => [suspects(observer, n4, 23, 40), suspects(observer, n4, 40)]);
  expect(properties(run(parts)).consistentWith).toContain('P');
});
