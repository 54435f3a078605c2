// Crashing and starting again.

import { describe, expect, test } from 'vitest';
import { deed, disk, lines, log, plan, program, ran, S } from './build.ts';

describe('a crash', () => {
  const nodes = [
    { timers: [1, 6], persists: { epoch: 3 } },
    {
      sends: [
        { at: 1, to: 0 },
        { at: 2.98, to: 0 },
        { at: 4, to: 0 },
      ],
    },
  ];
  // n1 paused from 0.5 (so message 1 waits in its mailbox), crashed at 3, started again at 8.
  const deeds = [deed('pause', 0, 0.5, null, { mode: 'gc' }), deed('crash', 0, 3, 8)];
  const world = ran(plan(nodes, { deeds, until: 20 }));

  test('drops memory, timers and mailbox, and what arrives falls on nobody', () => {
    expect(lines(world, 'drop').map(({ at, k, x }) => [at, k, x])).toEqual([
      [3, 'crashed', 1],
      [3.03, 'crashed', 2],
      [4.05, 'crashed', 3],
    ]);
    const down = ran(plan(nodes, { deeds, until: 7 }));
    expect(down.inside(0)).toMatchObject({ up: false, memory: null, timers: [], due: [], mailbox: [] });
  });

  test('keeps the disk, which the next incarnation finds', () => {
    expect(disk(world, 0)).toEqual({ epoch: 3 });
    expect(
      lines(world, 'start')
        .filter((line) => line.a === 0)
        .map(({ at, x }) => [at, x]),
    ).toEqual([
      [0, 0],
      [8, 1],
    ]);
  });

  test('leaves a pause that is still in force to the next incarnation', () => {
    expect(log(world, 0)).toEqual([['boot', 8]]);
    expect(world.inside(0).paused).toBe('gc');
  });

  test('does not take back messages under way from the crashed process', () => {
    const sender = [{}, { sends: [{ at: 2.99, to: 0 }] }];
    const crashed = ran(plan(sender, { deeds: [deed('crash', 1, 3)], until: 5 }));
    expect(log(crashed, 0)).toContainEqual(['note 1', 3.04]);
  });

  test('no timer of the crashed process rings in the next one', () => {
    const again = ran(plan([{ timers: [5] }, {}], { deeds: [deed('crash', 0, 3, 4)], until: 20 }));
    expect(log(again, 0)).toEqual([
      ['boot', 4],
      ['timer 100', 9],
    ]);
  });
});

describe('a restart', () => {
  test('starts a running process anew, with a new number and an empty memory', () => {
    const world = ran(plan([{ timers: [1, 3] }, {}], { deeds: [deed('restart', 0, 2)], until: 10 }));
    expect(log(world, 0)).toEqual([
      ['boot', 2],
      ['timer 100', 3],
      ['timer 101', 5],
    ]);
    expect(world.inside(0).incarnation).toBe(1);
  });

  test('drops what waited, and says that it was for the restart', () => {
    const nodes = [{}, { sends: [{ at: 1, to: 0 }] }];
    const deeds = [deed('pause', 0, 0.5, null, { mode: 'gc' }), deed('restart', 0, 2)];
    const world = ran(plan(nodes, { deeds, until: 5 }));
    expect(lines(world, 'drop').map(({ k }) => k)).toEqual(['restarted']);
    expect(world.inside(0).paused).toBeNull();
  });

  test('ends every crash before it, and none after it', () => {
    const deeds = [deed('crash', 0, 1), deed('crash', 0, 2), deed('restart', 0, 3), deed('crash', 0, 4)];
    const world = ran(plan([{}, {}], { deeds, until: 10 }));
    expect(
      lines(world, 'start', 'crash')
        .filter(({ a }) => a === 0)
        .map(({ type, at }) => [type, at]),
    ).toEqual([
      ['start', 0],
      ['crash', 1],
      ['start', 3],
      ['crash', 4],
    ]);
  });

  test('messages under way to the old process are heard by the new one', () => {
    const world = ran(plan([{}, { sends: [{ at: 1.97, to: 0 }] }], { deeds: [deed('restart', 0, 2)], until: 5 }));
    expect(log(world, 0)).toEqual([
      ['boot', 2],
      ['note 1', 2.02],
    ]);
  });
});

describe('what is on the disk', () => {
  const counting = (): ReturnType<typeof program> =>
    program({
      boot(ctx, found) {
        const memory = (found ?? { starts: 0 }) as { starts: number };
        memory.starts++;
        ctx.persist(memory);
        ctx.setTimer(1, ctx.now + S);
        return memory;
      },
      onTimer(memory) {
        (memory as { starts: number }).starts += 100;
      },
    });

  test('is what was persisted, not what became of it in memory afterwards', () => {
    const world = ran(plan([{ program: counting() }], { deeds: [deed('restart', 0, 5)], until: 10 }));
    expect(world.inside(0)).toMatchObject({ memory: { starts: 102 }, disk: { starts: 2 } });
  });
});

describe('at the very first instant', () => {
  test('a crash keeps the process from ever starting; its end starts it', () => {
    const world = ran(plan([{}, {}], { deeds: [deed('crash', 0, 0, 5)], until: 10 }));
    expect(lines(world, 'start').map(({ a, at }) => [a, at])).toEqual([
      [1, 0],
      [0, 5],
    ]);
  });

  test('a pause finds the process started by the start of the run, like all others, and in the same order', () => {
    const world = ran(plan([{}, {}, {}], { deeds: [deed('pause', 2, 0, 5, { mode: 'gc' })], until: 10 }));
    const starts = lines(world, 'start');
    expect(starts.map(({ a, cause }) => [a, cause])).toEqual([
      [0, -1],
      [1, -1],
      [2, -1],
    ]);
    expect(world.inside(2).incarnation).toBe(0);
    expect(lines(world, 'pause', 'resume').map(({ at }) => at)).toEqual([0, 5]);
  });
});
