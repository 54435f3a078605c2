// The dispatcher: whom it sends jobs, whom it avoids, whom it gives up, and exactly when.

import { describe, expect, test } from 'vitest';
import { compile } from '../../src/scenarios/compile.ts';
import type { FaultSpec, Plain, Scenario } from '../../src/scenarios/scenario.ts';
import { mesh, ranOf, scenario, type Params } from '../scenarios/build.ts';
import { lines, type Line } from '../world/build.ts';

/** Mean 1 s and no spread but the floor: phi 2 allows 1.233 s of silence, phi 5 1.427 s. */
const NORMAL: Params = { use: 'phi-normal', bootstrap: 'one-sample', threshold: 2 };

function office(faults: readonly FaultSpec[] = [], params: Params = {}, over: Partial<Scenario> = {}): Scenario {
  const head = { detector: NORMAL, jobs: { every: 0.5 }, failover: { threshold: 5 }, ...params };
  return {
    ...scenario({ until: 40, faults, ...over }),
    every: { program: 'worker', params: { eta: 1, phase: 0, beats: ['d'] } },
    nodes: [{ id: 'd', program: 'dispatcher', params: head }, { id: 'w1' }, { id: 'w2' }],
  };
}

const crash: FaultSpec = { kind: 'crash', on: 'w2', at: 20.4 };
const W2 = 2;
const jobs = (of: Scenario, to: number, seed?: string): Line[] =>
  lines(ranOf(of, seed), 'send').filter(({ k, b }) => k === 'job' && b === to);
const beliefs = (of: Scenario, seed?: string): [string, number, number][] =>
  lines(ranOf(of, seed), 'suspect', 'trust', 'failover').map(({ type, at, b }) => [type, at, b]);

describe('work', () => {
  test('goes to each worker at its own moments, one every half second, and each job has a number of its own', () => {
    const of = office();
    for (const worker of [1, 2]) {
      const at = jobs(of, worker).map((job) => job.at);
      expect(at[0]).toBeLessThan(0.5);
      expect(at).toHaveLength(80);
      for (const [i, time] of at.entries()) expect(time).toBeCloseTo(at[0]! + i * 0.5, 6);
    }
    expect(jobs(of, 1)[0]!.at).not.toBe(jobs(of, 2)[0]!.at);
    const numbers = lines(ranOf(of), 'send')
      .filter(({ k }) => k === 'job')
      .map(({ x }) => x);
    expect(numbers).toEqual(numbers.map((_, i) => i + 1));
  });

  test('is done by whoever hears of it', () => {
    const world = ranOf(office());
    const heard = lines(world, 'hear').filter(({ k, a }) => k === 'job' && a === 1);
    expect(heard.length).toBeGreaterThan(78);
    expect(world.inside(1).memory).toMatchObject({ done: heard.length });
  });

  test('that came due while the dispatcher stood still is not made up for, and the rhythm is kept', () => {
    const guard = { use: 'late-tick', allowed: 0.3, settle: 0.1 };
    const paused = office([{ kind: 'pause', on: 'd', at: 10.1, until: 15.05 }], { guard });
    const at = jobs(paused, 1).map((job) => job.at);
    const during = at.filter((time) => time > 10.1 && time < 15.6);
    expect(during[0]).toBe(15.05);
    expect(during).toHaveLength(2);
    expect((during[1]! - at[0]!) % 0.5).toBeCloseTo(0, 6);
  });

  test('goes only where there is a link', () => {
    const apart = office(
      [],
      {},
      { links: { all: { delay: { kind: 'constant', value: 0.05 } }, only: ['d>w1', 'w1>d'] } },
    );
    expect(jobs(apart, 1)).toHaveLength(80);
    expect(jobs(apart, 2)).toHaveLength(0);
  });
});

