// What a "break" exercise allows, rule by rule, up to the very edge of each.

import { describe, expect, it } from 'vitest';
import { breaches, overBudget, type FaultBudget } from '../../src/grading/budget.ts';
import type { Action } from '../../src/scenarios/scenario.ts';

const pause = (at: number, lasts?: number): Action => ({
  kind: 'pause',
  on: 'w',
  at: Math.round(at * 1e6),
  ...(lasts !== undefined && { until: Math.round((at + lasts) * 1e6) }),
});
const fields = (budget: FaultBudget, script: readonly Action[]): readonly string[] =>
  overBudget(budget, script).map(({ field, says }) => `${field} ${says}`);

describe('a budget of pauses', () => {
  const budget: FaultBudget = { kinds: ['pause'], most: 8, lasts: 4, within: [30, 190], apart: 20 };

  it('is kept by what lies on its very edges', () => {
    expect(breaches(budget, [pause(30, 4), pause(50, 4), pause(186, 4)])).toEqual([]);
  });
  it('is kept by doing nothing', () => {
    expect(breaches(budget, [])).toEqual([]);
  });
  it('names a pause that lasts too long, and one without an end', () => {
    expect(fields(budget, [pause(40, 4.01), pause(70)])).toEqual([
      'actions.0.until must come at most 4 s after its beginning',
      'actions.1.until must come at most 4 s after its beginning',
      'actions.1.until must not come after 190 s',
    ]);
  });
  it('names what begins too early and what ends too late', () => {
    expect(fields(budget, [pause(29.99, 1), pause(189, 2)])).toEqual([
      'actions.0.at must not come before 30 s; it is 29.99 s',
      'actions.1.until must not come after 190 s',
    ]);
  });
  it('measures from one beginning to the next, in whatever order the script names them', () => {
    expect(fields(budget, [pause(79, 1), pause(40, 1), pause(60, 1)])).toEqual([
      'actions.0.at must come 20 s after the one before; it is 19.00 s',
    ]);
  });
});

describe('a budget for one node', () => {
  it('allows it, and names whatever else is touched', () => {
    const budget: FaultBudget = { kinds: ['pause'], on: ['w'], most: 2 };
    expect(fields(budget, [pause(1, 1), { ...pause(5, 1), on: 'm' }])).toEqual(['actions.1.on must be w, not m']);
  });
});

describe('a budget without these rules', () => {
  it('allows any length at any time', () => {
    expect(breaches({ kinds: ['pause'], most: 2 }, [pause(1), pause(1.5, 100)])).toEqual([]);
  });
});
