// Faults are data; conditions are folded from those in force. Any number may overlap, in any order.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { faults } from '../../src/world/faults/registry.ts';
import { copy } from '../../src/kernel/plain.ts';
import type { World } from '../../src/world/world.ts';
import { deed, lines, plan, ran, s, S, type NodeWords } from './build.ts';

const steady: readonly NodeWords[] = [
  { sends: [{ at: 0.5, to: 1, every: 1 }] },
  { sends: [{ at: 0.5, to: 0, every: 1 }] },
];
const heardBy = (world: World, node: number): number[] =>
  lines(world, 'hear')
    .filter((line) => line.a === node)
    .map((line) => line.at);

describe('a cut', () => {
  test('of one direction leaves the other alone, and what is under way arrives', () => {
    const world = ran(plan(steady, { deeds: [deed('cut', [0, 1], 2.52, 4.5)], until: 6 }));
    expect(heardBy(world, 1)).toEqual([0.55, 1.55, 2.55, 4.55, 5.55]);
    expect(heardBy(world, 0)).toEqual([0.55, 1.55, 2.55, 3.55, 4.55, 5.55]);
  });

  test('both ways stops both directions', () => {
    const world = ran(plan(steady, { deeds: [deed('cut', [0, 1, 'both'], 1, 3)], until: 4 }));
    expect(heardBy(world, 0)).toEqual([0.55, 3.55]);
    expect(heardBy(world, 1)).toEqual([0.55, 3.55]);
  });

  test('is in the record as a change of the link, with the fault as its cause', () => {
    const world = ran(plan(steady, { deeds: [deed('cut', [0, 1, 'both'], 1, 3)], until: 4 }));
    const rows = lines(world);
    const changes = lines(world, 'condition');
    expect(changes.map(({ at, a, b, k }) => [at, a, b, k])).toEqual([
      [1, 0, 1, 'cut'],
      [1, 1, 0, 'cut'],
      [3, 0, 1, 'open'],
      [3, 1, 0, 'open'],
    ]);
    expect(changes.map(({ cause }) => rows[cause]!.type)).toEqual(['fault', 'fault', 'end', 'end']);
    expect(rows[rows.find(({ type }) => type === 'end')!.cause]!.type).toBe('fault');
  });
});

describe('faults that overlap', () => {
  test('end rightly in any order: a link is cut exactly while at least one cut of it is in force', () => {
    const span = fc.tuple(
      fc.integer({ min: 0, max: 9 }),
      fc.integer({ min: 1, max: 9 }),
      fc.constantFrom('both', 'one'),
    );
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
        const deeds = spans.map(([from, lasts, ways]) =>
          deed('cut', ways === 'both' ? [0, 1, 'both'] : [0, 1], from, from + lasts),
        );
        const world = ran(plan(steady, { deeds, until: 20 }));
        const expected = Array.from({ length: 20 }, (_, i) => i + 0.5).filter(
          (t) => !spans.some(([from, lasts]) => from <= t && t < from + lasts),
        );
        expect(heardBy(world, 1)).toEqual(expected.filter((t) => t + 0.05 <= 20).map((t) => (s(t) + s(0.05)) / S));
      }),
      { numRuns: 60 },
    );
  });

  test('delays add up, and each takes away only its own', () => {
    const deeds = [deed('delay', [0, 1], 1, 3, { by: s(0.2) }), deed('delay', [0, 1], 2, 4, { by: s(0.1) })];
    const world = ran(plan(steady, { deeds, until: 6 }));
    expect(heardBy(world, 1)).toEqual([0.55, 1.75, 2.85, 3.65, 4.55, 5.55]);
    expect(lines(world, 'condition').map(({ at, x }) => [at, x / S])).toEqual([
      [1, 0.2],
      [2, 0.3],
      [3, 0.1],
      [4, 0],
    ]);
  });

  test('a crash within a pause within a crash: the node stands as those that are left say', () => {
    const deeds = [deed('crash', 0, 1, 4), deed('pause', 0, 2, 6, { mode: 'gc' }), deed('crash', 0, 3, 5)];
    const world = ran(plan(steady, { deeds, until: 10 }));
    const own = lines(world, 'start', 'crash', 'pause', 'resume').filter(({ a }) => a === 0);
    expect(own.map(({ type, at }) => [type, at])).toEqual([
      ['start', 0],
      ['crash', 1],
      ['start', 5],
      ['pause', 5],
      ['resume', 6],
    ]);
  });

  test('one that ends as another of its kind begins leaves no gap', () => {
    const world = ran(plan(steady, { deeds: [deed('cut', [0, 1], 1, 2), deed('cut', [0, 1], 2, 3)], until: 4 }));
    expect(lines(world, 'condition').map(({ at, k }) => [at, k])).toEqual([
      [1, 'cut'],
      [3, 'open'],
    ]);
  });
});

