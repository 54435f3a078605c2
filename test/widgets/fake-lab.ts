// A simulation of three events, answered by hand: what the page does with answers can be tested without any.

import type { Columns, LabClient, Run, RunKey, Setup } from '../../src/worker/api.ts';
import { firstFilm } from '../../src/widgets/lab/first-frame.ts';
import type { Frames } from '../../src/widgets/lab/lab-options.ts';

export const SETUP: Setup = {
  id: 'pair',
  version: 1,
  title: 'Two nodes',
  until: 60_000_000,
  nodes: [
    { id: 'm', title: 'm', place: [0.2, 0.5] },
    { id: 'w', title: 'w', place: [0.8, 0.5] },
  ],
  links: [
    { from: 0, to: 1, says: '50 ms, nothing lost', median: 50_000 },
    { from: 1, to: 0, says: '50 ms, nothing lost', median: 50_000 },
  ],
  knobs: [
    {
      id: 'T',
      field: {
        kind: 'duration',
        label: 'timeout',
        help: 'Silence allowed.',
        default: 3,
        min: 0.5,
        max: 10,
        step: 0.05,
      },
      sets: ['every.params.detector.timeout'],
    },
  ],
  settings: { T: 3 },
  panels: ['lanes', 'log'],
  faults: [
    {
      id: 'crash',
      title: 'Crash',
      effect: '{thing} stops.',
      on: 'node',
      directed: false,
      lasts: true,
      icon: 'crash',
      params: {},
    },
    {
      id: 'cut',
      title: 'Cut',
      effect: '{thing} is cut.',
      on: 'link',
      directed: true,
      lasts: true,
      icon: 'cut',
      params: {},
    },
  ],
  look: [0, 1],
  detector: { id: 'fixed-timeout', title: 'Fixed timeout', says: '', levelName: 'silence' },
};

export const START: RunKey = { scenario: { id: 'pair', version: 1 }, settings: { T: 3 }, seed: '1', actions: [] };

/** Events 0, 4 and 9 at 1, 2 and 2 seconds; the second wrote two rows. */
const TIMES = [1_000_000, 2_000_000, 2_000_000, 2_000_000];
const ORDINALS = [0, 4, 4, 9];

export function runOf(key: RunKey): Run {
  const columns: Columns = {
    length: TIMES.length,
    ordinal: Uint32Array.from(ORDINALS),
    time: Float64Array.from(TIMES),
    cause: Int32Array.from([-1, 0, 1, -1]),
    type: new Uint8Array(TIMES.length),
    a: new Int32Array(TIMES.length),
    b: new Int32Array(TIMES.length).fill(-1),
    k: new Int32Array(TIMES.length),
    x: new Float64Array(TIMES.length),
    print: Uint32Array.from([1, 2, 3, 0xabcdef12]),
  };
  const film = {
    ...firstFilm(SETUP),
    marks: TIMES.map((at, row) => ({ at, row, kind: 'state' as const, says: `event ${row}`, node: 0 })),
  };
  return { key, setup: SETUP, columns, words: ['x'], film, fingerprint: '0'.repeat(16), events: 10, stopped: null };
}

export type Asked = { readonly key: RunKey; answer(): void; fail(error: Error): void };

/** Every run that was asked for, to be answered when the test likes. */
export function fakeLab(): { readonly client: LabClient; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const client = {
    run: (key: RunKey) =>
      new Promise<Run>((resolve, reject) => {
        asked.push({ key, answer: () => resolve(runOf(key)), fail: reject });
      }),
    diverge: async () => ({ row: 1, at: 2_000_000 }),
    check: async (key: unknown) => ({ ok: true, value: key }),
    setup: async () => SETUP,
  } as unknown as LabClient;
  return { client, asked };
}

/** Frames that come when they are called. */
export function fakeFrames(): Frames & { tick(ms: number): void } {
  let waiting: ((ms: number) => void) | null = null;
  let now = 0;
  return {
    ask: (frame) => {
      waiting = frame;
      return 1;
    },
    drop: () => (waiting = null),
    tick: (ms) => {
      now += ms;
      const frame = waiting;
      waiting = null;
      frame?.(now);
    },
  };
}

/** Lets everything that is ready to go on, go on. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 20; i++) await Promise.resolve();
}
