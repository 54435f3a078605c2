// From a scenario to a plan: everything resolved, every mistake named, roles and moments dealt by the seed.

import { describe, expect, test } from 'vitest';
import { compile } from '../../src/scenarios/compile.ts';
import { deal } from '../../src/scenarios/deeds.ts';
import type { Action, FaultSpec, Scenario } from '../../src/scenarios/scenario.ts';
import type { MonitorParams } from '../../src/programs/monitor-params.ts';
import type { Plan } from '../../src/world/plan.ts';
import { mesh, pair, scenario, T3 } from './build.ts';

function planned(of: Scenario, seed = 'seed', actions: readonly Action[] = []): Plan {
  const answer = compile(of, {}, seed, actions);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problems));
  return answer.value;
}

function wrong(of: Scenario, actions: readonly Action[] = []): string[] {
  const answer = compile(of, {}, 'seed', actions);
  return answer.ok ? [] : answer.problems.map(({ field, says }) => `${field} ${says}`);
}

const monitor = (plan: Plan, node: number): MonitorParams => plan.nodes[node]!.params as MonitorParams;

describe('a plan', () => {
  test('has all durations in whole microseconds and all nodes as indexes', () => {
    const plan = planned(pair([{ kind: 'slow', on: 'w', at: 20.4, until: 21, by: 0.25 }]));
    expect(plan.until).toBe(60_000_000);
    expect(monitor(plan, 0)).toMatchObject({
      eta: 1_000_000,
      phase: 0,
      watches: [1],
      beats: [],
      detectorParams: { timeout: 3_000_000 },
    });
    expect(plan.deeds[0]).toMatchObject({
      at: 20_400_000,
      until: 21_000_000,
      target: { node: 1 },
      params: { by: 250_000 },
    });
    expect(plan.links.map((link) => link?.delay ?? null)).toEqual([
      null,
      { kind: 'constant', value: 50_000 },
      { kind: 'constant', value: 50_000 },
      null,
    ]);
  });

  test('a node’s own parameters win, key by key, and the rest is inherited', () => {
    const nodes = [{ id: 'a' }, { id: 'b', params: { detector: { timeout: 5 }, checkInterval: 1 } }];
    const plan = planned(scenario({ nodes }));
    expect(monitor(plan, 0)).toMatchObject({ checkInterval: 0, detectorParams: { timeout: 3_000_000 } });
    expect(monitor(plan, 1)).toMatchObject({
      checkInterval: 1_000_000,
      eta: 1_000_000,
      detectorParams: { timeout: 5_000_000 },
    });
  });

  test('another detector brings its own parameters: those of the one it replaces do not stick', () => {
    const nodes = [{ id: 'a' }, { id: 'b', params: { detector: { use: 'phi-cassandra' } } }];
    const plan = planned(scenario({ nodes }));
    expect(monitor(plan, 1).detector.id).toBe('phi-cassandra');
    expect(monitor(plan, 1).detectorParams).not.toHaveProperty('timeout');
  });

  test('has only the links named, if any are, and overrides some', () => {
    const links = {
      all: { delay: { kind: 'constant', value: 0.05 } },
      only: ['n1>n2'],
      some: { 'n1>n2': { loss: 0.2 } },
    } as const;
    const plan = planned(scenario({ links }, { beats: [], watches: [] }));
    expect(plan.links.map((link) => link?.loss ?? null)).toEqual([null, 0.2, null, null]);
  });

  test('is not changed by being made twice, and does not change the scenario', () => {
    const of = mesh(3, [{ kind: 'crash', on: 'n1', at: { uniform: [1, 2] } }]);
    const before = JSON.stringify(of);
    expect(JSON.stringify(planned(of))).toBe(JSON.stringify(planned(of)));
    expect(JSON.stringify(of)).toBe(before);
  });
});

