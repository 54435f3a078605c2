// What other detectors would have made of a run, and what its own had learnt, against the run itself: a fold that is
// given the run's own detector has to say what the record says, to the microsecond.

import { describe, expect, test } from 'vitest';
import type { FieldValue, OthersAsk, Run } from '../../src/worker/api.ts';
import type { RunKey, Scenario } from '../../src/scenarios/scenario.ts';
import { detectors } from '../../src/patterns/detectors/registry.ts';
import { TYPES } from '../../src/world/vocabulary.ts';
import { localLab } from '../../src/worker/local.ts';
import { mesh, type Params } from '../scenarios/build.ts';

const lab = localLab({});

const rough = (use: string, more: Params = {}): Scenario => {
  const plain = mesh(
    4,
    [
      { kind: 'pause', on: 'n1', at: 20, until: 25, mode: 'gc' },
      { kind: 'pause', on: 'n2', at: 30, until: 36, mode: 'suspend' },
      { kind: 'restart', on: 'n3', at: 41 },
      { kind: 'crash', on: 'n4', at: 50 },
    ],
    { detector: { use, ...FIRMER[use] }, ...more },
    { until: 120, nodes: [{ id: 'n1', driftPpm: 300 }, { id: 'n2', driftPpm: -200 }, { id: 'n3' }, { id: 'n4' }] },
  );
  return { ...plain, links: { all: { ...plain.links.all, loss: 0.15 } } };
};
/** Low enough to make mistakes of. */
const FIRMER: { readonly [use: string]: Params } = {
  'akka-deadline': { interval: 1, pause: 1 },
  'phi-normal': { threshold: 3 },
  'phi-akka': { threshold: 3, pause: 0 },
  'phi-chitchat': { threshold: 1, prior: 1 },
  'phi-cassandra': { threshold: 1 },
};
const keyOf = (inline: Scenario): RunKey => ({ scenario: { inline }, settings: {}, seed: 's', actions: [] });
const PAIRS = [
  [0, 1],
  [1, 2],
  [2, 3],
  [3, 0],
  [0, 3],
] as const;
const whole = { from: 0, to: 120e6, points: 240 };

/** Beginnings and ends of the suspicions in the record, in turn. A crash of the observer ends them too. */
function turnsOf(run: Run, observer: number, target: number): number[] {
  const turns: number[] = [];
  const { columns } = run;
  for (let i = 0; i < columns.length; i++) {
    const type = TYPES[columns.type[i]!]!;
    if (columns.a[i] !== observer) continue;
    const about = columns.b[i] === target;
    if (type === 'suspect' && about) turns.push(columns.time[i]!);
    else if (turns.length % 2 === 1 && ((type === 'trust' && about) || type === 'crash')) turns.push(columns.time[i]!);
  }
  return turns.length % 2 === 1 ? [...turns, run.film.until] : turns;
}

describe.each([...detectors.keys()])('%s beside itself', (use) => {
  test.each([
    ['looked at when its rule says', {}],
    ['looked at in rounds', { checkInterval: 0.7 }],
  ])('suspects when the run does, to the microsecond, %s', async (_says, more) => {
    const key = keyOf(rough(use, more));
    const run = await lab.run(key);
    let seen = 0;
    for (const [observer, target] of PAIRS) {
      const ask: OthersAsk = { ...whole, observer, target, with: [{ use, params: own(use) }] };
      const { others } = await lab.others(key, ask);
      const turns = turnsOf(run, observer, target);
      expect(Array.from(others[0]!.suspects)).toEqual(turns);
      seen += turns.length;
    }
    expect(seen).toBeGreaterThan(6);
  });

  test('has the level and the allowance of the run’s own curves', async () => {
    const key = keyOf(rough(use));
    const ask = { ...whole, observer: 3, target: 0, to: 15e6 };
    const [series, { time, others }] = await Promise.all([
      lab.series(key, { ...ask, kind: 'level' }),
      lab.others(key, { ...ask, with: [{ use, params: own(use) }] }),
    ]);
    expect(time).toEqual(series.time);
    expect(others[0]!.threshold).toBe(series.lines['threshold']![0]);
    expect(others[0]!.level.length).toBe(time.length);
  });
});

/** The detector's own parameters in seconds, so that nothing is left to be taken over. */
function own(use: string): { readonly [name: string]: FieldValue } {
  const given = FIRMER[use] ?? {};
  return Object.fromEntries(
    Object.entries(detectors.get(use)!.params as { readonly [name: string]: { readonly default: number } }).map(
      ([name, field]) => [name, given[name] ?? field.default],
    ),
  ) as { readonly [name: string]: FieldValue };
}

describe('a level', () => {
  test.each(['phi-normal', 'phi-akka', 'phi-cassandra', 'phi-chitchat'])(
    'of %s reaches its threshold in the microsecond in which the run suspects',
    async (use) => {
      const key = keyOf(rough(use));
      const run = await lab.run(key);
      const starts = turnsOf(run, 2, 0).filter((_, i) => i % 2 === 0);
      let seen = 0;
      for (const at of starts) {
        const read = async (time: number) => {
          const { lines } = await lab.series(key, {
            kind: 'level',
            observer: 2,
            target: 0,
            from: time,
            to: time,
            points: 1,
          });
          return { level: lines['level']!.at(-1)!, threshold: lines['threshold']!.at(-1)! };
        };
        const before = await read(at - 2);
        // A suspicion that a beat began was not one of silence.
        if (before.level === 0) continue;
        seen++;
        expect(before.level).toBeLessThan(before.threshold);
        const then = await read(at);
        expect(then.level).toBeGreaterThan(then.threshold * (1 - 1e-9));
      }
      expect(seen).toBeGreaterThan(1);
    },
  );
});

