// The engine: keys in, runs out; what it says about a run is what that run is.

import { describe, expect, test } from 'vitest';
import { defaults } from '../../src/kernel/fields.ts';
import type { RunKey, Scenario } from '../../src/scenarios/scenario.ts';
import { Engine } from '../../src/worker/engine.ts';
import { planOf, runNow, scenarioOf } from '../../src/worker/run-key.ts';
import { World } from '../../src/world/world.ts';
import { measures } from '../../src/measures/registry.ts';
import { mesh, pair } from '../scenarios/build.ts';

const book = { pair: pair(), mesh: mesh(5, [{ kind: 'crash', on: 'n3', at: 30 }]) };
const keyOf = (inline: Scenario, over: Partial<RunKey> = {}): RunKey => ({
  scenario: { inline },
  settings: {},
  seed: 's',
  actions: [],
  ...over,
});
const named = (id: string, over: Partial<RunKey> = {}): RunKey => ({
  scenario: { id, version: 1 },
  settings: {},
  seed: 's',
  actions: [],
  ...over,
});

/** A run of more than 20,000 events, so that it breathes, with the pauses counted. */
const long = keyOf(mesh(5, [], {}, { until: 1_000 }));

function engine(): { engine: Engine; breaths: () => number } {
  let breaths = 0;
  return {
    engine: new Engine(book, () => {
      breaths++;
      return Promise.resolve();
    }),
    breaths: () => breaths,
  };
}

