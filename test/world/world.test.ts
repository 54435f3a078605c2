// The world as a model of the kernel: saved, restored, sliced, looked into.

import { describe, expect, test } from 'vitest';
import { impurity } from '../../src/kernel/plain.ts';
import { World } from '../../src/world/world.ts';
import { deed, lines, plan, program, ran, s, type NodeWords } from './build.ts';

const nodes: readonly NodeWords[] = [
  {
    sends: [
      { at: 0.3, to: 1, every: 0.7 },
      { at: 0.4, to: 2, every: 1.1 },
    ],
    timers: [2, 9],
    driftPpm: 200,
  },
  { sends: [{ at: 0.1, to: 0, every: 0.9 }], driftPpm: -500 },
  {
    sends: [
      { at: 0.2, to: 0, every: 0.5 },
      { at: 0.2, to: 1, every: 0.8 },
    ],
  },
];
const busy = plan(nodes, {
  link: {
    delay: { kind: 'log-normal', median: s(0.1), sigma: 0.8 },
    loss: 0.1,
    burst: { good: s(5), bad: s(1), share: 0.8 },
  },
  deeds: [
    deed('pause', 0, 3, 6, { mode: 'suspend' }),
    deed('pause', 1, 5, 8, { mode: 'gc' }),
    deed('slow', 2, 4, 9, { by: s(0.3) }),
    deed('crash', 0, 10, 12),
    deed('restart', 1, 11),
    deed('cut', [1, 2, 'both'], 9, 13),
    deed('hold', [2, 0], 7, null, { by: s(3) }),
    deed('drop', [2, 1], 7),
    deed('burst-loss', [0, 1], 12, 16, { good: s(1), bad: s(1), share: 1 }),
    deed('loss', [0, 2], 2, 14, { share: 0.3 }),
    deed('delay', [0, 1, 'both'], 2, 14, { by: s(0.3) }),
    deed('heal', [1, 2], 12),
    deed('ping', [0, 1], 15),
  ],
  until: 20,
});
const whole = ran(busy);
const print = whole.kernel.record.fingerprint();

describe('a world', () => {
  test('with the same plan and seed is the same run, with another seed another', () => {
    expect(ran(busy).kernel.record.fingerprint()).toBe(print);
    expect(ran(busy, 'other').kernel.record.fingerprint()).not.toBe(print);
  });

  test('is plain data after every event', () => {
    const world = new World(busy, 'seed');
    while (world.run(undefined, 1).why === 'slice') {
      const found = impurity(world.save());
      if (found !== null) expect.fail(`event ${world.kernel.ordinal}: ${found}`);
    }
    expect(world.kernel.record.fingerprint()).toBe(print);
  });

  test('saved as JSON at any event and restored in a new world, runs on to the same fingerprint', () => {
    const world = new World(busy, 'seed');
    for (let more = true; more; more = world.run(undefined, 5).why === 'slice') {
      const other = new World(busy, 'seed');
      other.restore(JSON.parse(JSON.stringify(world.save())));
      other.run();
      expect(other.kernel.record.fingerprint()).toBe(print);
    }
  });

  test('can be taken back to an earlier moment of its own, and runs on to the same fingerprint', () => {
    const world = new World(busy, 'seed');
    world.run(s(1));
    const early = world.save();
    world.run();
    world.restore(early);
    world.run();
    expect(world.kernel.record.fingerprint()).toBe(print);
    const fresh = new World(busy, 'seed').save();
    const used = new World(busy, 'seed');
    used.run(s(8));
    used.restore(fresh);
    used.run();
    expect(used.kernel.record.fingerprint()).toBe(print);
  });

  test('a saved state is not touched by running on', () => {
    const world = new World(busy, 'seed');
    world.run(s(7));
    const saved = world.save();
    const before = JSON.stringify(saved);
    world.run();
    expect(JSON.stringify(saved)).toBe(before);
  });

  test('that keeps no record counts the same rows', () => {
    const counted = new World(busy, 'seed', { record: false });
    counted.run();
    expect(counted.kernel.record.length).toBe(whole.kernel.record.length);
    expect(counted.kernel.ordinal).toBe(whole.kernel.ordinal);
    expect(counted.inside(0)).toEqual(whole.inside(0));
  });

  test('stops at the horizon, whatever it is asked', () => {
    const world = new World(busy, 'seed');
    world.run(1e15);
    expect(world.kernel.now).toBe(s(20));
  });

  test('an event at the horizon itself still happens', () => {
    const world = ran(plan([{ timers: [5] }], { until: 5 }));
    expect((world.inside(0).memory as { log: unknown[] }).log).toHaveLength(2);
  });

  test('every row’s cause is an earlier row, and ends in a start, a fault or something done by hand', () => {
    const rows = lines(whole);
    for (const line of rows) {
      let at = line;
      while (at.cause >= 0) {
        expect(at.cause).toBeLessThan(at.row);
        at = rows[at.cause]!;
      }
      expect(['start', 'fault']).toContain(at.type);
    }
  });
});

