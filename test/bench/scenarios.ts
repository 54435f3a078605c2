// The worlds that the benchmark runs.

import type { Scenario } from '../../src/scenarios/scenario.ts';

type Detector = { readonly use: string; readonly [param: string]: string | number };

const LINKS = { all: { delay: { kind: 'log-normal', median: 0.08, sigma: 0.5 }, loss: 0.01 } } as const;

/** `n` nodes, all pairs, heartbeats every second over links with delay, jitter and loss. */
export function mesh(n: number, until: number, detector: Detector = { use: 'fixed-timeout', timeout: 2.2 }): Scenario {
  return {
    format: 1,
    id: `mesh${n}`,
    version: 1,
    title: `${n} nodes`,
    until,
    every: { program: 'heartbeat-monitor', params: { eta: 1, detector } },
    nodes: Array.from({ length: n }, (_, i) => ({ id: `n${i + 1}` })),
    links: LINKS,
    faults: [{ kind: 'crash', on: 'n3', at: { uniform: [until * 0.5, until * 0.75] } }],
    knobs: [
      {
        id: 'T',
        field: {
          kind: 'duration',
          label: 'timeout',
          help: 'Silence allowed.',
          default: 2.2,
          min: 0.5,
          max: 10,
          step: 0.05,
        },
        sets: detector.use === 'fixed-timeout' ? ['every.params.detector.timeout'] : [],
      },
    ],
    panels: [],
  };
}

/** Fifty nodes, all pairs, and delays such that some 500 beats are on their way at any time. */
export function crowd(): Scenario {
  const scenario = mesh(50, 60);
  return { ...scenario, links: { all: { delay: { kind: 'uniform', from: 0.15, to: 0.26 } } }, knobs: [], faults: [] };
}
