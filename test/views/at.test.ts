// Bisection against the slow and obvious way, on films that fast-check makes up.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FATES } from '../../src/measures/film.ts';
import type { Span } from '../../src/worker/api.ts';
import { countUpTo, epochAt, epochs, FATE, inTheAir, momentAt, spanAt, waitingAt } from '../../src/views/at.ts';
import { heardOrder } from '../../src/views/gaps/heard.ts';
import { film, flightsOf, S } from './fixture.ts';

const times = fc.array(fc.integer({ min: 0, max: 60 }), { maxLength: 30 }).map((list) => list.sort((a, b) => a - b));

/** Spans that follow one another without a hole, some of no length. */
const chain = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 12 }).map((lengths) => {
  let from = 0;
  return lengths.map((length, row): Span<number> => ({ from, to: (from += length), is: row, row }));
});

const flight = fc
  .record({
    from: fc.integer({ min: 0, max: 3 }),
    to: fc.integer({ min: 0, max: 3 }),
    sent: fc.integer({ min: 0, max: 1000 }),
    took: fc.integer({ min: 0, max: 200 }),
    fate: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ from, to, sent, took, fate }) => ({ from, to, sent, end: sent + took, heard: sent + took, fate }));

describe('a moment is found by bisection', () => {
  it('knows the codes of fates in the order that films use', () => {
    expect(Object.keys(FATE)).toEqual([...FATES]);
    expect(Object.values(FATE)).toEqual([...FATES.keys()]);
  });

  it('counts what is at or before a time as a walk through the list does', () => {
    fc.assert(
      fc.property(times, fc.integer({ min: -1, max: 61 }), (list, at) => {
        expect(countUpTo(list, at)).toBe(list.filter((time) => time <= at).length);
      }),
    );
  });

  it('finds the span that holds, the later one where two meet', () => {
    fc.assert(
      fc.property(chain, fc.integer({ min: -2, max: 120 }), (spans, at) => {
        const end = spans[spans.length - 1]?.to ?? 0;
        const slow = at > end ? undefined : spans.findLast((span) => span.from <= at);
        expect(spanAt(spans, at)?.row).toBe(slow?.row);
      }),
    );
  });

  it('finds every message under way and no other', () => {
    fc.assert(
      fc.property(
        fc.array(flight, { maxLength: 60 }),
        fc.integer({ min: 0, max: 1300 }),
        fc.nat(80),
        (list, at, linger) => {
          const flights = flightsOf(list);
          const slow: number[] = [];
          for (let i = 0; i < flights.length; i++) {
            if ((flights.sentAt[i] ?? 0) <= at && (flights.endAt[i] ?? 0) + linger > at) slow.push(i);
          }
          expect(inTheAir(flights, at, linger)).toEqual(slow);
        },
      ),
    );
  });

  it('sorts messages by when they were handled', () => {
    fc.assert(
      fc.property(fc.array(flight, { maxLength: 60 }), (list) => {
        const heard = heardOrder(flightsOf(list));
        expect([...heard.times]).toEqual([...heard.times].sort((a, b) => a - b));
        expect(heard.length).toBe(list.length);
      }),
    );
  });
});

describe('between two changes nothing but messages moves', () => {
  it('gives the same moment anywhere within an epoch', () => {
    const changes = epochs(film);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * S - 1 }), (at) => {
        const start = changes[epochAt(changes, at) - 1] ?? 0;
        expect(momentAt(film, at)).toEqual(momentAt(film, start));
      }),
    );
  });
});

describe('beliefs are counted among those who can believe', () => {
  it('says three of four when n4 still trusts the crashed n3', () => {
    const n3 = momentAt(film, 43.12 * S).nodes[2];
    expect(n3?.truth).toBe('crashed');
    expect(n3?.suspectedBy).toEqual([0, 1, 4]);
    expect(n3?.watchers).toBe(4);
  });

  it('leaves out a crashed observer, but not where that would give the crash away', () => {
    expect(momentAt(film, 43.12 * S).nodes[0]?.watchers).toBe(3);
    expect(momentAt(film, 43.12 * S, true).nodes[0]?.watchers).toBe(4);
  });

  it('counts messages that wait at a paused node, and none once it has gone on', () => {
    expect(waitingAt(film, 4, 22 * S)).toBeGreaterThan(4);
    expect(waitingAt(film, 4, 25 * S)).toBe(0);
    expect(waitingAt(film, 0, 22 * S)).toBe(0);
  });
});
