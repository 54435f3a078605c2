// What every detector in the registry must do, on stories made up at random.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problem } from '../../src/kernel/fields.ts';
import { isPlain } from './plain.ts';
import { copied, defaultsOf, everyDetector, justAfter, justBefore, paramsOf, story, told } from './story.ts';

const MICROS = 1e6;
const runs = { numRuns: 300 };

describe.each(everyDetector)('%s', (_id, detector) => {
  const check = (state: unknown, params: object, at: number): string => detector.check(copied(state), params, at);

  test('every parameter has words, and a default within its own range', () => {
    expect(detector.cases.length).toBeGreaterThanOrEqual(2);
    for (const [name, field] of Object.entries(paramsOf(detector))) {
      expect(problem(field, field.default), name).toBeNull();
      expect(field.label.length * field.help.length, name).toBeGreaterThan(20);
    }
    expect(detector.problems?.(defaultsOf(detector, MICROS)) ?? []).toEqual([]);
  });

  for (const [unit, perSecond] of [
    ['seconds', 1],
    ['milliseconds', 1000],
    ['microseconds', MICROS],
  ] as const) {
    for (const { says, params: given, arrivals, asks } of detector.cases) {
      test(`${says} (in ${unit})`, () => {
        for (const [name, value] of Object.entries(given)) {
          expect(problem(paramsOf(detector)[name]!, value), name).toBeNull();
        }
        // Scaled without rounding to whole units: in seconds, fractions are what a case is about.
        const fields = Object.entries(paramsOf(detector));
        const params = Object.fromEntries(
          fields.map(([name, field]) => {
            const value = given[name] ?? field.default;
            return [name, field.kind === 'duration' ? (value as number) * perSecond : value];
          }),
        );
        for (const { at, verdict, level } of asks) {
          const state = detector.init(params, 0);
          const moments = [...arrivals.filter((a) => a <= at), Infinity];
          const earlier = asks.filter((ask) => ask.at < at);
          // The asks before this one are made too: asking may change the state.
          for (const [i, arrival] of moments.entries()) {
            const since = i === 0 ? -Infinity : (moments[i - 1] as number);
            for (const ask of earlier) {
              if (ask.at >= since && ask.at < arrival) detector.check(state, params, ask.at * perSecond);
            }
            if (arrival < Infinity) detector.heard(state, params, arrival * perSecond, { seq: i + 1 });
          }
          if (level !== undefined) expect(detector.level(state, params, at * perSecond)).toBeCloseTo(level, 9);
          expect(detector.check(state, params, at * perSecond), `at ${at}`).toBe(verdict);
        }
      });
    }
  }

  test('the flip is exactly at due', () => {
    fc.assert(
      fc.property(story(detector, MICROS), (s) => {
        const { state, last } = told(s);
        const due = detector.due(state, s.params);
        if (due === null) {
          expect(check(state, s.params, last + 1e15)).toBe('trust');
        } else if (due < last || check(state, s.params, last) === 'suspect') {
          // It suspects already, and says since when.
          expect(due).toBeLessThanOrEqual(last);
          expect(check(state, s.params, justAfter(last))).toBe('suspect');
        } else {
          expect(check(state, s.params, detector.strict ? due : justBefore(due))).toBe('trust');
          expect(check(state, s.params, detector.strict ? justAfter(due) : due)).toBe('suspect');
        }
      }),
      runs,
    );
  });

  test('once it suspects, more silence does not change its mind', () => {
    fc.assert(
      fc.property(story(detector, MICROS), fc.array(fc.integer({ min: 0, max: 60_000_000 })), (s, waits) => {
        const { state, last } = told(s);
        let at = last;
        let suspected = false;
        for (const wait of waits) {
          at += wait;
          const suspects = detector.check(state, s.params, at) === 'suspect';
          expect(suspects || !suspected).toBe(true);
          suspected = suspects;
        }
      }),
      runs,
    );
  });

  test('the level only rises with silence, is never below 0, and stays finite', () => {
    fc.assert(
      fc.property(story(detector, MICROS), fc.array(fc.double({ min: 0, max: 1e300, noNaN: true })), (s, silences) => {
        const { state, last } = told(s);
        const moments = [0, 1, 1e6, 2e6, 1e7, 1e9, 1e15, ...silences, 1e300].sort((a, b) => a - b);
        let before = 0;
        for (const silence of moments) {
          const level = detector.level(state, s.params, last + silence);
          expect(Number.isFinite(level)).toBe(true);
          expect(level).toBeGreaterThanOrEqual(before);
          before = level;
        }
      }),
      runs,
    );
  });

  test('level and threshold tell the same as check, away from the flip itself', () => {
    fc.assert(
      fc.property(story(detector, MICROS), fc.integer({ min: 0, max: 60_000_000 }), (s, silence) => {
        const { state, last } = told(s);
        const due = detector.due(state, s.params);
        const at = last + silence;
        // Before the first beat there is no level yet, though some suspect already.
        if (s.beats.length === 0 || (due !== null && Math.abs(at - due) < 2)) return;
        const beyond = detector.level(state, s.params, at) >= detector.threshold(s.params);
        expect(beyond ? 'suspect' : 'trust').toBe(check(state, s.params, at));
      }),
      runs,
    );
  });

  test('level and due change nothing', () => {
    fc.assert(
      fc.property(story(detector, MICROS), (s) => {
        const { state, last } = told(s);
        const before = JSON.stringify(state);
        detector.level(state, s.params, last + 1e7);
        detector.due(state, s.params);
        expect(JSON.stringify(state)).toBe(before);
      }),
      runs,
    );
  });

  test('the state is plain data, and one read back from JSON goes on as if nothing had happened', () => {
    fc.assert(
      fc.property(story(detector, MICROS), fc.nat(), (s, cut) => {
        const half = s.beats.length === 0 ? 0 : cut % s.beats.length;
        const { state } = told({ ...s, beats: s.beats.slice(0, half) });
        expect(isPlain(state)).toBe(true);
        const twin = copied(state);
        for (const beat of s.beats.slice(half)) {
          const at = beat.at - 1;
          expect(detector.check(twin, s.params, at)).toBe(detector.check(state, s.params, at));
          detector.heard(state, s.params, beat.at, beat);
          detector.heard(twin, s.params, beat.at, beat);
          expect(isPlain(state)).toBe(true);
          expect(twin).toEqual(state);
          expect(detector.due(twin, s.params)).toBe(detector.due(state, s.params));
        }
      }),
      runs,
    );
  });

  test('time 0 and negative times are moments like any other', () => {
    fc.assert(
      fc.property(story(detector, MICROS, -100_000), fc.integer({ min: 0, max: 40_000_000 }), (s, silence) => {
        // Whole microseconds shift without rounding, and so do deadlines, but for a last digit.
        const by = -s.start - 3_000_000;
        const moved = {
          ...s,
          start: s.start + by,
          beats: s.beats.map((b) => ({ seq: b.seq, at: b.at + by, sentAt: b.sentAt + by })),
        };
        const one = told(s);
        const other = told(moved);
        const due = detector.due(one.state, s.params);
        const dueMoved = detector.due(other.state, s.params);
        if (due === null || dueMoved === null) {
          expect(dueMoved).toBe(due);
          return;
        }
        expect(Math.abs(dueMoved - (due + by))).toBeLessThan(0.01);
        const at = one.last + silence;
        if (Math.abs(at - due) < 1) return;
        expect(check(other.state, s.params, at + by)).toBe(check(one.state, s.params, at));
      }),
      runs,
    );
  });

  test('before the first beat it answers: level 0, and a verdict that agrees with due', () => {
    const params = defaultsOf(detector, MICROS);
    const state = detector.init(params, 0);
    const due = detector.due(state, params);
    expect(detector.level(state, params, 0)).toBe(0);
    for (const at of [0, 1, 1e6, 1e12]) {
      const suspects = due !== null && (due <= 0 || (detector.strict ? at > due : at >= due));
      expect(check(state, params, at)).toBe(suspects ? 'suspect' : 'trust');
    }
  });

  test('a beat at time 0 counts', () => {
    const params = defaultsOf(detector, MICROS);
    const silent = detector.init(params, -MICROS);
    const heard = detector.init(params, -MICROS);
    detector.heard(heard, params, 0, { seq: 1, sentAt: 0 });
    detector.heard(heard, params, 1, { seq: 2, sentAt: 1 });
    expect(heard).not.toEqual(silent);
    expect(check(heard, params, 2)).toBe('trust');
  });
});
