// Right answers are computed from runs, so the runs here are real ones with one known fault each.

import { describe, expect, it } from 'vitest';
import { faultTruth, isRight, refutesTruth, scoreSheet, type DiagnoseAnswer } from '../../src/grading/diagnose.ts';
import type { FaultSpec } from '../../src/scenarios/scenario.ts';
import { mesh5 } from '../measures/lab.ts';

const truth = (fault: FaultSpec, freeze: number | null = null) =>
  faultTruth(mesh5({ T: 3, faults: [fault] }), freeze === null ? null : freeze * 1e6);

describe('the right answer, computed from the run', () => {
  it('is the fault and its place', () => {
    expect(truth({ kind: 'crash', on: 'n2', at: 10 })).toEqual({ kind: 'crash', on: 'n2' });
    expect(truth({ kind: 'cut', on: 'n2>n4', at: 10 })).toEqual({ kind: 'cut', on: 'n2>n4' });
    expect(truth({ kind: 'cut', on: 'n2-n4', at: 10 })).toEqual({ kind: 'cut', on: 'n2-n4' });
    expect(truth({ kind: 'pause', on: 'n2', at: 10, until: 18 })).toEqual({ kind: 'pause', on: 'n2' });
  });
  it('cannot be told while a silence is no longer than a pause may be', () => {
    expect(truth({ kind: 'crash', on: 'n2', at: 15 }, 20.5)).toEqual({ kind: 'cannot-tell' });
    expect(truth({ kind: 'pause', on: 'n2', at: 15, until: 23 }, 20.5)).toEqual({ kind: 'cannot-tell' });
  });
  it('can be told once it lasted longer than that, or is over', () => {
    expect(truth({ kind: 'crash', on: 'n2', at: 15 }, 27.1)).toEqual({ kind: 'crash', on: 'n2' });
    expect(truth({ kind: 'pause', on: 'n2', at: 15, until: 19 }, 20.5)).toEqual({ kind: 'pause', on: 'n2' });
  });
  it('a cut can be told at any time: a ping through it goes unanswered, and both ends live', () => {
    expect(truth({ kind: 'cut', on: 'n2-n4', at: 15 }, 20.5)).toEqual({ kind: 'cut', on: 'n2-n4' });
  });
  it('a clean crash refutes nothing, a pause refutes strong accuracy', () => {
    const run = (fault: FaultSpec) => refutesTruth(mesh5({ T: 3, faults: [fault] }));
    expect(run({ kind: 'crash', on: 'n2', at: 10 })).toEqual({ refutes: [] });
    expect(run({ kind: 'pause', on: 'n2', at: 10, until: 18 })).toEqual({
      // On waking n2 accuses all four others, and they had accused it: nobody is left for weak accuracy.
      refutes: ['strong-accuracy', 'weak-accuracy'],
    });
  });
});

describe('an answer', () => {
  it('names properties in any order, all of them and no other', () => {
    const both: DiagnoseAnswer = { refutes: ['strong-accuracy', 'weak-accuracy'] };
    expect(isRight(both, { refutes: ['weak-accuracy', 'strong-accuracy'] })).toBe(true);
    expect(isRight(both, { refutes: ['strong-accuracy'] })).toBe(false);
    expect(isRight({ refutes: [] }, { refutes: [] })).toBe(true);
    expect(isRight({ refutes: [] }, { kind: 'crash', on: 'n1' })).toBe(false);
  });
  it('may name a cut link from either end, but not the other direction of a one-way cut', () => {
    expect(isRight({ kind: 'cut', on: 'n1-n3' }, { kind: 'cut', on: 'n3-n1' })).toBe(true);
    expect(isRight({ kind: 'cut', on: 'n1>n3' }, { kind: 'cut', on: 'n3>n1' })).toBe(false);
    expect(isRight({ kind: 'cut', on: 'n1>n3' }, { kind: 'cut', on: 'n1-n3' })).toBe(false);
  });
  it('that it cannot be told is right only where it cannot', () => {
    expect(isRight({ kind: 'cannot-tell' }, { kind: 'cannot-tell' })).toBe(true);
    expect(isRight({ kind: 'crash', on: 'n1' }, { kind: 'cannot-tell' })).toBe(false);
    expect(isRight({ kind: 'cannot-tell' }, { kind: 'crash', on: 'n1' })).toBe(false);
  });
});

describe('a sheet of six', () => {
  const truths: readonly DiagnoseAnswer[] = Array.from({ length: 6 }, () => ({ kind: 'crash', on: 'n1' }));
  const good = truths[0]!;
  const bad: DiagnoseAnswer = { kind: 'cannot-tell' };
  it('passes with five right, and does not yet with two wrong', () => {
    expect(scoreSheet(truths, [good, good, good, good, good, bad], 5)).toMatchObject({ word: 'passed', count: 5 });
    expect(scoreSheet(truths, [good, good, good, good, bad, bad], 5).word).toBe('not-yet');
  });
  it('stays undecided while it can still go either way', () => {
    const sheet = scoreSheet(truths, [good, bad, null], 5);
    expect(sheet).toEqual({ word: 'undecided', count: 1, right: [true, false, null, null, null, null] });
  });
});
