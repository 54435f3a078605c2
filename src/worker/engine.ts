// The thing behind the door: runs keys, keeps the last few runs at hand, answers questions about them. It is
// the same in a worker, in the page's own thread, on the server and in tests; it reads no clock and holds no
// playback: a page that has the record needs it only to act, to look inside, or to grade.

import type { Columns } from '../kernel/columns.ts';
import { copy } from '../kernel/plain.ts';
import type { MeasureArgs, Reading } from '../measures/measure.ts';
import { measures } from '../measures/registry.ts';
import type { RunKey } from '../scenarios/scenario.ts';
import { settle } from '../scenarios/settings.ts';
import { World } from '../world/world.ts';
import type {
  DetectorKind,
  Inside,
  LabApi,
  Learnt,
  Others,
  OthersAsk,
  Pair,
  Progress,
  QosReading,
  Run,
  Series,
  SeriesAsk,
  Setup,
  Tail,
  Watcher,
} from './api.ts';
import { Examiner } from './examiner.ts';
import { detectorKinds, watchersOf } from './folds/kinds.ts';
import { learntOf } from './folds/learnt.ts';
import { othersOf } from './folds/others.ts';
import { tail } from './folds/tail.ts';
import { readingOf } from './reading-of.ts';
import { checkKey, planOf, runToEnd, scenarioOf, type Done } from './run-key.ts';
import { seriesOf } from './series.ts';
import { setupOf } from './setup.ts';

/** Runs kept with their snapshots, newest last. */
const KEPT = 6;

type Kept = { readonly name: string; readonly done: Done; readonly columns: Columns; readonly reading: Reading };

export class Engine extends Examiner implements LabApi {
  private readonly kept: Kept[] = [];
  private readonly running = new Map<string, Promise<Kept>>();

  async check(key: unknown): ReturnType<LabApi['check']> {
    return checkKey(this.book, key);
  }

  async setup(key: RunKey): Promise<Setup> {
    const scenario = scenarioOf(this.book, key);
    if (!scenario.ok) throw new Error(scenario.problems.map((p) => `${p.field} ${p.says}`).join('; '));
    return setupOf(scenario.value, settle(scenario.value.knobs, key.settings, []));
  }

  async run(key: RunKey, progress?: Progress): Promise<Run> {
    const { done, columns, reading } = await this.perform(key, progress);
    const { record, ordinal } = done.world.kernel;
    return {
      key,
      setup: await this.setup(key),
      // The engine keeps its own: what crosses to the page is handed over, not shared.
      columns: sliced(columns),
      words: record.words.slice(),
      film: reading.film,
      fingerprint: record.fingerprint(),
      events: ordinal,
      stopped: done.stopped,
    };
  }

  async inspect(key: RunKey, ordinal: number, node: number): Promise<Inside> {
    const { done } = await this.perform(key);
    const world = new World(done.plan, key.seed, { record: false });
    const from = done.snapshots?.before(ordinal);
    if (from) world.restore(from);
    const left = ordinal - world.kernel.ordinal;
    if (left > 0) world.run(done.until, left);
    const { id } = done.plan.nodes[node]!;
    return { ordinal: world.kernel.ordinal, time: world.kernel.now, node: id, state: copy(world.inside(node)) };
  }

  async series(key: RunKey, ask: SeriesAsk): Promise<Series> {
    const { done, columns } = await this.perform(key);
    return seriesOf(columns, done.world.kernel.record.words, done.plan, ask);
  }

  async learnt(key: RunKey, pair: Pair): Promise<Learnt> {
    const { done, columns } = await this.perform(key);
    return learntOf(columns, done.world.kernel.record.words, done.plan, pair);
  }

  async others(key: RunKey, ask: OthersAsk): Promise<Others> {
    const { done, columns } = await this.perform(key);
    return othersOf(columns, done.world.kernel.record.words, done.plan, ask, done.until);
  }

  async watchers(key: RunKey, target: number): Promise<readonly Watcher[]> {
    return watchersOf(planOf(this.book, key), target);
  }

  async detectors(): Promise<readonly DetectorKind[]> {
    return detectorKinds();
  }

  async tail(): Promise<Tail> {
    return tail();
  }

  async measure(
    key: RunKey,
    ids: readonly { readonly id: string; readonly args?: MeasureArgs }[],
  ): Promise<readonly QosReading[]> {
    const { reading } = await this.perform(key);
    return ids.map(({ id, args }) => {
      const measure = measures.get(id);
      if (!measure) throw new Error(`there is no measure ${id}`);
      const { title, unit, says, blindSpot } = measure;
      const { value, count, exposure } = measure.of(reading, args ?? {});
      return { id, title, unit, value, count, exposure, says, blindSpot };
    });
  }

  async diverge(a: RunKey, b: RunKey): ReturnType<LabApi['diverge']> {
    return firstDifference(await this.perform(a), await this.perform(b));
  }

  private async perform(key: RunKey, progress?: Progress): Promise<Kept> {
    const name = JSON.stringify([key.scenario, key.settings, key.seed, key.actions]);
    const known = this.kept.find((one) => one.name === name);
    if (known) return known;
    // A long run breathes, and may be asked about again before it is done.
    const running = this.running.get(name) ?? this.compute(name, key, progress);
    this.running.set(name, running);
    try {
      return await running;
    } finally {
      this.running.delete(name);
    }
  }

  private async compute(name: string, key: RunKey, progress?: Progress): Promise<Kept> {
    const plan = planOf(this.book, key);
    const done = await runToEnd(plan, key.seed, async (share) => {
      progress?.(share);
      await this.breathe();
    });
    const columns = done.world.kernel.record.columns();
    const reading = readingOf(done, columns, key.actions.length);
    const kept = { name, done, columns, reading };
    this.kept.push(kept);
    if (this.kept.length > KEPT) this.kept.shift();
    return kept;
  }
}

function sliced(columns: Columns): Columns {
  const { length, ordinal, time, cause, type, a, b, k, x, print } = columns;
  return {
    length,
    ordinal: ordinal.slice(),
    time: time.slice(),
    cause: cause.slice(),
    type: type.slice(),
    a: a.slice(),
    b: b.slice(),
    k: k.slice(),
    x: x.slice(),
    print: print.slice(),
  };
}

/**
 * The first row that says something else, or nothing, in the other run. What happened is compared, not how the
 * kernel came to it: a timer that was set for another moment and told nobody is no difference yet.
 */
function firstDifference(one: Kept, other: Kept): { readonly row: number; readonly at: number } | null {
  const a = one.columns;
  const b = other.columns;
  const most = Math.max(a.length, b.length);
  for (let row = 0; row < most; row++) {
    if (row < a.length && row < b.length && sameRow(one.reading, other.reading, row)) continue;
    return { row, at: Math.min(a.time[row] ?? Infinity, b.time[row] ?? Infinity) };
  }
  return null;
}

function sameRow({ columns: a, words: aWords }: Reading, { columns: b, words: bWords }: Reading, i: number): boolean {
  return (
    a.time[i] === b.time[i] &&
    a.type[i] === b.type[i] &&
    a.a[i] === b.a[i] &&
    a.b[i] === b.b[i] &&
    a.x[i] === b.x[i] &&
    aWords[a.k[i]!] === bWords[b.k[i]!]
  );
}
