// What can be taken away from a stage and brought back: runs as files, pictures, the record for other programs. The
// menu works by keyboard alone, and a file that cannot be opened leaves the run as it was.

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright';
import { describe, expect, test } from 'vitest';
import { browse, expectAccessible } from './harness.ts';
import { at, button, instrument, LESSON, openMenu, ready, seek, share, stage, takeUp, until } from './learner.ts';

const { visit } = browse();

const opener = (page: Page): Locator => button(stage(page), 'Share and save');
const menu = (page: Page): Locator => page.getByRole('menu', { name: 'Share and save' });
const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '');

/** A mesh in which n3 crashed, seen a little later. */
async function crashed(): Promise<Page> {
  const page = await visit(`${LESSON}#no-bound`, { width: 1366, height: 900 });
  await takeUp(page, 'Exercise 1');
  await ready(page);
  await seek(page, 20);
  const actions = await openMenu(page, 'n3');
  await button(actions, 'Crash').click();
  await actions.waitFor({ state: 'detached' });
  await seek(page, 30);
  await button(stage(page), /^n3, crashed/).waitFor();
  return page;
}

async function saved(page: Page, what: string | RegExp): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), share(page, what)]);
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

/** Chooses a file where the page asks for one. */
async function open(page: Page, name: string, content: string | Buffer): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), share(page, /^Open a saved run/)]);
  await chooser.setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(content) });
}

describe('the menu', () => {
  test('opens, is gone through and is left with the keyboard, and focus goes back', async () => {
    const page = await crashed();
    await opener(page).focus();
    await page.keyboard.press('Enter');
    await menu(page).waitFor();
    await until(() => focused(page)).toMatch(/^Copy a link/);
    await page.keyboard.press('ArrowDown');
    await until(() => focused(page)).toMatch(/^Save the run/);
    await page.keyboard.press('End');
    await until(() => focused(page)).toMatch(/^Measures/);
    await page.keyboard.press('j');
    await until(() => focused(page)).toMatch(/^JSON lines/);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await menu(page).waitFor({ state: 'detached' });
    await until(() => focused(page)).toBe('Share and save');
    expect(await opener(page).getAttribute('aria-expanded')).toBe('false');
  });

  test('holds the record back while a prediction is open', async () => {
    const page = await visit(`${LESSON}#no-bound`, { width: 1366, height: 900 });
    await ready(page);
    await opener(page).click();
    const trace = menu(page).getByRole('menuitem', { name: /^Trace for Perfetto/ });
    await trace.waitFor();
    expect(await trace.getAttribute('aria-disabled')).toBe('true');
    expect(await trace.innerText()).toContain('after your prediction');
  });
});

describe('a run as a file', () => {
  test('comes back as it was saved, at the moment that was shown', async () => {
    const page = await crashed();
    const when = await at(page);
    const { name, bytes } = await saved(page, /^Save the run/);
    expect(name).toMatch(/^fault-lab-heartbeats-and-timeouts-.*\.json$/);
    expect(JSON.parse(bytes.toString())).toMatchObject({
      faultLab: 'run',
      version: 1,
      key: { actions: [{ kind: 'crash', on: 'n3' }] },
    });

    const other = await visit(`${LESSON}#no-bound`, { width: 1366, height: 900 });
    await takeUp(other, 'Exercise 1');
    await ready(other);
    await open(other, name, bytes);
    await stage(other).getByText('It is exactly the run that was saved').waitFor();
    await button(stage(other), /^n3, crashed/).waitFor();
    await until(() => at(other)).toBe(when);
    await button(stage(other), 'Undo').click();
    await button(stage(other), /^n3(?!, crashed)/).waitFor();
  });

  test('that is broken is refused with the name of its field, and the run stays', async () => {
    const page = await crashed();
    const when = await at(page);
    const { bytes } = await saved(page, /^Save the run/);
    const text = bytes.toString();
    const broken: readonly (readonly [string, RegExp])[] = [
      [text.replace('"seed"', '"sead"'), /seed is missing/],
      [text.replace('"kind": "crash"', '"kind": "explode"'), /actions\.0\.kind/],
      [text.slice(0, 100), /file is not readable as data/],
      ['{"name":"something else"}', /faultLab must be "run"/],
    ];
    const notice = stage(page).getByRole('status').filter({ hasText: 'This file cannot be opened here' });
    for (const [content, says] of broken) {
      await open(page, 'run.json', content);
      await notice.waitFor();
      expect(await notice.innerText()).toMatch(says);
      await button(notice, 'Close this notice').click();
      await button(stage(page), /^n3, crashed/).waitFor();
      expect(await at(page)).toBe(when);
    }
  });
});

