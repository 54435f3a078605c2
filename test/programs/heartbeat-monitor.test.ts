// The heartbeat monitor against the lesson's arithmetic: eta 1 s, T 3 s, delay 50 ms, beats at whole seconds.

import { describe, expect, test } from 'vitest';
import { mesh, pair, ranOf, scenario, T3 } from '../scenarios/build.ts';
import { lines, type Line } from '../world/build.ts';
import type { FaultSpec, Scenario } from '../../src/scenarios/scenario.ts';

const beliefs = (of: Scenario, seed?: string): Line[] => lines(ranOf(of, seed), 'suspect', 'trust');
const told = (all: readonly Line[]) => all.map(({ type, at }) => [type, at]);

describe('a pair with a timeout of 3 s', () => {
  test('notices a crash at 20.4 s at 23.05 s, three seconds after the last beat, and not a microsecond before', () => {
    // The rule is strict: at 23.05 the silence is 3 s and allowed, one microsecond later it is not.
    expect(told(beliefs(pair([{ kind: 'crash', on: 'w', at: 20.4 }])))).toEqual([['suspect', 23.050001]]);
  });

  test('detects between 2.05 and 3.05 s after a crash, whenever in the interval that is', () => {
    for (let i = 0; i < 20; i++) {
      const crash = 20 + i / 20 + 0.001;
      const [suspicion] = beliefs(pair([{ kind: 'crash', on: 'w', at: crash }]));
      expect(suspicion!.at - crash).toBeCloseTo(3.05 - (crash - 20), 4);
    }
  });

  test('says how long the silence was, and names the last beat heard as the cause', () => {
    const world = ranOf(pair([{ kind: 'crash', on: 'w', at: 20.4 }]));
    const [suspicion] = lines(world, 'suspect');
    expect(suspicion!.x).toBe(3_000_001);
    const beat = lines(world)[suspicion!.cause]!;
    expect([beat.type, beat.k, beat.at]).toEqual(['hear', 'heartbeat', 20.05]);
  });

  const silences: readonly [string, FaultSpec][] = [
    ['crash', { kind: 'crash', on: 'w', at: 10.4 }],
    ['pause', { kind: 'pause', on: 'w', at: 10.4, until: 18.4 }],
    ['cut', { kind: 'cut', on: 'w>m', at: 10.4, until: 18.4 }],
  ];
  const logs = silences.map(([, fault]) =>
    lines(ranOf(pair([fault], {}, { until: 30 }))).filter((line) => line.a === 0 && line.type !== 'fault'),
  );

  test('hears and says the same, to the microsecond, in a crash, a pause and a cut, until 19 s', () => {
    const upTo = (log: readonly Line[]) =>
      log.filter((line) => line.at < 19).map(({ type, at, b, k, x }) => [type, at, b, k, x]);
    expect(upTo(logs[1]!)).toEqual(upTo(logs[0]!));
    expect(upTo(logs[2]!)).toEqual(upTo(logs[0]!));
    expect(told(logs[0]!.filter(({ type }) => type === 'suspect'))).toEqual([['suspect', 13.050001]]);
  });

  test('takes the suspicion back after 6.0 s if it was a pause or a cut, and never after a crash', () => {
    const trusts = logs.map((log) => log.filter(({ type }) => type === 'trust').map(({ at, x }) => [at, x]));
    expect(trusts).toEqual([[], [[19.05, 5_999_999]], [[19.05, 5_999_999]]]);
  });

  test('never errs at T = eta + 220 - 20 ms where delays lie between 20 and 220 ms', () => {
    const links = { all: { delay: { kind: 'uniform', from: 0.02, to: 0.22 } } } as const;
    const at = (timeout: number) => beliefs(pair([], { detector: { ...T3, timeout } }, { links, until: 600 })).length;
    expect(at(1.2)).toBe(0);
    expect(at(1.1)).toBeGreaterThan(40);
  });
});

describe('a check interval', () => {
  test.each([0.1, 0.5, 1, 2.5])('of %d s delays a suspicion by at most itself', (checkInterval) => {
    const [exact] = beliefs(pair([{ kind: 'crash', on: 'w', at: 20.4 }]));
    const [polled] = beliefs(pair([{ kind: 'crash', on: 'w', at: 20.4 }], { checkInterval }));
    expect(polled!.at).toBeGreaterThanOrEqual(exact!.at);
    expect(polled!.at - exact!.at).toBeLessThanOrEqual(checkInterval);
    expect((polled!.at * 1e6) % (checkInterval * 1e6)).toBe(0);
  });

  test('does not delay trust: a beat is judged when it is heard', () => {
    const log = beliefs(pair([{ kind: 'cut', on: 'w>m', at: 10.4, until: 18.4 }], { checkInterval: 2 }));
    expect(told(log)).toEqual([
      ['suspect', 14],
      ['trust', 19.05],
    ]);
  });

  test('keeps its rhythm after a pause of the observer', () => {
    const faults: FaultSpec[] = [
      { kind: 'pause', on: 'm', at: 5.5, until: 8.3 },
      { kind: 'crash', on: 'w', at: 20.4 },
    ];
    expect(told(beliefs(pair(faults, { checkInterval: 1 }))).at(-1)).toEqual(['suspect', 24]);
  });
});

