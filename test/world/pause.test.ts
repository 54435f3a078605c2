// Standing still, being slow, and what waits meanwhile.

import { describe, expect, test } from 'vitest';
import { deed, lines, log, plan, ran, S } from './build.ts';

const GC = { mode: 'gc' };
const SUSPEND = { mode: 'suspend' };

describe('a process paused as by a garbage collection', () => {
  // n2 sends at 1.0 and 3.0, arriving 50 ms later; n1 has timers at 2.5, 1.5 and 6.
  const nodes = [
    { timers: [2.5, 1.5, 6] },
    {
      sends: [
        { at: 1, to: 0 },
        { at: 3, to: 0 },
      ],
    },
  ];
  const world = ran(plan(nodes, { deeds: [deed('pause', 0, 0.5, 4, GC)], until: 10 }));

  test('takes nothing until it resumes, then due timers in due order, then messages in order of arrival', () => {
    expect(log(world, 0)).toEqual([
      ['boot', 0],
      ['timer 101', 4],
      ['timer 100', 4],
      ['note 1', 4],
      ['note 2', 4],
      ['timer 102', 6],
    ]);
  });

  test('is known by the record to have had messages waiting, and to have stood still for 3.5 s', () => {
    expect(lines(world, 'arrive').map((line) => line.at)).toEqual([1.05, 3.05]);
    expect(lines(world, 'pause', 'resume').map(({ type, at, k, x }) => [type, at, k, x])).toEqual([
      ['pause', 0.5, 'gc', 0],
      ['resume', 4, '', 3.5 * S],
    ]);
  });

  test('does late what its timers were set for: the reason is what set them, not the waking', () => {
    const sender = [{}, { sends: [{ at: 1, to: 0 }] }];
    const late = ran(plan(sender, { deeds: [deed('pause', 1, 0.5, 4, GC)], until: 6 }));
    const [sent] = lines(late, 'send');
    expect(sent!.at).toBe(4);
    expect(lines(late)[sent!.cause]).toMatchObject({ type: 'start', a: 1 });
  });

  test('has a clock that ran on', () => {
    expect(log(world, 0).at(-1)).toEqual(['timer 102', 6]);
  });

  test('sends nothing, and what it had sent arrives', () => {
    const sender = [{}, { sends: [{ at: 1, to: 0, every: 1 }] }];
    const paused = ran(plan(sender, { deeds: [deed('pause', 1, 2.02, 4.5, GC)], until: 6 }));
    expect(lines(paused, 'send').map((line) => line.at)).toEqual([1, 2, 4.5, 4.5, 5, 6]);
    expect(log(paused, 0)).toContainEqual(['note 2', 2.05]);
  });
});

describe('a machine that is suspended', () => {
  test('has a clock that stands still: its timers ring as much later as it slept', () => {
    const world = ran(plan([{ timers: [1, 3] }, {}], { deeds: [deed('pause', 0, 2, 7, SUSPEND)], until: 10 }));
    expect(log(world, 0)).toEqual([
      ['boot', 0],
      ['timer 100', 1],
      ['timer 101', 3],
    ]);
    expect(world.inside(0).clock).toMatchObject({ since: 7 * S, count: 2 * S, stopped: false });
  });

  test('handles what arrived meanwhile on waking, at the time its clock then shows', () => {
    const nodes = [{}, { sends: [{ at: 3, to: 0 }] }];
    const world = ran(plan(nodes, { deeds: [deed('pause', 0, 2, 7, SUSPEND)], until: 10 }));
    expect(log(world, 0)).toEqual([
      ['boot', 0],
      ['note 1', 2],
    ]);
    expect(lines(world, 'hear').map((line) => line.at)).toEqual([7]);
  });

  test('that is restarted while it sleeps has a running clock again', () => {
    const deeds = [deed('pause', 0, 2, null, SUSPEND), deed('restart', 0, 5)];
    const world = ran(plan([{ timers: [1] }, {}], { deeds, until: 10 }));
    expect(log(world, 0)).toEqual([
      ['boot', 2],
      ['timer 100', 3],
    ]);
  });

  test('keeps timers that were due before it fell asleep in their order', () => {
    // Paused by its collector from 1 to 8; asleep besides from 4 to 6. Timers 101 (1.5) and 100 (2) were due.
    const deeds = [deed('pause', 0, 1, 8, GC), deed('pause', 0, 4, 6, SUSPEND)];
    const world = ran(plan([{ timers: [2, 1.5, 5.5] }, {}], { deeds, until: 10 }));
    expect(log(world, 0)).toEqual([
      ['boot', 0],
      ['timer 101', 6],
      ['timer 100', 6],
      ['timer 102', 6],
    ]);
  });

  test('sleeps whatever else its process is doing: a collection within a sleep does not start the clock', () => {
    const deeds = [deed('pause', 0, 2, 8, SUSPEND), deed('pause', 0, 3, 5, GC)];
    const world = ran(plan([{ timers: [4] }, {}], { deeds, until: 20 }));
    expect(world.inside(0).clock.count).toBe(2 * S);
    expect(lines(world, 'resume').map((line) => line.at)).toEqual([8]);
  });
});

