// Shrinking against invented predicates, where the smallest script is known, and against real runs of the pair.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overBudget } from '../../src/grading/budget.ts';
import { saysScript } from '../../src/grading/says.ts';
import { shrink } from '../../src/grading/shrink.ts';
import type { Action } from '../../src/scenarios/scenario.ts';
import { measures } from '../../src/measures/registry.ts';
import { pair } from '../measures/lab.ts';

const hold = (at: number, by: number, on = 'w>m'): Action => ({ kind: 'hold', on, at: Math.round(at * 1e6), by });

describe('shrinking', () => {
  it('drops what is not needed and lowers what is, to a hundredth of a second', () => {
    const script = [hold(3, 1), hold(10, 2.34), hold(20, 0.5)];
    const found = shrink(script, (actions) => actions.some(({ at, by }) => at === 10_000_000 && Number(by) > 0.8));
    expect(found).toMatchObject({ actions: [hold(10, 0.81)], minimal: true });
  });
  it('shortens how long a fault lasts', () => {
    const script = [{ kind: 'pause', on: 'w', at: 5_000_001, until: 13_000_001 }];
    const found = shrink(script, (actions) => actions.length > 0 && actions[0]!.until! - actions[0]!.at >= 2_345_678);
    expect(found.actions).toEqual([{ kind: 'pause', on: 'w', at: 5_000_001, until: 7_350_001 }]);
  });
  it('leaves a script alone that does not do it', () => {
    const script = [hold(3, 1)];
    expect(shrink(script, () => false)).toEqual({ actions: script, tried: 1, minimal: false });
  });
  it('ends in nothing if nothing was needed', () => {
    expect(shrink([hold(3, 1)], () => true).actions).toEqual([]);
  });
  it('stops when the tries are used up, with what it has', () => {
    const found = shrink([hold(3, 9), hold(4, 9)], (actions) => actions.length === 2, { tries: 4 });
    expect(found.tried).toBe(4);
    expect(found.minimal).toBe(false);
    expect(found.actions).toHaveLength(2);
  });
  it('what is left holds, and holds no longer with one action or one step less', () => {
    const needs = fc.array(fc.option(fc.integer({ min: 1, max: 300 })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(needs, fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 5, maxLength: 5 }), (least, extra) => {
        // Action i must be there with at least least[i] steps; null: not needed.
        const script = least.map((steps, i) => hold(i, ((steps ?? 1) + extra[i]!) / 100));
        const holds = (actions: readonly Action[]) =>
          least.every(
            (steps, i) =>
              steps === null || actions.some(({ at, by }) => at === i * 1e6 && Number(by) * 100 >= steps - 1e-6),
          );
        const found = shrink(script, holds, { tries: 1000 });
        expect(found.minimal).toBe(true);
        expect(holds(found.actions)).toBe(true);
        found.actions.forEach((action, i) => {
          expect(holds(found.actions.filter((_, j) => j !== i))).toBe(false);
          const lower = { ...action, by: Number(action.by) - 0.01 };
          expect(holds(found.actions.map((one, j) => (j === i ? lower : one)))).toBe(false);
        });
      }),
    );
  });
});

describe('one late beat, in real runs', () => {
  const errs =
    (T: number, ordered = false) =>
    (actions: readonly Action[]) =>
      (measures.get('mistakes')!.of(pair({ T, actions, link: { ordered } }), {}).value ?? 0) >= 1;

  it('T 1.8 s: just over 0.80 s is enough', () => {
    const { actions } = shrink([hold(10.5, 1)], errs(1.8));
    expect(saysScript(actions, pair({ T: 1.8, actions }))).toBe('Holding heartbeat 12 of w for 0.810 s is enough.');
  });
  it('T 2.5 s: no delay of one beat does it, because the next one rescues', () => {
    expect(errs(2.5)([hold(10.5, 10)])).toBe(false);
  });
  it('T 2.5 s: two neighbours do, by 1.51 and 0.51 s', () => {
    const { actions } = shrink([hold(10.5, 1.6), hold(11.5, 0.6)], errs(2.5));
    expect(actions.map(({ by }) => by)).toEqual([1.51, 0.51]);
    expect(saysScript(actions, pair({ T: 2.5, actions }))).toBe(
      'Holding heartbeat 12 of w for 1.51 s and holding heartbeat 13 of w for 0.510 s is enough.',
    );
  });
  it('T 2.5 s, ordered: one does, by 1.51 s, because it holds the others back', () => {
    expect(shrink([hold(10.5, 1.7)], errs(2.5, true)).actions).toEqual([hold(10.5, 1.51)]);
  });
  it('what it cost is the delay added by hand', () => {
    const run = pair({ T: 2.5, actions: [hold(10.5, 1.51), hold(11.5, 0.51)] });
    expect(measures.get('added-delay')!.of(run, {}).value).toBe(2.02);
  });
});

describe('a script as a sentence', () => {
  const run = pair({ T: 3 });
  const says = (action: Action) => saysScript([action], run);
  it('names what is done, to whom, from when and for how long', () => {
    expect(says({ kind: 'cut', on: 'w>m', at: 10_400_000, until: 12_000_000 })).toBe(
      'Cutting w to m for 1.60 s from 10.40 s on is enough.',
    );
    expect(says({ kind: 'cut', on: 'm-w', at: 10_400_000 })).toBe(
      'Cutting the link between m and w from 10.40 s on is enough.',
    );
    expect(says({ kind: 'crash', on: 'w', at: 20_400_000 })).toBe('Crashing w at 20.40 s is enough.');
    expect(says({ kind: 'loss', on: 'w>m', at: 1, until: 2_000_001, share: 0.5 })).toBe(
      'Losing 50 % of what passes from w to m for 2.00 s from 0.000 s on is enough.',
    );
    expect(saysScript([], run)).toBe('Nothing needs to be done: it happens by itself.');
  });
});

describe('a budget', () => {
  const budget = { kinds: ['hold'], most: 2, total: { param: 'by', most: 2.2 } };
  it('is kept by a script within it, to the last hundredth', () => {
    expect(overBudget(budget, [hold(10, 1.6), hold(11, 0.6)])).toEqual([]);
  });
  it('names the field of each thing that is too much', () => {
    const script = [hold(10, 1.6), hold(11, 0.7), { kind: 'cut', on: 'w>m', at: 1 }];
    expect(overBudget(budget, script)).toEqual([
      { field: 'actions.2.kind', says: 'must be hold, not cut' },
      { field: 'actions', says: 'may be at most 2 actions; there are 3' },
      { field: 'actions.*.by', says: 'may add up to at most 2.2 s; it is 2.30 s' },
    ]);
  });
});
