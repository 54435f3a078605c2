// WebKit where Debian has it: its small browser, driven by WebKitWebDriver on a screen that nobody sees. Elsewhere
// there is none that could be driven like this, and the tests say so in a line instead of passing.

import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, globSync } from 'node:fs';
import { createServer } from 'node:net';
import { installPackages, isDebian, isRoot } from './install.ts';

const DRIVER = '/usr/bin/WebKitWebDriver';
const SCREEN = '/usr/bin/Xvfb';
const PACKAGES = ['webkit2gtk-driver', 'xvfb', 'fonts-dejavu-core'];

const isThere = () => existsSync(DRIVER) && existsSync(SCREEN) && miniBrowser() !== undefined;
const miniBrowser = () => globSync('/usr/lib/*/webkit*gtk-*/MiniBrowser')[0];

/** Sees to it that there is a WebKit, and otherwise gives the reason why there is none. */
export async function whyNoWebKit(): Promise<string | null> {
  if (isThere()) return null;
  if (!isDebian()) return 'not run: WebKit is driven on Debian only, and this is another system';
  if (!isRoot) return `not run: no WebKit here. As root, type: apt-get install ${PACKAGES.join(' ')}`;
  console.log('No WebKit here: installing it from the distribution ...');
  const says = await installPackages(PACKAGES);
  return isThere() ? null : `not run: no WebKit here, and installing it failed: ${says.trim().split('\n').at(-1)}`;
}

export type WebKit = {
  /** Where the driver answers. */
  readonly url: string;
  /** The browser that a session asks the driver for. */
  readonly binary: string;
  readonly close: () => void;
};

export async function startWebKit(): Promise<WebKit> {
  const screen = spawn(SCREEN, ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const display = `:${await firstLine(screen)}`;
  const port = await freePort();
  const driver = spawn(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], {
    stdio: 'ignore',
    env: { ...process.env, DISPLAY: display, NO_AT_BRIDGE: '1' },
  });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/status`);
  return {
    url,
    binary: miniBrowser() ?? '',
    close: () => {
      driver.kill();
      screen.kill();
    },
  };
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((done, failed) => {
    let text = '';
    child.once('error', failed);
    child.once('exit', (code) => failed(new Error(`it ended with code ${code} before it said anything`)));
    child.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      if (text.includes('\n')) done(text.trim());
    });
  });
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}

/** Waits until something answers there. */
async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`nothing answers at ${url}`);
}
