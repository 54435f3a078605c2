// "Is it luck?" for one lab: what it is about, what it keeps, and when it says that it is of other settings.

import { describe, expect, it } from 'vitest';
import { measures } from '../../src/measures/registry.ts';
import type { LuckAsk, LuckSample, RunKey } from '../../src/worker/api.ts';
import { LabState } from '../../src/widgets/lab/lab.svelte.ts';
import { LUCK_MEASURES, LUCK_SEEDS } from '../../src/widgets/panels/luck-measures.ts';
import { luckOf, type LuckState } from '../../src/widgets/panels/luck.svelte.ts';
import { fakeFrames, fakeLab, runOf, settle, SETUP, START } from './fake-lab.ts';

type Values = { readonly [measure: string]: number };

/** A seed in which these measures have these values, and all others say nothing. */
function sampleOf(seed: string, values: Values): LuckSample {
  const of = (id: string): number | null => values[id] ?? null;
  return { seed, values: LUCK_MEASURES.map(({ id }) => ({ value: of(id), count: of(id) ?? 0, exposure: 1 })) };
}

type Asked = { readonly asks: LuckAsk[]; readonly luck: LuckState; readonly lab: LabState };

/** A lab whose seeds all give the same values; a grading that never ends stops after a few of them. */
async function open(values: Values, stuck = false): Promise<Asked> {
  const { client } = fakeLab();
  const asks: LuckAsk[] = [];
  const answers = {
    run: (key: RunKey) => Promise.resolve(runOf(key)),
    measure: () => Promise.resolve([]),
    luck: (ask: LuckAsk) => {
      asks.push(ask);
      return Promise.resolve(ask.seeds.map((seed) => sampleOf(seed, values)));
    },
    luckAll: (ask: LuckAsk, progress: (some: readonly LuckSample[]) => void, signal: AbortSignal) => {
      asks.push(ask);
      const all = ask.seeds.map((seed) => sampleOf(seed, values));
      progress(stuck ? all.slice(0, 7) : all);
      if (!stuck) return Promise.resolve(all);
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    },
  };
  const options = { id: 'l/one', start: START, setup: SETUP, frames: fakeFrames() };
  const lab = new LabState({ client: () => Object.assign(client, answers), ...options });
  lab.open();
  await settle();
  return { asks, luck: luckOf(lab), lab };
}

describe('the luck list', () => {
  it('names measures that exist, each once', () => {
    const ids = LUCK_MEASURES.map(({ id }) => id);
    expect(ids.filter((id) => !measures.has(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { where } of LUCK_MEASURES) if (where !== undefined) expect(ids).toContain(where);
  });

  it('is 200 seeds, always the same', () => {
    expect(new Set(LUCK_SEEDS).size).toBe(200);
    expect([LUCK_SEEDS[0], LUCK_SEEDS.at(-1)]).toEqual(['1', '200']);
  });
});

describe('luck of a lab', () => {
  it('asks about what is on the stage, and shows the measures that some seed put to the test', async () => {
    const { asks, luck } = await open({ mistakes: 2, 'largest-gap': 1.4 });
    await luck.run();
    expect(asks[0]?.key).toEqual(START);
    expect(luck.whole).toBe(true);
    expect(luck.measures.map(({ id }) => id)).toEqual(['mistakes', 'largest-gap']);
    expect(luck.pooled(luck.measure!)).toEqual({ count: 400, exposure: 200 });
  });

  it('shows what avoiding costs only where somebody can be failed over', async () => {
    const ids = async (values: Values): Promise<readonly string[]> => {
      const { luck } = await open(values);
      await luck.run();
      return luck.measures.map(({ id }) => id);
    };
    expect(await ids({ 'needless-avoidance': 3, mistakes: 1 })).toEqual(['mistakes']);
    expect(await ids({ 'needless-avoidance': 3, 'wrong-failovers': 0 })).toEqual([
      'needless-avoidance',
      'wrong-failovers',
    ]);
  });

  it('is of other settings once a knob was turned, and of these again when it is turned back', async () => {
    const { luck, lab } = await open({ mistakes: 0 });
    await luck.run();
    lab.setKnob('T', 5);
    await settle();
    expect([luck.stale, luck.mine(luck.measure!)]).toEqual([true, null]);
    lab.setKnob('T', 3);
    await settle();
    expect(luck.stale).toBe(false);
  });

  it('stays what it is when another seed comes onto the stage, and asks that one too, once', async () => {
    const { asks, luck, lab } = await open({ mistakes: 0 });
    await luck.run();
    lab.setSeed('999');
    await settle();
    expect(luck.stale).toBe(false);
    expect(luck.mine(luck.measure!)).toBeNull();
    await luck.include('999');
    await luck.include('999');
    await luck.include('3');
    expect(asks.slice(1).map(({ seeds }) => seeds)).toEqual([['999']]);
    expect(luck.mine(luck.measure!)).toMatchObject({ seed: '999', value: 0 });
  });

  it('keeps what has come when it is stopped, and says nothing of a failure', async () => {
    const { luck } = await open({ mistakes: 1 }, true);
    const asking = luck.run();
    await settle();
    expect([luck.running, luck.samples.length]).toEqual([true, 7]);
    luck.stop();
    await asking;
    expect([luck.running, luck.whole, luck.problem, luck.samples.length]).toEqual([false, false, null, 7]);
  });

  it('is the same however often its tab is opened', async () => {
    const { luck, lab } = await open({ mistakes: 1 });
    expect(luckOf(lab)).toBe(luck);
  });
});
