// Counting up to the cursor: the figures of the page against those of the measures, and what the curtain keeps back.

import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Tally from '../../src/views/tally/Tally.svelte';
import { countsAt, perMark, shareWords, tallyOf, tallyTable } from '../../src/views/tally/tally.ts';
import type { RunKey } from '../../src/worker/api.ts';
import { localLab } from '../../src/worker/local.ts';
import { scenario } from '../scenarios/build.ts';
import { film, S, WORDS } from './fixture.ts';

const tally = tallyOf(film, WORDS);

describe('the tally', () => {
  it('counts suspicions up to the cursor, by what they were when they began', () => {
    expect(countsAt(tally, 22 * S)).toEqual({ right: 0, wrong: 0, work: null });
    expect(countsAt(tally, 40 * S)).toEqual({ right: 0, wrong: 2, work: null });
    expect(countsAt(tally, 43 * S)).toEqual({ right: 1, wrong: 2, work: null });
  });

  it('says which share was right', () => {
    const share = (right: number, wrong: number): string => shareWords({ right, wrong, work: null });
    expect(share(9, 54_432)).toBe('0.02 % of them were right');
    expect(share(1, 2)).toBe('33 % of them were right');
    expect(share(0, 0)).toBe('nobody has been suspected yet');
    expect(share(0, 1)).toBe('it was wrong');
  });

  it('draws a mark for each, or for each ten or hundred, so that a block stays a block', () => {
    expect([perMark(7, 100), perMark(101, 100), perMark(54_432, 100)]).toEqual([1, 10, 1000]);
  });

  it('under the curtain gives one number and no truth', () => {
    const html = render(Tally, { props: { film, words: WORDS, at: 43 * S, curtain: true } }).body;
    expect(html).toContain('3 suspicions so far');
    expect(html).not.toMatch(/true|false/);
    expect(tallyTable(countsAt(tally, 43 * S), true).rows).toHaveLength(1);
  });
});

describe('where work is handed out', () => {
  const key: RunKey = {
    scenario: {
      inline: scenario(
        {
          until: 60,
          every: { program: 'worker', params: { eta: 1 } },
          nodes: [
            {
              id: 'd',
              program: 'dispatcher',
              params: {
                detector: { use: 'phi-normal', threshold: 1.5, floor: 0.1, bootstrap: 'akka' },
                beats: [],
                jobs: { every: 0.2 },
                failover: { threshold: 3 },
              },
            },
            { id: 'w1', params: { beats: ['d'] } },
            { id: 'w2', params: { beats: ['d'] } },
          ],
          links: { all: { delay: { kind: 'normal', mean: 0.5, std: 0.2, least: 0.001 } } },
          faults: [{ kind: 'crash', on: 'w2', at: 40.3 }],
        },
        {},
      ),
    },
    settings: {},
    seed: 'tally',
    actions: [],
  };
  const lab = localLab({});
  const IDS = ['jobs-lost', 'needless-avoidance', 'wrong-failovers', 'suspicions-true', 'suspicions-false'];

  it('ends with the figures of the measures', async () => {
    const run = await lab.run(key);
    const readings = await lab.measure(
      key,
      IDS.map((id) => ({ id })),
    );
    const { right, wrong, work } = countsAt(tallyOf(run.film, run.words), run.film.until);
    expect(work).not.toBeNull();
    const [lost, needless, failovers, trues, falses] = readings.map((reading) => reading.value ?? reading.count);
    expect(work!.lost).toBe(lost);
    expect(work!.needless).toBeCloseTo(needless!, 6);
    expect(work!.failedWrong).toBe(failovers);
    expect([right, wrong]).toEqual([trues, falses]);
    expect(work!.lost).toBeGreaterThan(3);
    expect(wrong).toBeGreaterThan(1);
  });

  it('knows of nothing lost before the crash', async () => {
    const run = await lab.run(key);
    expect(countsAt(tallyOf(run.film, run.words), 40e6).work!.lost).toBe(0);
  });
});
