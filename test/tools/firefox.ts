// Firefox, as the tests use it. An unpatched one is driven over WebDriver BiDi; Playwright's own build, where that is
// what there is, over its own protocol. What a page is told of the system's colours and motion can be set per page in
// Chromium only: in Firefox all pages see a light scheme, and motion.

import { firefox, type Browser } from 'playwright';
import { ensure } from './install.ts';

const own = () => firefox.executablePath();

/** Path of a Firefox, installed if need be. Throws with the line to type. */
export function ensureFirefox(): Promise<string> {
  return ensure({
    name: 'Firefox',
    variable: 'FIREFOX',
    known: ['/usr/bin/firefox-esr', '/Applications/Firefox.app/Contents/MacOS/firefox'],
    packages: ['firefox-esr', 'fonts-dejavu-core'],
    own: { path: own(), name: 'firefox' },
  });
}

export async function launchFirefox(): Promise<Browser> {
  const path = await ensureFirefox();
  if (path === own()) return firefox.launch();
  return firefox.launch({ channel: 'moz-firefox', executablePath: path });
}
