// Numbers to reckon: the figures come from the seed, the right answers from the detectors themselves, and no misreading
// of the curve passes on any seed.

import { describe, expect, it } from 'vitest';
import { formulaOf, formulas } from '../../src/grading/formulas.ts';
import { markOf, questionsOf, valueIn, within, type Question } from '../../src/grading/reckon.ts';
import { hiddenSeeds, seedList } from '../../src/grading/seeds.ts';

const RANGE = { from: 0.8, to: 1.2, step: 0.05 };
const level: Question = {
  id: 'level',
  figures: { mean: RANGE, std: { from: 0.1, to: 0.1, step: 0.01 }, silence: { from: 1.7, to: 1.9, step: 0.01 } },
  answer: 'phi-normal-level',
  tolerance: { share: 0.05 },
  wrong: [{ formula: 'sigmas-level' }, { formula: 'phi-akka-level' }],
};
const wait: Question = {
  id: 'wait',
  figures: {
    mean: RANGE,
    std: { from: 0.1, to: 0.2, step: 0.05 },
    from: { from: 8, to: 8, step: 1 },
    to: { from: 12, to: 12, step: 1 },
  },
  answer: 'phi-normal-wait',
  tolerance: { by: 0.03 },
  wrong: [{ formula: 'linear-wait' }],
};

const valueOf = (question: Question, formula: string, seed: string): number =>
  formulaOf(formula).compute(questionsOf([question], seed)[0]!.figures);

describe('a formula', () => {
  const figures = { mean: 1, std: 0.1, silence: 1.5, threshold: 8, from: 8, to: 12, sigmas: 5 };
  it.each([
    ['phi-normal-curve', 6.543],
    ['phi-normal-level', 6.543],
    ['phi-akka-level', 7.3],
    ['sigmas-level', 5],
    ['natural-level', 15.065],
    ['whole-level', 50.435],
    ['linear-level', 7.128],
    ['phi-normal-silence', 1.561],
    ['phi-akka-silence', 1.523],
    ['phi-normal-wait', 0.142],
    ['phi-akka-wait', 0.107],
    ['sigmas-wait', 0.4],
    ['linear-wait', 0.281],
    ['whole-wait', 0.781],
  ])('%s at mean 1 s and deviation 0.1 s is %d', (id, value) => {
    expect(formulaOf(id).compute(figures)).toBeCloseTo(value, 3);
  });

  it('has a number for every figure that it names, and needs no other', () => {
    for (const { params, compute } of formulas.values()) {
      const given = Object.fromEntries(params.map((name) => [name, figures[name as keyof typeof figures]]));
      expect(Number.isFinite(compute(given))).toBe(true);
    }
  });

  it('level and silence undo each other, in both forms', () => {
    for (const form of ['normal', 'akka']) {
      const silence = formulaOf(`phi-${form}-silence`).compute(figures);
      expect(formulaOf(`phi-${form}-level`).compute({ ...figures, silence })).toBeCloseTo(8, 9);
    }
  });
});

describe('the figures', () => {
  it('are the same whenever the same seed is asked, and others on another', () => {
    expect(questionsOf([level, wait], 'e1/1')).toEqual(questionsOf([level, wait], 'e1/1'));
    const drawn = seedList('e1', 40).map((seed) => JSON.stringify(questionsOf([level], seed)));
    expect(new Set(drawn).size).toBeGreaterThan(30);
  });

  it('of one question do not change when another is added before it', () => {
    expect(questionsOf([wait, level], 'e1/3')[1]).toEqual(questionsOf([level], 'e1/3')[0]);
  });

  it('can be spoken: each is one of the steps of its range, both ends among them', () => {
    const drawn = new Set(Array.from({ length: 1000 }, (_, i) => String(valueIn(RANGE, i / 1000))));
    expect([...drawn]).toEqual(['0.8', '0.85', '0.9', '0.95', '1', '1.05', '1.1', '1.15', '1.2']);
  });
});

describe('an answer', () => {
  const seed = 'e1/1';
  const right = valueOf(level, level.answer, seed);
  const marked = (given: number | null) => markOf([level], seed, [given]).questions[0]!;

  it('is right up to its tolerance and not beyond', () => {
    expect(marked(right).right).toBe(true);
    for (const side of [-1, 1]) {
      expect(marked(right * (1 + side * 0.0499)).right).toBe(true);
      expect(marked(right * (1 + side * 0.0501)).right).toBe(false);
    }
  });

  it('may be as far off as a tolerance in seconds says, whatever its size', () => {
    expect(within({ by: 0.03 }, 0.14, 0.17)).toBe(true);
    expect(within({ by: 0.03 }, 0.14, 0.171)).toBe(false);
    expect(within({ by: 0.03 }, 140, 140.03)).toBe(true);
  });

  it('that a misreading would give is told as that one, and the nearest of several', () => {
    expect(marked(valueOf(level, 'sigmas-level', seed))).toMatchObject({ right: false, fits: 'sigmas-level' });
    expect(marked(valueOf(level, 'phi-akka-level', seed))).toMatchObject({ right: false, fits: 'phi-akka-level' });
    expect(marked(-1)).toMatchObject({ right: false, fits: null });
  });

  it('that is right is never told as a misreading, though one came to the same', () => {
    const same: Question = { ...level, tolerance: { share: 0.5 } };
    expect(markOf([same], seed, [right * 1.1]).questions[0]).toMatchObject({ right: true, fits: null });
  });

  it.each([[Number.NaN], [Infinity], [-Infinity], [null]])('of %s is none', (given) => {
    expect(marked(given)).toEqual({ id: 'level', right: null, given: null, value: right, fits: null });
  });

  it('that is huge is wrong, and fits nothing', () => {
    expect(marked(Number.MAX_VALUE)).toMatchObject({ right: false, fits: null });
    expect(marked(-0)).toMatchObject({ right: false, fits: null });
  });
});

describe('a round', () => {
  const seed = 'e1/1';
  const answers = [valueOf(level, level.answer, seed), valueOf(wait, wait.answer, seed)];
  const word = (given: readonly (number | null)[]) => markOf([level, wait], seed, given).word;

  it('is passed as a whole', () => {
    expect(word(answers)).toBe('passed');
    expect(word([answers[0]!, 0])).toBe('not-yet');
    expect(word([0, answers[1]!])).toBe('not-yet');
  });

  it('is undecided while an answer is missing, and never passed by giving none', () => {
    expect(word([answers[0]!])).toBe('undecided');
    expect(word([null, null])).toBe('undecided');
    expect(word([])).toBe('undecided');
    expect(markOf([], seed, []).word).toBe('undecided');
  });

  it('a proof draws other figures than the page', () => {
    const page = seedList('e1', 200);
    expect(hiddenSeeds('e1', 200).some((hidden) => page.includes(hidden))).toBe(false);
  });
});
