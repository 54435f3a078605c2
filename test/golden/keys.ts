// Runs whose fingerprints are written down in golden.json: lesson-like set-ups that together hold every detector,
// guard, fault, delay and kind of timer. Plain data, so that the same keys can be run in a browser.

import type { Action, FaultSpec, LinkSpec, Plain, RunKey, Scenario } from '../../src/scenarios/scenario.ts';

type Words = {
  /** The monitor, if nothing else is said. */
  readonly program?: string;
  readonly nodes: number | readonly Scenario['nodes'][number][];
  readonly params: { readonly [name: string]: Plain };
  readonly link: LinkSpec;
  readonly faults?: readonly FaultSpec[];
  readonly actions?: readonly Action[];
  readonly cast?: readonly string[];
  readonly until?: number;
};

const log80: LinkSpec = { delay: { kind: 'log-normal', median: 0.08, sigma: 0.5 } };
const steady: LinkSpec = { delay: { kind: 'constant', value: 0.05 } };
const pair = [
  { id: 'm', params: { watches: ['w'], beats: [] } },
  { id: 'w', params: { watches: [], beats: ['m'] } },
];
const drifting = [
  { id: 'n1', driftPpm: 200 },
  { id: 'n2', driftPpm: -300 },
  { id: 'n3', driftPpm: 20_000 },
];
/** One that hands out work, avoids from phi 2 and fails over from phi 5; the others take it. */
const office = (params: { readonly [name: string]: Plain }): readonly Scenario['nodes'][number][] => [
  {
    id: 'd',
    program: 'dispatcher',
    params: {
      detector: { use: 'phi-normal', threshold: 2, bootstrap: 'akka' },
      jobs: { every: 0.2 },
      failover: { threshold: 5 },
      ...params,
    },
  },
  { id: 'w1' },
  { id: 'w2', params: { timers: 'catch-up' } },
  { id: 'w3', driftPpm: 400 },
];
const T3 = { use: 'fixed-timeout', timeout: 3 };

function key(id: string, { program, nodes, params, link, faults, actions, cast, until }: Words): RunKey {
  const inline: Scenario = {
    format: 1,
    id,
    version: 1,
    title: id,
    until: until ?? 60,
    every: { program: program ?? 'heartbeat-monitor', params },
    nodes: typeof nodes === 'number' ? Array.from({ length: nodes }, (_, i) => ({ id: `n${i + 1}` })) : nodes,
    links: { all: link },
    faults: faults ?? [],
    knobs: [],
    panels: [],
    ...(cast && { cast }),
  };
  return { scenario: { inline }, settings: {}, seed: 'golden', actions: actions ?? [] };
}