describe('a worker that crashed at 20.4 s', () => {
  const log = beliefs(office([crash]));
  // The last beat left at 20 s and was heard at 20.05 s.
  const suspected = 20.05 + 1 + 2.326348 * 0.1;
  const givenUp = 20.05 + 1 + 4.264891 * 0.1;

  test('is avoided when its level reaches the first threshold and failed over when it reaches the second', () => {
    expect(log.map(([type]) => type)).toEqual(['suspect', 'failover']);
    expect(log[0]![1]).toBeCloseTo(suspected, 5);
    expect(log[1]![1]).toBeCloseTo(givenUp, 5);
  });

  test('is sent no job from then on, and the other all of them', () => {
    expect(jobs(office([crash]), W2).at(-1)!.at).toBeLessThan(suspected);
    expect(jobs(office([crash]), 1)).toHaveLength(80);
  });

  test('is failed over for the silence that it kept, after the last beat heard', () => {
    const world = ranOf(office([crash]));
    const [failover] = lines(world, 'failover');
    expect(failover!.k).toBe('phi-normal');
    expect(failover!.x / 1e6).toBeCloseTo(givenUp - 20.05, 5);
    expect(lines(world)[failover!.cause]).toMatchObject({ type: 'hear', k: 'heartbeat', at: 20.05 });
  });

  test('is suspected first where both thresholds are reached at once, or the second is the lower', () => {
    for (const threshold of [2, 1]) {
      const [one, two, ...rest] = beliefs(office([crash], { failover: { threshold } }));
      expect([one![0], two![0], rest]).toEqual(['suspect', 'failover', []]);
      expect(two![1]).toBe(one![1]);
    }
  });

  test('is failed over in the round that finds it so, if there are rounds', () => {
    const found = beliefs(office([crash], { checkInterval: 0.4 }));
    expect(found.map(([type, at]) => [type, at])).toEqual([
      ['suspect', 21.6],
      ['failover', 21.6],
    ]);
    const finer = beliefs(office([crash], { checkInterval: 0.1 }));
    expect(finer.map(([type, at]) => [type, at])).toEqual([
      ['suspect', 21.3],
      ['failover', 21.5],
    ]);
  });
});

describe('a worker that comes back', () => {
  const pause = (until: number): FaultSpec => ({ kind: 'pause', on: 'w2', at: 20.4, until });

  test('before the second threshold gets jobs again, and is not failed over', () => {
    const of = office([pause(21.3)]);
    expect(beliefs(of).map(([type]) => type)).toEqual(['suspect', 'trust']);
    expect(jobs(of, W2).length).toBeGreaterThan(76);
  });

  test('after it is trusted again and gets no jobs for the rest of the run', () => {
    const of = office([pause(24.5)]);
    expect(beliefs(of).map(([type]) => type)).toEqual(['suspect', 'failover', 'trust']);
    expect(jobs(of, W2).at(-1)!.at).toBeLessThan(21.3);
  });

  test('is failed over once, however often it is suspected', () => {
    const of = office([pause(24.5), { kind: 'pause', on: 'w2', at: 30.4, until: 34.5 }]);
    expect(beliefs(of).map(([type]) => type)).toEqual(['suspect', 'failover', 'trust', 'suspect', 'trust']);
  });
});

describe('a dispatcher that sleeps', () => {
  const guard = { use: 'late-tick', allowed: 0.3, settle: 0.5 };
  const asleep: FaultSpec = { kind: 'pause', on: 'd', at: 20.2, until: 26.2 };

  test('gives up nobody on waking if its guard says so', () => {
    expect(beliefs(office([asleep])).map(([type]) => type)).toContain('failover');
    expect(beliefs(office([asleep], { guard }))).toEqual([]);
  });

  test('whose guard refuses to fail over a crashed worker asks again and does it then', () => {
    // Suspected at 21.283 s; asleep when the second threshold is reached at 21.476 s.
    const crashed = office([crash, { kind: 'pause', on: 'd', at: 21.3, until: 25 }], { guard });
    const about = lines(ranOf(crashed), 'suspect', 'failover', 'doubt-self').filter(({ b }) => b === W2);
    expect(about.map(({ type }) => type)).toEqual(['suspect', 'doubt-self', 'failover']);
    expect(about[2]!.at).toBe(25.5);
  });
});