describe('a timer', () => {
  const ringing = (boot: Parameters<typeof program>[0]['boot']): readonly [number, number][] => {
    const rang: [number, number][] = [];
    const own = program({ boot, onTimer: (_, ctx, timer) => void rang.push([timer, ctx.now]) });
    ran(plan([{ program: own }], { until: 10 }));
    return rang;
  };

  test('set again is only the later one', () => {
    expect(ringing((ctx) => [ctx.setTimer(1, 100), ctx.setTimer(1, 300), ctx.setTimer(2, 200)])).toEqual([
      [2, 200],
      [1, 300],
    ]);
  });

  test('that is cancelled does not ring, and cancelling one that was never set is nothing', () => {
    expect(ringing((ctx) => [ctx.setTimer(1, 100), ctx.cancelTimer(1), ctx.cancelTimer(77)])).toEqual([]);
  });

  test('for a moment that has passed rings now', () => {
    expect(ringing((ctx) => ctx.setTimer(1, -5))).toEqual([[1, 0]]);
  });

  test('on a drifting clock rings at the first true instant at which the clock shows it', () => {
    const own = program({
      boot: (ctx) => ctx.setTimer(1, s(3)),
      onTimer: (_, ctx) => ctx.note('trust', 0, '', ctx.now, ctx.row),
    });
    const world = ran(plan([{ program: own, driftPpm: 50_000 }], { until: 10 }));
    const [rang] = lines(world, 'trust');
    expect(rang!.x).toBe(s(3));
    expect(rang!.at).toBe(2.857143);
  });

  test('cancelled while it waits for a slow process costs that process nothing', () => {
    const own = program({
      boot: (ctx) => [ctx.setTimer(1, s(1)), ctx.setTimer(2, s(1.1)), ctx.setTimer(3, s(1.2))],
      onTimer: (_, ctx, timer) => {
        ctx.note('trust', timer, '', 0, ctx.row);
        if (timer === 1) ctx.cancelTimer(2);
      },
    });
    const world = ran(plan([{ program: own }], { deeds: [deed('slow', 0, 0.5, null, { by: s(1) })], until: 10 }));
    expect(lines(world, 'trust').map(({ b, at }) => [b, at])).toEqual([
      [1, 2],
      [3, 3],
    ]);
  });
});

test('a program sees the nodes to which it has a link, and draws from streams of its own', () => {
  const seen: unknown[] = [];
  const own = program({ boot: (ctx) => void seen.push([ctx.self, ctx.peers, ctx.draw('phase'), ctx.draw('phase')]) });
  ran(plan([{ program: own }, { program: own }, { program: own }], { without: ['n1>n3'] }));
  expect(seen.map((one) => (one as unknown[]).slice(0, 2))).toEqual([
    [0, [1]],
    [1, [0, 2]],
    [2, [0, 1]],
  ]);
  const draws = seen.flatMap((one) => (one as number[]).slice(2));
  expect(new Set(draws).size).toBe(6);
  seen.length = 0;
  ran(plan([{ program: own }, { program: own }]));
  expect(seen.flatMap((one) => (one as number[]).slice(2))).toEqual(draws.slice(0, 4));
});
