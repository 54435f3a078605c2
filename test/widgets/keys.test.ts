// One table binds the keys and lists them: no two commands share one.

import { describe, expect, it } from 'vitest';
import { BINDINGS, commandFor, keyWords, PRESENTING, presenterCommandFor } from '../../src/widgets/stage/keys.ts';

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  code: `Key${key.toUpperCase()}`,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  ...more,
});

describe('the table of keys', () => {
  it('binds no key twice and no command twice', () => {
    const alts = BINDINGS.flatMap((binding) => binding.alt ?? []);
    const keys = BINDINGS.flatMap((binding) => binding.key ?? []);
    const commands = BINDINGS.map((binding) => binding.command);
    for (const all of [alts, keys, commands]) expect(new Set(all).size).toBe(all.length);
  });

  it('gives every command a key and a sentence', () => {
    for (const binding of BINDINGS) {
      expect(binding.alt ?? binding.key).toBeDefined();
      expect(binding.says.length).toBeGreaterThan(3);
    }
  });

  it('answers Alt combinations anywhere, by the place of the key', () => {
    expect(commandFor(press('˚', { altKey: true, code: 'KeyK' }), false, true)).toBe('play');
    expect(commandFor(press('r', { altKey: true, shiftKey: true }), true, false)).toBeNull();
  });

  it('answers letters only inside the stage, and never while somebody types', () => {
    expect(commandFor(press('k'), true, false)).toBe('play');
    expect(commandFor(press('k'), false, false)).toBeNull();
    expect(commandFor(press('k'), true, true)).toBeNull();
    expect(commandFor(press('k', { ctrlKey: true }), true, false)).toBeNull();
  });

  it('knows the question mark however it is typed', () => {
    expect(commandFor(press('?', { shiftKey: true, code: 'Slash' }), true, false)).toBe('help');
  });
});

describe("the presenter's part of it", () => {
  it('binds no key twice, and gives every command a key and a sentence', () => {
    const keys = PRESENTING.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { keys: own, says } of PRESENTING) {
      expect(own.length).toBeGreaterThan(0);
      expect(says.length).toBeGreaterThan(3);
    }
  });

  it('takes what a remote sends, wherever the focus is', () => {
    expect(presenterCommandFor(press('PageDown'), true)).toBe('on');
    expect(presenterCommandFor(press('PageUp'), true)).toBe('before');
    expect(presenterCommandFor(press('PageDown', { shiftKey: true }), false)).toBe('next-card');
    expect(presenterCommandFor(press('F5'), true)).toBe('screen');
    expect(presenterCommandFor(press('Escape'), true)).toBe('leave');
    expect(presenterCommandFor(press('.'), false)).toBe('blank');
  });

  it('leaves letters and arrows to what wants them, and combinations to the browser', () => {
    expect(presenterCommandFor(press('ArrowRight'), false)).toBe('on');
    expect(presenterCommandFor(press('ArrowRight'), true)).toBeNull();
    expect(presenterCommandFor(press('p'), true)).toBeNull();
    expect(presenterCommandFor(press('p', { ctrlKey: true }), false)).toBeNull();
    expect(presenterCommandFor(press('?', { shiftKey: true }), false)).toBe('help');
  });

  it('is written in words', () => {
    expect(['shift+pagedown', ' ', 'f5', 'k'].map(keyWords)).toEqual(['Shift + Page Down', 'Space', 'F5', 'k']);
  });
});
