// What a learner does on a lesson's page, in the words of the page: goes to a step, predicts, moves through the run,
// opens the menu of a node or a link, turns a knob, has an answer checked. Things are found by role and name only,
// as somebody with a screen reader would find them.

import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { mouse, type Hand } from './hands.ts';

export const LESSON = 'lessons/heartbeats-and-timeouts/';

/** Longest wait for something that the page computes, milliseconds: a run, a sweep, on a busy machine. */
export const PATIENCE = 40_000;

/** And for a check of several hundred runs, in the slowest of the browsers. */
const LONG = 150_000;

export const stage = (page: Page): Locator => page.getByRole('region', { name: /^Lab: / });
export const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
/** The step in view: the others are in the page as well, hidden. */
export const step = (page: Page): Locator => page.getByRole('main').locator('section[id]').filter({ visible: true });
export const timeline = (page: Page): Locator => stage(page).getByRole('slider', { name: 'Time', exact: true });
export const play = (page: Page): Locator => button(stage(page), /^(Play|Pause)$/);

/** Waits until this holds, and otherwise says what there was instead. */
export const until = <T>(read: () => Promise<T>, timeout = PATIENCE) => expect.poll(read, { timeout, interval: 40 });

/** Seconds. */
export async function at(page: Page): Promise<number> {
  return Number(await timeline(page).getAttribute('aria-valuenow'));
}

/** The first run of the stage in view has been computed. */
export async function ready(page: Page): Promise<void> {
  await until(() => play(page).getAttribute('aria-disabled')).toBe('false');
}

/** Presses the timeline at this moment; a pixel is about a tenth of a second. */
export async function seek(page: Page, seconds: number): Promise<void> {
  const line = timeline(page);
  const [box, handle] = [await line.boundingBox(), await line.locator('circle').last().boundingBox()];
  if (box === null || handle === null) throw new Error('the timeline is not to be seen');
  const margin = 12;
  const share = seconds / Number(await line.getAttribute('aria-valuemax'));
  const y = handle.y + handle.height / 2 - box.y;
  await line.click({ position: { x: margin + share * (box.width - 2 * margin), y } });
  await until(async () => Math.abs((await at(page)) - seconds)).toBeLessThan(0.2);
}

/** The time on the transport, seconds: what there is to read where no timeline is drawn. */
export async function shownTime(page: Page): Promise<number> {
  return Number.parseFloat(await stage(page).getByRole('group', { name: 'Transport' }).locator('strong').innerText());
}

/** Plays as fast as it goes until it stops by itself. */
export async function playOut(page: Page, hand: Hand = mouse): Promise<void> {
  await hand.select(stage(page).getByLabel('Speed'), '1000× speed');
  await hand.press(button(stage(page), 'Play'));
  await button(stage(page), 'Play').waitFor();
}

/** What is chosen among options, or written in a field. */
export async function predict(page: Page, answer: string | number, sure = 'think so', hand: Hand = mouse) {
  if (typeof answer === 'number') await hand.write(step(page).getByRole('textbox', { name: 'I expect' }), `${answer}`);
  else await hand.choose(page.getByRole('radio', { name: answer, exact: true }));
  await handIn(page, sure, hand);
}

/** The option at this place, whatever it says. */
export async function predictOption(page: Page, place: number, sure = 'think so', hand: Hand = mouse): Promise<void> {
  await hand.choose(step(page).getByRole('radiogroup').first().getByRole('radio').nth(place));
  await handIn(page, sure, hand);
}

async function handIn(page: Page, sure: string, hand: Hand): Promise<void> {
  await hand.choose(page.getByRole('radio', { name: sure, exact: true }));
  await hand.press(button(page, 'That is my prediction'));
  await step(page).getByText('You predicted').waitFor();
}

/** Puts an exercise of this step on the stage: 'Exercise 4'. */
export async function takeUp(page: Page, exercise: string, hand: Hand = mouse): Promise<void> {
  await hand.press(button(page.getByRole('group', { name: 'On the stage' }), exercise));
  await page
    .getByText(new RegExp(`^${exercise} of `))
    .first()
    .waitFor();
}

/** Shows one of the instruments, if it is not shown already. */
export async function instrument(page: Page, title: string): Promise<void> {
  await stage(page).getByRole('tab', { name: title }).click();
}

/** Types a knob's value into its field. Where the stage has no column for knobs they are behind a tab. */
export async function turn(page: Page, knob: string, value: number): Promise<void> {
  const tab = stage(page).getByRole('tab', { name: 'Knobs' });
  if (await tab.isVisible()) await tab.click();
  await mouse.write(stage(page).getByRole('textbox', { name: knob }), String(value));
}

/** Opens the menu of a node ('n3') or of a link ('m to w') from the picture. */
export async function openMenu(page: Page, thing: string): Promise<Locator> {
  const spoken = thing.includes(' to ') ? new RegExp(`^Link ${thing},`) : new RegExp(`^${thing},`);
  await button(stage(page), spoken).click();
  const menu = page.getByRole('dialog');
  await menu.waitFor();
  return menu;
}

/** Holds back the next beat on a link for so many seconds. */
export async function holdBeat(page: Page, link: string, when: number, by: number): Promise<void> {
  await seek(page, when);
  const menu = await openMenu(page, link);
  await button(menu, 'Hold one').click();
  await menu.getByRole('textbox', { name: 'for' }).fill(String(by));
  await button(menu, /^Hold one: /).click();
  await menu.waitFor({ state: 'detached' });
}

/** Chooses what is called so in the menu of links, files and pictures. */
export async function share(page: Page, what: string | RegExp): Promise<void> {
  await button(stage(page), 'Share and save').click();
  const menu = page.getByRole('menu', { name: 'Share and save' });
  await menu.getByRole('menuitem', { name: what }).click();
  await menu.waitFor({ state: 'detached' });
}

export type Verdict = 'Passed' | 'Not yet' | 'Undecided';

/** Says what will come of it, has it checked, and waits for the verdict. Gives all that was said. */
export async function check(page: Page, foresees: 'yes' | 'no', wanted: Verdict, hand: Hand = mouse): Promise<string> {
  await hand.press(button(page, /^Check( again)?$/));
  const form = page.getByRole('form', { name: 'Before the check' });
  await hand.choose(form.getByRole('radio', { name: foresees, exact: true }));
  await hand.press(button(form, /^Check /));
  const verdict = page.getByRole('status').filter({ hasText: /^\s*(Passed|Not yet|Undecided)/ });
  await verdict.waitFor({ timeout: LONG });
  const says = await verdict.innerText();
  expect(says.trimStart().startsWith(wanted), says).toBe(true);
  return says;
}
