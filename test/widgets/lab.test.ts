// The state of a running lab against an API that answers when the test wants it to.

import { describe, expect, it } from 'vitest';
import { LabState } from '../../src/widgets/lab/lab.svelte.ts';
import type { LabOptions } from '../../src/widgets/lab/lab-options.ts';
import { fakeFrames, fakeLab, settle, SETUP, START } from './fake-lab.ts';

async function open(options: Partial<LabOptions> = {}) {
  const { client, asked } = fakeLab();
  const frames = fakeFrames();
  const lab = new LabState({ client: () => client, id: 'lab', start: START, setup: SETUP, frames, ...options });
  lab.open();
  await settle();
  asked.shift()!.answer();
  await settle();
  const answer = async (): Promise<void> => {
    asked.shift()!.answer();
    await settle();
  };
  return { lab, asked, frames, answer };
}

const kinds = (lab: LabState): string[] => lab.key.actions.map((action) => `${action.kind} ${action.on} ${action.at}`);

describe('a lab', () => {
  it('shows the first frame until the simulation has answered', () => {
    const { client } = fakeLab();
    const lab = new LabState({ client: () => client, id: 'x', start: START, setup: SETUP, frames: fakeFrames() });
    expect(lab.ready).toBe(false);
    expect(lab.film.truth).toHaveLength(2);
    expect(lab.until).toBe(SETUP.until);
  });

  it('goes back by undo to the run before, and forward again by redo', async () => {
    const { lab, answer } = await open();
    lab.seek(1_500_000);
    lab.act({ kind: 'crash', on: 'w' });
    await settle();
    await answer();
    expect(kinds(lab)).toEqual(['crash w 1500001']);
    lab.undo();
    await settle();
    await answer();
    expect(lab.run?.key.actions).toEqual([]);
    lab.redo();
    await settle();
    await answer();
    expect(lab.run?.key.actions).toHaveLength(1);
  });

  it('drops later actions when it acts in the past, keeps the old run as ghost, and stands on the action', async () => {
    const { lab, answer } = await open();
    for (const at of [1_000_000, 2_000_000]) {
      lab.seek(at);
      lab.act({ kind: 'cut', on: 'm-w' });
      await settle();
      await answer();
    }
    const before = lab.run;
    lab.seek(500_000);
    lab.act({ kind: 'crash', on: 'w' });
    await settle();
    await answer();
    await settle();
    expect(kinds(lab)).toEqual(['crash w 500001']);
    expect(lab.at).toBe(500_001);
    expect(lab.seen).toBe(500_001);
    expect(lab.ghost?.run).toBe(before);
    expect(lab.ghost?.at).toBe(2_000_000);
  });

  it('ignores an answer that was overtaken by a newer wish', async () => {
    const { lab, asked, answer } = await open();
    lab.setKnob('T', 2);
    await settle();
    lab.setKnob('T', 1.5);
    lab.setKnob('T', 1);
    expect(asked).toHaveLength(1);
    await answer();
    expect(lab.run?.key.settings['T']).toBe(3);
    expect(asked.map((one) => one.key.settings['T'])).toEqual([1]);
    await answer();
    expect(lab.run?.key.settings['T']).toBe(1);
  });

  it('keeps cursor, seed and actions when a knob is turned, and the run before the drag as ghost', async () => {
    const { lab, answer } = await open();
    lab.seek(1_700_000);
    lab.act({ kind: 'crash', on: 'w' });
    await settle();
    await answer();
    const before = lab.run;
    lab.setKnob('T', 2);
    await settle();
    lab.setKnob('T', 1);
    await answer();
    await answer();
    expect(lab.at).toBe(1_700_001);
    expect(lab.run?.key).toMatchObject({ seed: '1', settings: { T: 1 }, actions: [{ kind: 'crash' }] });
    expect(lab.ghost?.run).toBe(before);
    expect(lab.ghost?.says).toBe('with timeout 3 s');
    lab.settle();
    lab.undo();
    await settle();
    await answer();
    expect(lab.run?.key.settings['T']).toBe(3);
  });

  it('still stands on an action whose run was overtaken before it came', async () => {
    const { lab, answer } = await open();
    lab.seek(1_200_000);
    lab.seek(30_000_000);
    lab.seek(1_200_000);
    lab.act({ kind: 'crash', on: 'w' });
    await settle();
    lab.setKnob('T', 1);
    await answer();
    await answer();
    expect(lab.run?.key.actions).toHaveLength(1);
    expect(lab.seen).toBe(1_200_001);
  });

  it('keeps the run that it has when a new one cannot be computed, and says so', async () => {
    const { lab, asked } = await open();
    lab.setKnob('T', 2);
    await settle();
    asked.shift()!.fail(new Error('too many events'));
    await settle();
    expect(lab.run?.key.settings['T']).toBe(3);
    expect(lab.notice).toMatchObject({ kind: 'problem' });
    expect(lab.progress).toBeNull();
  });

  it('tells a link what it needs: the fingerprint up to the cursor', async () => {
    const { lab } = await open();
    expect(lab.print).toBe('00000000');
    lab.seek(2_000_000);
    expect(lab.print).toBe('abcdef12');
  });

  it('resets to the start of the step, and undo takes even that back', async () => {
    const { lab, answer } = await open();
    lab.setKnob('T', 2);
    await settle();
    await answer();
    lab.reset();
    await settle();
    await answer();
    expect(lab.touched).toBe(false);
    lab.undo();
    await settle();
    await answer();
    expect(lab.setting('T')).toBe(2);
  });
});

