// Serves the built site for the browser tests, under a sub-path, as a school's web server might.

import { existsSync } from 'node:fs';
import type { TestProject } from 'vitest/node';
import { ROOT } from '../tools/run.ts';
import { serve } from '../tools/serve.ts';
import type { Engine } from './harness.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the site's home, with a slash at its end. */
    readonly site: string;
    /** The browser that harness.ts starts. */
    readonly engine: Engine;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = `${ROOT}/dist`;
  if (!existsSync(`${folder}/index.html`)) throw new Error('There is no site in dist/ yet. Type: npm run build');
  const served = await serve({ folder, base: '/teaching/2026/fault-lab' });
  project.provide('site', served.url);
  return served.close;
}
