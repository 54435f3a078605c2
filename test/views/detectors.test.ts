// Charts that fold detectors over a record: what they say in words, what they keep back, and whether axes hold still.

import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Density from '../../src/views/gaps/Density.svelte';
import SideBySide from '../../src/views/level/SideBySide.svelte';
import Suspicion from '../../src/views/level/Suspicion.svelte';
import TailChart from '../../src/views/gaps/TailChart.svelte';
import { apart } from '../../src/views/level/limits.ts';
import { labelsOf } from '../../src/views/bargain/curve-labels.ts';
import { barsOf, chanceWords, densityAt, frameOf, heldAt, momentWords } from '../../src/views/gaps/density.ts';
import {
  chosenFirst,
  detectedAt,
  doubtAt,
  doubtsOf,
  mainParam,
  othersTable,
  shortTitle,
  useOf,
} from '../../src/views/level/others.ts';
import { levelTop, levelWords, suspicionTable, suspicionWords } from '../../src/views/level/suspicion.ts';
import { dotsOf, phiAt, pointsOf, tailTable } from '../../src/views/gaps/tail.ts';
import { beliefSpans } from '../../src/views/at.ts';
import { axisEnd, markOf } from '../../src/views/bargain/tradeoff.ts';
import { chosen, kind, learnt, levels, others, tail } from './detector-fixture.ts';
import { film, S, setup } from './fixture.ts';

const look = { setup, film, observer: 0, target: 2 };
const knob = { label: 'threshold', value: 8, min: 1, max: 20, step: 0.5 };
const suspicion = (props: object = {}): string =>
  render(Suspicion, { props: { ...look, series: levels(), at: 43.12 * S, ...props } }).body;
/** Figures on the axis of levels. */
const axis = (html: string): string[] =>
  [...html.matchAll(/text-anchor="end">([\d.]+)<\/text>/g)].map(([, n]) => n ?? '');

