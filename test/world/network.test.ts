// Links: loss by chance and in bad periods, order, and streams that leave each other alone.

import { describe, expect, test } from 'vitest';
import type { LinkPlan } from '../../src/world/plan.ts';
import { World } from '../../src/world/world.ts';
import { deed, lines, plan, ran, s, type NodeWords } from './build.ts';

const talker = (every: number): readonly NodeWords[] => [{ sends: [{ at: every / 2, to: 1, every }] }, {}];

/** Share of messages from n1 to n2 that ended in a drop, and how many there were. */
function lost(world: World): { share: number; sent: number } {
  const sent = lines(world, 'send').length;
  return { share: lines(world, 'drop').length / sent, sent };
}

describe('loss', () => {
  test.each([0.01, 0.2, 0.5])('of %d loses that share, within five standard errors', (loss) => {
    const { share, sent } = lost(ran(plan(talker(0.1), { link: { loss }, until: 2_000 })));
    expect(sent).toBeGreaterThan(19_000);
    expect(Math.abs(share - loss)).toBeLessThan(5 * Math.sqrt((loss * (1 - loss)) / sent));
  });

  test('of the link and of a fault are independent of each other', () => {
    const world = ran(
      plan(talker(0.1), { link: { loss: 0.3 }, deeds: [deed('loss', [0, 1], 0, null, { share: 0.5 })], until: 2_000 }),
    );
    const { share, sent } = lost(world);
    expect(Math.abs(share - 0.65)).toBeLessThan(5 * Math.sqrt((0.65 * 0.35) / sent));
  });

  test('of 0 loses nothing and of 1 everything', () => {
    expect(lost(ran(plan(talker(0.1), { until: 100 }))).share).toBe(0);
    expect(lost(ran(plan(talker(0.1), { link: { loss: 1 }, until: 100 }))).share).toBe(1);
  });
});

describe('bad periods', () => {
  const burst = { good: s(57), bad: s(3), share: 1 };
  /** Spans between the first lost message and the next one heard. */
  function outages(every: number, link: Partial<LinkPlan> = { burst }, seed = 'seed', until = 20_000): number[] {
    const world = ran(plan(talker(every), { link, until }), seed);
    const fate = lines(world, 'drop', 'hear').sort((x, y) => x.x - y.x);
    const out: number[] = [];
    let from: number | null = null;
    for (const { type, at } of fate) {
      if (type === 'drop') from ??= at;
      else if (from !== null) {
        out.push(at - from);
        from = null;
      }
    }
    return out;
  }
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

  test('take up their share of the time', () => {
    // About 333 periods of 3 s in 20,000 s: 5 % of the time, standard error 0.28 % (periods are exponential).
    const { share } = lost(ran(plan(talker(0.5), { link: { burst }, until: 20_000 })));
    expect(Math.abs(share - 0.05)).toBeLessThan(5 * 0.0028);
  });

  test('lie in time: beating twice as often finds the same outages, and none shorter', () => {
    const slow = outages(1);
    const fast = outages(0.5);
    expect(Math.abs(sum(slow) - sum(fast)) / sum(slow)).toBeLessThan(0.2);
    // What lasts two beats at least is seen by both, at the same length to within a beat.
    const long = (all: readonly number[]): number[] => all.filter((length) => length > 6);
    expect(Math.abs(long(slow).length - long(fast).length)).toBeLessThanOrEqual(5);
    expect(long(slow).length).toBeGreaterThan(20);
  });

  test('brought by a fault lie where they lie, whatever is sent and when', () => {
    const withFault = (every: number): readonly number[] => {
      const deeds = [deed('burst-loss', [0, 1], 100, null, { good: s(20), bad: s(5), share: 1 })];
      const world = ran(plan(talker(every), { deeds, until: 1_000 }));
      return lines(world, 'drop').map((line) => line.at);
    };
    const often = withFault(0.01);
    for (const at of withFault(1.7)) expect(often.some((other) => Math.abs(other - at) <= 0.01)).toBe(true);
  });

  test('lose only their share of what is sent in them', () => {
    const half = lost(ran(plan(talker(0.2), { link: { burst: { ...burst, share: 0.5 } }, until: 20_000 }))).share;
    expect(half).toBeGreaterThan(0.015);
    expect(half).toBeLessThan(0.035);
  });

  test('say so: what they lose is not called loss', () => {
    const world = ran(plan(talker(0.5), { link: { burst }, until: 2_000 }));
    expect(new Set(lines(world, 'drop').map((line) => line.k))).toEqual(new Set(['burst']));
  });
});