describe('the seed', () => {
  const faults: FaultSpec[] = [
    { kind: 'crash', on: 'A', at: { uniform: [30, 45] } },
    { kind: 'cut', on: 'A>B', at: { uniform: [5, 10] }, until: { after: 2 } },
    { kind: 'pause', on: 'n1', at: 50, until: { uniform: [52, 55] } },
  ];
  const of = mesh(5, faults, {}, { cast: ['A', 'B'] });

  test('deals each role to a node of its own, and every node gets its turn', () => {
    const seen = new Map<number, number>();
    for (let i = 0; i < 500; i++) {
      const names = deal(of, `s${i}`);
      const [a, b] = [names.get('A')!, names.get('B')!];
      expect(a).not.toBe(b);
      seen.set(a, (seen.get(a) ?? 0) + 1);
    }
    // 100 expected each, standard deviation 9.
    for (let n = 0; n < 5; n++) expect(Math.abs(seen.get(n)! - 100)).toBeLessThan(45);
  });

  test('draws a moment once a run, evenly within its bounds, and an end after it', () => {
    const moments: number[] = [];
    for (let i = 0; i < 300; i++) {
      const [crash, cut, pause] = planned(of, `s${i}`).deeds;
      moments.push(crash!.at / 1e6);
      expect(cut!.until! - cut!.at).toBe(2_000_000);
      expect(pause!.until! >= 52_000_000 && pause!.until! <= 55_000_000).toBe(true);
    }
    expect(Math.min(...moments) >= 30 && Math.max(...moments) <= 45).toBe(true);
    expect(Math.abs(moments.reduce((sum, at) => sum + at, 0) / 300 - 37.5)).toBeLessThan((5 * 4.33) / Math.sqrt(300));
    expect(new Set(moments).size).toBe(300);
  });

  test('gives each fault draws of its own: leaving one out moves no other', () => {
    const fewer = { ...of, faults: faults.slice(0, 2) };
    for (const seed of ['a', 'b', 'c']) {
      expect(planned(fewer, seed).deeds).toEqual(planned(of, seed).deeds.slice(0, 2));
    }
  });
});

