// Knobs: values snap to positions, positions are written to declared places, nothing else is.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/kernel/fields.ts';
import type { Knob, Scenario } from '../../src/scenarios/scenario.ts';
import type { Problem } from '../../src/scenarios/schema.ts';
import { applied, changed, settle, snap } from '../../src/scenarios/settings.ts';
import { pair, T3 } from './build.ts';

const words = { label: 'x', help: 'x' };
const range = (min: number, max: number, step?: number): Field => ({
  ...words,
  kind: 'number',
  default: min,
  min,
  max,
  step,
});
const T: Knob = {
  id: 'T',
  field: { ...words, kind: 'duration', default: 3, min: 0.5, max: 10, step: 0.05 },
  sets: ['every.params.detector.timeout'],
};
const network: Knob = {
  id: 'network',
  field: {
    ...words,
    kind: 'choice',
    default: 'calm',
    options: ['calm', 'far'].map((value) => ({ value, label: value })),
  },
  choices: { calm: {}, far: { 'links.all.delay': { kind: 'constant', value: 0.3 }, 'links.all.loss': 0.1 } },
};
const ordered: Knob = { id: 'ordered', field: { ...words, kind: 'flag', default: false }, sets: ['links.all.ordered'] };
const knobs = [T, network, ordered];
const base: Scenario = { ...pair(), knobs };

function settled(settings: object): { values: object; problems: Problem[] } {
  const problems: Problem[] = [];
  return { values: settle(knobs, settings as never, problems), problems };
}

describe('a value', () => {
  test('snaps to the nearest step, counted from the least', () => {
    expect(snap(range(0.5, 10, 0.05), 2.2249)).toBe(2.2);
    expect(snap(range(0.5, 10, 0.05), 2.226)).toBe(2.25);
    expect(snap(range(1, 10, 3), 6)).toBe(7);
    expect(snap(range(0, 1), 0.123456)).toBe(0.123456);
    expect(snap({ ...words, kind: 'count', default: 1, min: 0, max: 9 }, 3.6)).toBe(4);
  });

  test('snaps to a position also where the range holds no whole number of steps', () => {
    expect(snap(range(0, 1, 0.3), 1)).toBe(0.9);
    expect(snap(range(0, 1, 0.4), 1)).toBe(0.8);
  });

  test('once snapped stays where it is, within its range', () => {
    const thousandths = fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 1000);
    fc.assert(
      fc.property(
        thousandths,
        fc.nat(1e6).map((n) => n / 1000),
        fc.constantFrom(0.001, 0.01, 0.05, 0.1, 1, 3, 0),
        thousandths,
        (min, width, step, value) => {
          const field = range(min, min + width, step);
          const once = snap(field, value);
          expect(snap(field, once)).toBe(once);
          expect(once >= min - 1e-9 && once <= min + width + 1e-9).toBe(true);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('on the wildest of fields is still a finite number, and not -0', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true });
    fc.assert(
      fc.property(any, any, any, any, (min, max, step, value) => {
        const snapped = snap(range(min, max, step), value);
        expect(Number.isFinite(snapped) && !Object.is(snapped, -0)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('of any size stays finite', () => {
    expect(snap(range(0, 1e300), 1e300)).toBe(1e300);
    expect(snap(range(0, 1e300, 1e-300), 5e299)).toBeLessThanOrEqual(1e300);
  });
});

describe('settings', () => {
  test('fill in what is not said, and snap what is', () => {
    expect(settled({})).toEqual({ values: { T: 3, network: 'calm', ordered: false }, problems: [] });
    expect(settled({ T: 2.213 }).values).toMatchObject({ T: 2.2 });
  });

  test.each<[string, object, string]>([
    ['a knob that is not there', { speed: 1 }, 'settings.speed is no knob of this lab'],
    ['a name that every object has', { toString: 1 }, 'settings.toString is no knob of this lab'],
    ['a value out of range', { T: 11 }, 'settings.T must be 0.5 to 10 s'],
    ['a value of another kind', { T: 'long' }, 'settings.T must be a number'],
    ['an option that is not there', { network: 'valueOf' }, 'settings.network must be one of calm, far'],
    ['a number for a flag', { ordered: 1 }, 'settings.ordered must be true or false'],
  ])('with %s are refused', (_, settings, says) => {
    expect(settled(settings).problems.map(({ field, says: what }) => `${field} ${what}`)).toEqual([says]);
  });

  test('a knob may have a name that every object has', () => {
    const odd: Knob = { ...T, id: 'constructor' };
    const problems: Problem[] = [];
    expect(settle([odd], {}, problems)).toEqual({ constructor: 3 });
    expect(problems).toEqual([]);
    expect(changed([odd], {})).toEqual({});
  });

  test('that are as the knobs are by themselves need not be said', () => {
    expect(changed(knobs, { T: 3, network: 'far', ordered: false })).toEqual({ network: 'far' });
  });
});

describe('applied', () => {
  test('they write to the places declared, and leave the scenario itself alone', () => {
    const before = JSON.stringify(base);
    const set = applied(base, { T: 2, network: 'far', ordered: true });
    expect(set.every.params).toMatchObject({ detector: { ...T3, timeout: 2 } });
    expect(set.links.all).toEqual({ delay: { kind: 'constant', value: 0.3 }, loss: 0.1, ordered: true });
    expect(JSON.stringify(base)).toBe(before);
  });

  test('what a choice writes is not shared between runs', () => {
    const set = applied(base, { network: 'far' });
    (set.links.all.delay as { value: number }).value = 9;
    expect(applied(base, { network: 'far' }).links.all.delay).toMatchObject({ value: 0.3 });
  });

  test.each([
    'every.missing.x',
    'nodes.7.id',
    'nodes.length',
    'title.length',
    '__proto__.polluted',
    'constructor.prototype.polluted',
    'every.params.__proto__',
    'every.params.toString.polluted',
  ])('a knob that would write to %s throws, and touches nothing', (path) => {
    const knob: Knob = { ...T, sets: [path] };
    expect(() => applied({ ...base, knobs: [knob] }, { T: 5 })).toThrow('no place');
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
    expect((Object as { polluted?: number }).polluted).toBeUndefined();
  });
});
