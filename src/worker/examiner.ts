// Grading, sweeping and shrinking: running many seeds and handing what they did to the pure grading code.

import type { Reading } from '../measures/measure.ts';
import type { Goal, SeedSample, Verdict } from '../grading/goal.ts';
import { sampleRun } from '../grading/sample.ts';
import { sweepPoint as fold } from '../grading/sweep.ts';
import { needsMore, verdict } from '../grading/verdict.ts';
import type { RunKey } from '../scenarios/scenario.ts';
import type { GradeAsk, SweepAsk, SweepPoint } from './api.ts';
import { readingOf } from './reading-of.ts';
import { planOf, runNow, type ScenarioBook } from './run-key.ts';

export class Examiner {
  protected readonly book: ScenarioBook;

  constructor(book: ScenarioBook) {
    this.book = book;
  }

  async grade(ask: GradeAsk): Promise<readonly SeedSample[]> {
    return ask.seeds.map((seed) => sampleRun(seed, this.read({ ...ask.key, seed }), ask.goals, ask.score));
  }

  async verdict(goals: readonly Goal[], samples: readonly SeedSample[]): Promise<Verdict> {
    return verdict(goals, samples);
  }

  async needsMore(goals: readonly Goal[], samples: readonly SeedSample[]): Promise<boolean> {
    return needsMore(goals, samples);
  }

  async sweepPoint(ask: SweepAsk, index: number): Promise<SweepPoint> {
    const at = ask.values[index]!;
    const settings = { ...ask.key.settings, [ask.knob]: at };
    const read = (seed: string): Reading => this.read({ ...ask.key, settings, seed });
    function* readings(): Iterable<Reading> {
      for (const seed of ask.seeds) yield read(seed);
    }
    return fold(at, readings(), ask.measures);
  }

  protected read(key: RunKey): Reading {
    const { scenario, plan } = planOf(this.book, key);
    const done = runNow(plan, key.seed);
    return readingOf(done, done.world.kernel.record.columns(), scenario.faults.length);
  }
}