describe('an ordered link', () => {
  const wild: Partial<LinkPlan> = { delay: { kind: 'exponential', mean: s(2), least: 0 }, ordered: true };

  test('never lets one message overtake another', () => {
    const heard = lines(ran(plan(talker(0.1), { link: wild, until: 200 })), 'hear').map((line) => line.x);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
    expect(heard.length).toBeGreaterThan(1_500);
  });

  test('without the option does', () => {
    const heard = lines(ran(plan(talker(0.1), { link: { ...wild, ordered: false }, until: 200 })), 'hear');
    expect(heard.some((line, i) => i > 0 && line.x < heard[i - 1]!.x)).toBe(true);
  });

  test('holds everything back behind a message that is held', () => {
    const deeds = [deed('hold', [0, 1], 2, null, { by: s(2) })];
    const world = ran(plan(talker(1), { link: { ordered: true }, deeds, until: 8 }));
    expect(lines(world, 'hear').map((line) => [line.x, line.at])).toEqual([
      [1, 0.55],
      [2, 1.55],
      [3, 4.55],
      [4, 4.55],
      [5, 4.55],
      [6, 5.55],
      [7, 6.55],
      [8, 7.55],
    ]);
  });
});

describe('streams of their own', () => {
  const varied: Partial<LinkPlan> = { delay: { kind: 'uniform', from: s(0.01), to: s(0.5) } };
  const hearings = (world: World, a: number, b: number): number[] =>
    lines(world, 'hear')
      .filter((line) => line.a === a && line.b === b)
      .map((line) => line.at);

  test('adding a node disturbs no other link', () => {
    const small = ran(plan(talker(0.3), { link: { ...varied, loss: 0.2 } }));
    const nodes = [
      ...talker(0.3),
      {
        sends: [
          { at: 0.1, to: 1, every: 0.2 },
          { at: 0.1, to: 0, every: 0.2 },
        ],
      },
    ];
    const large = ran(plan(nodes, { link: { ...varied, loss: 0.2 } }));
    expect(hearings(large, 1, 0)).toEqual(hearings(small, 1, 0));
  });

  test('moving the loss reshuffles no delay, and what was lost at a small share is lost at a larger one', () => {
    const at = (loss: number): Map<number, number> => {
      const world = ran(plan(talker(0.3), { link: { ...varied, loss } }));
      return new Map(lines(world, 'hear').map((line) => [line.x, line.at]));
    };
    const [none, some, many] = [at(0), at(0.2), at(0.5)];
    expect(some!.size).toBeLessThan(none!.size);
    expect(many!.size).toBeLessThan(some!.size);
    for (const [seq, time] of many!) expect(some!.get(seq)).toBe(time);
    for (const [seq, time] of some!) expect(none!.get(seq)).toBe(time);
  });

  test('a longer delay moves every message, and by the same factor', () => {
    const delays = (mean: number): number[] =>
      lines(
        ran(plan(talker(0.3), { link: { delay: { kind: 'exponential', mean: s(mean), least: 0 } }, until: 30 })),
        'hear',
      )
        .sort((x, y) => x.x - y.x)
        .map((line) => line.at - (0.15 + 0.3 * (line.x - 1)));
    const short = delays(0.1).slice(0, 80);
    const long = delays(0.2).slice(0, 80);
    for (let i = 0; i < 80; i++) expect(long[i]! / short[i]!).toBeCloseTo(2, 1);
  });

  test('a cut uses up the draws of what it swallows: afterwards every message is as it would have been', () => {
    const calm = ran(plan(talker(0.3), { link: varied }));
    const cut = ran(plan(talker(0.3), { link: varied, deeds: [deed('cut', [0, 1], 10, 20)] }));
    const seqs = new Map(lines(calm, 'hear').map((line) => [line.x, line.at]));
    for (const { x, at } of lines(cut, 'hear')) expect(seqs.get(x)).toBe(at);
    expect(lines(cut, 'hear').length).toBeLessThan(seqs.size - 30);
  });
});

test('a message over a link that does not exist is a mistake in the program, and throws', () => {
  const world = new World(plan(talker(1), { without: ['n1>n2'] }), 'seed');
  expect(() => world.run()).toThrow('n1 has no link to n2');
});

test('delays of weeks neither arrive nor confuse the order', () => {
  const link: Partial<LinkPlan> = { delay: { kind: 'log-normal', median: s(604_800), sigma: 5 } };
  const world = ran(plan(talker(0.1), { link, until: 100 }));
  const times = Array.from(world.kernel.record.columns().time);
  expect(times).toEqual([...times].sort((a, b) => a - b));
  expect(lines(world, 'send').length).toBe(1_000);
});
