// A learner without a mouse: goes from place to place with Tab, and is never lost. After every key something has the
// focus, it can be seen that it has, it is on the screen, and nothing lies over it.

import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { Hand } from './hands.ts';

/** More tab stops than any page has: whoever does not arrive by then is in a trap, or the way does not exist. */
const FAR = 150;

/** What is wrong with the focus, or ''. */
export async function focusTrouble(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing has the focus';
    const words = (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 60);
    const name = `${element.tagName.toLowerCase()} "${words}"`;
    const shown = (one: Element): boolean => {
      const { outlineStyle, outlineWidth, visibility } = getComputedStyle(one);
      return visibility === 'visible' && outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0;
    };
    const own = [...element.querySelectorAll('.focus')].some((mark) => getComputedStyle(mark).visibility === 'visible');
    const wrapped = element.closest('label') !== null && shown(element.closest('label') as Element);
    if (element.id !== 'main' && !shown(element) && !own && !wrapped)
      return `${name} does not show that it has the focus`;
    const box = element.getBoundingClientRect();
    const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)];
    const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)];
    if (right <= left || bottom <= top) return `${name} has the focus and is off the screen`;
    // Somewhere on it, it is itself that lies on top.
    for (const x of [0.5, 0.1, 0.9]) {
      for (const y of [0.5, 0.15, 0.85]) {
        const over = document.elementFromPoint(left + x * (right - left), top + y * (bottom - top));
        if (over !== null && (element.contains(over) || over.contains(element))) return '';
      }
    }
    return `${name} has the focus and something lies over it`;
  });
}

export const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluateAll((all) => all.some((element) => element === document.activeElement));

/** Presses a key, and sees to it that nobody is lost. */
export async function press(page: Page, key: string): Promise<void> {
  await page.keyboard.press(key);
  await expect.poll(() => focusTrouble(page), { timeout: 3000, interval: 20 }).toBe('');
}

/** What leads from the focus to the first of these; nothing, if one of them has it. The order of Tab is the page's. */
const wayTo = (target: Locator): Promise<'Tab' | 'Shift+Tab' | null> =>
  target.evaluateAll((all) => {
    const from = document.activeElement;
    const [first] = all;
    if (first === undefined || from === null) return 'Tab';
    if (all.includes(from as (typeof all)[number])) return null;
    const before = (from.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_PRECEDING) !== 0;
    return before && !first.contains(from) ? 'Shift+Tab' : 'Tab';
  });

/** Goes with Tab, or back with Shift and Tab, until this has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let pressed = 0; pressed < FAR; pressed++) {
    const way = await wayTo(target);
    if (way === null) return;
    await press(page, way);
  }
  throw new Error(`${FAR} times Tab, and still not at ${target}`);
}

/** Comes to the same thing as a press: the page always answers where it is. */
export const answered = (page: Page) => expect.poll(() => focusTrouble(page), { timeout: 3000 }).toBe('');

/** Tab stops at one of the group, and an arrow goes round in it until this holds. */
async function goRound(group: Locator, arrow: 'ArrowRight' | 'ArrowDown', holds: () => Promise<boolean>) {
  await tabTo(group.page(), group);
  if (arrow === 'ArrowDown') await press(group.page(), 'Space');
  for (let i = await group.count(); i > 0 && !(await holds()); i--) await press(group.page(), arrow);
  expect(await holds()).toBe(true);
}

/** No pointer at all. */
export const keys: Hand = {
  // What was pressed may go away for good: the focus is then somewhere else.
  async press(target) {
    const page = target.page();
    if ((await target.getAttribute('role')) === 'tab') {
      const tabs = target.locator('xpath=ancestor::*[@role="tablist"][1]').getByRole('tab');
      return goRound(tabs, 'ArrowRight', () => hasFocus(target));
    }
    await tabTo(page, target);
    await page.keyboard.press('Enter');
    await answered(page);
  },
  async choose(radio) {
    const group = radio.locator('xpath=ancestor::*[@role="radiogroup" or self::fieldset][1]').getByRole('radio');
    await goRound(group, 'ArrowDown', () => radio.isChecked());
  },
  async tick(box, on) {
    await tabTo(box.page(), box);
    if ((await box.isChecked()) !== on) await press(box.page(), 'Space');
  },
  async write(field, text) {
    const page = field.page();
    await tabTo(page, field);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(text);
    await press(page, 'Tab');
  },
  async select(list, option) {
    const page = list.page();
    await tabTo(page, list);
    const place = await list.evaluate((select, named) => {
      const options = [...(select as HTMLSelectElement).options].filter(({ disabled }) => !disabled);
      return options.findIndex(({ value, label }) => value === named || label === named);
    }, option);
    await press(page, 'Home');
    for (let i = 0; i < place; i++) await press(page, 'ArrowDown');
  },
};