describe('playing', () => {
  it('moves the cursor by the speed, to the end, and begins again from there', async () => {
    const { lab, frames } = await open();
    lab.speed = 100;
    lab.play();
    frames.tick(16);
    frames.tick(100);
    expect(lab.at).toBe(10_000_000);
    for (let i = 0; i < 10; i++) frames.tick(100);
    expect(lab.at).toBe(60_000_000);
    expect(lab.playing).toBe(false);
    lab.play();
    expect(lab.at).toBe(0);
  });

  it('counts rows for the eye: now and then while it plays, exactly as soon as it stops', async () => {
    const { lab, frames } = await open();
    const play = (count: number): void => {
      for (let i = 0; i < count; i++) frames.tick(16);
    };
    lab.speed = 20;
    lab.play();
    play(6);
    expect([lab.row, lab.rowTold]).toEqual([0, -1]);
    play(4);
    expect([lab.row, lab.rowTold]).toEqual([3, 3]);
    lab.pause();
    lab.seek(0);
    lab.play();
    play(6);
    expect([lab.row, lab.rowTold]).toEqual([0, -1]);
    lab.pause();
    expect(lab.rowTold).toBe(0);
  });

  it('never leaps because a tab slept', async () => {
    const { lab, frames } = await open();
    lab.speed = 1;
    lab.play();
    frames.tick(16);
    frames.tick(3_600_000);
    expect(lab.at).toBeLessThanOrEqual(250_000);
  });

  it('stops at the hold, once, and goes on from there', async () => {
    const { lab, frames } = await open({ holdAt: 15 });
    lab.speed = 1000;
    lab.play();
    frames.tick(16);
    frames.tick(100);
    expect([lab.at, lab.playing]).toEqual([15_000_000, false]);
    lab.play();
    frames.tick(16);
    frames.tick(100);
    expect(lab.at).toBe(60_000_000);
  });

  it('does not begin before the prediction, and says why', async () => {
    const { lab } = await open();
    lab.asks({ id: 'p', answered: false, told: false });
    lab.play();
    lab.step();
    lab.seek(30_000_000);
    expect([lab.playing, lab.at, lab.seen]).toEqual([false, 0, 0]);
    expect(lab.notice?.says).toMatch(/what you expect/);
    lab.asks({ id: 'p', answered: true, told: false });
    lab.seek(30_000_000);
    expect(lab.at).toBe(30_000_000);
  });

  it('waits for a second prediction only once the first has been told, and lets what was seen be seen', async () => {
    const { lab } = await open();
    lab.asks({ id: 'p', answered: true, told: false });
    lab.asks({ id: 'q', answered: false, told: false });
    lab.seek(20_000_000);
    expect(lab.at).toBe(20_000_000);
    lab.asks({ id: 'p', answered: true, told: true });
    lab.seek(40_000_000);
    expect(lab.at).toBe(20_000_000);
    lab.seek(5_000_000);
    expect(lab.at).toBe(5_000_000);
  });

  it('holds the world still while a menu is open', async () => {
    const { lab, frames } = await open();
    lab.play();
    frames.tick(16);
    const release = lab.hold();
    frames.tick(100);
    expect(lab.at).toBe(0);
    release();
    release();
    frames.tick(100);
    expect(lab.at).toBeGreaterThan(0);
    expect(lab.waiting).toBe(false);
  });

  it('steps event by event, also within one instant, and back again', async () => {
    const { lab } = await open();
    const places: (readonly number[])[] = [];
    for (let i = 0; i < 3; i++) {
      lab.step();
      places.push([lab.at, lab.ordinal]);
    }
    expect(places).toEqual([
      [1_000_000, 0],
      [2_000_000, 4],
      [2_000_000, 9],
    ]);
    lab.back();
    expect([lab.at, lab.ordinal]).toEqual([2_000_000, 4]);
    lab.back();
    lab.back();
    expect([lab.at, lab.ordinal]).toEqual([0, -1]);
  });

  it('goes back from between two events to the earlier one', async () => {
    const { lab } = await open();
    lab.seek(1_500_000);
    lab.back();
    expect([lab.at, lab.ordinal]).toEqual([1_000_000, 0]);
  });

  it('shows no mark that has not run yet, and behind the curtain none that tells the truth', async () => {
    const { lab } = await open({ curtain: true });
    expect(lab.marks).toHaveLength(0);
    lab.seek(1_000_000);
    expect(lab.marks).toHaveLength(0);
    lab.reveal();
    expect(lab.marks).toHaveLength(1);
    lab.seek(60_000_000);
    expect(lab.marks).toHaveLength(4);
  });

  it('of a record that ends early goes no further than its end', async () => {
    const { lab } = await open();
    lab.endsAt = 1_500_000;
    lab.seek(60_000_000);
    expect([lab.at, lab.ended]).toEqual([1_500_000, true]);
  });
});