describe('a sender that was paused from 10.4 to 15.4 s', () => {
  const pause: FaultSpec = { kind: 'pause', on: 'w', at: 10.4, until: 15.4 };
  const sent = (timers: string, fault = pause): [number, number][] =>
    lines(ranOf(pair([fault], { timers }, { until: 18 })), 'send')
      .filter(({ at }) => at > 9.5)
      .map(({ at, x }) => [at, x]);

  test('at a fixed rate skips what it missed and keeps to its numbers: beat n + 1 leaves at second n', () => {
    expect(sent('fixed-rate')).toEqual([
      [10, 11],
      [16, 17],
      [17, 18],
      [18, 19],
    ]);
  });

  test('catching up sends all that it missed at once', () => {
    expect(sent('catch-up')).toEqual([
      [10, 11],
      [15.4, 12],
      [15.4, 13],
      [15.4, 14],
      [15.4, 15],
      [15.4, 16],
      [16, 17],
      [17, 18],
      [18, 19],
    ]);
  });

  test('with a fixed delay sends one and starts afresh from there', () => {
    expect(sent('fixed-delay')).toEqual([
      [10, 11],
      [15.4, 12],
      [16.4, 13],
      [17.4, 14],
    ]);
  });

  test('a beat that is late by less than an interval is sent late, in every mode', () => {
    const short: FaultSpec = { kind: 'pause', on: 'w', at: 10.4, until: 11.7 };
    expect(sent('fixed-rate', short).slice(0, 3)).toEqual([
      [10, 11],
      [11.7, 12],
      [12, 13],
    ]);
    expect(sent('catch-up', short).slice(0, 3)).toEqual([
      [10, 11],
      [11.7, 12],
      [12, 13],
    ]);
    expect(sent('fixed-delay', short).slice(0, 3)).toEqual([
      [10, 11],
      [11.7, 12],
      [12.7, 13],
    ]);
  });

  test('that wakes at the very moment of a beat sends that beat', () => {
    expect(sent('fixed-rate', { ...pause, until: 15 })).toEqual([
      [10, 11],
      [15, 16],
      [16, 17],
      [17, 18],
      [18, 19],
    ]);
  });
});

describe('an observer that sleeps from 20 to 25 s', () => {
  const sleep: FaultSpec = { kind: 'pause', on: 'n1', at: 20, until: 25, mode: 'gc' };
  const guard = { use: 'late-tick', allowed: 0.5, settle: 1 };
  const said = (params: object = {}, seed?: string) => beliefs(mesh(5, [sleep], params as never), seed);

  test('accuses all four others for an instant on waking, because timers come before mail', () => {
    const own = said().filter(({ a }) => a === 0);
    expect(own.map(({ type, at, b }) => [type, at, b]).sort()).toEqual(
      [...[1, 2, 3, 4].map((b) => ['suspect', 25, b]), ...[1, 2, 3, 4].map((b) => ['trust', 25, b])].sort(),
    );
    expect(own.slice(0, 4).every(({ type }) => type === 'suspect')).toBe(true);
  });

  test('has been accused by all four since about 22 to 23 s, and is trusted again once it beats', () => {
    const others = said().filter(({ a }) => a !== 0);
    expect(others.every(({ b }) => b === 0)).toBe(true);
    const suspicions = others.filter(({ type }) => type === 'suspect');
    expect(suspicions.map(({ a }) => a).sort()).toEqual([1, 2, 3, 4]);
    for (const { at } of suspicions) expect(at > 22 && at < 23.5).toBe(true);
    expect(others.filter(({ type, at }) => type === 'trust' && at > 25 && at < 26.5)).toHaveLength(4);
  });

  test.each([
    ['a fixed timeout', T3],
    ['Chen’s detector for synchronised clocks', { use: 'chen-nfd-s', period: 1, delta: 2 }],
    ['Akka’s phi', { use: 'phi-akka' }],
  ])('accuses nobody with the late-tick guard and %s; what the others say stays', (_, detector) => {
    for (const seed of ['a', 'b', 'c']) {
      const guarded = said({ guard, detector }, seed);
      const free = said({ detector }, seed);
      const around = (all: readonly Line[]) => all.filter(({ a, at }) => a === 0 && at > 10);
      expect(around(free).filter(({ type }) => type === 'suspect').length).toBeGreaterThanOrEqual(4);
      expect(around(guarded)).toEqual([]);
      expect(told(guarded.filter(({ a }) => a !== 0))).toEqual(told(free.filter(({ a }) => a !== 0)));
    }
  });

  test('writes down that it doubted itself', () => {
    const doubts = lines(ranOf(mesh(5, [sleep], { guard })), 'doubt-self');
    expect(doubts.every(({ a, at }) => a === 0 && at >= 25 && at <= 26)).toBe(true);
    expect(new Set(doubts.map(({ b }) => b))).toEqual(new Set([1, 2, 3, 4]));
  });

  test('still notices, a settling time later, who really crashed meanwhile', () => {
    const crash: FaultSpec = { kind: 'crash', on: 'n3', at: 20.5 };
    const own = beliefs(mesh(5, [sleep, crash], { guard })).filter(({ a }) => a === 0);
    expect(own.map(({ type, b }) => [type, b])).toEqual([['suspect', 2]]);
    expect(own[0]!.at).toBeGreaterThanOrEqual(26);
    expect(own[0]!.at).toBeLessThan(26.5);
  });

  test('in rounds of a second with a guard accuses nobody either', () => {
    const own = said({ guard, checkInterval: 1 }).filter(({ a }) => a === 0);
    expect(own).toEqual([]);
  });
});

