// A learner without a mouse: goes from place to place with Tab, and is never lost. After every key something has the
// focus, it can be seen that it has, it is on the screen, and nothing lies over it.

import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { button, stage, step, until } from './learner.ts';

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

/** Goes with Tab, or back with Shift and Tab, until this has the focus. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await target.first().waitFor();
  for (let pressed = 0; pressed < FAR; pressed++) {
    if (await hasFocus(target)) return;
    await press(page, key);
  }
  throw new Error(`${FAR} times ${key}, and still not at ${target}`);
}

/** Goes there and presses Enter. */
export async function enter(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  await tabTo(page, target, key);
  await press(page, 'Enter');
}

export const transport = (page: Page) => stage(page).getByRole('group', { name: 'Transport' });

/** Comes to the same thing as a press: the page always answers where it is. */
export const answered = (page: Page) => expect.poll(() => focusTrouble(page), { timeout: 3000 }).toBe('');

/** Chooses an option with the arrows, says how sure, and hands it in. */
export async function predict(page: Page, answer: string): Promise<void> {
  const first = step(page).getByRole('radiogroup').getByRole('radio').first();
  await tabTo(page, first);
  await press(page, 'Space');
  const wanted = page.getByRole('radio', { name: answer, exact: true });
  for (let i = 0; i < 6 && !(await wanted.isChecked()); i++) await press(page, 'ArrowDown');
  expect(await wanted.isChecked()).toBe(true);
  await tabTo(page, page.getByRole('radio', { name: 'sure', exact: true }));
  await press(page, 'ArrowRight');
  await tabTo(page, button(page, 'That is my prediction'));
  await page.keyboard.press('Enter');
  await step(page).getByText('You predicted').waitFor();
}

/** Sets the speed and plays, with the shortcut that works everywhere. */
export async function playOut(page: Page): Promise<void> {
  const speed = stage(page).getByLabel('Speed');
  await tabTo(page, speed);
  await press(page, 'End');
  await press(page, 'Alt+k');
  await until(() => button(transport(page), 'Play').count()).toBe(1);
}
