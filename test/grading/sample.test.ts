// One run against its goals, by hand-written records first and then by the lesson's first exercise itself.

import { describe, expect, it } from 'vitest';
import type { Goal } from '../../src/grading/goal.ts';
import { sampleRun } from '../../src/grading/sample.ts';
import { sweeping } from '../../src/grading/sweep.ts';
import { seedList } from '../../src/grading/seeds.ts';
import { needsMore, verdict } from '../../src/grading/verdict.ts';
import type { FaultSpec } from '../../src/scenarios/scenario.ts';
import { mesh5, pair } from '../measures/lab.ts';
import { beat, crash, readingOf, suspect } from '../measures/rows.ts';

const detect: Goal = {
  id: 'detect',
  says: 'm suspects w within 2.8 s of its crash',
  short: 'detection',
  measure: 'detection-time',
  args: { of: 'slowest' },
  is: ['<=', 2.8],
  over: { seeds: 200, need: 'every' },
};
const accuse: Goal = { ...detect, id: 'accuse', measure: 'mistakes', args: {}, is: ['<=', 0] };

describe('one run, sampled', () => {
  const sampled = (...rows: Parameters<typeof readingOf>[0]['rows']) =>
    sampleRun('s', readingOf({ nodes: ['m', 'w'], until: 60, rows: [...beat('m', 'w', 1, 1), ...rows] }), [
      detect,
      accuse,
    ]);

  it('holds or fails with its value, moment and row', () => {
    const { goals } = sampled(crash('w', 20), suspect('m', 'w', 22));
    expect(goals[0]).toMatchObject({ value: 2, held: true, at: 22_000_000 });
    expect(goals[1]).toMatchObject({ value: 0, held: true, count: 0 });
  });
  it('a suspicion that was on at the crash is no detection: the goal says nothing', () => {
    expect(sampled(suspect('m', 'w', 19), crash('w', 20)).goals[0]).toMatchObject({ value: 0, held: null });
  });
  it('a crash that nobody noticed in 40 s fails a limit of 2.8 s', () => {
    expect(sampled(crash('w', 20)).goals[0]).toMatchObject({ value: 40, held: false, never: true });
  });
  it('a run that ended 2 s after the crash cannot say', () => {
    expect(sampled(crash('w', 58)).goals[0]).toMatchObject({ value: 2, held: null });
  });
  it('a run without a crash says nothing about detection', () => {
    expect(sampled().goals[0]).toMatchObject({ value: null, held: null });
  });
  it('is plain data, fit to cross to another thread', () => {
    const sample = sampled(crash('w', 20), suspect('m', 'w', 22));
    expect(structuredClone(sample)).toEqual(sample);
  });
});

describe('the first exercise', () => {
  const happens: FaultSpec = { kind: 'crash', on: 'n3', at: { uniform: [30, 45] } };
  const check = (T: number, n: number) => {
    const goals = [detect, accuse].map((one) => ({ ...one, over: { seeds: 200, need: 'every' as const } }));
    const samples = seedList('test/e1', n).map((seed) => sampleRun(seed, mesh5({ T, seed, faults: [happens] }), goals));
    return { ...verdict(goals, samples), more: needsMore(goals, samples) };
  };
  it('passes with T 2.2 s, with worst detection 2.3 to 2.6 s and 57 pair-hours of watching', () => {
    const judged = check(2.2, 200);
    expect(judged.word).toBe('passed');
    expect(judged.goals[0]!.value).toBeGreaterThan(2.3);
    expect(judged.goals[0]!.value).toBeLessThan(2.6);
    expect(judged.exposure).toMatch('57 pair-hours of watching. That supports less than one mistake in 19 pair-hours');
    expect(judged.more).toBe(true);
  });
  it('fails with T 5 s by detection, with T 1.41 s by mistakes, and each verdict has a run to watch', () => {
    const slow = check(5, 60);
    expect(slow.goals.map(({ word }) => word)).toEqual(['not-yet', 'undecided']);
    const hasty = check(1.41, 200);
    expect(hasty.goals.map(({ word }) => word)).toEqual(['passed', 'not-yet']);
    expect(hasty.goals[1]!.failed).toBeGreaterThan(10);
    expect(hasty.goals[1]!.failed).toBeLessThan(45);
    for (const worst of [slow.goals[0]!.worst!, hasty.goals[1]!.worst!]) {
      expect(worst.at).toBeGreaterThan(0);
      expect(worst.row).toBeGreaterThan(0);
    }
  });
});

describe('a point of a sweep', () => {
  it('pools rates, averages times, and keeps the worst', () => {
    const runs = [20.1, 20.3, 20.9].map((at) => pair({ T: 3, faults: [{ kind: 'crash', on: 'w', at }] }));
    const fold = sweeping([{ id: 'detection-time' }, { id: 'mistakes-per-pair-hour' }]);
    for (const run of runs) fold.take(run);
    const point = fold.point(3);
    expect(point.at).toBe(3);
    expect(point.measures['detection-time']).toMatchObject({ runs: 3, worst: 2.950001 });
    expect(point.measures['detection-time']!.value).toBeCloseTo((2.95 + 2.75 + 2.15) / 3, 5);
    expect(point.measures['mistakes-per-pair-hour']).toMatchObject({ value: 0, count: 0 });
    expect(point.measures['mistakes-per-pair-hour']!.exposure).toBeCloseTo((20.1 + 20.3 + 20.9) / 3600, 9);
  });
  it('is null where no run exercised the measure', () => {
    const none = sweeping([{ id: 'detection-time' }]);
    none.take(pair({ T: 3 }));
    expect(none.point(3).measures['detection-time']!.value).toBeNull();
  });
});
