// The page's side of the door: one engine worker for all runs of the page, and a pool for grading and
// sweeps. No other file of the page sees a Worker. Where none can start (a strict host, an old browser) every
// call is refused with a WorkerDied and the page says so.

import * as Comlink from 'comlink';
import type {
  Answer,
  DiagnoseAnswer,
  GradeAsk,
  LabClient,
  LuckAsk,
  LuckSample,
  Notice,
  RunKey,
  SeedSample,
  SweepAsk,
  SweepPoint,
  Verdict,
} from './api.ts';
import { Pool } from './pool.ts';
import type { ScenarioBook } from './run-key.ts';
import { Supervised, WorkerDied } from './supervised.ts';

export type { ScenarioBook };

/** Seeds a piece of grading: small enough to stop soon, large enough not to be all postage. */
const SEEDS_A_PIECE = 10;

const RESTARTED: Notice = {
  kind: 'restarted',
  says: 'The simulation stopped and was restarted. Nothing is lost: the run was made again from its key.',
};
const NO_WORKER: Notice = {
  kind: 'no-worker',
  says: 'The simulation cannot start here: this browser, or this page’s host, does not let it run beside the page.',
};

type Ask<T> = Parameters<typeof Supervised.prototype.call<T>>[0];

export function openLab(book: ScenarioBook): LabClient {
  const listeners: ((notice: Notice) => void)[] = [];
  const tell = (notice: Notice): void => listeners.forEach((listener) => listener(notice));
  const engine = new Supervised(book, () => tell(RESTARTED));
  const pool = new Pool(book);

  const call = async <T>(ask: Ask<T>): Promise<T> => {
    try {
      return await engine.call(ask);
    } catch (error) {
      if (error instanceof WorkerDied && !engine.answered) tell(NO_WORKER);
      throw error;
    }
  };

  return {
    check: (key) => call<Answer<RunKey>>((api) => api.check(key)),
    setup: (key) => call((api) => api.setup(key)),
    run: (key, progress) => call((api) => api.run(key, progress && Comlink.proxy(progress))),
    inspect: (key, ordinal, node) => call((api) => api.inspect(key, ordinal, node)),
    series: (key, ask) => call((api) => api.series(key, ask)),
    learnt: (key, pair) => call((api) => api.learnt(key, pair)),
    others: (key, ask) => call((api) => api.others(key, ask)),
    watchers: (key, target) => call((api) => api.watchers(key, target)),
    detectors: () => call((api) => api.detectors()),
    tail: () => call((api) => api.tail()),
    measure: (key, ids) => call((api) => api.measure(key, ids)),
    diverge: (a, b) => call((api) => api.diverge(a, b)),
    grade: (ask) => call((api) => api.grade(ask)),
    verdict: (goals, samples) => call((api) => api.verdict(goals, samples)),
    needsMore: (goals, samples) => call((api) => api.needsMore(goals, samples)),
    sweepPoint: (ask, index) => call((api) => api.sweepPoint(ask, index)),
    luck: (ask) => call((api) => api.luck(ask)),
    truth: (key, asks, freeze) => call<DiagnoseAnswer>((api) => api.truth(key, asks, freeze)),
    sheet: (truths, answers, pass) => call((api) => api.sheet(truths, answers, pass)),
    reckon: (questions, seed) => call((api) => api.reckon(questions, seed)),
    markReckon: (questions, seed, answers) => call((api) => api.markReckon(questions, seed, answers)),
    shrink: (ask) => call((api) => api.shrink(ask)),
    gradeAll: (ask, progress, signal) => gradeAll(pool, call, ask, progress, signal),
    sweep: (ask, progress, signal) => sweep(pool, ask, progress, signal),
    luckAll: (ask, progress, signal) => luckAll(pool, ask, progress, signal),
    onNotice: (listener) => void listeners.push(listener),
    close: () => {
      engine.stop();
      pool.close();
    },
  };
}

async function gradeAll(
  pool: Pool,
  call: <T>(ask: Ask<T>) => Promise<T>,
  ask: GradeAsk,
  progress: (samples: readonly SeedSample[], total: number) => void,
  signal: AbortSignal,
): Promise<Verdict> {
  const samples = new Map<string, SeedSample>();
  const inOrder = (seeds: readonly string[]): SeedSample[] => seeds.flatMap((seed) => samples.get(seed) ?? []);
  const work = async (seeds: readonly string[], all: readonly string[]): Promise<Verdict> => {
    await pool.each(
      pieces(seeds, SEEDS_A_PIECE),
      (api, piece) => api.grade({ ...ask, seeds: piece, more: [] }),
      (_, some) => {
        for (const sample of some) samples.set(sample.seed, sample);
        progress(inOrder(all), all.length);
      },
      signal,
    );
    return call((api) => api.verdict(ask.goals, inOrder(all)));
  };
  const first = await work(ask.seeds, ask.seeds);
  // Too close to call: more of the fixed list, and if it still is, the verdict says so.
  if (!ask.more || ask.more.length === 0) return first;
  if (!(await call((api) => api.needsMore(ask.goals, inOrder(ask.seeds))))) return first;
  return work(ask.more, [...ask.seeds, ...ask.more]);
}

async function sweep(
  pool: Pool,
  ask: SweepAsk,
  progress: (points: readonly SweepPoint[], total: number) => void,
  signal: AbortSignal,
): Promise<readonly SweepPoint[]> {
  const points: SweepPoint[] = [];
  await pool.each(
    ask.values.map((_, index) => index),
    (api, index) => api.sweepPoint(ask, index),
    (_, point) => {
      points.push(point);
      points.sort((a, b) => a.at - b.at);
      progress(points, ask.values.length);
    },
    signal,
  );
  return points;
}

async function luckAll(
  pool: Pool,
  ask: LuckAsk,
  progress: (samples: readonly LuckSample[], total: number) => void,
  signal: AbortSignal,
): Promise<readonly LuckSample[]> {
  const known = new Map<string, LuckSample>();
  const inOrder = (): LuckSample[] => ask.seeds.flatMap((seed) => known.get(seed) ?? []);
  await pool.each(
    pieces(ask.seeds, SEEDS_A_PIECE),
    (api, seeds) => api.luck({ ...ask, seeds }),
    (_, some) => {
      for (const sample of some) known.set(sample.seed, sample);
      progress(inOrder(), ask.seeds.length);
    },
    signal,
  );
  return inOrder();
}

function pieces<T>(all: readonly T[], size: number): T[][] {
  const out: T[][] = [];
  for (let i = 0; i < all.length; i += size) out.push(all.slice(i, i + size) as T[]);
  return out;
}