describe('in its instant', () => {
  test('a fault acts before everything else: a message that arrives then finds the process gone', () => {
    const world = ran(plan(steady, { deeds: [deed('crash', 1, 2.55), deed('cut', [1, 0], 1.5)], until: 4 }));
    expect(heardBy(world, 1)).toEqual([0.55, 1.55]);
    expect(heardBy(world, 0)).toEqual([0.55]);
  });

  test('the end of a fault acts before everything else too', () => {
    const world = ran(plan(steady, { deeds: [deed('cut', [0, 1], 1, 2.5)], until: 4 }));
    expect(heardBy(world, 1)).toEqual([0.55, 2.55, 3.55]);
  });

  test('an action one microsecond after a moment acts after all that happened in that moment', () => {
    const late = { ...deed('crash', 1, 0), at: s(2.55) + 1 };
    expect(heardBy(ran(plan(steady, { deeds: [late], until: 4 })), 1)).toEqual([0.55, 1.55, 2.55]);
  });
});

describe('one message', () => {
  test('is dropped, the next one sent, and no other', () => {
    const world = ran(plan(steady, { deeds: [deed('drop', [0, 1], 2)], until: 5 }));
    expect(heardBy(world, 1)).toEqual([0.55, 1.55, 3.55, 4.55]);
    expect(lines(world, 'drop').map(({ k, at }) => [k, at])).toEqual([['one', 2.5]]);
    expect(heardBy(world, 0)).toHaveLength(5);
  });

  test('is held back, the next one sent, and is overtaken', () => {
    const world = ran(plan(steady, { deeds: [deed('hold', [0, 1], 2, null, { by: s(1.2) })], until: 6 }));
    expect(heardBy(world, 1)).toEqual([0.55, 1.55, 3.55, 3.75, 4.55, 5.55]);
  });

  test('of either direction uses up a drop of both ways', () => {
    const early: readonly NodeWords[] = [
      { sends: [{ at: 0.5, to: 1, every: 1 }] },
      { sends: [{ at: 0.6, to: 0, every: 1 }] },
    ];
    const world = ran(plan(early, { deeds: [deed('drop', [0, 1, 'both'], 2)], until: 4 }));
    expect(lines(world, 'drop').map(({ a, at }) => [a, at])).toEqual([[0, 2.5]]);
  });

  test('each: three drops take the next three messages, in the order in which they were asked for', () => {
    const deeds = [deed('drop', [0, 1], 1), deed('hold', [0, 1], 1, null, { by: s(0.1) }), deed('drop', [0, 1], 1)];
    const world = ran(plan(steady, { deeds, until: 6 }));
    expect(heardBy(world, 1)).toEqual([0.55, 2.65, 4.55, 5.55]);
  });
});

describe('healing', () => {
  test('undoes everything that was done to a link before, whoever did it, and nothing done after', () => {
    const deeds = [
      deed('cut', [0, 1], 1, 9),
      deed('delay', [0, 1], 1, null, { by: s(0.3) }),
      deed('drop', [0, 1], 1),
      deed('heal', [0, 1, 'both'], 2),
      deed('delay', [0, 1], 4, null, { by: s(0.1) }),
    ];
    const world = ran(plan(steady, { deeds, until: 11 }));
    expect(heardBy(world, 1)).toEqual([0.55, 2.55, 3.55, 4.65, 5.65, 6.65, 7.65, 8.65, 9.65, 10.65]);
  });
});

describe('every kind of fault', () => {
  const defaults = (kind: string): object =>
    Object.fromEntries(
      Object.entries(faults.get(kind)!.params).map(([name, field]) => [
        name,
        field.kind === 'duration' ? s(field.default) : field.default,
      ]),
    );

  test.each([...faults.keys()])(
    '%s leaves a copy of its parameters alone and ends without a trace if it lasts',
    (id) => {
      const kind = faults.get(id)!;
      const params = defaults(id);
      const before = copy(params);
      const target = kind.on === 'node' ? 0 : ([0, 1] as const);
      const world = ran(plan(steady, { deeds: [deed(id, target, 2, kind.lasts ? 3 : null, params)], until: 30 }));
      expect(params).toEqual(before);
      expect(lines(world, 'fault').map(({ at, k }) => [at, k])).toEqual([[2, id]]);
      expect(heardBy(world, 1).filter((t) => t > 25)).toEqual([25.55, 26.55, 27.55, 28.55, 29.55]);
    },
  );
});

describe('a ping by hand', () => {
  test('is sent by a running process, and not by one that stands still or is gone', () => {
    const pings = [1, 3, 5].map((at) => deed('ping', [0, 1], at));
    const deeds = [...pings, deed('pause', 0, 2, 4, { mode: 'gc' }), deed('crash', 0, 4.5)];
    const world = ran(plan([{}, {}], { deeds, until: 8 }));
    expect(lines(world, 'send').map(({ at, k, x }) => [at, k, x])).toEqual([[1, 'ping', 1]]);
    expect(lines(world, 'fault').filter(({ k }) => k === 'ping')).toHaveLength(3);
  });
});