describe('a slow process', () => {
  test('handles one thing after another, each after its time, and the queue grows', () => {
    // Ten messages arrive 0.1 s apart, each takes 0.5 s.
    const nodes = [{}, { sends: [{ at: 1, to: 0, every: 0.1 }] }];
    const world = ran(plan(nodes, { deeds: [deed('slow', 0, 0, null, { by: 0.5 * S })], until: 4 }));
    const heard = lines(world, 'hear').map((line) => line.at);
    expect(heard).toEqual([1.55, 2.05, 2.55, 3.05, 3.55]);
    expect(world.inside(0).mailbox.length).toBeGreaterThan(20);
  });

  test('takes its timers before its messages', () => {
    const nodes = [
      { timers: [1.2] },
      {
        sends: [
          { at: 1, to: 0 },
          { at: 1.01, to: 0 },
        ],
      },
    ];
    const world = ran(plan(nodes, { deeds: [deed('slow', 0, 0.5, null, { by: 0.5 * S })], until: 4 }));
    expect(
      log(world, 0)
        .slice(1)
        .map(([what]) => what),
    ).toEqual(['timer 100', 'note 1', 'note 2']);
  });

  test('two slownesses add up, and end one by one', () => {
    const deeds = [deed('slow', 0, 1, 3, { by: 0.2 * S }), deed('slow', 0, 2, 4, { by: 0.3 * S })];
    const world = ran(plan([{}, {}], { deeds, until: 5 }));
    expect(lines(world, 'slow').map(({ at, x }) => [at, x / S])).toEqual([
      [1, 0.2],
      [2, 0.5],
      [3, 0.3],
      [4, 0],
    ]);
  });

  test('works off what waits at once when it is well again', () => {
    const nodes = [{}, { sends: [{ at: 1, to: 0, every: 0.1 }] }];
    const world = ran(plan(nodes, { deeds: [deed('slow', 0, 0, 2, { by: 0.4 * S })], until: 6 }));
    const late = lines(world, 'hear').filter((line) => line.at > 2.3);
    const gaps = late.slice(1).map((line, i) => line.at - late[i]!.at);
    expect(Math.max(...gaps)).toBeLessThan(0.11);
    expect(world.inside(0).mailbox).toEqual([]);
  });

  test('that sleeps loses no time over timers that it had not come to', () => {
    // The timer at 1 waits its 2 s from 1 on; asleep from 2 to 3, it starts its 2 s again: 5, and nothing after.
    const deeds = [deed('slow', 0, 0.5, null, { by: 2 * S }), deed('pause', 0, 2, 3, SUSPEND)];
    const nodes = [{ timers: [1] }, { sends: [{ at: 1.5, to: 0 }] }];
    const world = ran(plan(nodes, { deeds, until: 12 }));
    expect(log(world, 0)).toEqual([
      ['boot', 0],
      ['timer 100', 4],
      ['note 1', 6],
    ]);
  });
});

test('link up, process running and process answering are three different things', () => {
  const nodes = [
    {
      sends: [
        { at: 2, to: 1 },
        { at: 2, to: 2 },
        { at: 2, to: 3 },
      ],
    },
    {},
    {},
    {},
  ];
  const deeds = [deed('cut', [0, 1], 1), deed('crash', 2, 1), deed('pause', 3, 1, null, GC)];
  const world = ran(plan(nodes, { deeds, until: 5 }));
  const fates = lines(world, 'drop', 'arrive', 'hear').map(({ type, k, at }) => [type, k, at]);
  expect(fates).toEqual([
    ['drop', 'cut', 2],
    ['drop', 'crashed', 2.05],
    ['arrive', 'note', 2.05],
  ]);
  expect([1, 2, 3].map((node) => world.inside(node).up)).toEqual([true, false, true]);
});