describe('a detector', () => {
  const problems = (params: Params): string[] => {
    const answer = compile(office([], params), {}, 'seed', []);
    return answer.ok ? [] : answer.problems.map(({ field, says }) => `${field} ${says}`);
  };

  test('without a threshold cannot be used, and the field is named', () => {
    expect(problems({ detector: { use: 'fixed-timeout', timeout: 3 } })).toEqual([
      'nodes.0.params.detector.use fixed-timeout has no threshold to fail over at; those that have one are ' +
        'phi-normal, phi-akka, phi-cassandra, phi-chitchat, satzger',
    ]);
  });

  test.each<[Params, string]>([
    [{ failover: { threshold: 'high' } }, 'nodes.0.params.failover.threshold must be a number'],
    [{ failover: { threshold: 5, after: 3 } }, 'nodes.0.params.failover.after is not known here; known is threshold'],
    [{ failover: 5 }, 'nodes.0.params.failover must be an object'],
    [{ jobs: { every: 0 } }, 'nodes.0.params.jobs.every must be 0.01 to 3600 s'],
    [{ jobs: [] }, 'nodes.0.params.jobs must be an object'],
    [{ shop: 1 }, 'nodes.0.params.shop is not known here; known are eta, checkInterval, timers'],
    [
      { detector: { ...NORMAL, chanceFloor: 0.001 } },
      'nodes.0.params.failover threshold: phi never passes 3.00 with this chanceFloor, so nobody is ever suspected.',
    ],
  ])('set so that it cannot be used is refused, and the field named: %j', (params, says) => {
    expect(problems(params)).toEqual([says]);
  });

  test.each(['phi-normal', 'phi-akka', 'phi-cassandra', 'phi-chitchat', 'satzger'])(
    'of the kind %s fails over whom it goes on suspecting, after it and never before',
    (use) => {
      const [low, high] = use === 'satzger' ? [0.9, 1] : use === 'phi-akka' || use === 'phi-normal' ? [2, 10] : [1, 3];
      const params = { detector: { use, threshold: low }, failover: { threshold: high } } as Params;
      const of = office([crash], params, { until: 60, links: mesh(2).links });
      const about = beliefs(of).filter(([, at, b]) => b === W2 && at > 20.4);
      expect(about.map(([type]) => type)).toEqual(['suspect', 'failover']);
      expect(about[1]![1]).toBeGreaterThanOrEqual(about[0]![1]);
      expect(beliefs(of).filter(([type]) => type === 'failover')).toEqual([about[1]]);
    },
  );
});

test('two thresholds do better than one, whichever that is: the bargain of the lesson', () => {
  const lossy = (low: number, high: number) => {
    const of: Scenario = {
      ...office([{ kind: 'crash', on: 'w2', at: { uniform: [80, 100] } }]),
      until: 120,
      links: { all: { delay: { kind: 'normal', mean: 0.6, std: 0.18, least: 0.001 } } },
    };
    const nodes = of.nodes.map((node) =>
      node.id === 'd'
        ? {
            ...node,
            params: {
              detector: { use: 'phi-normal', bootstrap: 'akka', minSamples: 30, threshold: low },
              jobs: { every: 0.2 },
              failover: { threshold: high },
            } as Plain,
          }
        : node,
    );
    let after = 0;
    let wrong = 0;
    for (let i = 0; i < 20; i++) {
      const world = ranOf({ ...of, nodes }, `two/${i}`);
      const [gone] = lines(world, 'crash');
      after += lines(world, 'send').filter(({ k, b, at }) => k === 'job' && b === W2 && at > gone!.at).length;
      wrong += lines(world, 'failover').filter(({ b, at }) => b !== W2 || at < gone!.at).length;
    }
    return { after: after / 20, wrong };
  };
  const both = lossy(2, 10);
  const high = lossy(10, 10);
  const low = lossy(2, 2);
  expect(both.wrong).toBe(0);
  expect(both.after).toBeLessThan(high.after - 3);
  expect(low.wrong).toBeGreaterThan(10);
});
