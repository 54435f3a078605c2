// Chromium, as the tests, the benchmark and the pictures use it.

import { chromium, type Browser } from 'playwright';
import { ensure, isRoot } from './install.ts';

const FLAGS = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of a Chromium, installed if need be. Throws with the line to type. */
export function ensureChromium(): Promise<string> {
  return ensure({
    name: 'Chromium',
    variable: 'CHROMIUM',
    known: [
      '/usr/bin/chromium',
      '/usr/bin/chromium-browser',
      '/usr/bin/google-chrome-stable',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    packages: ['chromium', 'fonts-dejavu-core'],
    own: { path: chromium.executablePath(), name: 'chromium' },
  });
}

/** Chromium's sandbox refuses to run as root, as in a container. */
export const chromiumFlags: readonly string[] = isRoot ? [...FLAGS, '--no-sandbox'] : FLAGS;

export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await ensureChromium(), args: [...chromiumFlags] });
}
