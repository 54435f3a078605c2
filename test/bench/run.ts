// npm run bench: the budgets, measured on this machine, each beside what it may be, and the kernel beside simjs and
// SimPy in the same run. How fast the built pages load is for `npm run lighthouse`. Figures are medians; nothing here
// passes or fails a test. `--json FILE` writes them as JSON too.

import { writeFileSync } from 'node:fs';
import { sampleRun } from '../../src/grading/sample.ts';
import type { Goal } from '../../src/grading/goal.ts';
import { compile } from '../../src/scenarios/compile.ts';
import type { RunKey, Scenario, Settings } from '../../src/scenarios/scenario.ts';
import { localLab } from '../../src/worker/local.ts';
import { readingOf } from '../../src/worker/reading-of.ts';
import { runNow } from '../../src/worker/run-key.ts';
import { frameCosts } from './frames.ts';
import { kernelAlone, queueAlone, simjs, simpy } from './hold.ts';
import { median, of, p95, table, took, type Figure } from './measure.ts';
import { mesh } from './scenarios.ts';
import { weights } from './weights.ts';

const figures: Figure[] = [];

function add(name: string, value: number | null, unit: string, budget: string, met: boolean | null): void {
  figures.push({ name, value, unit, budget, met });
}

function plan(scenario: Scenario, seed: string) {
  const compiled = compile(scenario, {}, seed, []);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled.value;
}

function key(scenario: Scenario, seed: string, T?: number): RunKey {
  const settings: Settings = T === undefined ? {} : { T };
  return { scenario: { id: scenario.id, version: 1 }, settings, seed, actions: [] };
}

function kernel(): void {
  queueAlone(1_000, 500_000);
  kernelAlone(1_000, 500_000);
  const rows = Array.from({ length: 5 }, () => ({
    queue: queueAlone(1_000, 2_000_000),
    small: kernelAlone(1_000, 2_000_000),
    large: kernelAlone(100_000, 2_000_000),
    simjs: simjs(1_000, 300_000),
    simpy: simpy(1_000, 300_000),
  }));
  const mid = (pick: (row: (typeof rows)[number]) => number | null): number | null => {
    const values = rows.map(pick).filter((value) => value !== null);
    return values.length === 0 ? null : median(values);
  };
  const ratio = (peer: (row: (typeof rows)[number]) => number | null): number | null =>
    mid((row) => (peer(row) === null ? null : row.small / peer(row)!));
  add(
    'queue alone, 1,000 pending',
    mid((r) => r.queue),
    'events/s',
    'the bare queue',
    null,
  );
  add(
    'kernel, 1,000 pending',
    mid((r) => r.small),
    'events/s',
    'half of the bare queue',
    mid((r) => r.small / r.queue)! >= 0.5,
  );
  add(
    'kernel, 100,000 pending',
    mid((r) => r.large),
    'events/s',
    'half of 1,000 pending',
    mid((r) => r.large / r.small)! >= 0.5,
  );
  for (const [name, peer] of [
    ['simjs', (r: (typeof rows)[number]) => r.simjs],
    ['SimPy', (r: (typeof rows)[number]) => r.simpy],
  ] as const) {
    add(`${name}, 1,000 pending`, mid(peer), 'events/s', 'a peer', null);
    const times = ratio(peer);
    add(`kernel against ${name}`, times, 'times', '10 times', times === null ? null : times >= 10);
  }
}

function world(): void {
  const long = mesh(5, 3000);
  runNow(plan(long, 'warm'), 'warm');
  const rate = of(7, () => {
    const start = performance.now();
    const { world } = runNow(plan(long, 'bench'), 'bench');
    return (world.kernel.ordinal / (performance.now() - start)) * 1000;
  });
  add('heartbeats, world, record, causes', rate, 'events/s', '1,500,000', rate >= 1_500_000);
  const lesson = of(15, () => realTime(mesh(5, 60)));
  add('a lesson scenario, 5 nodes, 60 s', lesson, 'times real time', '1,000 times', lesson >= 1000);
  const hundred = of(3, () => realTime(mesh(100, 60, { use: 'phi-normal' })));
  add('100 nodes, all pairs, phi', hundred, 'times real time', '50 times', hundred >= 50);
}

function realTime(scenario: Scenario): number {
  const start = performance.now();
  runNow(plan(scenario, 'bench'), 'bench');
  return (scenario.until * 1000) / (performance.now() - start);
}

async function lab(): Promise<void> {
  const lesson = mesh(5, 60);
  const long = mesh(5, 3400);
  const here = localLab({ [lesson.id]: lesson });
  await here.run(key(lesson, 'warm'));
  const acts: number[] = [];
  for (let i = 0; i < 100; i++) acts.push(await took(() => here.run(key(lesson, 'act', 0.5 + i * 0.05))));
  add('act or turn a knob: a new record, 95th percentile', p95(acts), 'ms', '50 ms, drawing included', p95(acts) < 50);

  const longLab = localLab({ mesh5: long });
  const run = await longLab.run(key(long, 'inspect'));
  const looks: number[] = [];
  for (let i = 1; i <= 100; i++) {
    const ordinal = Math.floor((run.events * i) / 101);
    looks.push(await took(() => longLab.inspect(key(long, 'inspect'), ordinal, 0)));
  }
  add(`inspect a node in ${run.events} events, 95th percentile`, p95(looks), 'ms', '50 ms', p95(looks) < 50);

  const goals: Goal[] = [goal('time', 'detection-time', 2.8), goal('mistakes', 'mistakes', 0)];
  const grading = of(3, () => {
    const start = performance.now();
    for (let i = 1; i <= 200; i++) {
      const done = runNow(plan(lesson, `e/${i}`), `e/${i}`);
      sampleRun(`e/${i}`, readingOf(done, done.world.kernel.record.columns(), 0), goals);
    }
    return (performance.now() - start) / 1000;
  });
  add('grading 200 seeds, one thread', grading, 's', '2 s on two cores', grading < 2);
}

function goal(id: string, measure: string, most: number): Goal {
  return { id, says: id, short: id, measure, is: ['<=', most], over: { seeds: 200, need: 'every' } };
}

kernel();
world();
await lab();
figures.push(...weights(), ...(await frameCosts()));
console.log(table(figures));
const out = process.argv.indexOf('--json');
if (out > 0) writeFileSync(process.argv[out + 1]!, JSON.stringify(figures, null, 2));
