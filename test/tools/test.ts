// `npm test`: everything that must hold, one line a runner, and at the end one line that adds them up. A static
// check counts as one; Vitest counts each of its tests. Names as arguments choose runners: `static` stands for all
// the static checks, so `npm run check` is `test.ts static` and `npm run test:browser` is the build and what runs in
// the three browsers.

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './chromium.ts';
import { ensureFirefox } from './firefox.ts';
import { run } from './run.ts';
import { summarise, type Report } from './vitest-report.ts';
import { whyNoWebKit } from './webkit.ts';

type Outcome = { readonly passed: number; readonly failed: number; readonly detail: string };

type Runner = { readonly name: string; readonly says: string; readonly run: () => Promise<Outcome> };

const program =
  (...line: [string, ...string[]]) =>
  async (): Promise<Outcome> => {
    const [name, ...args] = line;
    const { code, output } = await run(name, args);
    return code === 0 ? { passed: 1, failed: 0, detail: '' } : { passed: 0, failed: 1, detail: output };
  };

const STATIC: readonly Runner[] = [
  { name: 'types', says: 'svelte-check', run: program('svelte-check', '--fail-on-warnings', '--output', 'human') },
  { name: 'lint', says: 'ESLint', run: program('eslint', '.', '--max-warnings', '0') },
  { name: 'core types', says: 'tsc, ES2023 and no DOM', run: program('tsc', '-p', 'tsconfig.core.json') },
  { name: 'format', says: 'Prettier', run: program('prettier', '--check', '--log-level', 'warn', '.') },
  { name: 'layers', says: 'dependency-cruiser', run: program('depcruise', '--output-type', 'err', 'src', 'test') },
  { name: 'dead code', says: 'knip', run: program('knip', '--no-progress') },
];

async function vitest(project: string): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'fault-lab-'));
  const file = join(folder, 'report.json');
  try {
    const args = ['run', '--project', project, '--reporter=json', `--outputFile=${file}`];
    const { code, output } = await run('vitest', args);
    const report: Report | null = await readFile(file, 'utf8').then(JSON.parse, () => null);
    if (report === null) return { passed: 0, failed: 1, detail: output };
    const sum = summarise(report);
    // Errors outside any test (a rejection nobody awaited) leave every test passed and the exit code at 1.
    return code !== 0 && sum.failed === 0 ? { ...sum, failed: 1, detail: output } : sum;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Tests of the built site, in a browser that is there or is installed first. */
const inBrowser = (project: string, ensure: () => Promise<unknown>) => async (): Promise<Outcome> => {
  // What an earlier build left in dist/ would be tested otherwise.
  if (failed.has('build')) return { passed: 0, failed: 1, detail: 'not run: there is no build to test' };
  try {
    await ensure();
  } catch (problem) {
    return { passed: 0, failed: 1, detail: problem instanceof Error ? problem.message : String(problem) };
  }
  return vitest(project);
};

/** A platform that has no WebKit passes nothing and fails nothing there, and is told so. */
async function webkit(): Promise<Outcome> {
  const why = await whyNoWebKit();
  return why === null ? inBrowser('webkit', async () => {})() : { passed: 0, failed: 0, detail: why };
}

const BUILT: readonly Runner[] = [
  { name: 'unit', says: 'Vitest: core, views, lessons', run: () => vitest('unit') },
  { name: 'build', says: 'Vite, every page', run: program('vite', 'build') },
  { name: 'browser', says: 'Vitest: dist/ in Chromium', run: inBrowser('browser', ensureChromium) },
  { name: 'firefox', says: 'Vitest: dist/ in Firefox', run: inBrowser('firefox', ensureFirefox) },
  { name: 'webkit', says: 'Vitest: dist/ in WebKit', run: webkit },
];

/** Checks that only read run two at a time; each of the others has the machine to itself. */
const STAGES: readonly { readonly together: number; readonly runners: readonly Runner[] }[] = [
  { together: 2, runners: STATIC },
  { together: 1, runners: BUILT },
];

const wanted = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
const failed = new Set<string>();

function isWanted(runner: Runner): boolean {
  if (wanted.length === 0 || wanted.includes(runner.name)) return true;
  return wanted.includes('static') && STATIC.includes(runner);
}

async function report(runner: Runner): Promise<void> {
  const from = performance.now();
  const outcome = await runner.run();
  total.passed += outcome.passed;
  total.failed += outcome.failed;
  if (outcome.failed > 0) failed.add(runner.name);
  const seconds = ((performance.now() - from) / 1000).toFixed(1);
  const counts = `${outcome.passed} passed${outcome.failed > 0 ? `, ${outcome.failed} failed` : ''}`;
  console.log(`${runner.name.padEnd(11)} ${counts.padEnd(24)} ${seconds.padStart(6)} s   ${runner.says}`);
  if (outcome.detail !== '') console.log(outcome.detail.trimEnd().replace(/^/gm, '    '));
}

// The generated types that tsconfig.json extends; a fresh clone has none yet.
const synced = await run('svelte-kit', ['sync']);
if (synced.code !== 0) console.log(synced.output);

for (const { together, runners } of STAGES) {
  const queue = runners.filter(isWanted);
  const lane = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await report(next);
  };
  await Promise.all(Array.from({ length: together }, lane));
}

console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