describe('a ping', () => {
  const answered = (fault: FaultSpec | null, at = 10): string[] => {
    const ping = { kind: 'ping', on: 'm>w', at: at * 1e6 + 1 };
    return lines(ranOf(pair(fault ? [fault] : [], {}, { until: 14 }), 'seed', [ping]), 'hear')
      .filter(({ k }) => k !== 'heartbeat')
      .map(({ a, k, at: when }) => `${a} ${k} ${when}`);
  };

  test('is answered with a pong by a running process, one delay there and one back', () => {
    expect(answered(null)).toEqual(['1 ping 10.050001', '0 pong 10.100001']);
  });

  test('is not answered by a crashed process, nor over a cut link', () => {
    expect(answered({ kind: 'crash', on: 'w', at: 5 })).toEqual([]);
    expect(answered({ kind: 'cut', on: 'm>w', at: 5 })).toEqual([]);
    expect(answered({ kind: 'cut', on: 'w>m', at: 5 })).toEqual(['1 ping 10.050001']);
  });

  test('is answered by a paused process when it wakes, and by a slow one after the beat that it is at', () => {
    expect(answered({ kind: 'pause', on: 'w', at: 5, until: 12 })).toEqual(['1 ping 12', '0 pong 12.05']);
    expect(answered({ kind: 'slow', on: 'w', at: 9.5, by: 0.3 })).toEqual(['1 ping 10.6', '0 pong 10.65']);
  });

  test('over a link that has no way back is heard and not answered', () => {
    const oneWay = pair(
      [],
      {},
      { until: 14, links: { all: { delay: { kind: 'constant', value: 0.05 } }, only: ['m>w'] } },
    );
    const heard = lines(ranOf(oneWay, 'seed', [{ kind: 'ping', on: 'm>w', at: 10_000_000 }]), 'hear');
    expect(heard.map(({ k }) => k)).toEqual(['ping']);
  });
});

describe('who beats and who watches', () => {
  test('a node without links beats to nobody and watches nobody, in silence', () => {
    const links = { all: { delay: { kind: 'constant', value: 0.05 } }, only: [] } as const;
    expect(lines(ranOf(scenario({ links, until: 10 }))).map(({ type }) => type)).toEqual(['start', 'start']);
  });

  test('a list may name the node itself, which it then skips', () => {
    const of = scenario({ until: 5 }, { watches: ['n1', 'n2'], beats: ['n1', 'n2'] });
    expect(lines(ranOf(of), 'send').every(({ a, b }) => a !== b)).toBe(true);
  });

  test('a peer that never speaks is suspected, counted from the start of watching', () => {
    expect(told(beliefs(pair([{ kind: 'crash', on: 'w', at: 0 }])))).toEqual([['suspect', 3.000001]]);
  });

  test('a restarted observer begins afresh: it trusts, and waits its timeout', () => {
    const faults: FaultSpec[] = [
      { kind: 'crash', on: 'w', at: 5 },
      { kind: 'restart', on: 'm', at: 20 },
    ];
    expect(told(beliefs(pair(faults)))).toEqual([
      ['suspect', 7.050001],
      ['suspect', 23.000001],
    ]);
  });

  test('phases are drawn for each sender and lie within one interval', () => {
    const firsts = new Map<number, number>();
    for (const { a, at } of lines(ranOf(mesh(40, [], { eta: 2 }, { until: 5 })), 'send'))
      if (!firsts.has(a)) firsts.set(a, at);
    const phases = [...firsts.values()];
    expect(phases).toHaveLength(40);
    expect(Math.min(...phases)).toBeLessThan(0.3);
    expect(Math.max(...phases)).toBeGreaterThan(1.7);
    expect(phases.every((at) => at >= 0 && at < 2)).toBe(true);
  });
});
