// The same folds over runs of the lab: the lesson's figures for the pair, and laws that hold in any storm.

import { describe, expect, it } from 'vitest';
import { conservation } from '../../src/measures/conservation.ts';
import { FATES } from '../../src/measures/film.ts';
import type { MeasureArgs, Reading } from '../../src/measures/measure.ts';
import { measures } from '../../src/measures/registry.ts';
import { TYPE } from '../../src/measures/rows.ts';
import { say } from '../../src/measures/say.ts';
import { causes } from '../../src/measures/why.ts';
import type { FaultSpec } from '../../src/scenarios/scenario.ts';
import { mesh5, pair } from './lab.ts';

const value = (id: string, run: Reading, args: MeasureArgs = {}) => measures.get(id)!.of(run, args).value;
const crashAt = (at: number): FaultSpec => ({ kind: 'crash', on: 'w', at });

describe('the pair of the lesson', () => {
  it('T 3 s, crash at 20.4 s, 50 ms on the way: detected after 2.65 s', () => {
    // The rule is strict: it suspects a microsecond after the deadline.
    expect(value('detection-time', pair({ T: 3, faults: [crashAt(20.4)] }))).toBe(2.650001);
  });
  it('is noticed after 3.05 s if it crashed just after a beat, after 2.05 s if just before one', () => {
    expect(value('detection-time', pair({ T: 3, faults: [crashAt(20.000001)] }))).toBeCloseTo(3.05, 5);
    expect(value('detection-time', pair({ T: 3, faults: [crashAt(20.999999)] }))).toBeCloseTo(2.05, 5);
  });
  it('crash, pause and cut look the same to m until 19.05 s', () => {
    const silences: FaultSpec[] = [
      { kind: 'crash', on: 'w', at: 10.4 },
      { kind: 'pause', on: 'w', at: 10.4, until: 18.4 },
      { kind: 'cut', on: 'w>m', at: 10.4, until: 18.4 },
    ];
    const runs = silences.map((fault) => pair({ T: 3, faults: [fault] }));
    expect(runs.map((run) => value('first-suspicion', run))).toEqual([13.050001, 13.050001, 13.050001]);
    expect(runs.map((run) => value('mistake-duration', run))).toEqual([null, 5.999999, 5.999999]);
    expect(runs.map((run) => value('mistakes', run))).toEqual([0, 1, 1]);
  });
  it('only m watches: w hears m’s beats and has no belief about it', () => {
    expect(pair({ T: 3 }).film.beliefs.map(({ observer, target }) => [observer, target])).toEqual([[0, 1]]);
  });
  it('beats once a second on each link, whatever becomes of it', () => {
    expect(value('beats-per-link-second', pair({ T: 3 }))).toBe(1);
    expect(value('beats-per-link-second', pair({ T: 3, faults: [crashAt(20.4)] }))).toBe(1);
  });
  it('is said to be cut by the learner only when the learner cut it', () => {
    const action = { kind: 'cut', on: 'w>m', at: 10_400_001, until: 18_400_001 };
    const { film } = pair({ T: 3, faults: [crashAt(40)], actions: [action] });
    expect(film.marks.map(({ kind }) => kind)).toEqual(['action', 'suspicion', 'end', 'trust', 'fault', 'suspicion']);
    expect(film.links[0]!.spans.map(({ is }) => is.cut)).toEqual([false, true, false]);
  });
});

describe('a pause of the observer', () => {
  const sleeper: FaultSpec = { kind: 'pause', on: 'n1', at: 20, until: 25 };
  it('makes it accuse all four in the instant in which it wakes, and take it back', () => {
    const run = mesh5({ T: 3, faults: [sleeper] });
    expect(value('mistakes', run, { observer: 'n1' })).toBe(4);
    expect(value('mistake-duration', run, { observer: 'n1' })).toBe(0);
    expect(value('mistakes', run, { target: 'n1' })).toBe(4);
  });
  it('and a guard that doubts itself first spares the others, not the sleeper', () => {
    const run = mesh5({ T: 3, faults: [sleeper], guard: { use: 'late-tick' } });
    expect(value('mistakes', run, { observer: 'n1' })).toBe(0);
    expect(value('mistakes', run, { target: 'n1' })).toBe(4);
  });
});

