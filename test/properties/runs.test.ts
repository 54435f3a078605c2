// What holds for every run, on thousands of generated ones: the laws of the core, all at once.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { impurity } from '../../src/kernel/plain.ts';
import { conservation } from '../../src/measures/conservation.ts';
import { measures } from '../../src/measures/registry.ts';
import { defaults } from '../../src/kernel/fields.ts';
import { causes } from '../../src/measures/why.ts';
import type { RunKey } from '../../src/scenarios/scenario.ts';
import { readingOf } from '../../src/worker/reading-of.ts';
import { checkKey, planOf, runNow } from '../../src/worker/run-key.ts';
import type { Plan } from '../../src/world/plan.ts';
import { TYPES } from '../../src/world/vocabulary.ts';
import { World } from '../../src/world/world.ts';
import { generated } from './generate.ts';

/** The plan of a key; keys whose detector cannot work with its parameters are not run. */
function planned(key: RunKey): Plan {
  const answer = checkKey({}, key);
  fc.pre(answer.ok);
  return planOf({}, key);
}

function whole(plan: Plan, seed: string): World {
  const world = new World(plan, seed);
  expect(world.run().why).toBe('horizon');
  return world;
}

const print = (world: World): string => world.kernel.record.fingerprint();
const cuts = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 });

describe('every run', () => {
  test('is the same run again with the same key, and in any slices of events and of time', () => {
    fc.assert(
      fc.property(generated, cuts, (key, slices) => {
        const plan = planned(key);
        const one = whole(plan, key.seed);
        const byEvents = new World(plan, key.seed);
        for (let i = 0; byEvents.run(undefined, slices[i % slices.length]).why === 'slice'; i++);
        expect(print(byEvents)).toBe(print(one));
        const byTime = new World(planned(JSON.parse(JSON.stringify(key)) as RunKey), key.seed);
        for (let t = 0, i = 0; t < plan.until; i++) byTime.run((t += slices[i % slices.length]! * 9_973));
        byTime.run();
        expect(byTime.save()).toEqual(one.save());
      }),
      { numRuns: 500 },
    );
  });

  test('is plain data at any event; saved there as JSON and restored, it runs on to the same end', () => {
    fc.assert(
      fc.property(generated, fc.double({ min: 0, max: 1, noNaN: true }), (key, share) => {
        const plan = planned(key);
        const one = whole(plan, key.seed);
        const half = new World(plan, key.seed);
        half.run(undefined, Math.floor(share * one.kernel.ordinal));
        const saved = half.save();
        expect(impurity(saved)).toBeNull();
        const other = new World(plan, key.seed);
        other.restore(JSON.parse(JSON.stringify(saved)));
        other.run();
        expect(print(other)).toBe(print(one));
        half.run();
        expect(print(half)).toBe(print(one));
        half.restore(saved);
        half.run();
        expect(print(half)).toBe(print(one));
      }),
      { numRuns: 500 },
    );
  });

  test('writes the same number of rows when none are kept, and leaves every process in the same state', () => {
    fc.assert(
      fc.property(generated, (key) => {
        const plan = planned(key);
        const one = whole(plan, key.seed);
        const counted = new World(plan, key.seed, { record: false });
        counted.run();
        expect(counted.kernel.record.length).toBe(one.kernel.record.length);
        expect(counted.kernel.ordinal).toBe(one.kernel.ordinal);
        plan.nodes.forEach((_, i) => expect(counted.inside(i)).toEqual(one.inside(i)));
      }),
      { numRuns: 300 },
    );
  });

  test('loses no message, invents none, goes forward in time, and gives every row a cause that leads to a root', () => {
    fc.assert(
      fc.property(generated, (key) => {
        const world = whole(planned(key), key.seed);
        const columns = world.kernel.record.columns();
        expect(conservation(columns, world.kernel.record.words)).toEqual([]);
        for (let i = 0; i < columns.length; i++) {
          if (i > 0 && (columns.time[i]! < columns.time[i - 1]! || columns.ordinal[i]! < columns.ordinal[i - 1]!))
            expect.fail(`row ${i}`);
          if (!Number.isInteger(columns.time[i]) || !Number.isInteger(columns.x[i]) || columns.x[i]! < 0)
            expect.fail(`row ${i}`);
          if (columns.cause[i]! >= i) expect.fail(`row ${i} is caused by row ${columns.cause[i]}`);
          const type = TYPES[columns.type[i]!]!;
          if (columns.cause[i]! < 0 && type !== 'start' && type !== 'fault')
            expect.fail(`row ${i}, ${type}, has no cause`);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('can be measured by everything, and shown', () => {
    fc.assert(
      fc.property(generated, (key) => {
        const plan = planned(key);
        const done = runNow(plan, key.seed);
        const columns = done.world.kernel.record.columns();
        const reading = readingOf(done, columns, key.actions.length);
        for (const measure of measures.values()) {
          const { value } = measure.of(reading, defaults(measure.params) as never);
          if (value !== null && !Number.isFinite(value)) expect.fail(`${measure.id} is ${value}`);
        }
        for (const { spans, observer } of reading.film.beliefs) {
          for (const span of spans) if (span.to < span.from) expect.fail(`beliefs of ${observer}`);
        }
        const last = columns.length - 1;
        if (last >= 0) expect(causes(columns, last).at(-1)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 200 },
    );
  });
});

test('the generated keys reach every type of row and every way to lose a message', () => {
  const seen = new Set<string>();
  for (const key of fc.sample(generated, { numRuns: 300, seed: 7 })) {
    if (!checkKey({}, key).ok) continue;
    const world = whole(planOf({}, key), key.seed);
    const { type, k, length } = world.kernel.record.columns();
    for (let i = 0; i < length; i++) seen.add(`${TYPES[type[i]!]} ${world.kernel.record.words[k[i]!] ?? ''}`);
  }
  const types = new Set([...seen].map((one) => one.split(' ')[0]!));
  expect([...types].sort()).toEqual([...TYPES].sort());
  for (const why of ['cut', 'loss', 'burst', 'one', 'crashed', 'restarted']) expect(seen).toContain(`drop ${why}`);
});
