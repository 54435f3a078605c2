// The worker's side of the door. One engine for the page's runs; grading workers are the same file.

import * as Comlink from 'comlink';
import type { LabApi, Run, Series } from './api.ts';
import { Engine } from './engine.ts';
import type { ScenarioBook } from './run-key.ts';

/** A turn of the worker's event loop, so that messages come through between slices. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

let engine: Engine | null = null;

function open(book: ScenarioBook): void {
  engine = new Engine(book, breathe);
}

function lab(): Engine {
  if (!engine) throw new Error('the lab was asked before it was opened');
  return engine;
}

/** Columns cross by handing over their memory; the film is small enough to be copied. */
function handOver(run: Run): Run {
  const { length: _rows, ...columns } = run.columns;
  return Comlink.transfer(
    run,
    Object.values(columns).map((column) => column.buffer as ArrayBuffer),
  );
}

function handOverSeries(series: Series): Series {
  const views = [series.time, ...Object.values(series.lines)];
  return Comlink.transfer(
    series,
    views.map((view) => view.buffer as ArrayBuffer),
  );
}

/** `ping` answers as long as the worker lives: work is done in slices, so a living one answers soon. */
export type WorkerApi = LabApi & { open(book: ScenarioBook): void; ping(): void };

const api: WorkerApi = {
  open,
  ping: () => undefined,
  check: (key) => lab().check(key),
  setup: (key) => lab().setup(key),
  run: async (key, progress) => handOver(await lab().run(key, progress)),
  inspect: (key, ordinal, node) => lab().inspect(key, ordinal, node),
  series: async (key, ask) => handOverSeries(await lab().series(key, ask)),
  learnt: (key, pair) => lab().learnt(key, pair),
  others: (key, ask) => lab().others(key, ask),
  watchers: (key, target) => lab().watchers(key, target),
  detectors: () => lab().detectors(),
  tail: () => lab().tail(),
  measure: (key, ids) => lab().measure(key, ids),
  diverge: (a, b) => lab().diverge(a, b),
  grade: (ask) => lab().grade(ask),
  verdict: (goals, samples) => lab().verdict(goals, samples),
  needsMore: (goals, samples) => lab().needsMore(goals, samples),
  sweepPoint: (ask, index) => lab().sweepPoint(ask, index),
  luck: (ask) => lab().luck(ask),
  truth: (key, asks, freeze) => lab().truth(key, asks, freeze),
  sheet: (truths, answers, pass) => lab().sheet(truths, answers, pass),
  reckon: (questions, seed) => lab().reckon(questions, seed),
  markReckon: (questions, seed, answers) => lab().markReckon(questions, seed, answers),
  shrink: (ask) => lab().shrink(ask),
};

Comlink.expose(api);
