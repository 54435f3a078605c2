// What the steps say in words, and in the options of their questions: the same logs, the accusations of a sleeper,
// the edge of a bound, the table of a hint.

import { describe, expect, it } from 'vitest';
import { seedList } from '../../src/grading/seeds.ts';
import type { Run, Settings } from '../../src/worker/api.ts';
import { suspicions } from './beliefs.ts';
import { keyOf, lab, lesson } from './lesson.ts';

async function runOf(scenario: string, settings: Settings, seed = '1'): Promise<Run> {
  return lab.run(keyOf(scenario, settings, seed));
}

/** What m's log holds up to a moment: everything that it heard, and every change of its mind. */
function logOfM({ columns, words, setup, film }: Run, until: number): readonly string[] {
  const m = setup.nodes.findIndex((node) => node.id === 'm');
  const rows: string[] = [];
  film.beliefs.forEach(({ observer, spans }) => {
    if (observer === m) for (const { from, is } of spans) if (from <= until) rows.push(`${from} ${is.suspects}`);
  });
  for (let i = 0; i < film.flights.length; i++) {
    const { to, heardAt, kind, seq } = film.flights;
    if (to[i] === m && heardAt[i]! <= until) rows.push(`${heardAt[i]} ${words[kind[i]!]} ${seq[i]}`);
  }
  expect(columns.length).toBeGreaterThan(0);
  return rows.toSorted();
}

describe('three silences', () => {
  it('leave the same log at m up to 15 s, and a pause and a cut even longer', async () => {
    const [crash, pause, cut] = await Promise.all(
      ['crash', 'pause', 'cut'].map((happens) => runOf('three-silences', { happens })),
    );
    expect(logOfM(pause!, 15e6)).toEqual(logOfM(crash!, 15e6));
    expect(logOfM(cut!, 15e6)).toEqual(logOfM(crash!, 15e6));
    expect(suspicions(pause!, 30e6)).toEqual(suspicions(cut!, 30e6));
    expect(logOfM(pause!, 20e6)).not.toEqual(logOfM(crash!, 20e6));
  });
});

describe('jitter with a bound', () => {
  it('makes no mistake at 1.20 s, and some just below', async () => {
    const count = async (T: number): Promise<number> => {
      let sum = 0;
      for (const seed of seedList('bound', 100)) {
        const key = keyOf('pair', { delay: 'bounded', T }, seed);
        sum += (await lab.measure(key, [{ id: 'mistakes' }]))[0]!.value!;
      }
      return sum;
    };
    expect(await count(1.2)).toBe(0);
    expect(await count(1.17)).toBeGreaterThan(0);
  });
});

describe('no bound', () => {
  it('has gaps of mean 1 s and deviation 0.068 s', async () => {
    const ask = { key: keyOf('mesh5', { T: 1.41 }, '1'), knob: 'T', values: [1.41], seeds: seedList('gaps', 40) };
    const { measures } = await lab.sweepPoint({ ...ask, measures: [{ id: 'mean-gap' }, { id: 'gap-deviation' }] }, 0);
    expect(measures['mean-gap']!.value).toBeCloseTo(1, 3);
    expect(measures['gap-deviation']!.value).toBeCloseTo(0.068, 2);
  });

  it('keeps what the last hint of the exercise says of the largest gap', async () => {
    const seeds = seedList('e1', 200);
    const [T, happens] = [2.2, 'crash'];
    const ask = { key: keyOf('mesh5', { T, happens }, 'e1/1'), knob: 'T', values: [T], seeds };
    const point = await lab.sweepPoint({ ...ask, measures: [{ id: 'largest-gap' }] }, 0);
    const largest = point.measures['largest-gap']!.worst!;
    expect(largest).toBeGreaterThan(1.8);
    expect(largest).toBeLessThan(1.9);
    expect(lesson.exercises['e1']!.hints[2]).toContain('just under 1.9\u00a0s');
  });
});

describe('a pause of the observer', () => {
  it('makes it accuse all four at one instant and take it back at once, on every seed', async () => {
    for (const seed of seedList('sleep', 20)) {
      const run = await runOf('mesh5', { T: 3, happens: 'sleep' }, seed);
      const own = suspicions(run, 60e6).filter(({ observer }) => observer === 'n1');
      expect(own).toHaveLength(4);
      for (const { from, to } of own) expect([from, to]).toEqual([25e6, 25e6]);
    }
  });

  it('makes the four accuse it between 22 and 23 s, guard or not', async () => {
    for (const guard of ['none', 'late-tick']) {
      for (const seed of seedList('sleep', 20)) {
        const run = await runOf('mesh5', { T: 3, happens: 'sleep', guard }, seed);
        const others = suspicions(run, 60e6).filter(({ observer }) => observer !== 'n1');
        expect(others.map(({ target }) => target)).toEqual(['n1', 'n1', 'n1', 'n1']);
        for (const { from } of others) {
          expect(from).toBeGreaterThan(21.9e6);
          expect(from).toBeLessThan(23.6e6);
        }
      }
    }
  });
});

describe('growing timeouts', () => {
  it('err 3 times in an hour where delays have a bound, on every seed', async () => {
    for (const seed of seedList('growing', 8)) {
      const key = keyOf('growing', { network: 'bounded' }, seed);
      expect((await lab.measure(key, [{ id: 'mistakes' }]))[0]!.value).toBe(3);
    }
  });
});
