// What every guard must do, and what sets each apart.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaults, problem, scaled } from '../../src/kernel/fields.ts';
import type { Fields } from '../../src/kernel/fields.ts';
import { lateTick } from '../../src/patterns/guards/late-tick.ts';
import { localPause } from '../../src/patterns/guards/local-pause.ts';
import { guards } from '../../src/patterns/guards/registry.ts';
import { isPlain } from './plain.ts';

const every = [...guards.values()].map((guard) => [guard.id, guard] as const);
const asks = fc.array(
  fc.record({ gap: fc.integer({ min: 0, max: 20_000_000 }), late: fc.integer({ min: 0, max: 2_000_000 }) }),
);

describe.each(every)('guard %s', (_id, guard) => {
  const fields = guard.params as Fields<Record<string, number>>;
  const params = scaled(fields, defaults(fields), 1e6);

  test('every parameter has words, and a default within its own range', () => {
    for (const [name, field] of Object.entries(fields)) {
      expect(problem(field, field.default), name).toBeNull();
      expect(field.label.length * field.help.length, name).toBeGreaterThan(20);
    }
  });

  test('its state is plain, and one read back from JSON goes on as if nothing had happened', () => {
    fc.assert(
      fc.property(asks, (some) => {
        let now = 0;
        const state = guard.init(params, now);
        for (const { gap, late } of some) {
          now += gap;
          const twin = JSON.parse(JSON.stringify(state)) as unknown;
          expect(guard.admit(twin, params, now, late)).toBe(guard.admit(state, params, now, late));
          expect(twin).toEqual(state);
          expect(isPlain(state)).toBe(true);
        }
      }),
    );
  });

  test('after a refusal, asking at the moment it names, on time, is admitted', () => {
    fc.assert(
      fc.property(asks, (some) => {
        let now = 0;
        const state = guard.init(params, now);
        for (const { gap, late } of some) {
          now += gap;
          if (guard.admit(state, params, now, late)) continue;
          const again = guard.retryAt(state, params, now);
          expect(again).toBeGreaterThanOrEqual(now);
          expect(guard.admit(JSON.parse(JSON.stringify(state)), params, again, 0)).toBe(true);
        }
      }),
    );
  });

  test('a node that asks steadily and on time is never refused, from time 0 on', () => {
    const state = guard.init(params, 0);
    for (let now = 0; now < 60_000_000; now += 1_000_000) expect(guard.admit(state, params, now, 0)).toBe(true);
  });
});

test('local pause: after a gap over the limit it is quiet for as long as the limit again', () => {
  const p = { longest: 5 };
  const s = localPause.init(p, 0);
  const verdicts = [1, 2, 9, 10, 13.9, 14, 19].map((t) => localPause.admit(s, p, t, 0));
  expect(verdicts).toEqual([true, true, false, false, false, true, true]);
});

test('late tick: a timer just as late as allowed is on time, a later one silences for the settling time', () => {
  const p = { allowed: 0.5, settle: 0.25 };
  const s = lateTick.init(p, 0);
  expect(lateTick.admit(s, p, 10, 0.5)).toBe(true);
  expect(lateTick.admit(s, p, 20, 0.75)).toBe(false);
  expect(lateTick.retryAt(s, p, 20)).toBe(20.25);
  expect(lateTick.admit(s, p, 20.125, 0)).toBe(false);
  expect(lateTick.admit(s, p, 20.25, 0)).toBe(true);
});
