// `unit` needs nothing but Node: it holds the core, the views (rendered to text by svelte/server), the lessons' proofs
// and the tidy rules. The other three need a built dist/ and a browser. `browser` is everything there is, in Chromium;
// `firefox` is what must hold in every engine, test/browser/engines/; `webkit` is driven in another way and has its own
// few tests. See test/browser/harness.ts.

import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const BROWSER = {
  environment: 'node' as const,
  globalSetup: ['test/browser/setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 60_000,
  maxWorkers: 2,
};
const OTHERWISE_DRIVEN = 'test/browser/webkit/**/*.test.ts';

export default defineConfig({
  plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
  test: {
    // A failed list is shown whole: which files, which pairs.
    chaiConfig: { truncateThreshold: 4000 },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          testTimeout: 60_000,
          maxWorkers: '100%',
        },
      },
      {
        extends: true,
        test: {
          ...BROWSER,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          exclude: [OTHERWISE_DRIVEN],
          provide: { engine: 'chromium' },
        },
      },
      {
        extends: true,
        test: {
          ...BROWSER,
          name: 'firefox',
          include: ['test/browser/engines/**/*.test.ts'],
          provide: { engine: 'firefox' },
        },
      },
      { extends: true, test: { ...BROWSER, name: 'webkit', include: [OTHERWISE_DRIVEN] } },
    ],
  },
});