describe('every record', () => {
  const stormy: readonly FaultSpec[] = [
    { kind: 'crash', on: 'n3', at: { uniform: [30, 45] }, until: { after: 6 } },
    { kind: 'pause', on: 'n1', at: 20, until: 25 },
    { kind: 'pause', on: 'n2', at: 56, mode: 'suspend' },
    { kind: 'slow', on: 'n4', at: 10, until: 15, by: 0.3 },
    { kind: 'cut', on: 'n1-n5', at: 12, until: 20 },
    { kind: 'delay', on: 'n5>n2', at: 15, until: 40, by: 2 },
    { kind: 'restart', on: 'n5', at: 33 },
    { kind: 'drop', on: 'n5>n1', at: 41 },
    { kind: 'hold', on: 'n5>n1', at: 43, by: 3 },
  ];
  const runs = Array.from({ length: 10 }, (_, i) => {
    const link = i % 2 === 0 ? { loss: 0.05 } : { burst: { good: 20, bad: 3 }, ordered: true };
    return mesh5({ T: 1.6, seed: `test/storm/${i}`, faults: stormy, link });
  });
  it('keeps every message: heard, dropped, waiting or under way, once', () => {
    for (const { columns, words } of runs) expect(conservation(columns, words)).toEqual([]);
  });
  it('leads every suspicion back to a root: a start, a fault or something done by hand', () => {
    let suspicions = 0;
    for (const { columns } of runs) {
      for (let i = 0; i < columns.length; i++) {
        if (columns.type[i] !== TYPE.suspect) continue;
        suspicions++;
        const root = causes(columns, i).at(-1)!;
        expect([TYPE.start, TYPE.fault]).toContain(columns.type[root]);
      }
    }
    expect(suspicions).toBeGreaterThan(100);
  });
  it('has a sentence for each of its rows', () => {
    for (const script of runs) {
      for (let i = 0; i < script.columns.length; i++) {
        const { says, because } = say(script, i);
        expect(`${says}; ${because}`).not.toMatch(/undefined|NaN|\?|Infinity/);
      }
    }
  });
  it('makes one flight a send, whose fate is what the rows say', () => {
    for (const { columns, film } of runs) {
      const count = (type: number) => columns.type.reduce((n, one) => n + (one === type ? 1 : 0), 0);
      const fates = FATES.map((_, f) => film.flights.fate.reduce((n, one) => n + (one === f ? 1 : 0), 0));
      expect(film.flights.length).toBe(count(TYPE.send));
      expect(fates[0]).toBe(count(TYPE.hear));
      expect(fates[1]! + fates[2]!).toBe(count(TYPE.drop));
      for (let f = 0; f < film.flights.length; f++) {
        expect(film.flights.endAt[f]).toBeGreaterThanOrEqual(film.flights.sentAt[f]!);
      }
    }
  });
  it('covers truth without gaps, and belief whenever the observer is not crashed', () => {
    for (const { film } of runs) {
      for (const spans of film.truth) {
        expect(spans[0]!.from).toBe(0);
        expect(spans.at(-1)!.to).toBe(film.until);
        spans.slice(1).forEach((span, i) => expect(span.from).toBe(spans[i]!.to));
      }
      for (const { observer, spans } of film.beliefs) {
        const believed = spans.reduce((sum, { from, to }) => sum + to - from, 0);
        const crashed = film.truth[observer]!.reduce(
          (sum, { from, to, is }) => sum + (is === 'crashed' ? to - from : 0),
          0,
        );
        expect(believed + crashed).toBe(film.until);
      }
    }
  });
});

describe('every measure', () => {
  const run = mesh5({
    T: 1.6,
    seed: 'test/measures',
    link: { loss: 0.05 },
    faults: [{ kind: 'crash', on: 'n3', at: 30 }],
  });
  it('answers on a real run with a finite number, and points at a row of it', () => {
    // Here nobody hands out work, and no second observer is named to compare with.
    const silent = ['jobs-lost', 'wrong-failovers', 'detection-lag'];
    for (const measure of measures.values()) {
      if (silent.includes(measure.id)) continue;
      const { value, at, row, count, exposure } = measure.of(run, {});
      expect(Number.isFinite(value), measure.id).toBe(true);
      if (row !== undefined) expect(run.columns.time[row], measure.id).toBeLessThanOrEqual(at!);
      if (measure.per) expect(exposure, measure.id).toBeGreaterThan(0);
      if (measure.unit !== 'count' && measure.per) expect(count! / exposure!, measure.id).toBeCloseTo(value!, 9);
    }
  });
  it('says nothing, rather than something, of a run in which nothing was sent', () => {
    const silent = {
      ...run,
      columns: { ...run.columns, length: 0 },
      film: { ...run.film, beliefs: [] },
      done: undefined,
    };
    for (const measure of measures.values()) expect(measure.of(silent, {}).value, measure.id).toBeNull();
  });
  it('states what it cannot see', () => {
    for (const { id, says, blindSpot, source } of measures.values()) {
      for (const text of [says, blindSpot, source]) expect(text.length, id).toBeGreaterThan(3);
    }
  });
});
