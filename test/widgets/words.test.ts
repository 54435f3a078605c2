// Goals, verdicts and states in words.

import { describe, expect, it } from 'vitest';
import type { Field } from '../../src/worker/api.ts';
import type { Predict } from '../../src/content/blocks.ts';
import { fill, filledLines } from '../../src/widgets/tasks/production.ts';
import { judge } from '../../src/widgets/tasks/prediction.ts';
import { placeBeside } from '../../src/widgets/lab/place.ts';
import { usualSpeed } from '../../src/widgets/lab/lab-options.ts';
import { bare, halves, snap, withUnit } from '../../src/widgets/words.ts';

const words = { label: 'x', help: 'x' };
const timeout: Field = { kind: 'duration', ...words, default: 3, min: 0.5, max: 10, step: 0.05 };

describe('a value', () => {
  it('keeps its unit and its decimals while it changes', () => {
    expect([withUnit(timeout, 3), withUnit(timeout, 2.2)]).toEqual(['3.00 s', '2.20 s']);
    expect(withUnit({ kind: 'duration', ...words, default: 0.1, min: 0.05, max: 1, step: 0.01 }, 0.12)).toBe('120 ms');
    expect(withUnit({ kind: 'ratio', ...words, default: 0, min: 0, max: 1, step: 0.01 }, 0.05)).toBe('5 %');
    expect(bare({ kind: 'flag', ...words, default: true }, true)).toBe('on');
  });

  it('is snapped to its steps without the noise of binary fractions', () => {
    expect(snap(timeout, 2.2000000001)).toBe(2.2);
    expect(snap(timeout, 99)).toBe(10);
    expect(snap(timeout, -1)).toBe(0.5);
  });
});

describe('a label', () => {
  it('that is too long for a list is a name and what it means', () => {
    expect(halves("Akka's rule: none that ended a suspicion")).toEqual(["Akka's rule", 'none that ended a suspicion']);
    expect(halves('calm: 40 ± 7 ms')).toEqual(['calm: 40 ± 7 ms', '']);
  });
});

describe('the speed of a run', () => {
  it('is twice the usual, unless that would take longer than a minute to watch', () => {
    expect([60, 120, 200, 600, 660].map(usualSpeed)).toEqual([2, 2, 5, 10, 20]);
  });
});

describe('a configuration', () => {
  it('is filled with the learner’s own values, and with sums of them', () => {
    expect(fill('a = {T}, b = {T*1000} ms, c = {T+eta}', { T: 2.2, eta: 0.5 })).toBe('a = 2.2, b = 2200 ms, c = 2.7');
  });

  it('rounds where it is told to', () => {
    expect(fill('{T:0}, {T*2.303:1}, {T+1:9}', { T: 0.8 })).toBe('1, 1.8, 1.8');
    expect(fill('{T:}, {T:x}, {:2}', { T: 0.8 })).toBe('{T:}, {T:x}, {:2}');
  });

  it('comes line by line with what was filled in told apart, and the same in all', () => {
    const config = 'a {\n\n  b = {T*1000} ms\n  {c}\n}';
    const lines = filledLines(config, { T: 2 });
    expect(lines.map((line) => line.map(({ text }) => text).join('')).join('\n')).toBe(fill(config, { T: 2 }));
    expect(lines[2]).toEqual([
      { text: '  b = ', yours: false },
      { text: '2000', yours: true },
      { text: ' ms', yours: false },
    ]);
  });

  it('evaluates nothing but knobs and numbers', () => {
    for (const place of ['{constructor}', '{__proto__}', '{T.length}', '{alert(1)}', '{T/0}', '{nothing}']) {
      expect(fill(place, { T: 2 })).toBe(place);
    }
  });
});

describe('a prediction', () => {
  const answer: Predict['answer'] = {
    kind: 'number',
    unit: 's',
    min: 0,
    max: 5,
    step: 0.05,
    right: 2.65,
    tolerance: 0.1,
    traps: [
      { at: 3, within: 0.06, says: 'T counts from the last beat.' },
      { at: 3.05, within: 0.04, says: 'At the very moment of a beat.' },
    ],
  };

  it('within the tolerance is right, and the nearest trap speaks to a wrong one', () => {
    expect(judge(answer, 2.75).right).toBe(true);
    expect(judge(answer, 3.04)).toEqual({ right: false, says: 'At the very moment of a beat.' });
    expect(judge(answer, 3)).toEqual({ right: false, says: 'T counts from the last beat.' });
    expect(judge(answer, 4.4)).toEqual({ right: false, says: null });
  });
});

describe('a menu', () => {
  const room = { x: 8, y: 8, width: 600, height: 400 };
  const size = { width: 300, height: 180 };

  it('stands inside the stage and not on the thing that it is about', () => {
    for (const [x, y] of [
      [10, 10],
      [560, 20],
      [20, 380],
      [570, 380],
      [300, 60],
    ] as const) {
      const anchor = { x, y, width: 20, height: 20 };
      const at = placeBeside(anchor, [], size, room);
      expect(at.x).toBeGreaterThanOrEqual(8);
      expect(at.x + size.width).toBeLessThanOrEqual(608);
      expect(at.y + size.height).toBeLessThanOrEqual(408);
      const clear = at.x >= x + 20 || at.x + size.width <= x || at.y >= y + 20 || at.y + size.height <= y;
      expect(clear).toBe(true);
    }
  });

  it('leaves the ends of a link in sight where it can', () => {
    const end = { x: 220, y: 100, width: 50, height: 50 };
    const at = placeBeside({ x: 190, y: 180, width: 20, height: 20 }, [end], size, room);
    const covers = at.x < 270 && at.x + size.width > 220 && at.y < 150 && at.y + size.height > 100;
    expect(covers).toBe(false);
  });
});
