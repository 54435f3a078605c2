// A link brings back the very run at the very moment. What comes in with an address is never believed: whatever is
// wrong is named, and the page goes on.

import { deflateRawSync } from 'node:zlib';
import type { Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { browse, live } from './harness.ts';
import {
  at,
  button,
  LESSON,
  openMenu,
  predict,
  ready,
  seek,
  share,
  stage,
  step,
  takeUp,
  turn,
  until,
} from './learner.ts';

const { visit } = browse();

/** A link's fragment, as the page writes it. */
const fragment = (shared: unknown): string => {
  const text = typeof shared === 'string' ? shared : JSON.stringify(shared);
  return `#r=z${deflateRawSync(Buffer.from(text)).toString('base64url')}`;
};

const SHARED = {
  v: 1,
  key: { scenario: { id: 'mesh5', version: 1 }, settings: { T: 2 }, seed: '3', actions: [] },
  view: { at: 5_000_000, look: [0, 1], panel: 'log' },
  print: '00000000',
};

async function copiedLink(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await share(page, 'Copy a link to this moment');
  await stage(page).getByText('Link copied').waitFor();
  return page.evaluate(() => navigator.clipboard.readText());
}

/** What the log tells last, up to the moment shown. */
async function told(page: Page): Promise<readonly string[]> {
  await stage(page).getByRole('tab', { name: /^Log/ }).click();
  const lines = await stage(page).getByRole('list', { name: /^Log/ }).getByRole('button').allInnerTexts();
  return lines.slice(0, 5);
}

describe('a link', () => {
  test('opens the same run at the same moment, and none says that it was made by another version', async () => {
    const page = await visit(`${LESSON}#no-bound`, { height: 1000 });
    await ready(page);
    await predict(page, 'in none');
    await turn(page, 'T, timeout', 1.2);
    await seek(page, 20);
    const menu = await openMenu(page, 'n2');
    await button(menu, 'Crash').click();
    await button(stage(page), /^n2, crashed/).waitFor();
    await seek(page, 24.3);
    const log = await told(page);
    const [link, when] = [await copiedLink(page), await at(page)];

    const other = await visit('');
    await other.goto(link);
    await live(other);
    await until(() => at(other)).toBe(when);
    expect(await step(other).getByRole('heading', { level: 2 }).innerText()).toBe('No bound');
    await button(stage(other), /^n2, crashed/).waitFor();
    expect(await told(other)).toEqual(log);
    expect(await stage(other).getByText('This link').count()).toBe(0);
    expect(await copiedLink(other)).toBe(link);
  });

  test('made in an exercise opens that exercise', async () => {
    const page = await visit(`${LESSON}#one-late-beat`);
    await takeUp(page, 'Exercise 6');
    await ready(page);
    await seek(page, 30);
    const [link, when] = [await copiedLink(page), await at(page)];
    const other = await visit('');
    await other.goto(link);
    await live(other);
    await until(() => at(other)).toBe(when);
    await other.getByText('Exercise 6 of 8, break').waitFor();
  });

  test('whose run has changed since says so, and opens', async () => {
    const page = await visit(`${LESSON}?step=no-bound${fragment({ ...SHARED, print: 'deadbeef' })}`);
    await stage(page).getByText('This link was made with an earlier version').waitFor();
    expect(await at(page)).toBe(5);
  });
});

type Mutation = readonly [what: string, fragment: string, says: RegExp];

const key = (change: object) => ({ ...SHARED, key: { ...SHARED.key, ...change } });
const view = (change: object) => ({ ...SHARED, view: { ...SHARED.view, ...change } });
const action = (change: object) => key({ actions: [{ kind: 'crash', on: 'n1', at: 1, ...change }] });

const MALFORMED: readonly Mutation[] = [
  ['cut in the middle', fragment(SHARED).slice(0, 40), /link: is damaged/],
  ['with characters that no link has', '#r=z%F0%9F%92%A5', /link: has characters/],
  ['of an unknown packing', `#r=q${fragment(SHARED).slice(4)}`, /link: does not begin like/],
  ['that is empty', '#r=', /link: does not begin like/],
  ['that is not JSON', fragment('{"v":1,'), /link: is damaged/],
  ['that is a number', fragment('7'), /link: /],
  ['that inflates beyond all bounds', fragment(' '.repeat(200_000)), /link: is damaged or too long/],
  ['of another format', fragment({ ...SHARED, v: 2 }), /v: is of a format that this page does not know/],
  ['without a run', fragment({ ...SHARED, key: undefined }), /key: is missing/],
  ['without a seed', fragment(key({ seed: '' })), /seed: must be a seed, not empty/],
  ['with settings that are a list', fragment(key({ settings: [1, 2] })), /settings/],
  ['with a knob that is an object', fragment(key({ settings: { T: {} } })), /settings\.T: must be a number/],
  ['with a knob that there is not', fragment(key({ settings: { zeta: 1 } })), /settings\.zeta/],
  ['with a knob out of range', fragment(key({ settings: { T: -5 } })), /settings\.T/],
  [
    'with 201 actions',
    fragment(key({ actions: Array(201).fill({ kind: 'crash', on: 'n1', at: 1 }) })),
    /actions: .*200/,
  ],
  ['with an unknown fault', fragment(action({ kind: 'explode' })), /actions\.0\.kind/],
  ['with a fault on no node', fragment(action({ on: 'n9' })), /actions\.0\.on/],
  ['with a fault at no time', fragment(action({ at: 'noon' })), /actions\.0\.at: must be a whole number/],
  ['with a fault that ends before it begins', fragment(action({ at: 9, until: 3 })), /actions\.0: must end after/],
  [
    'of a lab that there is not',
    fragment(key({ scenario: { id: 'atlantis', version: 1 } })),
    /scenario\.id: .*atlantis/,
  ],
  ['of an older lab', fragment(key({ scenario: { id: 'mesh5', version: 99 } })), /scenario\.version/],
  [
    'of another lab',
    fragment(key({ scenario: { id: 'pair', version: 1 }, settings: {} })),
    /scenario: belongs to another/,
  ],
  ['seen by no node', fragment(view({ look: [0, 2000] })), /view\.look\.1: must be the number of a node/],
  ['seen at no time', fragment(view({ at: -1 })), /view\.at: must be a whole number/],
  ['with another run that is no run', fragment(view({ beside: { over: 7 } })), /view\.beside/],
  ['with another run of a field unknown', fragment(view({ beside: { over: {}, x: 1 } })), /view\.beside\.x/],
  ['with a broken fingerprint', fragment({ ...SHARED, print: 'xyz' }), /print: must be eight hexadecimal digits/],
  ['with a field that nobody knows', fragment({ ...SHARED, extra: 1 }), /extra/],
];

/** Goes to another fragment within the page. */
const follow = (page: Page, hash: string) =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);

