// Many seeds as a picture and as words: who is lucky, where a run stands, and what is kept apart from what is known.

import fc from 'fast-check';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Luck from '../../src/views/seeds/Luck.svelte';
import {
  apart,
  labelsOf,
  luckTable,
  quantile,
  ranked,
  spreadOf,
  standing,
  standingWords,
  valueEnds,
  type Draw,
} from '../../src/views/seeds/luck.ts';

const draws = (...values: (number | null)[]): Draw[] => values.map((value, i) => ({ seed: `luck/${i + 1}`, value }));
const words = ({ value }: { readonly value: number }): string => `${value} s`;
const where = (mine: number, ...others: number[]): string => {
  const rank = ranked(draws(...others), 'less');
  return standingWords(standing(rank, { seed: 'mine', value: mine }, 'less')!, others.length);
};
const upTo = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);

describe('ranking', () => {
  it('puts the luckiest first, whichever end that is', () => {
    expect(ranked(draws(3, 1, 2), 'less').map(({ value }) => value)).toEqual([1, 2, 3]);
    expect(ranked(draws(3, 1, 2), 'more').map(({ value }) => value)).toEqual([3, 2, 1]);
  });

  it('leaves out seeds that say nothing, and those in which it was so already', () => {
    const early: Draw = { seed: 'e', value: 0, early: true };
    expect(ranked([...draws(2, null), early], 'less')).toHaveLength(1);
  });

  it('puts what had not come about at the end after all that is known, though its bound is small', () => {
    const never: Draw = { seed: 'n', value: 1, never: true };
    expect(ranked([never, ...draws(5, 9)], 'less').at(-1)?.seed).toBe('n');
  });

  it('has its quantiles among the seeds, so that each can be shown', () => {
    const rank = ranked(draws(...upTo(200)), 'less');
    expect(quantile(rank, 0.5)?.value).toBe(100);
    expect(quantile(rank, 0.95)?.value).toBe(190);
    expect(quantile([], 0.5)).toBeUndefined();
  });
});

describe('where a run stands', () => {
  it('is said in one sentence', () => {
    expect(where(50.5, ...upTo(100))).toBe('Your run is typical: of 100 seeds 50 do better, 50 do worse.');
    expect(where(5.5, ...upTo(100))).toBe('Your run is luckier than 9 in 10: only 5 of 100 do better.');
    expect(where(95.5, ...upTo(100))).toBe('Your run is unluckier than 9 in 10: only 5 of 100 do worse.');
    expect(where(20.5, ...upTo(100))).toContain('luckier than 3 in 4');
    expect(where(0, ...upTo(100))).toBe('Your run is the luckiest of 100.');
    expect(where(101, ...upTo(100))).toBe('Your run is the worst of 100.');
  });

  it('counts ties as neither better nor worse', () => {
    expect(where(0, 0, 0, 0, 1)).toBe('Your run is as lucky as can be, and so are 3 of 4.');
    expect(where(1, 0, 1, 1, 1)).toBe('Your run is as unlucky as can be, and so are 3 of 4.');
    expect(where(0, 0, 0, 0)).toBe('Luck plays no part in it: all 3 seeds give the same.');
  });

  it('never counts the run itself, when its seed is one of the list', () => {
    const rank = ranked(draws(1, 2, 3), 'less');
    expect(standing(rank, { seed: 'luck/2', value: 2 }, 'less')).toEqual({ better: 1, same: 0, worse: 1 });
  });

  it('is not said of a run that does not put it to the test', () => {
    expect(standing(ranked(draws(1, 2), 'less'), { seed: 'm', value: null }, 'less')).toBeNull();
    expect(standing(ranked(draws(1, 2), 'less'), { seed: 'm', value: 0, early: true }, 'less')).toBeNull();
  });
});

describe('the axis', () => {
  it('begins at zero, unless nothing could then be told apart', () => {
    expect(valueEnds(ranked(draws(1, 5), 'less'))).toMatchObject({ from: 0, to: 5, floats: false });
    expect(valueEnds(ranked(draws(4, 5), 'less'))).toMatchObject({ floats: true });
    expect(valueEnds(ranked(draws(0, 0), 'less'))).toMatchObject({ from: 0, to: 1 });
    expect(valueEnds([])).toMatchObject({ from: 0, to: 1 });
  });

  it('has room for every value, and every seed is in one pile', () => {
    const value = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(value, { minLength: 1, maxLength: 60 }), (values) => {
        const rank = ranked(draws(...values), 'less');
        const { from, to } = valueEnds(rank);
        expect(from).toBeLessThan(to);
        expect(Math.min(...values)).toBeGreaterThanOrEqual(from);
        expect(Math.max(...values)).toBeLessThanOrEqual(to);
        const piles = spreadOf(rank, from, to, 12);
        expect(piles.reduce((sum, pile) => sum + pile, 0)).toBe(values.length);
      }),
    );
  });

  it('writes figures that read the same once', () => {
    expect(labelsOf(ranked(draws(0, 0, 0, 7), 'less'), words).map(({ names }) => names)).toEqual([
      ['luckiest', 'median'],
      ['95 %', 'worst'],
    ]);
  });

  it('keeps labels apart, in order, and on the picture', () => {
    const heights = fc.array(fc.integer({ min: 16, max: 130 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(heights, (wanted) => {
        const placed = apart(wanted, 15, 14, 132);
        const sorted = [...placed].sort((a, b) => a - b);
        for (let i = 1; i < sorted.length; i++) expect(sorted[i]! - sorted[i - 1]!).toBeGreaterThanOrEqual(15);
        for (const y of placed) expect(y >= 14 && y <= 132).toBe(true);
      }),
    );
  });
});

describe('the picture', () => {
  const props = { title: 'Detection time', better: 'less' as const, words, total: 200, unit: 's' };
  const never: Draw = { seed: 'luck/9', value: 9, never: true };
  const drawn = [
    render(Luck, { props: { ...props, draws: [...draws(1.5, 2, null, 2.5), never], mine: { seed: 'x', value: 2.2 } } }),
    render(Luck, { props: { ...props, draws: [], mine: null } }),
    render(Luck, { props: { ...props, draws: draws(0, 0), mine: { seed: 'luck/1', value: 0 }, stale: true } }),
  ].map(({ body }) => body);

  it('is drawn on the server without a style attribute or a number that is none', () => {
    for (const html of drawn) {
      expect(html).not.toMatch(/\sstyle=/);
      expect(html).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('writes its figures beside it, and marks the run on the stage', () => {
    expect(drawn[0]).toContain('your run');
    expect(drawn[0]).toMatch(/luckiest[\s\S]*1\.5 s/);
  });

  it('marks no run while its figures are of other settings', () => {
    expect(drawn[2]).not.toContain('your run');
  });

  it('has all of it as a table, the worst first, those that say nothing last', () => {
    const table = luckTable(draws(2, null, 3), 'less', words, 'Detection time');
    expect(table.rows.map(({ cells }) => cells[1])).toEqual(['3', '1', '2']);
    expect(table.says).toContain('1 seed did not put it to the test');
  });
});
