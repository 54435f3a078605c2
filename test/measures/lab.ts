// Real runs for tests: the two networks of the lesson on heartbeats, compiled and run as the lab does it.

import type { Reading } from '../../src/measures/measure.ts';
import { makeFilm } from '../../src/measures/make-film.ts';
import type { MonitorParams } from '../../src/programs/monitor-params.ts';
import { compile } from '../../src/scenarios/compile.ts';
import type { Action, FaultSpec, LinkSpec, Scenario } from '../../src/scenarios/scenario.ts';
import { World } from '../../src/world/world.ts';

export type Ask = {
  readonly T: number;
  readonly eta?: number;
  readonly link?: Partial<LinkSpec>;
  readonly faults?: readonly FaultSpec[];
  readonly actions?: readonly Action[];
  readonly seed?: string;
  readonly guard?: { readonly use: string };
};

const base = (id: string): Omit<Scenario, 'every' | 'nodes' | 'links' | 'faults'> => ({
  format: 1,
  id,
  version: 1,
  title: id,
  until: 60,
  knobs: [],
  panels: [],
});

function params(ask: Ask, more: { readonly [name: string]: number | string }) {
  const detector = { use: 'fixed-timeout', timeout: ask.T };
  return {
    eta: ask.eta ?? 1,
    timers: 'fixed-rate',
    checkInterval: 0,
    detector,
    guard: ask.guard ?? { use: 'none' },
    ...more,
  };
}

/** m watches w; beats at whole seconds, 50 ms on the way. */
export function pair(ask: Ask): Reading {
  return run(
    {
      ...base('pair'),
      every: { program: 'heartbeat-monitor', params: params(ask, { phase: 0 }) },
      nodes: [
        { id: 'm', params: { watches: ['w'], beats: ['w'] } },
        { id: 'w', params: { watches: [], beats: ['m'] } },
      ],
      links: { all: { delay: { kind: 'constant', value: 0.05 }, ...ask.link } },
      faults: ask.faults ?? [],
    },
    ask,
  );
}

/** Five watch each other; log-normal delay, median 80 ms. */
export function mesh5(ask: Ask): Reading {
  return run(
    {
      ...base('mesh5'),
      every: { program: 'heartbeat-monitor', params: params(ask, { phase: 'random' }) },
      nodes: ['n1', 'n2', 'n3', 'n4', 'n5'].map((id) => ({ id })),
      links: { all: { delay: { kind: 'log-normal', median: 0.08, sigma: 0.5 }, ...ask.link } },
      faults: ask.faults ?? [],
    },
    ask,
  );
}

function run(scenario: Scenario, { seed = 'test/1', actions = [] }: Ask): Reading {
  const plan = compile(scenario, {}, seed, actions);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const world = new World(plan.value, seed);
  world.run();
  const { record } = world.kernel;
  const nodes = plan.value.nodes.map(({ id }) => id);
  const { until, deeds } = plan.value;
  const columns = record.columns();
  const firstAction = deeds.length - actions.length;
  const watches = plan.value.nodes.map((node) => (node.params as MonitorParams).watches);
  const film = makeFilm(columns, record.words, { nodes, until, firstAction, deeds, watches });
  return { columns, words: record.words, film, nodes, until, done: deeds.slice(firstAction) };
}
