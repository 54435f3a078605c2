// A page is brought to life in turns. The clock is the test's own: a turn comes when it is told to.

import { beforeEach, describe, expect, test, vi } from 'vitest';

type Waking = typeof import('../../src/widgets/waking.ts');

let waking: Waking;
let order: string[] = [];
const piece = (name: string) => () => void order.push(name);

beforeEach(async () => {
  vi.useFakeTimers();
  vi.resetModules();
  waking = await import('../../src/widgets/waking.ts');
  order = [];
  return () => vi.useRealTimers();
});

describe('a page that wakes', () => {
  test('does nothing in the task in which it is asked', () => {
    waking.inTurn(piece('lab'));
    expect(order).toEqual([]);
  });

  test('gives each piece a task of its own, in the order in which they were handed in', () => {
    waking.inTurn(piece('words'));
    waking.inTurn(piece('lab'));
    vi.advanceTimersToNextTimer();
    expect(order).toEqual(['words']);
    vi.advanceTimersToNextTimer();
    expect(order).toEqual(['words', 'lab']);
  });

  test('leaves out a piece that was given up, and only that one', () => {
    const giveUp = waking.inTurn(piece('words'));
    waking.inTurn(piece('lab'));
    giveUp();
    vi.runAllTimers();
    expect(order).toEqual(['lab']);
  });

  test('goes on after a piece that fails', () => {
    waking.inTurn(() => {
      throw new Error('storage is forbidden');
    });
    waking.inTurn(piece('lab'));
    expect(() => vi.advanceTimersToNextTimer()).toThrow('storage is forbidden');
    vi.runAllTimers();
    expect(order).toEqual(['lab']);
  });

  test('lives only when the pieces that a piece handed in have had their turns, too', () => {
    waking.inTurn(() => void waking.inTurn(piece('prose')));
    waking.lastTurn(piece('lives'));
    vi.runAllTimers();
    expect(order).toEqual(['prose', 'lives']);
  });

  test('lives after its last turn: from then on a piece is made at once', () => {
    waking.inTurn(piece('lab'));
    waking.lastTurn(piece('lives'));
    vi.runAllTimers();
    waking.inTurn(piece('another page'));
    expect(order).toEqual(['lab', 'lives', 'another page']);
  });
});