describe('what a detector had learnt', () => {
  test('is the window that it holds: as many gaps, with the same mean and deviation', async () => {
    const key = keyOf(rough('phi-normal', { detector: { use: 'phi-normal', window: 12, floor: 0.01, pause: 0.2 } }));
    const learnt = await lab.learnt(key, { observer: 3, target: 0 });
    expect(learnt.shape).toBe('normal');
    expect(learnt.heardAt.length).toBeGreaterThan(20);
    let full = 0;
    learnt.heardAt.forEach((_, i) => {
      const held = Array.from(learnt.samples.slice(learnt.taken[i]! - learnt.held[i]!, learnt.taken[i]));
      if (held.length === 0) return;
      const mean = held.reduce((sum, gap) => sum + gap, 0) / held.length;
      const std = Math.sqrt(held.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / held.length);
      expect(learnt.centre[i]).toBeCloseTo(mean + 0.2, 9);
      expect(learnt.spread[i]).toBeCloseTo(Math.max(0.01, std), 9);
      if (held.length === 12) full++;
    });
    expect(full).toBeGreaterThan(5);
  });

  test('leaves out what was not admitted', async () => {
    const key = keyOf(rough('phi-akka'));
    const learnt = await lab.learnt(key, { observer: 3, target: 1 });
    const longest = Math.max(...learnt.gap.filter((gap) => !Number.isNaN(gap)));
    expect(Math.max(...learnt.samples)).toBeLessThan(longest);
    expect(learnt.shape).toBe('logistic');
  });

  test('is the plain mean of the gaps where the detector learns none, and claims no curve', async () => {
    const learnt = await lab.learnt(keyOf(rough('fixed-timeout')), { observer: 3, target: 0 });
    expect(learnt.shape).toBeNull();
    expect(learnt.allowed.at(-1)).toBe(3);
    expect(learnt.centre.at(-1)).toBeGreaterThan(0.9);
  });

  test('allows what the curve of the same pair allows', async () => {
    const key = keyOf(rough('phi-cassandra'));
    const learnt = await lab.learnt(key, { observer: 3, target: 0 });
    const at = learnt.heardAt[10]!;
    const series = await lab.series(key, { kind: 'silence', observer: 3, target: 0, from: at, to: at, points: 1 });
    expect(learnt.allowed[10]).toBe(series.lines['allowed']!.at(-1));
  });
});

describe('other detectors', () => {
  const key = keyOf(
    rough('phi-normal', { detector: { use: 'phi-normal', floor: 0.3, pause: 0.4, window: 50 }, eta: 0.5 }),
  );
  const ask = (use: string, params: Params): OthersAsk => ({
    observer: 3,
    target: 0,
    ...whole,
    to: 10e6,
    with: [{ use, params }] as OthersAsk['with'],
  });

  test('take over window, floor and pause of the run, and the sender’s true interval', async () => {
    const allowed = async (use: string, params: Params) => {
      const { others } = await lab.others(key, ask(use, params));
      return others[0]!.allowed.at(-1)!;
    };
    expect(await allowed('phi-normal', {})).toBe(await allowed('phi-normal', { floor: 0.3, pause: 0.4, window: 50 }));
    expect(await allowed('phi-normal', { pause: 0 })).toBeLessThan(await allowed('phi-normal', {}));
    expect(await allowed('chen-nfd-e', {})).toBe(await allowed('chen-nfd-e', { period: 0.5 }));
  });

  test('say what they allowed in a window of the run that begins after they gave up', async () => {
    const { film } = await lab.run(key);
    const wide = { ...ask('phi-normal', {}), to: film.until };
    const [all] = (await lab.others(key, wide)).others;
    const [from = 0, to = 0] = all!.suspects;
    const [late] = (await lab.others(key, { ...wide, from: from + (to - from) / 4, to: from + (to - from) / 2 }))
      .others;
    expect(late!.allowed.length).toBeGreaterThan(0);
    expect([...late!.allowed].filter((allowed) => !Number.isFinite(allowed))).toEqual([]);
  });

  test('with a parameter out of range are refused by the name of the field', async () => {
    await expect(lab.others(key, ask('phi-normal', { threshold: -1 }))).rejects.toThrow(/Threshold must be/);
    await expect(lab.others(key, ask('nonsense', {}))).rejects.toThrow(/nonsense/);
  });

  test('are all listed, with words and fields', async () => {
    const kinds = await lab.detectors();
    expect(kinds.map((kind) => kind.id)).toEqual([...detectors.keys()]);
    expect(kinds.every((kind) => kind.says !== '' && Object.keys(kind.params).length > 0)).toBe(true);
  });
});

describe('the tail', () => {
  test('is the published one at five sigma, and the naive form dies at 8.3', async () => {
    const { sigmas, exact, logistic, naive, dies } = await lab.tail();
    const at = (line: Float64Array, sigma: number) => line[sigmas.findIndex((z) => Math.abs(z - sigma) < 1e-9)]!;
    expect(at(exact, 5)).toBeCloseTo(6.543, 3);
    expect(at(exact, 10)).toBeCloseTo(23.118, 3);
    expect(at(logistic, 5)).toBeCloseTo(7.3, 1);
    expect(at(naive, 5)).toBeCloseTo(6.543, 3);
    expect(dies).toBeGreaterThan(8.2);
    expect(dies).toBeLessThan(8.4);
    expect(exact.every(Number.isFinite)).toBe(true);
  });
});
