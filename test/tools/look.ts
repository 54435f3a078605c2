// `npm run look`: a picture of every page at four widths in all themes, into .look/, for people to look at. A page
// with steps is pictured once whole and, on the first two themes, once a step as a reader sees it. Arguments narrow
// it down: `npm run look -- heartbeats dark 360` keeps what contains all of these words in its file name.

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
/** Does any step of this page fit? */
const stepWanted = (name: string) => words.every((word) => word.startsWith('step') || has(name, word));

/** Lets the page settle: fonts are there, and what comes to life on sight has done so. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(400);
}

async function picture(browser: Browser, home: string, path: string): Promise<number> {
  let taken = 0;
  const title = path === '' ? 'home' : path.replace(/\.html$|\/$/g, '').replaceAll('/', '-');
  for (const screen of SCREENS) {
    for (const theme of THEMES) {
      const name = `${title}.${theme}.${screen.width}`;
      const steps = theme === 'light' || theme === 'dark';
      if (!wanted(name) && !(steps && stepWanted(name))) continue;
      const page = await browser.newPage({ viewport: screen, reducedMotion: 'reduce' });
      await page.goto(home + path);
      await page.evaluate((chosen) => (document.documentElement.dataset['theme'] = chosen), theme);
      await settle(page);
      if (wanted(name)) {
        await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: true });
        taken += 1;
      }
      for (const [at, step] of (steps ? await page.locator('main section[id]').all() : []).entries()) {
        const stepName = `${name}.step-${at + 1}`;
        if (!wanted(stepName)) continue;
        await step.evaluate((element) => element.scrollIntoView({ block: 'start', behavior: 'instant' }));
        await settle(page);
        await page.screenshot({ path: `${FOLDER}/${stepName}.png` });
        taken += 1;
      }
      await page.close();
    }
  }
  return taken;
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
