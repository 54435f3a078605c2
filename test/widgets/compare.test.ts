// Two runs on one transport, against an API that answers when the test wants it to.

import { describe, expect, it } from 'vitest';
import { pairingFor, toggleCompare } from '../../src/widgets/compare/compare.ts';
import { bringCompare } from '../../src/widgets/compare/compare-load.ts';
import type { Comparison } from '../../src/widgets/compare/compare.svelte.ts';
import { LabState } from '../../src/widgets/lab/lab.svelte.ts';
import type { LabOptions } from '../../src/widgets/lab/lab-options.ts';
import { fakeFrames, fakeLab, settle, SETUP, START, type Asked } from './fake-lab.ts';

const BESIDE = { here: 'patient', there: 'hasty', settings: { T: 1 } };

async function open(options: Partial<LabOptions> = {}) {
  const { client, asked } = fakeLab();
  const frames = fakeFrames();
  const lab = new LabState({ client: () => client, id: 'lab', start: START, setup: SETUP, frames, ...options });
  lab.open();
  /** Answers everything that has been asked for, and what is asked for thereafter. */
  const answer = async (): Promise<readonly Asked[]> => {
    const all: Asked[] = [];
    for (await settle(); asked.length > 0; await settle()) {
      const one = asked.shift() as Asked;
      all.push(one);
      one.answer();
    }
    return all;
  };
  await answer();
  const compare = async (): Promise<Comparison> => {
    await bringCompare(lab);
    await answer();
    return lab.partner as Comparison;
  };
  return { lab, asked, answer, compare, frames };
}

const T = (one: LabState): unknown => one.run?.key.settings['T'];

describe('a run that follows', () => {
  it('is computed anew with the run in hand, whatever is changed there', async () => {
    const { lab, answer, compare } = await open({ beside: { ...BESIDE, settings: { T: 1 } } });
    const both = await compare();
    expect(T(both.other)).toBe(1);
    lab.setSeed('9');
    await answer();
    expect(both.other.run?.key).toMatchObject({ seed: '9', settings: { T: 1 } });
    lab.seek(1_500_000);
    lab.act({ kind: 'crash', on: 'w' });
    await answer();
    expect(both.other.run?.key.actions).toEqual(lab.run?.key.actions);
    expect(T(lab)).toBe(3);
  });

  it('ignores answers that newer wishes have overtaken', async () => {
    const { lab, asked, answer, compare } = await open({ beside: { ...BESIDE, settings: { T: 1 } } });
    const both = await compare();
    for (const seed of ['2', '3', '4']) lab.setSeed(seed);
    await settle();
    const seeds = (await answer()).map(({ key }) => key.seed);
    expect(asked).toHaveLength(0);
    expect(seeds).not.toContain('3');
    expect([lab.run?.key.seed, both.other.run?.key.seed]).toEqual(['4', '4']);
  });

  it('is called what the lesson calls it, and the names go along when the two are swapped', async () => {
    const { lab, answer, compare } = await open({ beside: BESIDE });
    const both = await compare();
    expect(both.names).toEqual({ a: 'patient', b: 'hasty', differ: true });
    both.swap();
    await answer();
    expect(both.names).toEqual({ a: 'hasty', b: 'patient', differ: true });
    expect([T(lab), T(both.other)]).toEqual([1, 3]);
    both.swap();
    await answer();
    expect(both.names).toEqual({ a: 'patient', b: 'hasty', differ: true });
  });
});