const alive = async (page: Page): Promise<void> => {
  await ready(page);
  await button(stage(page), 'On by one event').click();
};

describe('a malformed link', () => {
  test('says which field is wrong and leaves a working lab, whatever is wrong with it', async () => {
    const page = await visit(`${LESSON}?step=no-bound#no-bound`);
    await ready(page);
    const notice = stage(page).getByRole('status').filter({ hasText: 'This link cannot be opened here' });
    const missed: string[] = [];
    for (const [what, hash, says] of MALFORMED) {
      await follow(page, hash);
      await notice.waitFor({ timeout: 5000 }).catch(() => undefined);
      const said = (await notice.isVisible()) ? await notice.innerText() : 'nothing';
      if (!says.test(said) || !said.includes('This is the lab as it begins')) missed.push(`${what}: ${said}`);
      await button(notice, 'Close this notice').click();
      await alive(page);
    }
    expect(missed).toEqual([]);
  });

  test('is survived, three hundred times, without a word on the console', async () => {
    const page = await visit(`${LESSON}?step=no-bound#no-bound`);
    await ready(page);
    let state = 20_261;
    const random = (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * below);
    };
    const text = JSON.stringify(action({}));
    const letters = 'ABCxyz019-_=%#&?{}[]":,.\u00e9 ';
    const garbled = (from: string): string => {
      const all = [...from];
      for (let k = 1 + random(4); k > 0; k--) {
        const place = random(all.length);
        const how = random(3);
        if (how === 0) all.splice(place, 1 + random(6));
        else if (how === 1) all[place] = letters[random(letters.length)] ?? '';
        else all.splice(place, 0, letters[random(letters.length)] ?? '');
      }
      return all.join('');
    };
    const hashes = Array.from({ length: 300 }, (_, i) =>
      i % 3 === 0
        ? `#r=z${garbled(fragment(SHARED).slice(4))}`
        : i % 3 === 1
          ? fragment(garbled(text))
          : garbled('#r=no-bound'),
    );
    await page.evaluate(async (all) => {
      for (const hash of all) {
        location.hash = hash;
        await new Promise((done) => setTimeout(done));
      }
      location.hash = '#no-bound';
    }, hashes);
    await alive(page);
    expect(await step(page).getByRole('heading', { level: 2 }).innerText()).toBe('No bound');
  });
});
