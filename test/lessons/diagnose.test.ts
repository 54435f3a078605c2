// The proofs of the "diagnose" exercises. Roles and moments are dealt by the seed, so each seed is a new variant of
// the same pattern: on every one of them the run must have the answer that it was made for, what can be observed must
// be enough to find it, and no answer that is always the same may pass.

import { describe, expect, it } from 'vitest';
import type { Diagnose } from '../../src/content/blocks.ts';
import * as diagnose from '../../src/grading/diagnose.ts';
import type { DiagnoseAnswer, FaultAnswer } from '../../src/grading/diagnose.ts';
import { hiddenSeeds, seedList } from '../../src/grading/seeds.ts';
import type { Run } from '../../src/worker/api.ts';
import { deduced, suspicions, wrongFromTo } from './beliefs.ts';
import { diagnoses, keyOf, lab, lesson } from './lesson.ts';

type Case = Diagnose['cases'][number];

/** What one variant of a case comes to. Kept: several proofs ask for the same runs. */
type Variant = {
  readonly seed: string;
  readonly truth: DiagnoseAnswer;
  readonly deduced: FaultAnswer;
  readonly accusations: readonly string[];
  readonly wrong: readonly [number, number];
  readonly crashedAt: number | undefined;
  readonly doubtedAtEnd: boolean;
};

const e4 = lesson.exercises['e4'] as Diagnose;
const e5 = lesson.exercises['e5'] as Diagnose;
const known = new Map<string, Variant>();

async function variant(exercise: Diagnose, one: Case, seed: string): Promise<Variant> {
  const name = `${exercise.id} ${one.id} ${seed}`;
  const made = known.get(name) ?? observe(exercise, one, seed, await lab.run(keyOf(one.scenario, one.settings, seed)));
  known.set(name, made);
  return made;
}

function observe(exercise: Diagnose, one: Case, seed: string, run: Run): Variant {
  const { columns, words, film, setup } = run;
  const nodes = setup.nodes.map((node) => node.id);
  const reading = { columns, words, film, nodes, until: film.until };
  const freeze = one.freeze === undefined ? null : one.freeze * 1e6;
  const seen = freeze ?? film.until;
  const crash = film.truth.flatMap((spans) => spans.filter((span) => span.is === 'crashed'))[0];
  return {
    seed,
    truth: exercise.asks === 'refutes' ? diagnose.refutesTruth(reading) : diagnose.faultTruth(reading, freeze),
    deduced: deduced(run, seen),
    accusations: suspicions(run, seen).map(({ observer, target }) => `${observer} of ${target}`),
    wrong: wrongFromTo(run),
    crashedAt: crash === undefined ? undefined : crash.from / 1e6,
    doubtedAtEnd: film.beliefs.some(({ spans }) => spans.at(-1)?.is.suspects === true && !spans.at(-1)!.is.right),
  };
}

async function variants(exercise: Diagnose, id: string): Promise<readonly Variant[]> {
  const one = exercise.cases.find((other) => other.id === id)!;
  const all: Variant[] = [];
  for (const seed of [...seedList(exercise.id, 25), ...hiddenSeeds(exercise.id, 50)]) {
    all.push(await variant(exercise, one, seed));
  }
  return all;
}

describe('what does this run refute?', () => {
  it.each([
    ['a', []],
    ['b', ['strong-accuracy']],
    ['c', ['strong-accuracy', 'weak-accuracy']],
    ['d', ['strong-accuracy']],
    ['e', ['strong-completeness']],
    ['f', ['strong-accuracy']],
  ])('run %s refutes or leaves unmet, on every seed: %j', async (id, refutes) => {
    for (const { truth, seed } of await variants(e4, id)) expect(truth, seed).toEqual({ refutes });
  });

  it('in run c all is quiet again by 35 s', async () => {
    for (const { wrong, seed } of await variants(e4, 'c')) expect(wrong[1], seed).toBeLessThan(35);
  });

  it('in run d the accusation is over before the crash', async () => {
    for (const { wrong, crashedAt, seed } of await variants(e4, 'd')) expect(wrong[1], seed).toBeLessThan(crashedAt!);
  });

  it('only in run f is a live node still suspected at the end', async () => {
    for (const { id } of e4.cases) {
      for (const { doubtedAtEnd, seed } of await variants(e4, id)) expect(doubtedAtEnd, seed).toBe(id === 'f');
    }
  });
});

describe('who is silent, and why?', () => {
  it.each([
    ['a', /^crash n\d$/],
    ['b', /^cut n\d-n\d$/],
    ['c', /^cut n\d>n\d$/],
    ['d', /^pause n\d$/],
    ['e', /^cannot-tell $/],
    ['f', /^cannot-tell $/],
  ])('run %s is, on every seed: %s', async (id, expected) => {
    for (const { truth, seed } of await variants(e5, id)) expect(saying(truth), seed).toMatch(expected);
  });

  it.each(e5.cases.map(({ id }) => id))(
    'run %s can be told from beliefs alone, as far as it can be told',
    async (id) => {
      for (const { truth, deduced: answer, seed } of await variants(e5, id)) {
        expect(diagnose.isRight(truth, answer), `${seed}: ${saying(truth)}, not ${saying(answer)}`).toBe(true);
      }
    },
  );

  it('a frozen crash and a frozen pause make the same accusations', async () => {
    const pauses = await variants(e5, 'f');
    for (const [i, crash] of (await variants(e5, 'e')).entries()) {
      expect(crash.accusations.toSorted()).toEqual(pauses[i]!.accusations.toSorted());
    }
  });

  it('deals the parts: over the seeds every node is the silent one', async () => {
    const silent = (await variants(e5, 'a')).map(({ truth }) => saying(truth));
    expect(new Set(silent).size).toBe(5);
  });
});

describe.each(diagnoses.map((one) => [one.id, one] as const))('%s', (_, exercise) => {
  async function sheet(seed: string): Promise<readonly DiagnoseAnswer[]> {
    const truths: DiagnoseAnswer[] = [];
    for (const one of exercise.cases) truths.push((await variant(exercise, one, seed)).truth);
    return truths;
  }

  it('is passed by the right answers, and with one of them wrong', async () => {
    const truths = await sheet(hiddenSeeds(exercise.id, 1)[0]!);
    expect(diagnose.scoreSheet(truths, truths, exercise.pass).word).toBe('passed');
    const slip: readonly DiagnoseAnswer[] = [{ kind: 'slow', on: 'n1' }, ...truths.slice(1)];
    expect(diagnose.scoreSheet(truths, slip, exercise.pass).word).toBe('passed');
  });

  it.each(exercise.wrong.map((one) => [one.says, one.answer] as const))('refuses "%s"', async (_says, answer) => {
    for (const seed of [...seedList(exercise.id, 25), ...hiddenSeeds(exercise.id, 50)]) {
      const truths = await sheet(seed);
      const answers = truths.map((truth) => granted(answer as DiagnoseAnswer, truth));
      expect(diagnose.scoreSheet(truths, answers, exercise.pass).word, seed).toBe('not-yet');
    }
  });
});

function saying(answer: DiagnoseAnswer): string {
  return 'kind' in answer ? `${answer.kind} ${'on' in answer ? answer.on : ''}` : answer.refutes.join(' ');
}

/** A strategy with '*' for a place is granted the right place: it must fail by the kind alone. */
function granted(answer: DiagnoseAnswer, truth: DiagnoseAnswer): DiagnoseAnswer {
  return 'on' in answer && answer.on === '*' && 'on' in truth ? { kind: answer.kind, on: truth.on } : answer;
}
