// Who is silent, and why? The answer that a learner works out from the page alone: from the marks of a covered run,
// which tell beliefs and nothing else, and from pings.

import type { Page } from 'playwright';
import { at, button, stage, until } from './learner.ts';

type Suspicion = { readonly observer: string; readonly target: string; readonly from: number; readonly ended: boolean };

export type Answer = { readonly what: string; readonly where?: string };

/** No pause lasts longer than this, the exercise says. Seconds. */
const LONGEST_PAUSE = 12;

/** Reads every suspicion off the list of marks. */
async function suspicions(page: Page): Promise<readonly Suspicion[]> {
  const list = stage(page)
    .getByRole('group')
    .filter({ hasText: /\bmarks?\b/ })
    .last();
  await list.locator('summary').click();
  const marks = await list.getByRole('listitem').allInnerTexts();
  await list.locator('summary').click();
  const read = marks.flatMap((text) => {
    const found = /([\d.]+) s (\S+) (suspects|trusts) (\S+)/.exec(text);
    return found === null ? [] : [found as unknown as readonly [string, string, string, string, string]];
  });
  return read.flatMap(([, time, observer, verb, target], i) => {
    if (verb !== 'suspects') return [];
    const ended = read.slice(i).some(([, , o, v, t]) => o === observer && v === 'trusts' && t === target);
    return [{ observer, target, from: Number(time), ended }];
  });
}

/** Pings, and tells whether an answer came. */
async function answers(page: Page, from: string, to: string): Promise<boolean> {
  const said = page.getByRole('listitem').filter({ hasText: ` pinged ` });
  const before = await said.count();
  await page.getByLabel('from', { exact: true }).selectOption(from);
  await page.getByLabel('to', { exact: true }).selectOption(to);
  await button(page, /^Send it at/).click();
  await until(() => said.count()).toBe(before + 1);
  return / answered after /.test(await said.last().innerText());
}

export async function deduce(page: Page): Promise<Answer> {
  const all = await suspicions(page);
  const end = await at(page);
  const [accusers, accused] = [
    [...new Set(all.map(({ observer }) => observer))],
    [...new Set(all.map(({ target }) => target))],
  ];
  const [one, other] = [accusers[0] ?? '', accused[0] ?? ''];
  if (accused.length === 1 && accusers.length > 1) {
    if (await answers(page, one, other)) return { what: 'a node is or was paused', where: other };
    const silence = end - Math.min(...all.map(({ from }) => from));
    return silence > LONGEST_PAUSE ? { what: 'a node crashed', where: other } : { what: 'it cannot be told yet' };
  }
  if (accusers.length === 1 && accused.length > 1) {
    return { what: 'a node is or was paused', where: one };
  }
  if (all.length === 1) return { what: 'a link is or was cut, one way', where: `from ${other} to ${one}` };
  const pair = [one, accusers[1] ?? ''].toSorted().join(' and ');
  return { what: 'a link is or was cut, both ways', where: pair };
}
