// Grading, sweeping and shrinking: running many seeds and handing what they did to the pure grading code.

import { micros } from '../kernel/time.ts';
import type { Reading } from '../measures/measure.ts';
import type { Goal, SeedSample, Verdict } from '../grading/goal.ts';
import { faultTruth, refutesTruth, scoreSheet, type DiagnoseAnswer, type SheetScore } from '../grading/diagnose.ts';
import { sampleRun } from '../grading/sample.ts';
import { saysScript } from '../grading/says.ts';
import { shrink } from '../grading/shrink.ts';
import { sweepPoint as fold } from '../grading/sweep.ts';
import { needsMore, overSeeds, verdict } from '../grading/verdict.ts';
import type { RunKey } from '../scenarios/scenario.ts';
import type { GradeAsk, SweepAsk, SweepPoint } from './api.ts';
import { readingOf } from './reading-of.ts';
import { planOf, runNow, type ScenarioBook } from './run-key.ts';

/** Enough to tell a script that works from one that was lucky once. */
const SHRINK_SEEDS = 5;

export class Examiner {
  protected readonly book: ScenarioBook;

  constructor(book: ScenarioBook) {
    this.book = book;
  }

  async grade(ask: GradeAsk): Promise<readonly SeedSample[]> {
    return ask.seeds.map((seed) => this.sample(ask, seed));
  }

  /** One seed: a run as it was handed in, and one more for each set of circumstances that goals name. */
  private sample(ask: GradeAsk, seed: string): SeedSample {
    const key = { ...ask.key, seed };
    const plain = ask.goals.filter((goal) => goal.under === undefined);
    const others = ask.goals.filter((goal) => goal.under !== undefined);
    const circumstances = new Map(others.map((goal) => [JSON.stringify(goal.under), goal.under]));
    const samples = [...circumstances].map(([same, under]) => {
      const goals = others.filter((goal) => JSON.stringify(goal.under) === same);
      return sampleRun(seed, this.read({ ...key, settings: { ...key.settings, ...under } }), goals);
    });
    if (plain.length > 0 || ask.score !== undefined || samples.length === 0) {
      samples.unshift(sampleRun(seed, this.read(key), plain, ask.score));
    }
    return together(seed, ask.goals, samples);
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

  /** The smallest script that still passes on the first few seeds, and that script as a sentence. */
  async shrink(ask: GradeAsk): Promise<{ readonly actions: RunKey['actions']; readonly says: string }> {
    const seeds = ask.seeds.slice(0, SHRINK_SEEDS);
    const goals = ask.goals.map((goal) => overSeeds(goal, seeds.length));
    const holds = (actions: RunKey['actions']): boolean => {
      const key = { ...ask.key, actions };
      const samples = seeds.map((seed) => this.sample({ key, goals, seeds }, seed));
      return verdict(goals, samples).word === 'passed';
    };
    const { actions } = shrink(ask.key.actions, holds);
    return { actions, says: saysScript(actions, this.read({ ...ask.key, actions })) };
  }

  /** What is right about a run in a "diagnose" exercise. `freeze`: seconds, where the learner's view ends. */
  async truth(key: RunKey, asks: 'refutes' | 'fault', freeze: number | null): Promise<DiagnoseAnswer> {
    const run = this.read(key);
    return asks === 'refutes' ? refutesTruth(run) : faultTruth(run, freeze === null ? null : micros(freeze));
  }

  async sheet(
    truths: readonly DiagnoseAnswer[],
    answers: readonly (DiagnoseAnswer | null)[],
    pass: number,
  ): Promise<SheetScore> {
    return scoreSheet(truths, answers, pass);
  }

  protected read(key: RunKey): Reading {
    const plan = planOf(this.book, key);
    const done = runNow(plan, key.seed);
    return readingOf(done, done.world.kernel.record.columns(), key.actions.length);
  }
}

/** The samples of one seed under several circumstances, as one, in the order of the goals. */
function together(seed: string, goals: readonly Goal[], samples: readonly SeedSample[]): SeedSample {
  const all = samples.flatMap((sample) => sample.goals);
  return {
    seed,
    goals: goals.flatMap((goal) => all.filter((one) => one.goal === goal.id)),
    score: samples[0]!.score,
    until: samples[0]!.until,
  };
}