describe('a mistake is named with its field:', () => {
  const fault = (over: object): Scenario => pair([{ kind: 'crash', on: 'w', at: 5, ...over } as FaultSpec]);
  test.each<[string, Scenario, string]>([
    ['a node twice', scenario({ nodes: [{ id: 'a' }, { id: 'a' }] }), 'nodes.1.id a is there twice'],
    [
      'a program of no name',
      scenario({ nodes: [{ id: 'a', program: 'raft' }] }),
      'nodes.0.program must be one of heartbeat-monitor',
    ],
    [
      'a parameter of no name',
      scenario({}, { speed: 1 }),
      'every.params.speed is not known here; known are eta, checkInterval, timers',
    ],
    ['a parameter out of range', scenario({}, { eta: 0 }), 'every.params.eta must be 0.01 to 3600 s'],
    ['a parameter that every object has', scenario({}, { toString: 1 }), 'every.params.toString is not known here'],
    [
      'a node’s parameter',
      scenario({ nodes: [{ id: 'a', params: { phase: -1 } }, { id: 'b' }] }),
      "nodes.0.params.phase must be 'random' or a number",
    ],
    [
      'a detector of no name',
      scenario({}, { detector: { use: 'psi' } }),
      'every.params.detector.use must be one of fixed-timeout, ',
    ],
    [
      'a detector named by an object',
      scenario({}, { detector: { use: { toString: 1 } } }),
      'every.params.detector.use must be one of',
    ],
    [
      'a detector’s parameter',
      scenario({}, { detector: { ...T3, timeout: 'x' } }),
      'every.params.detector.timeout must be a number',
    ],
    [
      'a guard of no name',
      scenario({}, { guard: { use: 'x' } }),
      'every.params.guard.use must be none or one of late-tick, local-pause',
    ],
    ['watching nobody known', scenario({}, { watches: ['n9'] }), 'every.params.watches.0 must be the id of a node'],
    [
      'watching an object',
      scenario({}, { watches: [{ toString: 1 }] }),
      'every.params.watches.0 must be the id of a node',
    ],
    ['a fault of no name', fault({ kind: 'melt' }), 'faults.0.kind must be one of crash, '],
    ['a fault on nobody', fault({ on: 'x' }), 'faults.0.on must name a node; there is no x'],
    ['a crash of a link', fault({ on: 'm>w' }), 'faults.0.on must name a node; there is no m>w'],
    [
      'a cut of a node',
      fault({ kind: 'cut', on: 'w' }),
      'faults.0.on must name a link, as n1>n2 or n1-n2; there is no w',
    ],
    ['a link to itself', fault({ kind: 'cut', on: 'w>w' }), 'faults.0.on must name a link'],
    ['an end before the beginning', fault({ until: 4 }), 'faults.0.until must come after its beginning'],
    ['a fault’s parameter', fault({ kind: 'loss', on: 'w>m', share: 2 }), 'faults.0.share must be 0 to 1'],
    ['a fault’s parameter of no name', fault({ hasOwnProperty: 1 }), 'faults.0.hasOwnProperty is not known here'],
    [
      'a direction that is not there',
      pair([], {}, { links: { all: pair().links.all, only: ['w>x'] } }),
      'links there is no direction w>x',
    ],
    ['a role that is a node', mesh(3, [], {}, { cast: ['n1'] }), 'cast.0 n1 is a node already'],
    ['more roles than nodes', mesh(2, [], {}, { cast: ['A', 'B', 'C'] }), 'cast.2 there are more roles than nodes'],
  ])('%s', (_, of, says) => {
    const all = wrong(of);
    expect(
      all.some((one) => one.startsWith(says)),
      JSON.stringify(all),
    ).toBe(true);
  });

  test('what all nodes inherit is said once', () => {
    expect(wrong(mesh(5, [], { eta: -1 }))).toHaveLength(1);
  });

  const act = (over: object): Action => ({ kind: 'cut', on: 'w>m', at: 5_000_000, ...over }) as Action;
  test.each<[string, Action, string]>([
    ['an action after the end', act({ at: 61_000_000 }), 'actions.0.at is after the end of the run, 60 s'],
    ['an action of no name', act({ kind: 'melt' }), 'actions.0.kind must be one of'],
    ['an action not allowed here', act({ kind: 'loss' }), 'actions.0.kind loss cannot be done in this lab'],
    ['an action on nobody', act({ on: 'w>x' }), 'actions.0.on must name a link'],
    ['a cut of a direction that is not there', act({ on: 'm>w' }), 'actions.0.on there is no link from m to w'],
    [
      'a ping over a direction that is not there',
      act({ kind: 'ping', on: 'm>w' }),
      'actions.0.on there is no link from m to w',
    ],
    [
      'a ping both ways where there is one',
      act({ kind: 'ping', on: 'm-w' }),
      'actions.0.on there is no link from m to w',
    ],
  ])('%s', (_, action, says) => {
    const of = pair([], {}, { may: ['cut'], links: { all: pair().links.all, only: ['w>m'] } });
    expect(wrong(of, [action]).some((one) => one.startsWith(says))).toBe(true);
  });

  test('a link both ways may be acted on where one direction exists', () => {
    const of = pair([], {}, { links: { all: pair().links.all, only: ['w>m'] } });
    expect(wrong(of, [act({ on: 'm-w' })])).toEqual([]);
  });
});

describe('a target', () => {
  const target = (on: string): unknown =>
    planned(scenario({ nodes: [{ id: 'a-b' }, { id: 'c' }, { id: 'a' }] }), 'seed', [{ kind: 'cut', on, at: 1 }])
      .deeds[0]!.target;

  test('is one direction, or both, also where ids hold dashes', () => {
    expect(target('a-b>c')).toEqual({ from: 0, to: 1, both: false });
    expect(target('a-b-c')).toEqual({ from: 0, to: 1, both: true });
    expect(target('c-a-b')).toEqual({ from: 1, to: 0, both: true });
    expect(target('c-a')).toEqual({ from: 1, to: 2, both: true });
  });
});

test('actions follow the scenario’s faults in the plan, in the order given', () => {
  const plan = planned(pair([{ kind: 'crash', on: 'w', at: 50 }]), 'seed', [
    { kind: 'cut', on: 'w>m', at: 30 },
    { kind: 'ping', on: 'm>w', at: 20 },
    { kind: 'drop', on: 'm>w', at: 20, until: 90 },
  ]);
  expect(plan.deeds.map(({ kind, at, until }) => [kind === 'ping' ? kind : kind.id, at, until])).toEqual([
    ['crash', 50_000_000, null],
    ['cut', 30, null],
    ['ping', 20, null],
    ['drop', 20, null],
  ]);
});