test('a run that is dropped onto the stage opens there', async () => {
  const page = await crashed();
  const { bytes } = await saved(page, /^Save the run/);
  await button(stage(page), 'Reset').click();
  await button(stage(page), /^n3(?!, crashed)/).waitFor();
  const carried = await page.evaluateHandle((text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], 'run.json', { type: 'application/json' }));
    return data;
  }, bytes.toString());
  await stage(page).dispatchEvent('dragover', { dataTransfer: carried });
  await until(() => stage(page).getAttribute('class')).toContain('dropping');
  await stage(page).dispatchEvent('drop', { dataTransfer: carried });
  await stage(page).getByText('It is exactly the run that was saved').waitFor();
  await button(stage(page), /^n3, crashed/).waitFor();
  expect(await stage(page).getAttribute('class')).not.toContain('dropping');
});

test('on a phone the menu is a sheet, beside whatever instrument is open', async () => {
  const page = await visit(`${LESSON}#no-bound`, { width: 390, height: 844, touch: true });
  await button(page, 'Lab').click();
  await ready(page);
  await instrument(page, 'Gaps');
  await opener(page).click();
  await menu(page).waitFor();
  const box = await menu(page).boundingBox();
  expect([box?.x, box?.width, Math.round((box?.y ?? 0) + (box?.height ?? 0))]).toEqual([0, 390, 844]);
  expect(await menu(page).getByRole('menuitem', { name: /^Gaps/ }).count()).toBe(2);
  await expectAccessible(page);
  await menu(page)
    .getByRole('menuitem', { name: /^Copy a link/ })
    .press('Escape');
  await until(() => focused(page)).toBe('Share and save');
});

test('the record can be had as JSON lines, as a trace, as a table of measures, each readable', async () => {
  const page = await crashed();
  const lines = (await saved(page, /^JSON lines/)).bytes.toString().trimEnd().split('\n');
  const rows = lines.map((line) => JSON.parse(line) as { row: number; type: string });
  expect(rows.length).toBeGreaterThan(1000);
  expect(rows.map(({ row }) => row)).toEqual(rows.map((_, i) => i));
  expect(rows.some(({ type }) => type === 'crash')).toBe(true);

  const trace = await saved(page, /^Trace for Perfetto/);
  expect(trace.name).toMatch(/-trace\.json$/);
  const { traceEvents } = JSON.parse(trace.bytes.toString()) as { traceEvents: readonly { name: string }[] };
  expect(traceEvents.some(({ name }) => name === 'crashed')).toBe(true);

  const [head, ...measures] = (await saved(page, /^Measures/)).bytes.toString().trimEnd().split('\r\n');
  expect(head).toBe('lab,seed,settings,measure,title,value,unit,count,exposure,says');
  expect(measures.some((row) => row.includes('detection-time'))).toBe(true);
});

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

test('a picture is a whole SVG that needs nothing of the page, and a PNG of twice its size', async () => {
  const page = await crashed();
  await instrument(page, 'Gaps');
  for (const what of ['Cluster', 'Gaps']) {
    const svg = (await saved(page, new RegExp(`^${what} \\.svg`))).bytes.toString();
    const seen = await page.evaluate((text) => {
      const read = new DOMParser().parseFromString(text, 'image/svg+xml');
      const { documentElement: root } = read;
      const [width, height] = ['width', 'height'].map((side) => Number(root.getAttribute(side)));
      const drawn = root.querySelectorAll('path, line, circle, rect').length;
      const leans = root.querySelectorAll('[class], [style], script, foreignObject').length;
      return { broken: read.querySelector('parsererror') !== null, tag: root.localName, width, height, drawn, leans };
    }, svg);
    expect(seen).toMatchObject({ broken: false, tag: 'svg', leans: 0 });
    expect(seen.width).toBeGreaterThan(300);
    expect(seen.height).toBeGreaterThan(100);
    expect(seen.drawn).toBeGreaterThan(4);
    expect(svg).toMatch(/Fault Lab, .*seed .* at \d/);
    expect(svg).not.toMatch(/var\(--|NaN|undefined/);

    const { name, bytes } = await saved(page, new RegExp(`^${what} \\.png`));
    expect(name).toMatch(/\.png$/);
    expect([...bytes.subarray(0, 8)]).toEqual(PNG);
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([2 * seen.width!, 2 * seen.height!]);
    expect(bytes.length).toBeGreaterThan(8000);
  }
});
