// The record: every column of every row is in the fingerprint, and a restored record goes on with it.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Record } from '../../src/kernel/record.ts';

type Values = [ordinal: number, time: number, cause: number, type: number, a: number, b: number, k: number, x: number];

const row: fc.Arbitrary<Values> = fc.tuple(
  fc.nat(5_000_000),
  fc.integer({ min: 0, max: 604_800_000_000 }),
  fc.integer({ min: -1, max: 2_000_000 }),
  fc.nat(14),
  fc.integer({ min: -1, max: 999 }),
  fc.integer({ min: -1, max: 999 }),
  fc.integer({ min: -1, max: 200 }),
  fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
);

function written(rows: readonly Values[], into = new Record()): Record {
  for (const values of rows) into.append(...values);
  return into;
}

describe('the fingerprint', () => {
  test('is sixteen hexadecimal digits, the same for the same rows', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 50 }), (rows) => {
        expect(written(rows).fingerprint()).toMatch(/^[0-9a-f]{16}$/);
        expect(written(rows).fingerprint()).toBe(written(rows).fingerprint());
      }),
    );
  });

  test('changes with any one changed column of any row', () => {
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 20 }),
        row,
        fc.nat(19),
        fc.nat(7),
        (rows, other, at, column) => {
          const i = at % rows.length;
          fc.pre(rows[i]![column] !== other[column]);
          const changed = rows.map((values, n) => (n === i ? values.with(column, other[column]!) : values)) as Values[];
          expect(written(changed).fingerprint()).not.toBe(written(rows).fingerprint());
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('changes when two rows change places, or one is left out', () => {
    fc.assert(
      fc.property(row, row, (p, q) => {
        fc.pre(p.some((value, i) => value !== q[i]));
        expect(written([p, q]).fingerprint()).not.toBe(written([q, p]).fingerprint());
        expect(written([p, q]).fingerprint()).not.toBe(written([p]).fingerprint());
      }),
    );
  });

  test('tells apart two records whose rows differ in a word only', () => {
    const say = (word: string): Record => {
      const record = new Record();
      record.append(1, 5, -1, 4, 0, 1, record.word(word), 1);
      return record;
    };
    expect(say('loss').fingerprint()).not.toBe(say('burst').fingerprint());
    expect(say('loss').columns().print[0]).not.toBe(say('burst').columns().print[0]);
    expect(say('loss').fingerprint()).toBe(say('loss').fingerprint());
  });

  test('tells apart words that are parted in another place', () => {
    const learnt = (...words: string[]): string => {
      const record = new Record();
      for (const word of words) record.word(word);
      return record.fingerprint();
    };
    expect(learnt('ab', 'c')).not.toBe(learnt('a', 'bc'));
    expect(learnt('ab', 'c')).toBe(learnt('ab', 'c', 'ab'));
  });

  test('goes on after a restore as if nothing had happened', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 30 }), fc.array(row, { maxLength: 30 }), (before, after) => {
        const whole = new Record();
        whole.word('early');
        written(before, whole);
        const rest = new Record();
        rest.restore(JSON.parse(JSON.stringify(whole.save())));
        for (const record of [whole, rest]) {
          record.word('late');
          written(after, record);
        }
        expect(rest.fingerprint()).toBe(whole.fingerprint());
        expect(rest.length).toBe(whole.length);
        expect(rest.words).toEqual(whole.words);
      }),
    );
  });
});

describe('the record', () => {
  test('gives back what was appended, column by column, however often it had to grow', () => {
    const rows = Array.from({ length: 10_000 }, (_, i): Values => [i, i * 3, i - 1, i % 15, i % 7, -1, i % 4, i * 1e9]);
    const columns = written(rows).columns();
    expect(columns.length).toBe(10_000);
    for (const i of [0, 4_095, 4_096, 9_999]) {
      const { ordinal, time, cause, type, a, b, k, x } = columns;
      expect([ordinal[i], time[i], cause[i], type[i], a[i], b[i], k[i], x[i]]).toEqual(rows[i]);
    }
    for (const column of Object.values(columns)) if (typeof column !== 'number') expect(column).toHaveLength(10_000);
  });

  test('a word has one number, in the order of first use', () => {
    const record = new Record();
    expect(['cut', 'loss', 'cut', 'constructor'].map((word) => record.word(word))).toEqual([0, 1, 0, 2]);
    expect(record.words).toEqual(['cut', 'loss', 'constructor']);
  });

  test('rows that are counted and not kept have the same numbers', () => {
    const counted = new Record(false);
    const kept = new Record();
    const values: Values = [1, 1, -1, 0, 0, 0, 0, 0];
    for (let i = 0; i < 5_000; i++) expect(counted.append(...values)).toBe(kept.append(...values));
    expect(counted.length).toBe(5_000);
    expect(counted.columns().length).toBe(0);
  });

  test('rows from before a restore are not here any more, their numbers are', () => {
    const first = written([[1, 1, -1, 0, 0, 0, 0, 0]]);
    const second = new Record();
    second.restore(first.save());
    expect(second.append(2, 2, 0, 1, 0, 0, 0, 0)).toBe(1);
    expect(Array.from(second.columns().ordinal)).toEqual([2]);
  });
});
