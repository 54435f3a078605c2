// What a teacher does before a class, and what the class sees: the presentation of a lesson, its keys and its sentence.

import type { Page } from 'playwright';
import { until } from './learner.ts';

export const show = (page: Page) => page.getByRole('region', { name: 'Presentation' });
export const press = (page: Page, key: string) => page.keyboard.press(key);
export const sentence = (page: Page) => show(page).getByRole('heading', { level: 1 }).textContent();
export const kept = (page: Page) => page.evaluate(() => localStorage.getItem('fault-lab:progress'));

/** What is kept of a lesson's page that was opened, once its lab has been: nothing that follows may add to it. */
export async function keptAtFirst(page: Page): Promise<string | null> {
  await until(() => kept(page)).toMatch(/"labs":\{"/);
  return kept(page);
}

export async function open(page: Page, card: string): Promise<void> {
  await page.goto(new URL(card, page.url()).href);
  await show(page).waitFor();
}

/** A number to reckon, of the lesson beside the first. */
export const NUMBER = '../phi-accrual/?step=a-threshold-is-a-timeout-in-disguise&present=7';
