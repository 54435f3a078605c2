// Grading over seeds: goals that name their circumstances, breaths between seeds, and what a stage is told of a
// detector.

import { describe, expect, test } from 'vitest';
import type { Goal } from '../../src/grading/goal.ts';
import type { RunKey, Scenario } from '../../src/scenarios/scenario.ts';
import { Engine } from '../../src/worker/engine.ts';
import { mesh, pair, scenario } from '../scenarios/build.ts';

/** Delays of a near network, or of a far one on which T 1.2 s is not enough. */
const lab: Scenario = {
  ...mesh(3, [{ kind: 'crash', on: 'n3', at: 30 }]),
  knobs: [
    {
      id: 'T',
      field: { kind: 'duration', label: 'T', help: 'T', default: 1.2, min: 0.5, max: 9, step: 0.1 },
      sets: ['every.params.detector.timeout'],
    },
    {
      id: 'network',
      field: {
        kind: 'choice',
        label: 'Network',
        help: 'Network',
        default: 'near',
        options: [
          { value: 'near', label: 'near' },
          { value: 'far', label: 'far' },
        ],
      },
      choices: {
        near: { 'links.all.delay': { kind: 'constant', value: 0.04 } },
        far: { 'links.all.delay': { kind: 'normal', mean: 0.9, std: 0.3 } },
      },
    },
  ],
};
const key: RunKey = { scenario: { inline: lab }, settings: { T: 1.2 }, seed: 'x', actions: [] };
const seeds = ['a', 'b', 'c'];
const far = { network: 'far' };
const goal = (id: string, measure: string, is: Goal['is'], under?: Goal['under']): Goal => ({
  id,
  says: id,
  short: id,
  measure,
  is,
  ...(under && { under }),
  over: { seeds: seeds.length, need: 'every' },
});
const calm = goal('calm', 'mistakes', ['<=', 0]);
const rough = goal('rough', 'mistakes', ['<=', 0], far);
const quick = goal('quick', 'detection-time', ['<=', 3], { network: 'near' });

/** Counts the runs made and the breaths taken. */
class Counted extends Engine {
  runs = 0;
  breaths = 0;
  constructor() {
    super({}, () => {
      this.breaths++;
      return Promise.resolve();
    });
  }
  protected override read(of: RunKey): ReturnType<Engine['read']> {
    this.runs++;
    return super.read(of);
  }
}

describe('a goal with circumstances of its own', () => {
  test('is judged in them, with the answer’s other settings: the same numbers as a run set so by hand', async () => {
    const engine = new Counted();
    const there = { ...key, settings: { ...key.settings, ...far } };
    const byHand = await engine.grade({ key: there, goals: [{ ...rough, under: undefined }], seeds });
    const samples = await engine.grade({ key, goals: [calm, rough], seeds });
    expect(samples.map(({ goals }) => goals[1])).toEqual(byHand.map(({ goals }) => goals[0]));
    expect(samples.map(({ goals }) => goals[0]!.value)).toEqual([0, 0, 0]);
    expect(samples.every(({ goals }) => goals[1]!.held === false)).toBe(true);
    const patient = { ...key, settings: { T: 9 } };
    expect((await engine.grade({ key: patient, goals: [rough], seeds })).every(({ goals }) => goals[0]!.held)).toBe(
      true,
    );
  });

  test('keeps its place among the goals, whichever they are', async () => {
    const engine = new Counted();
    for (const goals of [
      [rough, calm, quick],
      [quick, rough, calm],
      [calm, quick, rough],
    ]) {
      const samples = await engine.grade({ key, goals, seeds });
      for (const sample of samples) expect(sample.goals.map((one) => one.goal)).toEqual(goals.map(({ id }) => id));
      expect((await engine.verdict(goals, samples)).goals.map((one) => [one.goal, one.word]).sort()).toEqual([
        ['calm', 'passed'],
        ['quick', 'passed'],
        ['rough', 'not-yet'],
      ]);
    }
  });

  test('runs once a seed for each set of circumstances, and not at all where nothing asks', async () => {
    const counted = async (goals: readonly Goal[], score?: { readonly measure: string }): Promise<number> => {
      const engine = new Counted();
      await engine.grade({ key, goals, seeds, ...(score && { score }) });
      return engine.runs;
    };
    expect(await counted([rough])).toBe(3);
    expect(await counted([rough, { ...rough, id: 'too' }])).toBe(3);
    expect(await counted([rough, quick])).toBe(6);
    expect(await counted([calm, rough, quick])).toBe(9);
    expect(await counted([rough], { measure: 'detection-time' })).toBe(6);
    expect(await counted([])).toBe(3);
  });

  test('leaves the score to the run as it was handed in', async () => {
    const engine = new Counted();
    const score = { measure: 'detection-time' };
    const [plain] = await engine.grade({ key, goals: [calm], seeds: ['a'], score });
    const [both] = await engine.grade({ key, goals: [rough, quick], seeds: ['a'], score });
    expect(both!.score).toBe(plain!.score);
  });

  test('is kept to when a script is made smaller', async () => {
    const engine = new Counted();
    const acted: RunKey = {
      scenario: { inline: { ...lab, faults: [] } },
      settings: { T: 5 },
      seed: 'x',
      actions: [
        { kind: 'pause', on: 'n1', at: 10e6, until: 12e6 },
        { kind: 'pause', on: 'n2', at: 30e6, until: 38e6 },
      ],
    };
    const wrong = { ...goal('wrong', 'mistakes', ['>=', 1], far) };
    const { actions, says } = await engine.shrink({ key: acted, goals: [wrong], seeds });
    expect(actions).toHaveLength(1);
    expect(actions[0]).toMatchObject({ on: 'n2', at: 30e6 });
    // Far away a gap may be longer than the pause, so a shorter one does than near by.
    const near = await engine.shrink({ key: acted, goals: [{ ...wrong, under: { network: 'near' } }], seeds });
    expect(actions[0]!.until).not.toBe(near.actions[0]!.until);
    expect(says).toMatch(/n2/);
  });
});

