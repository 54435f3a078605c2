// Finds a browser to test with, and installs it where there is none: as root on Debian from its packages, elsewhere
// by Playwright's own download. If neither works it says what to type; no test is left out because a browser is
// missing. A browser named in the environment comes first.

import { existsSync, readFileSync } from 'node:fs';
import { run } from './run.ts';

export type Wanted = {
  readonly name: string;
  /** Name of the environment variable that may hold a path. */
  readonly variable: string;
  /** Where systems keep it. */
  readonly known: readonly string[];
  /** Debian's packages. */
  readonly packages: readonly string[];
  /** Playwright's own, if it has one that serves: where it lies, and what it is called there. */
  readonly own: { readonly path: string; readonly name: string };
};

export const isRoot = process.getuid?.() === 0;

/** Ubuntu's packages of these names only point to another store. */
export function isDebian(): boolean {
  const says = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID="?debian"?$/m.test(says) && existsSync('/usr/bin/apt-get');
}

let updated: Promise<unknown> | undefined;

/** Installs packages of Debian's, without what they merely recommend. Gives what was said, for when it failed. */
export async function installPackages(packages: readonly string[]): Promise<string> {
  const quiet = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
  await (updated ??= run('apt-get', ['update'], quiet));
  return (await run('apt-get', ['install', '-y', '--no-install-recommends', ...packages], quiet)).output;
}

function find({ variable, known, own }: Wanted): string | undefined {
  return [process.env[variable], ...known, own.path].find((path) => path && existsSync(path));
}

/** Path of the browser, installed if need be. Throws with the line to type. */
export async function ensure(wanted: Wanted): Promise<string> {
  const found = find(wanted);
  if (found !== undefined) return found;

  const { name, variable, own, packages } = wanted;
  if (isRoot && isDebian()) {
    console.log(`No ${name} here: installing it from the distribution ...`);
    await installPackages(packages);
  }
  if (find(wanted) === undefined) {
    console.log(`No ${name} here: fetching Playwright's ...`);
    const deps = isRoot ? ['--with-deps'] : [];
    await run('playwright', ['install', ...deps, own.name], { env: { PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: undefined } });
  }
  const installed = find(wanted);
  if (installed !== undefined) return installed;
  throw new Error(
    `No ${name}, and installing one failed. Type: npx playwright install --with-deps ${own.name}` +
      ` (or set ${variable}=/path/to/it), then run the tests again.`,
  );
}
