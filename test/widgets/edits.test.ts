// What an action, a knob, a seed and an undo make of a run key.

import { describe, expect, it } from 'vitest';
import type { RunKey } from '../../src/worker/api.ts';
import { act, sameKey, withSetting } from '../../src/widgets/lab/edits.ts';
import { began, moved, redone, settled, undone } from '../../src/widgets/lab/history.ts';

const KEY: RunKey = { scenario: { id: 's', version: 1 }, settings: { T: 3, eta: 1 }, seed: '1', actions: [] };
const at = (key: RunKey): number[] => key.actions.map((action) => action.at);

describe('acting', () => {
  it('at t is recorded one microsecond later', () => {
    expect(at(act(KEY, 43_120_000, { kind: 'crash', on: 'n3' }))).toEqual([43_120_001]);
  });

  it('in the past drops what came later and keeps what came before', () => {
    let key = act(KEY, 10, { kind: 'cut', on: 'n1-n2' });
    key = act(key, 30, { kind: 'crash', on: 'n3' });
    key = act(key, 20, { kind: 'pause', on: 'n2' });
    expect(key.actions.map((action) => action.kind)).toEqual(['cut', 'pause']);
  });

  it('twice at one shown time keeps both, in order', () => {
    let key = act(KEY, 10, { kind: 'cut', on: 'n1-n2' });
    key = act(key, 10, { kind: 'crash', on: 'n3' });
    expect(key.actions.map((action) => action.kind)).toEqual(['cut', 'crash']);
  });

  it('for a while writes when it ends, and parameters as they were given', () => {
    const key = act(KEY, 10, { kind: 'delay', on: 'n1>n2', lasts: 2_000_000, params: { by: 0.25 } });
    expect(key.actions[0]).toEqual({ kind: 'delay', on: 'n1>n2', at: 11, until: 2_000_011, by: 0.25 });
  });

  it('changes nothing in place', () => {
    const frozen = Object.freeze({ ...KEY, actions: Object.freeze([]) as never });
    act(frozen, 5, { kind: 'crash', on: 'n1' });
    expect(frozen.actions).toHaveLength(0);
  });
});

describe('keys', () => {
  it('are the same whatever the order of their settings', () => {
    expect(sameKey(KEY, { ...KEY, settings: { eta: 1, T: 3 } })).toBe(true);
    expect(sameKey(KEY, withSetting(KEY, 'T', 2))).toBe(false);
  });
});

describe('history', () => {
  const key = (T: number): RunKey => withSetting(KEY, 'T', T);

  it('undoes and redoes key by key', () => {
    const history = moved(moved(began(key(1)), key(2)), key(3));
    expect(undone(undone(history)).now).toEqual(key(1));
    expect(redone(undone(history)).now).toEqual(key(3));
    expect(undone(undone(undone(history))).now).toEqual(key(1));
  });

  it('takes a whole drag as one step, and the next drag as another', () => {
    let history = moved(moved(began(key(1)), key(2), 'knob T'), key(3), 'knob T');
    expect(undone(history).now).toEqual(key(1));
    history = moved(settled(history), key(4), 'knob T');
    expect(undone(history).now).toEqual(key(3));
  });

  it('forgets the undone future once something new is done', () => {
    const history = moved(undone(moved(began(key(1)), key(2))), key(5));
    expect(redone(history).now).toEqual(key(5));
  });

  it('is bounded', () => {
    let history = began(key(0));
    for (let i = 1; i < 500; i++) history = moved(history, key(i));
    expect(history.past.length).toBe(100);
  });
});