describe('long work breathes between two seeds, so that a worker deep in it still answers', () => {
  const five = ['a', 'b', 'c', 'd', 'e'];

  test('grading', async () => {
    const engine = new Counted();
    await engine.grade({ key, goals: [calm, rough], seeds: five });
    expect([engine.runs, engine.breaths]).toEqual([10, 4]);
  });

  test('a point of a curve', async () => {
    const engine = new Counted();
    const asked = { key, knob: 'T', values: [1.2, 3], seeds: five, measures: [{ id: 'mistakes' }] };
    expect((await engine.sweepPoint(asked, 1)).measures['mistakes']!.runs).toBe(5);
    expect([engine.runs, engine.breaths]).toEqual([5, 4]);
  });

  test('making a script smaller: after each script that it tries as well', async () => {
    const engine = new Counted();
    const actions = [{ kind: 'pause', on: 'n1', at: 10e6, until: 12e6 }];
    await engine.shrink({ key: { ...key, actions }, goals: [{ ...calm, is: ['>=', 1] }], seeds: five });
    // One run a seed for each script, and one more for the sentence.
    expect(engine.breaths).toBe(engine.runs - 1);
  });
});

describe('a stage', () => {
  const office: Scenario = {
    ...scenario({ look: ['w', 'd'] }),
    every: { program: 'worker', params: { eta: 1, beats: ['d'] } },
    nodes: [
      { id: 'w' },
      { id: 'd', program: 'dispatcher', params: { detector: { use: 'phi-akka' }, jobs: { every: 1 } } },
    ],
  };
  const setup = (inline: Scenario) => new Engine({}).setup({ ...key, scenario: { inline }, settings: {} });

  test('is told of the detector of the one that is looked from, or of the first that has one', async () => {
    expect((await setup(pair())).detector.id).toBe('fixed-timeout');
    expect((await setup({ ...office, look: ['d', 'w'] })).detector.id).toBe('phi-akka');
    expect((await setup(office)).detector.id).toBe('phi-akka');
    const own = { detector: { use: 'bertier' } };
    const nodes = [{ id: 'n1' }, { id: 'n2', params: own }];
    expect((await setup({ ...mesh(2), nodes, look: ['n2', 'n1'] })).detector.id).toBe('bertier');
  });

  test('is told that there is none where nobody watches', async () => {
    const idle = { ...office, nodes: [{ id: 'w' }, { id: 'd' }] };
    expect((await setup(idle)).detector).toMatchObject({ id: '', title: 'none' });
  });

  test('draws a dispatcher’s curves with both thresholds, and for a worker, which watches nobody, none', async () => {
    const engine = new Engine({});
    const of = { ...key, scenario: { inline: office }, settings: {} };
    const ask = { kind: 'level', from: 0, to: 60e6, points: 100 } as const;
    const curves = await engine.series(of, { ...ask, observer: 1, target: 0 });
    expect(curves.time.length).toBeGreaterThan(100);
    expect([curves.lines['threshold']![0], curves.lines['failover']![0]]).toEqual([8, 8]);
    const none = await engine.series(of, { ...ask, observer: 0, target: 1 });
    expect(none.time).toHaveLength(0);
  });

  test('shows what a dispatcher believes, and no belief of a worker that hears beats without looking', async () => {
    const noisy = { ...office, every: { program: 'worker', params: { eta: 1 } } };
    const run = await new Engine({}).run({ ...key, scenario: { inline: noisy }, settings: {} });
    expect(run.film.beliefs.map(({ observer, target }) => [observer, target])).toEqual([[1, 0]]);
  });
});
