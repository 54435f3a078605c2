// What the steps of the lesson on phi say in words: the spread of each network's gaps, the table of deviations, the
// arithmetic of a week, the defaults of Akka, and how a change of interval ends.

import { describe, expect, it } from 'vitest';
import { inverseNormalTail, normalTailPhi } from '../../src/kernel/math.ts';
import { phiAkka } from '../../src/patterns/detectors/phi-akka.ts';
import { defaults } from '../../src/kernel/fields.ts';
import { seedList } from '../../src/grading/seeds.ts';
import type { Settings } from '../../src/worker/api.ts';
import { suspicions } from './beliefs.ts';
import { lessonCalled } from './lesson.ts';

const { lesson, lab, keyOf } = lessonCalled('phi-accrual');

async function mean(scenario: string, settings: Settings, id: string, seeds: number): Promise<number> {
  let sum = 0;
  for (const seed of seedList('phi-steps', seeds)) {
    sum += (await lab.measure(keyOf(scenario, settings, seed), [{ id }]))[0]!.value!;
  }
  return sum / seeds;
}

/** Every cell of the table in a step's prose. */
function tableOf(step: string): readonly (readonly number[])[] {
  const html = lesson.steps.find(({ id }) => id === step)!.blocks.flatMap((one) => ('html' in one ? [one.html] : []));
  const rows = html.join('').match(/<tr>.*?<\/tr>/gs) ?? [];
  return rows.map((row) => [...row.matchAll(/>([\d.]+)<\/t[dh]>/g)].map(([, cell]) => Number(cell)));
}

describe('the networks', () => {
  it.each([
    ['calm', 0.01],
    ['city', 0.1],
    ['far', 0.25],
  ])('on %s gaps scatter by %s s about one second', async (network, deviation) => {
    expect(await mean('cluster5', { network }, 'mean-gap', 10)).toBeCloseTo(1, 2);
    expect(await mean('cluster5', { network }, 'gap-deviation', 10)).toBeCloseTo(deviation, 2);
  });
});

describe('the curve', () => {
  it('is at 6.5 after five deviations, one in three and a half million', () => {
    expect(normalTailPhi(5)).toBeCloseTo(6.54, 2);
    expect(10 ** normalTailPhi(5) / 1e6).toBeCloseTo(3.5, 1);
  });

  it('allows the deviations that the table gives', () => {
    const [thresholds, deviations] = tableOf('a-threshold-is-a-timeout-in-disguise');
    expect(thresholds).toEqual([1, 2, 3, 5, 8, 12, 16]);
    expect(deviations).toEqual(thresholds!.map((phi) => Number(inverseNormalTail(phi).toFixed(2))));
  });

  it('is over 20 where a lost beat lies', () => {
    expect(normalTailPhi(10)).toBeGreaterThan(20);
  });
});

describe('four meanings of 8', () => {
  it('come in the order Akka, normal, chitchat, Cassandra', async () => {
    const run = await lab.run(keyOf('four-meanings', {}, '1'));
    const after = suspicions(run, 60e6).filter(({ from }) => from > 30e6);
    const order = after.toSorted((a, b) => a.from - b.from).map(({ observer }) => observer);
    expect(order).toEqual(['akka', 'paper', 'chit', 'cass']);
  });

  it('are one second of suspicion for chitchat at the beginning, and none for the others', async () => {
    const run = await lab.run(keyOf('four-meanings', {}, '1'));
    const [early, ...more] = suspicions(run, 30e6);
    expect(early).toMatchObject({ observer: 'chit', target: 's', to: 1.05e6 });
    expect(early!.from).toBeCloseTo(0.05e6, -1);
    expect(more).toEqual([]);
  });
});

describe('a week of ten nodes', () => {
  it('has fifty million gaps, half a false suspicion at phi 8, and one true in six thousand at phi 3', () => {
    const gaps = 90 * 7 * 24 * 3600;
    expect(gaps).toBeGreaterThan(50e6);
    expect(gaps * 1e-8).toBeCloseTo(0.54, 2);
    expect((gaps * 1e-3) / 9).toBeGreaterThan(5900);
    expect((gaps * 1e-3) / 9).toBeLessThan(6200);
  });
});

describe('Akka as it comes', () => {
  const params = defaults(phiAkka.params);

  it('reaches 8 at 5.23 deviations', () => {
    const sure = { ...params, pause: 0, floor: 0.1 };
    const state = phiAkka.init(sure, 0);
    for (let beat = 0; beat < 1100; beat++) phiAkka.heard(state, sure, beat, { seq: beat });
    expect((phiAkka.due(state, sure)! - 1099 - 1) / 0.1).toBeCloseTo(5.23, 2);
  });

  it('allows 4.52 s on a steady network, and 5.31 s after the first beat', () => {
    const state = phiAkka.init(params, 0);
    phiAkka.heard(state, params, 0, { seq: 1 });
    expect(phiAkka.due(state, params)).toBeCloseTo(5.31, 2);
    for (let beat = 1; beat < 1100; beat++) phiAkka.heard(state, params, beat, { seq: beat + 1 });
    expect(phiAkka.due(state, params)! - 1099).toBeCloseTo(4.52, 2);
  });
});

describe('a change of interval', () => {
  it('is over for the normal form within ten seconds, and never for Akka', async () => {
    const last = async (rule: string): Promise<number> => {
      const run = await lab.run(keyOf('change', { rule, pause: 0, becomes: '2' }, '1'));
      return Math.max(...suspicions(run, 660e6).map(({ from }) => from)) / 1e6;
    };
    expect(await last('all')).toBeLessThan(70);
    expect(await last('akka')).toBeGreaterThan(655);
  });
});

describe('two thresholds', () => {
  it('avoid live workers some six times in two minutes at 2, and never at 8', async () => {
    const often = await mean('dispatcher', { avoid: 2, failover: 8 }, 'mistakes', 30);
    expect(often).toBeGreaterThan(5);
    expect(often).toBeLessThan(7.5);
    expect(await mean('dispatcher', { avoid: 8, failover: 8 }, 'mistakes', 30)).toBe(0);
  });
});
