// Keys that something with the focus wants for itself, so that the presentation leaves them alone: letters belong to
// fields, the space to whatever can be pressed, arrows to sliders, tabs, menus and the nodes of the picture.

import { takesLetters } from '../stage/keys.ts';

const PRESSED = 'button, a, summary, select, [role="button"], [role="tab"], [role="slider"]';
const MOVED = 'input, select, [role="slider"], [role="tablist"], [role="toolbar"], [role="dialog"], .thing';

export function takes(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (key === ' ') return takesLetters(target) || target.closest(PRESSED) !== null;
  if (key.startsWith('Arrow')) return takesLetters(target) || target.closest(MOVED) !== null;
  return key.length === 1 && takesLetters(target);
}
