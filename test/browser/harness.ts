// Opens pages of the built site in the browser that the tests run in: Chromium, and for the files in engines/ Firefox
// too. Every page that a test opens is watched: an error in the console, a refusal of the security policy, a request
// to another host or an answer of 400 and above fails the test, unless the test said that it expects it. Call
// browse() once at the top of a test file.
//
//   const { visit } = browse();
//   test('the first page has a button', async () => {
//     const page = await visit('', { width: 360, scheme: 'dark' });
//     await expectAccessible(page);
//   });

import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, inject } from 'vitest';
import { launchChromium } from '../tools/chromium.ts';
import { launchFirefox } from '../tools/firefox.ts';

export type Engine = 'chromium' | 'firefox';

export type Theme = 'light' | 'dark' | 'contrast' | 'projector';

export type Visit = {
  readonly width?: number;
  readonly height?: number;
  /** What the system prefers. */
  readonly scheme?: 'light' | 'dark';
  readonly motion?: 'reduce' | 'no-preference';
  readonly touch?: boolean;
  /** false: as a reader without JavaScript. */
  readonly scripts?: boolean;
  /** Problems that this test means to cause. */
  readonly expected?: RegExp;
  /** Runs in the page before anything of the site does. */
  readonly before?: (page: Page) => Promise<unknown>;
};

type Open = { readonly context: BrowserContext; readonly problems: string[] };

export type Browse = {
  /** `path` is relative to the site's home: '' or 'lessons/heartbeats/#step'. Waits until the page is live. */
  readonly visit: (path: string, how?: Visit) => Promise<Page>;
};

export const launch = (engine: Engine): Promise<Browser> =>
  engine === 'chromium' ? launchChromium() : launchFirefox();

export function browse(): Browse {
  let browser: Browser | undefined;
  const open: Open[] = [];

  beforeAll(async () => {
    browser = await launch(inject('engine'));
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    const seen = open.splice(0);
    for (const { context } of seen) await context.close();
    expect(seen.flatMap(({ problems }) => problems)).toEqual([]);
  });

  return {
    async visit(path, how = {}) {
      if (!browser) throw new Error('visit() belongs inside a test');
      const { width = 1280, height = 800, scheme = 'light', motion = 'no-preference', scripts = true } = how;
      const context = await browser.newContext({
        viewport: { width, height },
        colorScheme: scheme,
        reducedMotion: motion,
        hasTouch: how.touch ?? false,
        javaScriptEnabled: scripts,
      });
      const page = await context.newPage();
      page.setDefaultTimeout(10_000);
      open.push({ context, problems: await watch(page, how.expected) });
      await how.before?.(page);
      await page.goto(new URL(path, inject('site')).href);
      if (scripts) await live(page);
      return page;
    },
  };
}

/** Resolves when the page's own scripts have taken over from the prerendered text. */
export async function live(page: Page): Promise<void> {
  await page.locator('html[data-live]').waitFor({ state: 'attached' });
}

/** Every drawing is taken out of every page to come, and with it the timeline. */
export async function takePicturesOut(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('svg, canvas, img { display: none !important; }');
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  });
}

/** Which themes exist is more than the header offers: embeds and presenters choose by this attribute. */
export async function setTheme(page: Page, theme: Theme): Promise<void> {
  await page.evaluate((chosen) => {
    document.documentElement.dataset['theme'] = chosen;
  }, theme);
}

type Look = {
  /** A selector. */
  readonly within?: string;
  /** Only what depends on the theme. */
  readonly colours?: boolean;
};

/** axe-core finds nothing, or this says where it did. */
export async function expectAccessible(page: Page, { within, colours = false }: Look = {}): Promise<void> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async ([scope, rules]) => {
      const options = rules === null ? {} : { runOnly: rules };
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(scope ?? document, options);
      return violations.map(
        ({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((n) => `  ${n.target.join(' ')}`).join('\n')}`,
      );
    },
    [within ?? null, colours ? ['color-contrast', 'link-in-text-block'] : null] as const,
  );
  expect(found).toEqual([]);
}

/** Nothing sticks out to the side: no sideways scrolling at this width. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [content, screen] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(screen ?? 0);
}

async function watch(page: Page, expected: RegExp | undefined): Promise<string[]> {
  const problems: string[] = [];
  const note = (what: string) => {
    if (!expected?.test(what)) problems.push(what);
  };
  const home = new URL(inject('site')).origin;
  page.on('console', (message) => {
    if (message.type() === 'error') note(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => note(`exception: ${error.stack ?? error.message}`));
  page.on('crash', () => note('the page crashed'));
  page.on('request', (request) => {
    if (!new RegExp(`^(${home}/|data:|blob:)`).test(request.url())) note(`request to another host: ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) note(`status ${response.status()}: ${response.url()}`);
  });
  await page.exposeFunction('reportViolation', (what: string) => note(`policy: ${what}`));
  await page.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report = (window as unknown as { reportViolation: (what: string) => void }).reportViolation;
      report(`${event.violatedDirective} refused ${event.blockedURI} ${event.sourceFile ?? ''}:${event.lineNumber}`);
    });
  });
  return problems;
}
