// Finds a Chromium to test with, and installs one where there is none: from Debian's packages as root, by
// Playwright's own download elsewhere. If neither works it says what to type; no browser test is ever left out.

import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright';
import { run } from './run.ts';

const KNOWN = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const isRoot = process.getuid?.() === 0;

function find(): string | undefined {
  const own = chromium.executablePath();
  return [...KNOWN, own].find((path) => path !== undefined && path !== '' && existsSync(path));
}

/** Path of a Chromium, installed if need be. Throws with the line to type. */
export async function ensureChromium(): Promise<string> {
  const found = find();
  if (found) return found;

  if (isRoot && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium here: installing it from the distribution ...');
    const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
    await run('apt-get', ['update'], quiet);
    await run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], quiet);
  }
  if (!find()) {
    console.log("No Chromium here: fetching Playwright's ...");
    const deps = isRoot ? ['--with-deps'] : [];
    const env = { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: undefined };
    await run('playwright', ['install', ...deps, 'chromium'], { env });
  }
  const installed = find();
  if (installed) return installed;
  throw new Error(
    'No Chromium, and installing one failed. Type: npx playwright install --with-deps chromium' +
      ' (or set CHROMIUM=/path/to/chromium), then run the tests again.',
  );
}

export async function launchChromium(): Promise<Browser> {
  // Chromium's sandbox refuses to run as root, as in a container.
  const args = isRoot ? [...FLAGS, '--no-sandbox'] : FLAGS;
  return chromium.launch({ executablePath: await ensureChromium(), args });
}