describe('a run that is pinned', () => {
  it('is the run before the last change, and stays as it is', async () => {
    const { lab, answer, compare } = await open();
    lab.setKnob('T', 2);
    await answer();
    lab.pair(pairingFor(lab));
    const both = await compare();
    lab.setKnob('T', 5);
    await answer();
    expect([T(lab), T(both.other)]).toEqual([5, 3]);
    expect(both.names).toEqual({ a: 'timeout 5 s', b: 'timeout 3 s', differ: true });
  });

  it('is the run before the last change also while that change is still being computed', async () => {
    const { lab, answer, compare } = await open();
    lab.seek(1_000_000);
    lab.act({ kind: 'crash', on: 'w' });
    await answer();
    lab.setKnob('T', 2);
    lab.pair(pairingFor(lab));
    const both = await compare();
    await answer();
    expect(both.names).toEqual({ a: 'timeout 2 s', b: 'timeout 3 s', differ: true });
    lab.undo();
    expect(pairingFor(lab)).toMatchObject({ kind: 'pinned', key: { settings: { T: 3 } } });
  });

  it('is the run in hand where nothing has been changed yet: the two are the same', async () => {
    const { lab, compare } = await open();
    expect(toggleCompare(lab)).toMatch(/kept as B/);
    const both = await compare();
    expect(both.same).toBe(true);
    expect(both.names.differ).toBe(false);
    expect(toggleCompare(lab)).toBe('No longer comparing');
    expect(lab.partner).toBeNull();
  });

  it('changes places with the run in hand, and undo brings that back', async () => {
    const { lab, answer, compare } = await open();
    lab.pair({ kind: 'pinned', key: { ...START, settings: { T: 7 } } });
    const both = await compare();
    lab.seek(1_300_000);
    both.swap();
    await answer();
    expect([T(lab), T(both.other), lab.at]).toEqual([7, 3, 1_300_000]);
    lab.undo();
    await answer();
    expect(T(lab)).toBe(3);
  });

  it('can be kept as the only run, and undo brings the other back', async () => {
    const { lab, answer, compare } = await open();
    lab.pair({ kind: 'pinned', key: { ...START, settings: { T: 7 } } });
    const both = await compare();
    both.keepOther();
    await answer();
    expect([T(lab), lab.partner, lab.pairing]).toEqual([7, null, null]);
    lab.undo();
    await answer();
    expect(T(lab)).toBe(3);
  });
});

describe('one transport', () => {
  it('moves both runs, from either side, and both look at the same pair', async () => {
    const { lab, compare, frames } = await open({ beside: BESIDE });
    const both = await compare();
    lab.seek(1_700_000);
    expect([both.other.at, both.other.seen]).toEqual([1_700_000, 1_700_000]);
    both.other.seek(2_500_000);
    expect(lab.at).toBe(2_500_000);
    both.other.goTo(0);
    expect([lab.at, both.other.at, both.other.row]).toEqual([1_000_000, 1_000_000, 0]);
    both.other.look = [1, 0];
    expect(lab.look).toEqual([1, 0]);
    lab.play();
    frames.tick(0);
    frames.tick(100);
    expect(both.other.playing).toBe(true);
    both.other.pause();
    expect(lab.playing).toBe(false);
    expect(both.other.at).toBe(lab.at);
  });

  it('offers nothing to be turned or done on the other run', async () => {
    const { compare } = await open({ beside: BESIDE });
    const { other } = await compare();
    expect([other.knobs, other.faults]).toEqual([[], []]);
  });

  it('goes to the first difference, and tells it once it has been seen', async () => {
    const { lab, compare } = await open({ beside: BESIDE });
    const both = await compare();
    expect(both.first).toMatchObject({
      at: 2_000_000,
      rows: { a: 'm starts', b: 'the same, in another way: m starts' },
    });
    expect(both.told).toBeNull();
    both.goToFirst();
    expect(lab.at).toBe(2_000_000);
    expect(both.told?.at).toBe(2_000_000);
  });
});

describe('what is kept of it', () => {
  it('is the difference from the run in hand', async () => {
    let beside: unknown;
    const { lab, answer, compare } = await open({ remember: (_key, _at, kept) => (beside = kept) });
    lab.seek(1_000_000);
    lab.act({ kind: 'crash', on: 'w' });
    await answer();
    lab.pair(pairingFor(lab));
    await compare();
    lab.close();
    expect(beside).toEqual({ over: {}, actions: { keep: 0, more: [] } });
  });
});