describe('suspicion over time', () => {
  it('says the level, the threshold, and how long it takes to get there if nothing comes', () => {
    const telling = { who: 'n1', whom: 'n3', series: levels(), threshold: 8, suspected: false };
    expect(suspicionWords({ ...telling, at: 41.3 * S })).toBe(
      "n1's phi about n3 is 6.0 of 8; if nothing comes, it reaches 8 in 0.1 s",
    );
    expect(suspicionWords({ ...telling, at: 43 * S, suspected: true })).toBe(
      "n1's phi about n3 is 40.0 of 8; suspected",
    );
  });

  it('has an axis that is chosen by the threshold alone: the same before and after the level leaves it', () => {
    expect(axis(suspicion({ at: 10 * S }))).toEqual(axis(suspicion({ at: 43.12 * S })));
    expect(levelTop('phi', [6.5])).toBe(levelTop('phi', [8]));
    expect(levelTop('phi', [2, 10])).toBeGreaterThan(10);
    expect(levelTop('share of the timeout', [1])).toBeCloseTo(1.6, 9);
  });

  it('leaves the picture by an arrow, and writes the number that is off the chart', () => {
    expect(suspicion()).toMatch(/class="leaves/);
    expect(suspicion().replaceAll(/<[^>]*>/g, '')).toMatch(/φ\s42\.4/);
    expect(suspicion({ at: 40.5 * S })).not.toMatch(/class="leaves/);
    expect(levelWords(Number.MAX_VALUE)).toBe('past counting');
  });

  it('runs along the top where it has been off the picture since before it', () => {
    const along = /class="rises[^"]*doubt[^"]*" d="M[\d.]+ 19H/;
    expect(suspicion({ at: 58 * S, window: [50 * S, 60 * S] })).toMatch(along);
    expect(suspicion({ at: 42 * S, window: [38 * S, 58 * S] })).not.toMatch(along);
  });

  it('draws nothing of what has not happened yet: no crash, no bracket, no suspicion', () => {
    const before = suspicion({ at: 40.5 * S });
    expect(before).not.toMatch(/crashes|suspected after|class="passed/);
    expect(suspicion()).toMatch(/n3 crashes/);
    expect(suspicion()).toContain('suspected after 1.63 s');
  });

  it('under the curtain shows neither the crash nor which suspicion was wrong', () => {
    const hidden = suspicion({ curtain: true });
    expect(hidden).not.toMatch(/crashes|suspected after|class="passed wrong/);
  });

  it('gives the threshold as a slider without a unit, and a second one to a dispatcher', () => {
    const html = suspicion({ series: levels(8, 12), knob, second: { ...knob, label: 'fail over', value: 12 } });
    expect(html.match(/role="slider"/g)).toHaveLength(2);
    expect(html).toContain('aria-valuetext="8"');
    expect(html).toMatch(/avoid at 8/);
    expect(html).toMatch(/fail over 12/);
  });

  it('moves grips apart that would lie on each other, and leaves the others where their lines are', () => {
    expect(apart([100, 100])).toEqual([115, 85]);
    expect(apart([40, 100])).toEqual([40, 100]);
    expect(apart([50])).toEqual([50]);
  });

  it('is a table by the second, up to the cursor', () => {
    const { rows } = suspicionTable(levels(), beliefSpans(film, 0, 2), [38 * S, 58 * S], 43 * S);
    expect(rows.map((row) => row.at)).toEqual([38, 39, 40, 41, 42, 42.63, 43].map((at) => at * S));
    expect(rows.at(-1)?.cells).toEqual(['43.00 s', '40.0', '3.00 s', 'suspects']);
  });
});

describe('the gaps that a detector has learnt', () => {
  const density = (props: object = {}): string =>
    render(Density, {
      props: { learnt, at: 41.3 * S, who: 'n1', whom: 'n3', silence: 1.3, level: 2.87, ...props },
    }).body;

  it('are those in the window at the cursor, and no later ones', () => {
    expect(heldAt(learnt, 5.5 * S).gaps).toHaveLength(5);
    expect(heldAt(learnt, 30 * S).gaps).toHaveLength(20);
    expect(heldAt(learnt, -1).gaps).toHaveLength(0);
    expect(density({ at: 3.5 * S, silence: 0.5, level: 0 })).toContain('3 gaps');
  });

  it('have an axis that does not follow the cursor', () => {
    const ticks = (html: string): string[] =>
      [...html.matchAll(/class="tick"[^>]*x="([\d.]+)"/g)].map(([, x]) => x ?? '');
    expect(ticks(density({ at: 2 * S }))).toEqual(ticks(density()));
    expect(frameOf(learnt).end).toBeGreaterThan(2);
  });

  it('stand beside the chance of a longer one, which is phi read as words', () => {
    expect(density()).toContain('a longer gap: one in 740');
    expect(chanceWords(0.2)).toBe('63.1 %');
    expect(chanceWords(5.491)).toBe('one in 310,000');
    expect(chanceWords(7.5)).toBe('one in 31.6 million');
    expect(chanceWords(15)).toBe('one in 10 to the 15.0');
    expect(chanceWords(165_825)).toBe('one in 10 to the 165,825');
  });

  it('are all accounted for: one that is longer than the axis is told with its length', () => {
    const samples = learnt.samples.map((gap, i) => (i === 25 ? 8.7 : gap));
    expect(density({ learnt: { ...learnt, samples } })).toContain('one gap is off the axis, 8.7 s');
    expect(density()).not.toContain('off the axis');
  });

  it('claim no chance where the detector assumes no curve', () => {
    const plain = density({ learnt: { ...learnt, shape: null, levelName: 'share of the timeout' } });
    expect(plain).not.toContain('one in');
    expect(plain).toContain('0 of 20 gaps were longer');
  });

  it('are bars of the same scale as the curve: both have the area one', () => {
    const frame = frameOf(learnt);
    const area = barsOf(heldAt(learnt, 30 * S).gaps, frame).reduce((sum, bar) => sum + bar.density * frame.bar, 0);
    expect(area).toBeCloseTo(1, 9);
    for (const shape of ['normal', 'logistic', 'exponential'] as const) {
      let under = 0;
      for (let gap = -20; gap < 20; gap += 0.001) under += densityAt(shape, gap, 0.7) * 0.001;
      expect(under, shape).toBeCloseTo(1, 2);
    }
  });

  it('say what was added to their mean, and where the deviation is not their own', () => {
    const held = heldAt(learnt, 30 * S);
    expect(momentWords(held, 'normal')).toBe('mean 1.00 s, deviation 0.10 s');
    expect(momentWords({ ...held, centre: 4 }, 'normal')).toBe('mean 1.00 s and 3 s of pause, deviation 0.10 s');
    expect(momentWords({ ...held, spread: 0.25 }, 'normal')).toBe('mean 1.00 s, deviation 0.25 s, the least allowed');
    expect(momentWords(held, 'exponential')).toBe('mean 1.00 s');
  });
});

describe('detectors side by side', () => {
  const beside = (props: object = {}): string =>
    render(SideBySide, { props: { ...look, others, chosen, at: 43.12 * S, ...props } }).body;

  it('say what each allows, and count from the crash', () => {
    expect(beside()).toContain('normal allows 1.4 s and chitchat 8 s');
    expect(beside()).toMatch(/>1\.63 s</);
  });

  it('keep back what has not happened, and under the curtain the crash', () => {
    expect(beside({ at: 42 * S })).not.toMatch(/1\.63 s|suspects<\/text>/);
    expect(beside({ curtain: true })).not.toMatch(/crashes|1\.63 s/);
  });

  it('suspect to the very end of a run that ends in suspicion', () => {
    expect(beside({ at: film.until })).toMatch(/suspects<\/text>/);
    expect(doubtAt([{ from: 1, to: 5 }], 5, 9)).toBeUndefined();
  });

  it('count a suspicion that was there before the crash as none at all', () => {
    const doubts = doubtsOf({ ...others.others[0]!, suspects: Float64Array.of(1, 5, 9, 20) });
    expect(detectedAt(doubts, 3, 30)).toBe(3);
    expect(detectedAt(doubts, 6, 30)).toBe(9);
    expect(detectedAt(doubts, 6, 8)).toBeUndefined();
  });

  it('are rows of a table', () => {
    const { rows } = othersTable(chosen, others.others, 5, 43.12 * S, 41 * S);
    expect(rows[0]?.cells.slice(3)).toEqual(['suspects', '1', '1.63 s']);
    expect(rows[1]?.cells.slice(3)).toEqual(['trusts', '0', '']);
  });

  it('begin with those that the run uses, if it uses several, and keep all their settings', () => {
    const threshold = { kind: 'number', label: 'T', help: '', default: 8, min: 0, max: 20 } as const;
    const kinds = [kind('a', 'Phi accrual (A)', { threshold }), kind('b', 'Bee (long)', { threshold })];
    const watch = (use: string, observer: number) => ({ use, observer, params: { threshold: 5, floor: 0.2 } });
    expect(chosenFirst(kinds, [watch('a', 1), watch('a', 2)], ['b']).map((one) => one.use)).toEqual(['b']);
    const own = chosenFirst(kinds, [watch('a', 1), watch('b', 2)], []);
    expect(own.map(({ name, value, node }) => [name, value, node])).toEqual([
      ['A', 5, 1],
      ['Bee', 5, 2],
    ]);
    expect(useOf({ ...own[0]!, value: 7 })).toEqual({ use: 'a', params: { threshold: 7, floor: 0.2 } });
  });

  it('have short names, and one number each', () => {
    expect(shortTitle('Phi accrual (Cassandra)')).toBe('Cassandra');
    expect(shortTitle('Chen NFD-E (estimated arrivals)')).toBe('Chen NFD-E');
    const timeout = { kind: 'duration', label: 'Timeout', help: '', default: 3, min: 0, max: 9 } as const;
    expect(mainParam(kind('x', 'X', { timeout }))?.name).toBe('timeout');
  });
});

describe('the tail', () => {
  const held = heldAt(learnt, 30 * S);
  const drawn = (props: object = {}): string =>
    render(TailChart, { props: { tail, learnt, at: 41.5 * S, silence: 1.5, threshold: 8, ...props } }).body;

  it('says phi at the present silence, three ways', () => {
    expect(drawn()).toContain("at 5.0 deviations phi is 6.5; Akka's curve says 7.3");
    expect(drawn({ silence: 1.9 })).toContain('doubles infinite');
  });

  it('breaks the naive curve off where its digits end, and draws the exact one on', () => {
    const naive = pointsOf(tail, 'naive');
    const exact = pointsOf(tail, 'exact');
    expect(naive.at(-1)?.[0]).toBeLessThan(8.4);
    expect(exact.at(-1)?.[0]).toBeGreaterThan(8.6);
    expect(drawn()).toContain('infinite from here');
  });

  it('puts the longest of twenty gaps at one in twenty', () => {
    const dots = dotsOf(held);
    expect(dots).toHaveLength(20);
    expect(dots.at(-1)?.phi).toBeCloseTo(Math.log10(20), 9);
    expect(dots[0]?.phi).toBe(0);
  });

  it('is a table by deviations', () => {
    const { rows } = tailTable(tail, held);
    const five = rows.find((row) => row.cells[0] === '5')!;
    expect(five.cells.slice(1, 5)).toEqual(['1.50 s', '6.5', '7.3', '6.5']);
    expect(phiAt(tail, 'exact', 5.0125)).toBeCloseTo(6.57, 2);
  });
});

describe('curves of the bargain', () => {
  it('are named where the name covers no other name', () => {
    const line = (by: number) => Array.from({ length: 5 }, (_, i) => ({ x: 100 + 60 * i, y: 40 + 30 * i + by }));
    const room = { left: 0, right: 500, top: 0, bottom: 240 };
    const curves = ['phi, normal curve', 'phi, Akka', 'a fixed timeout'].map((label, i) => ({
      label,
      points: line(3 * i),
    }));
    const labels = labelsOf(curves, room);
    const boxes = labels.map(({ curve, x, y, anchor }) => {
      const wide = curves[curve]!.label.length * 6.9;
      return {
        left: anchor === 'start' ? x : x - wide,
        right: anchor === 'start' ? x + wide : x,
        top: y - 12,
        bottom: y + 3,
      };
    });
    boxes.forEach((a, i) =>
      boxes.forEach((b, j) => {
        if (i >= j) return;
        expect(a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top).toBe(false);
      }),
    );
  });

  it('have an axis that steps while points arrive, and marks of their own', () => {
    expect(axisEnd([1.2])).toBe(axisEnd([1.8]));
    expect(new Set([0, 1, 2, 3].map(markOf)).size).toBe(4);
  });
});
