// `npm run look`: a picture of every page at four widths in all themes, into .look/, for people to look at. A lesson
// is pictured once as it opens, and once a step as a reader sees it. Arguments narrow it down:
// `npm run look -- heartbeats dark 360` keeps what contains all of these words in its file name.

import { globSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import type { Browser, Page } from 'playwright';
import { launchChromium } from './chromium.ts';
import { run, ROOT } from './run.ts';
import { serve } from './serve.ts';

const SCREENS = [
  { width: 360, height: 740 },
  { width: 768, height: 1024 },
  { width: 1280, height: 900 },
  { width: 1920, height: 1080 },
];
const THEMES = ['light', 'dark', 'contrast', 'projector'] as const;
const FOLDER = `${ROOT}/.look`;

const words = process.argv.slice(2);
const has = (name: string, word: string) => name.split('.').some((part) => part.includes(word));
const wanted = (name: string) => words.every((word) => has(name, word));

/** Lets the page settle: fonts are there, and what comes to life on sight has done so. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
}

/** What is on the screen, in each theme that is wanted. */
async function inThemes(page: Page, nameIn: (theme: string) => string, fullPage: boolean): Promise<number> {
  const themes = THEMES.filter((theme) => wanted(nameIn(theme)));
  for (const theme of themes) {
    await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
    await settle(page);
    await page.screenshot({ path: `${FOLDER}/${nameIn(theme)}.png`, fullPage });
  }
  return themes.length;
}

async function picture(browser: Browser, home: string, path: string): Promise<number> {
  let taken = 0;
  const title = path === '' ? 'home' : path.replace(/\.html$|\/$/g, '').replaceAll('/', '-');
  for (const screen of SCREENS) {
    const nameIn = (theme: string) => `${title}.${theme}.${screen.width}`;
    const stepIn = (step: number) => (theme: string) => `${nameIn(theme)}.step-${step}`;
    // Which steps there are is known when the page is there; whether any of them may be wanted, before.
    if (![nameIn, stepIn(1)].some((name) => THEMES.some((theme) => mayBeWanted(name(theme))))) continue;
    const page = await browser.newPage({ viewport: screen, reducedMotion: 'reduce' });
    await page.goto(home + path);
    await page.locator('html[data-live]').waitFor({ state: 'attached' });
    taken += await inThemes(page, nameIn, true);
    const steps = await page.locator('.lesson > section[id]').evaluateAll((all) => all.map(({ id }) => id));
    for (const [i, id] of steps.entries()) {
      if (!THEMES.some((theme) => wanted(stepIn(i + 1)(theme)))) continue;
      await page.evaluate((to) => (location.hash = to), id);
      taken += await inThemes(page, stepIn(i + 1), false);
    }
    await page.close();
  }
  return taken;
}

/** Do the words fit, whatever step they ask for? */
function mayBeWanted(name: string): boolean {
  return words.every((word) => word.startsWith('step') || has(name, word));
}

console.log('Building the site ...');
const built = await run('vite', ['build']);
if (built.code !== 0) {
  console.error(built.output);
  process.exit(1);
}
await mkdir(FOLDER, { recursive: true });
const served = await serve({ folder: `${ROOT}/dist`, base: '/fault-lab' });
const browser = await launchChromium();
let taken = 0;
for (const file of globSync('**/*.html', { cwd: `${ROOT}/dist` }).sort()) {
  taken += await picture(browser, served.url, file.replace(/(^|\/)index\.html$/, '$1'));
}
await browser.close();
await served.close();
console.log(`${taken} pictures in .look/`);
