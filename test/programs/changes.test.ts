// A change of the heartbeat interval: from which beat on, with which rhythm, and what is refused.

import { describe, expect, test } from 'vitest';
import type { FaultSpec, Plain, Scenario } from '../../src/scenarios/scenario.ts';
import { compile } from '../../src/scenarios/compile.ts';
import { pair, ranOf, type Params } from '../scenarios/build.ts';
import { lines } from '../world/build.ts';

const changing = (changes: Plain, params: Params = {}, faults: readonly FaultSpec[] = []): Scenario =>
  pair(faults, { ...params, changes }, { until: 20 });
const sent = (of: Scenario, settings = {}): [number, number][] =>
  lines(ranOf(of, 'seed', [], settings), 'send').map(({ at, x }) => [at, x]);
const times = (of: Scenario, settings = {}): number[] => sent(of, settings).map(([at]) => at);

describe('after a change of interval', () => {
  test('the next beat comes one new interval after the last that was due, and so on from there', () => {
    expect(times(changing([{ at: 3.5, eta: 5 }]))).toEqual([0, 1, 2, 3, 8, 13, 18]);
    expect(times(changing([{ at: 16.4, eta: 0.5 }])).slice(15)).toEqual([
      15, 16, 16.5, 17, 17.5, 18, 18.5, 19, 19.5, 20,
    ]);
  });

  test('a much shorter one takes hold when it is made, not when the long one would have ended', () => {
    expect(times(changing([{ at: 7, eta: 0.5 }], { eta: 10 })).slice(0, 4)).toEqual([0, 7, 7.5, 8]);
  });

  test('a beat due at that very moment is the first with the new interval after it', () => {
    expect(times(changing([{ at: 4, eta: 3 }]))).toEqual([0, 1, 2, 3, 4, 7, 10, 13, 16, 19]);
  });

  test('a second change follows, even within the interval that the first brought', () => {
    const twice = [
      { at: 2.2, eta: 4 },
      { at: 10.5, eta: 2 },
    ];
    expect(times(changing(twice))).toEqual([0, 1, 2, 6, 10, 12, 14, 16, 18, 20]);
    const close = [
      { at: 2.2, eta: 0.1 },
      { at: 2.25, eta: 6 },
    ];
    expect(times(changing(close))).toEqual([0, 1, 2, 2.2, 8.2, 14.2]);
  });

  test('the first interval holds the drawn phase', () => {
    const first = times(changing([{ at: 0, eta: 0.25 }], { phase: 'random', eta: 8 }))[0]!;
    expect(first).toBeLessThan(0.25);
  });

  test('a node that starts anew has what was changed, by the clock of its machine', () => {
    const restarted = changing([{ at: 5, eta: 3 }], {}, [{ kind: 'restart', on: 'w', at: 10.5 }]);
    expect(times(restarted)).toEqual([0, 1, 2, 3, 4, 5, 8, 10.5, 13.5, 16.5, 19.5]);
  });

  test('a fast clock changes early', () => {
    const node = { id: 'w', params: { watches: [], beats: ['m'] }, driftPpm: 100_000 };
    const fast = {
      ...changing([{ at: 11, eta: 5.5 }], { eta: 2.2 }),
      nodes: [{ id: 'm', params: { beats: [] } }, node],
    };
    expect(times(fast)).toEqual([0, 2, 4, 6, 8, 10, 15, 20]);
  });
});

describe('a change while the sender is paused from 10.4 to 16.4 s', () => {
  const pause: FaultSpec = { kind: 'pause', on: 'w', at: 10.4, until: 16.4 };
  const around = (timers: string): [number, number][] =>
    sent(changing([{ at: 12.5, eta: 1.5 }], { timers }, [pause])).filter(([at]) => at > 9.5);

  test('at a fixed rate counts what was missed in both intervals: 11, 12, 13.5, 15', () => {
    expect(around('fixed-rate')).toEqual([
      [10, 11],
      [16.5, 16],
      [18, 17],
      [19.5, 18],
    ]);
  });

  test('catching up sends just those, at once', () => {
    expect(around('catch-up')).toEqual([
      [10, 11],
      [16.4, 12],
      [16.4, 13],
      [16.4, 14],
      [16.4, 15],
      [16.5, 16],
      [18, 17],
      [19.5, 18],
    ]);
  });

  test('with a fixed delay one is sent and the new interval begins', () => {
    expect(around('fixed-delay')).toEqual([
      [10, 11],
      [16.4, 12],
      [17.9, 13],
      [19.4, 14],
    ]);
  });

  test('a week of sleep is skipped in one step', () => {
    const slept = changing([{ at: 400_000, eta: 0.02 }], { eta: 0.01 }, [
      { kind: 'pause', on: 'w', at: 5, until: 604_799.995 },
    ]);
    const last = sent({
      ...slept,
      until: 604_800,
      every: { ...slept.every, params: { ...(slept.every.params as Params), watches: [] } },
    }).at(-1)!;
    expect(last).toEqual([604_800, 40_000_000 + 10_240_000 + 1]);
  });
});

describe('a change that cannot be', () => {
  const problems = (changes: unknown): string[] => {
    const answer = compile(changing(changes as Plain), {}, 'seed', []);
    return answer.ok ? [] : answer.problems.map(({ field, says }) => `${field} ${says}`);
  };

  test.each<[string, unknown, string]>([
    ['no list', { at: 1, eta: 1 }, 'nodes.0.params.changes must be a list of at most 20 changes, each {at, eta}'],
    [
      'too many',
      Array(21).fill({ at: 1, eta: 1 }),
      'nodes.0.params.changes must be a list of at most 20 changes, each {at, eta}',
    ],
    ['no object', [3], 'nodes.0.params.changes.0 must be an object with at and eta'],
    ['no interval', [{ at: 3 }], 'nodes.0.params.changes.0.eta must be a number'],
    ['an interval of nothing', [{ at: 3, eta: 0 }], 'nodes.0.params.changes.0.eta must be 0.01 to 3600 s'],
    [
      'a moment before the start',
      [{ at: -1, eta: 1 }],
      'nodes.0.params.changes.0.at must be a number of seconds, 0 to 604800',
    ],
    [
      'out of order',
      [
        { at: 3, eta: 1 },
        { at: 3, eta: 2 },
      ],
      'nodes.0.params.changes.1.at must be later than the change before',
    ],
    [
      'something else in it',
      [{ at: 3, eta: 1, to: 2 }],
      'nodes.0.params.changes.0.to is not known here; known are at, eta',
    ],
  ])('is refused and its field named: %s', (_, changes, says) => {
    expect(problems(changes)).toContain(says);
  });
});

describe('a knob', () => {
  const lab: Scenario = {
    ...pair([], {}, { until: 12 }),
    knobs: [
      {
        id: 'then',
        field: {
          kind: 'choice',
          label: 'From 6 s on',
          help: 'A change of configuration.',
          default: 'same',
          options: [
            { value: 'same', label: 'as before' },
            { value: 'slow', label: 'a beat every 2 s' },
          ],
        },
        choices: { same: {}, slow: { 'nodes.1.params.changes': [{ at: 6, eta: 2 }] } },
      },
    ],
  };

  test('can bring a change about, and leave it out', () => {
    expect(times(lab)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(times(lab, { then: 'slow' })).toEqual([0, 1, 2, 3, 4, 5, 6, 8, 10, 12]);
  });
});
