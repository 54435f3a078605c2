// Registries and fields: what forms, schemas and menus are made from.

import { describe, expect, test } from 'vitest';
import { defaults, problem, scaled, type DurationField, type Field, type FieldValue } from '../../src/kernel/fields.ts';
import { registry } from '../../src/kernel/registry.ts';
import { micros, seconds } from '../../src/kernel/time.ts';

const words = { label: 'wait', help: 'How long.' };
const wait: DurationField = { ...words, kind: 'duration', default: 1.5, min: 0, max: 10 };
type Named = { readonly [name: string]: FieldValue };

const fields = {
  wait,
  tries: { ...words, kind: 'count', default: 3, min: 0, max: 9 },
  loud: { ...words, kind: 'flag', default: true },
  mode: { ...words, kind: 'choice', default: 'a', options: [{ value: 'a', label: 'A' }] },
} satisfies { [name: string]: Field };

test('two entries of one name are refused', () => {
  const entry = { id: 'x', title: 'X' };
  expect(() => registry(entry, { ...entry })).toThrow('two entries called x');
});

describe('fields', () => {
  test('durations are scaled to whole units, nothing else is', () => {
    expect(scaled<Named>(fields, defaults<Named>(fields), 1e6)).toEqual({
      wait: 1_500_000,
      tries: 3,
      loud: true,
      mode: 'a',
    });
    expect(scaled<Named>({ wait }, { wait: 0.1234567 }, 1e6)).toEqual({ wait: 123_457 });
  });

  test.each<[string, Field, unknown, string | null]>([
    ['a duration within its range', wait, 10, null],
    ['a duration beyond it', wait, 10.5, 'must be 0 to 10 s'],
    ['a text for a duration', wait, '1', 'must be a number'],
    ['no number', wait, NaN, 'must be a number'],
    ['half a try', fields.tries, 1.5, 'must be a whole number'],
    ['a number for a flag', fields.loud, 1, 'must be true or false'],
    ['an option that is not there', fields.mode, 'toString', 'must be one of a'],
    ['an option that is', fields.mode, 'a', null],
  ])('%s is answered rightly', (_, field, value, says) => {
    expect(problem(field, value)).toBe(says);
  });

  test('seconds become whole microseconds and come back', () => {
    expect(micros(20.4)).toBe(20_400_000);
    expect(micros(0.1 + 0.2)).toBe(300_000);
    expect(seconds(13_050_000)).toBe(13.05);
  });
});
