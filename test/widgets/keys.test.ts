// One table binds the keys and lists them: no two commands share one.

import { describe, expect, it } from 'vitest';
import { BINDINGS, commandFor } from '../../src/widgets/keys.ts';

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
