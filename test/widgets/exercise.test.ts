// What a check runs and replays, what a learner is told of its verdict, and of a script that a "break" exercise does
// not allow.

import { describe, expect, it } from 'vitest';
import type { Break, Budget, Tune } from '../../src/content/blocks.ts';
import { answerKey, budgetLeft, keyUnder } from '../../src/widgets/tasks/exercise.ts';
import { suspectedAt } from '../../src/widgets/lab/watch.ts';
import { limitWords, severalReason } from '../../src/widgets/tasks/goal-words.ts';
import type { Action, Goal, GoalVerdict, Run, RunKey, Setup } from '../../src/worker/api.ts';

const by = { kind: 'duration', label: 'by', help: '', default: 1, min: 0, max: 60, step: 0.01 };
const setup = {
  faults: [
    { id: 'pause', title: 'Pause', params: {} },
    { id: 'hold', title: 'Hold', params: { by } },
  ],
} as unknown as Setup;
const pause = (at: number, until?: number): Action => ({
  kind: 'pause',
  on: 'w',
  at: at * 1e6,
  ...(until !== undefined && { until: until * 1e6 }),
});
const left = (budget: Budget, actions: readonly Action[]) => budgetLeft({ budget } as Break, actions, setup);

describe('the budget of a break exercise', () => {
  const budget: Budget = { kinds: ['pause'], on: ['w'], most: 2, lasts: 8, within: [10, 70], apart: 20 };

  it('counts what is left, and says nothing while all is allowed', () => {
    expect(left(budget, [pause(20, 28)])).toEqual({ left: 1, most: 2, total: null, problem: null });
  });
  it.each([
    ['a fault of another kind', [{ kind: 'hold', on: 'w', at: 20e6, by: 1 }], 'Only pause is allowed here.'],
    ['one of another node', [{ ...pause(20, 21), on: 'm' }], 'Only w may be touched here, not m.'],
    ['too many', [pause(10, 11), pause(30, 31), pause(50, 51)], '3 faults, and 2 are allowed. Undo some.'],
    ['one that lasts too long', [pause(20, 30)], 'Each may last 8 s at most, and one lasts 10.00 s.'],
    ['one without an end', [pause(20)], 'Each may last 8 s at most, and one has no end.'],
    ['one that begins too early', [pause(5, 8)], 'None may begin before 10 s, and one begins at 5.00 s.'],
    ['one that ends too late', [pause(65, 71)], 'All must be over by 70 s, and one goes on until 71.00 s.'],
    ['one too long by a hair', [pause(20, 28.0001)], 'Each may last 8 s at most, and one lasts 8.01 s.'],
    ['one too early by a hair', [pause(9.9999, 12)], 'None may begin before 10 s, and one begins at 9.99 s.'],
    [
      'two too close',
      [pause(20, 21), pause(30, 31)],
      'They must begin 20 s apart, and one begins 10.00 s after another.',
    ],
  ])('refuses %s, and says why', (_, actions, says) => {
    expect(left(budget, actions).problem).toBe(says);
  });

  it('adds up what the sum allows', () => {
    const sums: Budget = { kinds: ['hold'], most: 3, total: { param: 'by', most: 2 } };
    const hold: Action = { kind: 'hold', on: 'w', at: 1e6, by: 1.2 };
    expect(left(sums, [hold])).toMatchObject({ total: '1.20 s of 2.00 s', problem: null });
    expect(left(sums, [hold, hold]).problem).toBe('2.40 s in all, and 2.00 s is allowed.');
  });
});

describe('a verdict in words', () => {
  const goal = (id: string, is: Goal['is'], need: Goal['over']['need'] = 'every'): Goal => ({
    id,
    says: id,
    short: id,
    measure: 'mistakes',
    is,
    over: { seeds: 200, need },
  });
  const goals = ['a', 'b', 'c'].map((id) => goal(id, ['<=', 1]));

  it('says the unit of a rate with its limit, unless it must be short', () => {
    const rate = goal('a', ['<=', 0.1], 'pooled');
    expect(limitWords(rate, 'per pair-hour')).toBe('of 0.1 per pair-hour');
    expect(limitWords(rate, 'per pair-hour', true)).toBe('of 0.1');
    expect(limitWords(goal('a', ['>', 4.8]), 's', true)).toBe('(over 4.8 s)');
    expect(limitWords(goal('a', ['<=', 12.5]), 'count')).toBe('of 12.5');
  });
  it('names those of many goals that do not hold', () => {
    const open = [{ goal: 'a' }, { goal: 'c' }] as GoalVerdict[];
    expect(severalReason(goals, open)).toBe('2 of 3 goals do not hold: a; c');
    expect(severalReason(goals, [])).toBe('All 3 goals hold');
  });
});

describe('going to a moment of a run', () => {
  const span = (from: number, suspects: boolean) => ({ from, to: from + 5, row: 0, is: { suspects, right: false } });
  const beliefs = [
    { observer: 0, target: 1, spans: [span(0, false), span(7, true)] },
    { observer: 3, target: 2, spans: [span(0, false), span(9, true)] },
  ];
  const run = { film: { beliefs } } as unknown as Run;

  it('looks from the one who begins to suspect, at the one suspected', () => {
    expect(suspectedAt(run, 9)).toEqual([3, 2]);
  });
  it('looks as before where nobody does', () => {
    expect(suspectedAt(run, 0)).toBeNull();
    expect(suspectedAt(run, 8)).toBeNull();
  });
});

describe('what a check runs', () => {
  const goals = [{ id: 'calm', under: { network: 'calm' } }, { id: 'far' }];
  const tune = { kind: 'tune', base: { network: 'far' }, knobs: ['T'], goals } as unknown as Tune;
  const hold: Action = { kind: 'hold', on: 'w', at: 1e6, by: 1 };
  const shown: RunKey = {
    scenario: { id: 'pair', version: 1 },
    settings: { network: 'calm', T: 2 },
    seed: '7',
    actions: [hold],
  };

  it('is the knobs of the exercise over its base, not what a replay has left on the stage', () => {
    expect(answerKey(tune, shown)).toEqual({ ...shown, settings: { network: 'far', T: 2 }, actions: [] });
  });
  it('is replayed in the circumstances of the goal', () => {
    const answer = answerKey(tune, shown);
    expect(keyUnder(tune, answer, 'calm').settings).toEqual({ network: 'calm', T: 2 });
    expect(keyUnder(tune, answer, 'far')).toBe(answer);
  });
});
