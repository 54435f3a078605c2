// Curves are made by folding the detector once more over the record: they must agree with what was said in it.

import { describe, expect, test } from 'vitest';
import type { RunKey, Scenario } from '../../src/scenarios/scenario.ts';
import type { Run, Series } from '../../src/worker/api.ts';
import { localLab } from '../../src/worker/local.ts';
import { detectors } from '../../src/patterns/detectors/registry.ts';
import { mesh, type Params } from '../scenarios/build.ts';
import { TYPES } from '../../src/world/vocabulary.ts';

const lab = localLab({});
const keyOf = (inline: Scenario, seed = 's'): RunKey => ({ scenario: { inline }, settings: {}, seed, actions: [] });

const rough = mesh(
  4,
  [
    { kind: 'pause', on: 'n1', at: 20, until: 25, mode: 'gc' },
    { kind: 'pause', on: 'n2', at: 30, until: 36, mode: 'suspend' },
    { kind: 'pause', on: 'n3', at: 40, until: 42, mode: 'suspend' },
    { kind: 'restart', on: 'n3', at: 41 },
    { kind: 'crash', on: 'n4', at: 50 },
  ],
  {},
  { until: 120, nodes: [{ id: 'n1', driftPpm: 300 }, { id: 'n2', driftPpm: -200 }, { id: 'n3' }, { id: 'n4' }] },
);
const lossy = { ...rough, links: { all: { delay: rough.links.all.delay, loss: 0.15 } } };

function withDetector(use: string, more: Params = {}): Scenario {
  return {
    ...lossy,
    every: { ...lossy.every, params: { ...(lossy.every.params as Params), detector: { use }, ...more } },
  };
}

const beliefRows = (run: Run, observer: number, target: number) =>
  Array.from({ length: run.columns.length }, (_, i) => i).filter(
    (i) =>
      ['suspect', 'trust'].includes(TYPES[run.columns.type[i]!]!) &&
      run.columns.a[i] === observer &&
      run.columns.b[i] === target,
  );

/** The curve's value at the last point at or before t. */
function at(series: Series, line: string, t: number): number {
  let i = -1;
  while (i + 1 < series.time.length && series.time[i + 1]! <= t) i++;
  return series.lines[line]![i]!;
}

describe.each([...detectors.keys()])('with %s', (use) => {
  const key = keyOf(withDetector(use));

  test('silence passes what is allowed exactly where the record has a suspicion', async () => {
    const run = await lab.run(key);
    let seen = 0;
    for (const [observer, target] of [
      [0, 1],
      [1, 2],
      [2, 3],
      [3, 0],
    ] as const) {
      for (const row of beliefRows(run, observer, target)) {
        if (TYPES[run.columns.type[row]!] !== 'suspect') continue;
        const t = run.columns.time[row]!;
        const read = (time: number) =>
          lab.series(key, { kind: 'silence', observer, target, from: time, to: time, points: 1 });
        const now = await read(t);
        const silence = at(now, 'silence', t);
        const allowed = at(now, 'allowed', t);
        // A beat heard in the very instant of the suspicion may have moved the line since.
        const moved = run.columns.time.some(
          (time, i) =>
            i !== row && time === t && run.columns.a[i] === observer && TYPES[run.columns.type[i]!] === 'hear',
        );
        if (moved || Number.isNaN(allowed)) continue;
        seen++;
        expect(silence).toBeGreaterThanOrEqual(allowed - 1e-6);
        if (t < 3) continue;
        const before = await read(t - 3);
        if (Number.isNaN(at(before, 'allowed', t - 3))) continue;
        expect(at(before, 'silence', t - 3)).toBeLessThanOrEqual(at(before, 'allowed', t - 3) + 3e-6);
      }
    }
    expect(seen).toBeGreaterThan(0);
  });

  test('wherever silence exceeds what is allowed the record has a suspicion, and nowhere else', async () => {
    // n4 never stands still until it crashes at 50 s.
    const run = await lab.run(key);
    for (const target of [0, 1, 2]) {
      const turns = beliefRows(run, 3, target);
      const series = await lab.series(key, { kind: 'silence', observer: 3, target, from: 0, to: 49e6, points: 2_000 });
      series.time.forEach((t, i) => {
        if (run.columns.time.includes(t)) return;
        const last = turns.findLast((row) => run.columns.time[row]! <= t);
        const suspects = last !== undefined && TYPES[run.columns.type[last]!] === 'suspect';
        const over = series.lines['silence']![i]! - series.lines['allowed']![i]!;
        if (Math.abs(over) > 2e-6)
          expect({ t, target, over, suspects }).toEqual({ t, target, over, suspects: over > 0 });
      });
    }
  });

  test('the level is finite, never negative, and at its threshold where a suspicion begins', async () => {
    const { time, lines } = await lab.series(key, {
      kind: 'level',
      observer: 2,
      target: 3,
      from: 0,
      to: 120e6,
      points: 500,
    });
    expect(time.length).toBeGreaterThan(500);
    expect(lines['level']!.every((level) => Number.isFinite(level) && level >= 0)).toBe(true);
    expect(new Set(lines['threshold'])).toHaveProperty('size', 1);
    expect(at({ unit: '', time, lines }, 'level', 119.9e6)).toBeGreaterThanOrEqual(lines['threshold']![0]! * 0.999999);
  });
});

describe('a series', () => {
  const key = keyOf(withDetector('fixed-timeout'));
  const ask = { kind: 'silence', observer: 0, target: 1, from: 10e6, to: 20e6, points: 100 } as const;

  test('lies within what was asked, in order of time, with points where beats were heard', async () => {
    const { time, lines } = await lab.series(key, ask);
    expect(time[0]).toBe(10e6);
    expect(time.at(-1)!).toBeLessThanOrEqual(20e6);
    expect(Array.from(time)).toEqual(Array.from(time).sort((a, b) => a - b));
    const run = await lab.run(key);
    const heard = beatsHeard(run, 0, 1).filter((t) => t >= 10e6 && t <= 20e6);
    for (const t of heard) expect(time.includes(t)).toBe(true);
    expect(lines['silence']!.filter((s) => s === 0).length).toBeGreaterThanOrEqual(heard.length);
  });

  test('ends with its observer: a crashed node has no silence', async () => {
    const { time } = await lab.series(key, { ...ask, observer: 3, target: 0, from: 0, to: 120e6 });
    expect(Math.max(...time)).toBeLessThanOrEqual(50e6);
  });

  test('of however many points is bounded', async () => {
    const { time } = await lab.series(key, { ...ask, points: 1e9 });
    expect(time.length).toBeLessThan(21_000);
  });

  function beatsHeard(run: Run, a: number, b: number): number[] {
    const { columns, words } = run;
    const out: number[] = [];
    for (let i = 0; i < columns.length; i++) {
      if (TYPES[columns.type[i]!] !== 'hear' || columns.a[i] !== a || columns.b[i] !== b) continue;
      if (words[columns.k[i]!] === 'heartbeat') out.push(columns.time[i]!);
    }
    return out;
  }
});