export const golden: { readonly [name: string]: RunKey } = {
  'a pair, a crash at 20.4 s': key('crash', {
    nodes: pair,
    params: { eta: 1, phase: 0, detector: T3 },
    link: steady,
    faults: [{ kind: 'crash', on: 'w', at: 20.4 }],
  }),
  'a pair, a pause and a cut, pings by hand': key('silences', {
    nodes: pair,
    params: { eta: 1, phase: 0, detector: T3 },
    link: steady,
    faults: [
      { kind: 'pause', on: 'w', at: 10.4, until: 18.4 },
      { kind: 'cut', on: 'w>m', at: 30.4, until: 38.4 },
    ],
    actions: [
      { kind: 'ping', on: 'm>w', at: 12_000_001 },
      { kind: 'ping', on: 'm>w', at: 33_000_001 },
    ],
  }),
  'bounded delays and a timeout that grows': key('growing', {
    nodes: pair,
    params: { eta: 1, phase: 0, detector: { use: 'growing-timeout', timeout: 1.05, growth: 0.05 } },
    link: { delay: { kind: 'uniform', from: 0.02, to: 0.22 } },
    until: 600,
  }),
  'five nodes, a crash dealt by the seed': key('mesh', {
    nodes: 5,
    params: { eta: 1, detector: T3 },
    link: log80,
    cast: ['A', 'B'],
    faults: [
      { kind: 'crash', on: 'A', at: { uniform: [30, 45] } },
      { kind: 'cut', on: 'A-B', at: 10, until: { after: 5 } },
    ],
  }),
  'a sleeping observer with a guard, phi in the normal form': key('sleeper', {
    nodes: 5,
    params: { eta: 1, detector: { use: 'phi-normal' }, guard: { use: 'late-tick', allowed: 0.5, settle: 1 } },
    link: log80,
    faults: [
      { kind: 'pause', on: 'n1', at: 20, until: 25, mode: 'gc' },
      { kind: 'resume', on: 'n1', at: 24 },
    ],
  }),
  'Akka’s deadline in rounds of a second, spread loss': key('akka-deadline', {
    nodes: 4,
    params: { eta: 1, checkInterval: 1, detector: { use: 'akka-deadline' } },
    link: { ...log80, loss: 0.2 },
    faults: [
      { kind: 'loss', on: 'n2>n1', at: 10, until: 40, share: 0.9 },
      { kind: 'crash', on: 'n3', at: 30 },
    ],
  }),
  'Akka’s phi, a slow node, missed beats sent at once': key('akka-phi', {
    nodes: 4,
    params: { eta: 0.5, timers: 'catch-up', detector: { use: 'phi-akka' } },
    link: { delay: { kind: 'normal', mean: 0.1, std: 0.05 } },
    faults: [
      { kind: 'slow', on: 'n2', at: 10, until: 30, by: 0.2 },
      { kind: 'pause', on: 'n4', at: 35, until: 41 },
    ],
  }),
  'Cassandra’s phi with its guard, in rounds': key('cassandra', {
    nodes: 4,
    params: { eta: 1, checkInterval: 1, detector: { use: 'phi-cassandra' }, guard: { use: 'local-pause', longest: 5 } },
    link: { ...log80, burst: { good: 20, bad: 3 } },
    faults: [
      { kind: 'pause', on: 'n1', at: 40, until: 48, mode: 'suspend' },
      { kind: 'crash', on: 'n2', at: 60 },
    ],
    until: 120,
  }),
  'chitchat’s phi, a restart and a delay': key('chitchat', {
    nodes: 4,
    params: { eta: 1, detector: { use: 'phi-chitchat', threshold: 2, prior: 1 } },
    link: { delay: { kind: 'exponential', mean: 0.2, least: 0.02 } },
    faults: [
      { kind: 'crash', on: 'n2', at: 15, until: 35 },
      { kind: 'restart', on: 'n3', at: 25 },
      { kind: 'delay', on: 'n4-n1', at: 20, until: 40, by: 4 },
    ],
  }),
  'Chen’s NFD-S on drifting clocks, asleep in turn': key('chen-s', {
    nodes: drifting,
    params: { eta: 1, detector: { use: 'chen-nfd-s', period: 1, delta: 0.5 } },
    link: log80,
    faults: [
      { kind: 'pause', on: 'n2', at: 20, until: 26, mode: 'suspend' },
      { kind: 'pause', on: 'n2', at: 22, until: 30, mode: 'gc' },
    ],
    actions: [
      { kind: 'resume', on: 'n2', at: 28_000_000 },
      { kind: 'restart', on: 'n3', at: 40_000_001 },
    ],
  }),
  'Chen’s NFD-E over ordered links, messages held back': key('chen-e', {
    nodes: 3,
    params: { eta: 1, detector: { use: 'chen-nfd-e', period: 1, margin: 0.5 } },
    link: { ...log80, ordered: true },
    actions: [
      { kind: 'hold', on: 'n1>n2', at: 10_000_000, by: 3 },
      { kind: 'hold', on: 'n1>n2', at: 10_000_000, by: 1.5 },
      { kind: 'drop', on: 'n3-n1', at: 20_000_000 },
    ],
  }),
  'Bertier’s estimate, bad periods brought and healed': key('bertier', {
    nodes: 4,
    params: { eta: 1, timers: 'fixed-delay', detector: { use: 'bertier' } },
    link: { ...log80, loss: 0.02 },
    faults: [{ kind: 'burst-loss', on: 'n1-n2', at: 10, good: 4, bad: 3, share: 0.8 }],
    actions: [
      { kind: 'cut', on: 'n2-n3', at: 20_000_001, until: 50_000_000 },
      { kind: 'heal', on: 'n2-n3', at: 30_000_001 },
      { kind: 'heal', on: 'n1-n2', at: 40_000_001 },
    ],
  }),
  'Satzger’s histogram over measured delays': key('satzger', {
    nodes: 4,
    params: { eta: 0.7, detector: { use: 'satzger' } },
    link: { delay: { kind: 'empirical', values: [0.01, 0.02, 0.02, 0.03, 0.05, 0.3] }, loss: 0.05 },
    faults: [{ kind: 'crash', on: 'n4', at: 45 }],
  }),
  'intervals that change, whatever becomes of missed beats': key('changes', {
    nodes: [
      { id: 'n1', params: { changes: [{ at: 20, eta: 2 }] } },
      { id: 'n2', params: { timers: 'catch-up', changes: [{ at: 15.3, eta: 0.4 }] } },
      { id: 'n3', params: { timers: 'fixed-delay', changes: [{ at: 30, eta: 0.7 }] }, driftPpm: 900 },
      {
        id: 'n4',
        params: {
          changes: [
            { at: 10, eta: 5 },
            { at: 31, eta: 0.3 },
            { at: 41.7, eta: 1.1 },
          ],
        },
      },
    ],
    params: { eta: 1, detector: { use: 'phi-akka', pause: 0.5 } },
    link: log80,
    faults: [
      { kind: 'pause', on: 'n2', at: 14, until: 22 },
      { kind: 'pause', on: 'n4', at: 25, until: 48.2, mode: 'suspend' },
      { kind: 'restart', on: 'n1', at: 30 },
    ],
  }),
  'a dispatcher that avoids early and fails over late': key('dispatcher', {
    program: 'worker',
    nodes: office({}),
    params: { eta: 1, beats: ['d'] },
    link: { delay: { kind: 'normal', mean: 0.6, std: 0.18, least: 0.001 } },
    faults: [
      { kind: 'crash', on: 'w1', at: 30.3 },
      { kind: 'pause', on: 'w2', at: 40, until: 41.5 },
    ],
    actions: [{ kind: 'ping', on: 'd>w3', at: 20_000_001 }],
  }),
  'a dispatcher that looks in rounds, and sleeps': key('dispatcher-rounds', {
    program: 'worker',
    nodes: office({ checkInterval: 0.5, guard: { use: 'late-tick', allowed: 0.5, settle: 1 } }),
    params: { eta: 1, beats: ['d'], changes: [{ at: 45, eta: 3 }] },
    link: log80,
    faults: [
      { kind: 'slow', on: 'w2', at: 10, until: 14, by: 0.3 },
      { kind: 'pause', on: 'd', at: 20, until: 26 },
      { kind: 'crash', on: 'w1', at: 30.3, until: 50 },
    ],
  }),
};