describe('a run', () => {
  test('is handed over whole: columns of one length, words, film, fingerprint, events', async () => {
    const run = await engine().engine.run(named('mesh'));
    const { length, ...columns } = run.columns;
    expect(length).toBeGreaterThan(2_000);
    for (const column of Object.values(columns)) expect(column).toHaveLength(length);
    expect(Math.max(...run.columns.k)).toBeLessThan(run.words.length);
    expect(run.fingerprint).toBe(runNow(planOf(book, named('mesh')), 's').world.kernel.record.fingerprint());
    expect(run.film.truth).toHaveLength(5);
    expect(run.film.until).toBe(60e6);
    expect(run.setup.nodes.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3', 'n4', 'n5']);
    expect(run.events).toBeGreaterThanOrEqual(run.columns.ordinal.at(-1)!);
    expect(run.stopped).toBeNull();
  });

  test('is the reader’s own: spoiling it does not spoil the engine’s', async () => {
    const { engine: one } = engine();
    const first = await one.run(named('mesh'));
    first.columns.type.fill(0);
    first.columns.print.fill(0);
    const second = await one.run(named('mesh'));
    expect(second.columns.type.some((type) => type !== 0)).toBe(true);
    expect(await one.diverge(named('mesh'), named('mesh'))).toBeNull();
  });

  test('is computed once for its key, whatever is asked about it, also while it is being computed', async () => {
    const { engine: one, breaths } = engine();
    const [a, b] = await Promise.all([one.run(long), one.run({ ...long })]);
    const once = breaths();
    const alone = engine();
    await alone.engine.run(long);
    expect(alone.breaths()).toBeGreaterThan(0);
    expect(once).toBe(alone.breaths());
    expect(a!.fingerprint).toBe(b!.fingerprint);
    await one.inspect(long, 5_000, 0);
    await one.measure(long, [{ id: 'mistakes' }]);
    expect(breaths()).toBe(once);
  });

  test('is forgotten after six others, and then made again', async () => {
    const { engine: one, breaths } = engine();
    await one.run(long);
    const once = breaths();
    for (let i = 0; i < 6; i++) await one.run(named('pair', { seed: `s${i}` }));
    await one.run(long);
    expect(breaths()).toBe(2 * once);
  });

  test('reports how far it is, ever further', async () => {
    const shares: number[] = [];
    await engine().engine.run(long, (share) => shares.push(share));
    expect(shares.length).toBeGreaterThan(0);
    expect(shares.every((share, i) => share > 0 && share < 1 && (i === 0 || share > shares[i - 1]!))).toBe(true);
  });

  test('that cannot be made is refused with the name of the field', async () => {
    await expect(engine().engine.run(named('nothing'))).rejects.toThrow('scenario.id there is no lab called nothing');
    await expect(engine().engine.run(named('constructor'))).rejects.toThrow('there is no lab called constructor');
    const old = { ...named('pair'), scenario: { id: 'pair', version: 7 } };
    await expect(engine().engine.run(old)).rejects.toThrow(
      'this lab is now version 1; the link was made with version 7',
    );
    await expect(engine().engine.run(named('pair', { actions: [{ kind: 'crash', on: 'x', at: 1 }] }))).rejects.toThrow(
      'actions.0.on',
    );
  });

  test('that hits a bound ends there, and says so', async () => {
    const pause = { kind: 'pause', on: 'n1', at: 1, until: 1_100 };
    const busy = mesh(2, [pause], { eta: 0.01, timers: 'catch-up' }, { until: 1_200 });
    const key = keyOf({ ...busy, links: { ...busy.links, only: ['n1>n2'] } });
    const { engine: one } = engine();
    const run = await one.run(key);
    expect(run.stopped).toBe('over 100000 events in one instant');
    expect(run.film.until).toBe(1_100e6);
    expect((await one.inspect(key, run.events, 0)).time).toBe(1_100e6);
  });

  test('whose faults a knob writes still tells them from what the learner did', async () => {
    const choice = {
      kind: 'choice',
      label: 'x',
      help: 'x',
      default: 'b',
      options: ['a', 'b'].map((value) => ({ value, label: value })),
    } as const;
    const knobs = [{ id: 'k', field: choice, choices: { a: {}, b: { faults: [{ kind: 'crash', on: 'w', at: 20 }] } } }];
    const run = await engine().engine.run(
      keyOf({ ...pair(), knobs }, { actions: [{ kind: 'cut', on: 'w>m', at: 10e6 }] }),
    );
    expect(
      run.film.marks
        .filter(({ kind }) => kind === 'fault' || kind === 'action')
        .map(({ at, kind }) => [at / 1e6, kind]),
    ).toEqual([
      [10, 'action'],
      [20, 'fault'],
    ]);
  });
});

describe('looking inside', () => {
  const { engine: one } = engine();

  test.each([0, 1, 7, 1_999, 2_000, 2_001, 5_432, 20_000, 23_456])(
    'at event %d is what a run stopped there holds',
    async (ordinal) => {
      for (const node of [0, 4]) {
        const inside = await one.inspect(long, ordinal, node);
        const world = new World(planOf(book, long), 's');
        world.run(undefined, ordinal);
        expect(inside).toEqual({ ordinal, time: world.kernel.now, node: `n${node + 1}`, state: world.inside(node) });
      }
    },
  );

  test('beyond the last event is the end', async () => {
    const run = await one.run(named('pair'));
    expect(await one.inspect(named('pair'), 1e9, 0)).toMatchObject({ ordinal: run.events, time: 60e6, node: 'm' });
  });
});

describe('two runs', () => {
  const faulted = (kind: string, at = 10.4): RunKey => keyOf(pair([{ kind, on: kind === 'cut' ? 'w>m' : 'w', at }]));

  test('of one key do not differ', async () => {
    expect(await engine().engine.diverge(named('mesh'), named('mesh'))).toBeNull();
  });

  test('differ first where the first row differs: a pause and a crash, in the very row of the fault', async () => {
    const { engine: one } = engine();
    const difference = await one.diverge(faulted('crash'), faulted('pause'));
    const { columns, words } = await one.run(faulted('crash'));
    expect(difference!.at).toBe(10_400_000);
    expect(words[columns.k[difference!.row]!]).toBe('crash');
    expect(columns.cause[difference!.row]).toBe(-1);
  });

  test('of which one is the beginning of the other differ where the shorter ends', async () => {
    const { engine: one } = engine();
    const short = keyOf(pair([], {}, { until: 30 }));
    const { columns } = await one.run(short);
    const difference = await one.diverge(short, keyOf(pair()));
    expect(difference!.row).toBe(columns.length);
    expect(difference!.at).toBeGreaterThan(29e6);
    expect(await one.diverge(keyOf(pair()), short)).toEqual(difference);
  });
});

describe('check', () => {
  test('answers with the key in order: every knob said, values snapped', async () => {
    const T = {
      id: 'T',
      field: { kind: 'duration', label: 'T', help: 'T', default: 3, min: 1, max: 9, step: 0.5 },
      sets: ['every.params.detector.timeout'],
    } as const;
    const scenario = { ...pair(), knobs: [T] };
    const answer = await new Engine({ lab: scenario }).check({
      actions: [],
      seed: 'x',
      settings: { T: 2.3 },
      scenario: { id: 'lab', version: 1 },
    });
    expect(answer).toEqual({
      ok: true,
      value: { scenario: { id: 'lab', version: 1 }, settings: { T: 2.5 }, seed: 'x', actions: [] },
    });
    expect((await new Engine({ lab: scenario }).check({ ...named('lab'), settings: {} })) as object).toMatchObject({
      value: { settings: { T: 3 } },
    });
  });

  test('refuses what the run would refuse, and names the field', async () => {
    const { engine: one } = engine();
    for (const [key, field] of [
      [named('nothing'), 'scenario.id'],
      [{ ...named('pair'), scenario: { id: 'pair', version: 2 } }, 'scenario.version'],
      [named('pair', { settings: { T: 1 } }), 'settings.T'],
      [named('pair', { actions: [{ kind: 'crash', on: 'zz', at: 1 }] }), 'actions.0.on'],
      [named('pair', { actions: [{ kind: 'melt', on: 'w', at: 1 }] }), 'actions.0.kind'],
      ['text', 'key'],
    ] as const) {
      const answer = await one.check(key);
      expect(answer.ok ? [] : answer.problems.map((problem) => problem.field)).toEqual([field]);
    }
  });
});

describe('setup', () => {
  test('tells the stage of nodes, links, knobs and what may be done', async () => {
    const setup = await engine().engine.setup(keyOf({ ...mesh(3), may: ['crash', 'cut'], look: ['n2', 'n3'] }));
    expect(setup).toMatchObject({ until: 60e6, look: [1, 2], detector: { id: 'fixed-timeout' } });
    expect(setup.links).toHaveLength(6);
    expect(setup.faults.map(({ id }) => id)).toEqual(['crash', 'cut']);
    expect(setup.nodes.every(({ place: [x, y] }) => x >= 0 && x <= 1 && y >= 0 && y <= 1)).toBe(true);
  });

  test('is the same in a scenario of the book and inline', async () => {
    const { engine: one } = engine();
    expect(await one.setup(named('pair'))).toEqual(await one.setup(keyOf(book.pair)));
    expect(scenarioOf(book, named('pair'))).toEqual({ ok: true, value: book.pair });
  });
});

describe('measuring', () => {
  test('answers every measure of the registry about a run, with a number or null, and its blind spot', async () => {
    const ids = [...measures.values()].map(({ id, params }) => ({ id, args: defaults(params) as never }));
    const readings = await engine().engine.measure(named('mesh'), ids);
    expect(readings.map(({ id }) => id)).toEqual([...measures.keys()]);
    for (const { value, blindSpot, says } of readings) {
      expect(value === null || Number.isFinite(value)).toBe(true);
      expect(blindSpot.length > 10 && says.length > 10).toBe(true);
    }
  });

  test('of no name is refused', async () => {
    await expect(engine().engine.measure(named('mesh'), [{ id: 'toString' }])).rejects.toThrow(
      'there is no measure toString',
    );
  });
});

describe('grading', () => {
  test('gives each seed the sample that this seed alone would give', async () => {
    const { engine: one } = engine();
    const goals = [
      {
        id: 'g',
        says: 'Few mistakes',
        short: 'mistakes',
        measure: 'mistakes',
        is: ['<=', 0],
        over: { seeds: 3, need: 'every' },
      },
    ] as const;
    const seeds = ['1', '2', '3'];
    const all = await one.grade({ key: named('mesh'), goals, seeds });
    expect(all.map(({ seed }) => seed)).toEqual(seeds);
    for (const [i, seed] of seeds.entries()) {
      expect(await one.grade({ key: named('mesh', { seed: 'whatever' }), goals, seeds: [seed] })).toEqual([all[i]]);
    }
  });
});
