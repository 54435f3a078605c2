// Scenarios for tests, in a few words, and what came of running them.

import { compile } from '../../src/scenarios/compile.ts';
import type { Action, FaultSpec, Plain, Scenario, Settings } from '../../src/scenarios/scenario.ts';
import { World } from '../../src/world/world.ts';

export type Params = { readonly [name: string]: Plain };

export const T3: Params = { use: 'fixed-timeout', timeout: 3 };

export function scenario(over: Partial<Scenario> = {}, params: Params = {}): Scenario {
  return {
    format: 1,
    id: 'test',
    version: 1,
    title: 'Test',
    until: 60,
    every: { program: 'heartbeat-monitor', params: { eta: 1, phase: 0, detector: T3, ...params } },
    nodes: [{ id: 'n1' }, { id: 'n2' }],
    links: { all: { delay: { kind: 'constant', value: 0.05 } } },
    faults: [],
    knobs: [],
    panels: ['log'],
    ...over,
  };
}

/** m watches w; w beats at whole seconds; 50 ms. */
export function pair(faults: readonly FaultSpec[] = [], params: Params = {}, over: Partial<Scenario> = {}): Scenario {
  const nodes = [
    { id: 'm', params: { watches: ['w'], beats: [] } },
    { id: 'w', params: { watches: [], beats: ['m'] } },
  ];
  return scenario({ id: 'pair', nodes, faults, ...over }, params);
}

/** n1 to nN, all watching all, delays log-normal about 80 ms, phases drawn. */
export function mesh(
  n: number,
  faults: readonly FaultSpec[] = [],
  params: Params = {},
  over: Partial<Scenario> = {},
): Scenario {
  const nodes = Array.from({ length: n }, (_, i) => ({ id: `n${i + 1}` }));
  const links = { all: { delay: { kind: 'log-normal', median: 0.08, sigma: 0.5 } } } as const;
  return scenario({ id: 'mesh', nodes, links, faults, ...over }, { phase: 'random', ...params });
}

/** A world that is ready to run; throws what is wrong with it otherwise. */
export function worldOf(
  from: Scenario,
  seed = 'seed',
  actions: readonly Action[] = [],
  settings: Settings = {},
): World {
  const plan = compile(from, settings, seed, actions);
  if (!plan.ok) throw new Error(plan.problems.map(({ field, says }) => `${field} ${says}`).join('; '));
  return new World(plan.value, seed);
}

export function ranOf(from: Scenario, seed = 'seed', actions: readonly Action[] = [], settings: Settings = {}): World {
  const world = worldOf(from, seed, actions, settings);
  const halt = world.run();
  if (halt.why !== 'horizon') throw new Error(`the run ended early: ${JSON.stringify(halt)}`);
  return world;
}
