// Grading, sweeping and shrinking: running many seeds and handing what they did to the pure grading code.

import { micros } from '../kernel/time.ts';
import type { Reading } from '../measures/measure.ts';
import type { Goal, SeedSample, Verdict } from '../grading/goal.ts';
import { faultTruth, refutesTruth, scoreSheet, type DiagnoseAnswer, type SheetScore } from '../grading/diagnose.ts';
import { markOf, questionsOf, type Drawn, type Question, type ReckonMark } from '../grading/reckon.ts';
import { sampleRun } from '../grading/sample.ts';
import { saysScript } from '../grading/says.ts';
import { shrinking } from '../grading/shrink.ts';
import { sweeping } from '../grading/sweep.ts';
import { needsMore, overSeeds, verdict } from '../grading/verdict.ts';
import type { RunKey } from '../scenarios/scenario.ts';
import type { GradeAsk, SweepAsk, SweepPoint } from './api.ts';
import { luckOf, type LuckAsk, type LuckSample } from './luck.ts';
import { readingOf } from './reading-of.ts';
import { planOf, runNow, type ScenarioBook } from './run-key.ts';

/** Enough to tell a script that works from one that was lucky once. */
const SHRINK_SEEDS = 5;

export class Examiner {
  protected readonly book: ScenarioBook;
  protected readonly breathe: () => Promise<void>;

  /** `breathe` lets other work in between slices: a worker deep in a long list still answers whether it lives. */
  constructor(book: ScenarioBook, breathe: () => Promise<void> = () => Promise.resolve()) {
    this.book = book;
    this.breathe = breathe;
  }

  async grade(ask: GradeAsk): Promise<readonly SeedSample[]> {
    return this.each(ask.seeds, (seed) => this.sample(ask, seed));
  }

  /** One seed after another, with a breath between two. */
  protected async each<T>(seeds: readonly string[], of: (seed: string) => T): Promise<readonly T[]> {
    const out: T[] = [];
    for (const seed of seeds) {
      if (out.length > 0) await this.breathe();
      out.push(of(seed));
    }
    return out;
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
    const fold = sweeping(ask.measures);
    await this.each(ask.seeds, (seed) => fold.take(this.read({ ...ask.key, settings, seed })));
    return fold.point(at);
  }

  async luck(ask: LuckAsk): Promise<readonly LuckSample[]> {
    return this.each(ask.seeds, (seed) => luckOf(seed, this.read({ ...ask.key, seed }), ask.measures));
  }

  /** The smallest script that still passes on the first few seeds, and that script as a sentence. */
  async shrink(ask: GradeAsk): Promise<{ readonly actions: RunKey['actions']; readonly says: string }> {
    const seeds = ask.seeds.slice(0, SHRINK_SEEDS);
    const goals = ask.goals.map((goal) => overSeeds(goal, seeds.length));
    const trials = shrinking(ask.key.actions);
    let next = trials.next();
    while (!next.done) {
      const samples = await this.grade({ key: { ...ask.key, actions: next.value }, goals, seeds });
      next = trials.next(verdict(goals, samples).word === 'passed');
      await this.breathe();
    }
    const { actions } = next.value;
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

  async reckon(questions: readonly Question[], seed: string): Promise<readonly Drawn[]> {
    return questionsOf(questions, seed);
  }

  async markReckon(
    questions: readonly Question[],
    seed: string,
    answers: readonly (number | null)[],
  ): Promise<ReckonMark> {
    return markOf(questions, seed, answers);
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
