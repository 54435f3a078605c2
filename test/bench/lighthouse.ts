// `npm run lighthouse`: how the built pages load on a phone, by Lighthouse and its mobile profile: a slow fourth
// generation network and a processor four times slower. Medians of several runs, beside their budgets; nothing here
// passes or fails a test. Lighthouse weighs more than half of all that this project installs, so it is no dependency:
// npm fetches it, at one version, when somebody asks.

import { globSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, ensureChromium } from '../tools/chromium.ts';
import { run, ROOT } from '../tools/run.ts';
import { serve } from '../tools/serve.ts';
import { median, table, type Figure } from './measure.ts';

const LIGHTHOUSE = 'lighthouse@13.5.0';
const RUNS = 5;

type Audit = 'largest-contentful-paint' | 'total-blocking-time' | 'cumulative-layout-shift' | 'total-byte-weight';
type Report = { readonly audits: { readonly [audit in Audit]: { readonly numericValue: number } } };

const BUDGETS: readonly (readonly [Audit, string, string, number, number])[] = [
  ['largest-contentful-paint', 'largest paint', 's', 1 / 1000, 1.8],
  ['total-blocking-time', 'blocking time', 'ms', 1, 150],
  ['cumulative-layout-shift', 'layout shift', '', 1, 0],
  ['total-byte-weight', 'transfer', 'KB', 1 / 1024, 350],
];

async function once(url: string, chromium: string, folder: string): Promise<Report> {
  const file = join(folder, 'report.json');
  const browser = `--chrome-flags=${['--headless=new', ...chromiumFlags].join(' ')}`;
  const what = ['--only-categories=performance', '--output=json', `--output-path=${file}`, '--quiet', browser];
  const { code, output } = await run('npx', ['--yes', LIGHTHOUSE, url, ...what], { env: { CHROME_PATH: chromium } });
  if (code === 0) return JSON.parse(await readFile(file, 'utf8')) as Report;
  throw new Error(`${output}\nLighthouse did not run. It needs the npm registry: npx ${LIGHTHOUSE} --version`);
}

async function ofPage(path: string, home: string, chromium: string, folder: string): Promise<readonly Figure[]> {
  const reports: Report[] = [];
  for (let i = 0; i < RUNS; i++) reports.push(await once(home + path, chromium, folder));
  return BUDGETS.map(([audit, name, unit, factor, most]) => {
    const value = median(reports.map(({ audits }) => audits[audit].numericValue)) * factor;
    const budget = `${most} ${unit}`.trim();
    return { name: `${path === '' ? 'the first page' : path}: ${name}`, value, unit, budget, met: value <= most };
  });
}

console.log('Building the site ...');
const built = await run('vite', ['build']);
if (built.code !== 0) {
  console.error(built.output);
  process.exit(1);
}
const chromium = await ensureChromium();
const folder = await mkdtemp(join(tmpdir(), 'lighthouse-'));
const served = await serve({ folder: `${ROOT}/dist` });
const lessons = globSync('lessons/*/', { cwd: `${ROOT}/dist` }).sort();
try {
  const figures: Figure[] = [];
  for (const path of ['', ...lessons.map((lesson) => `${lesson.replace(/\/$/, '')}/`)]) {
    figures.push(...(await ofPage(path, served.url, chromium, folder)));
  }
  console.log(table(figures));
} finally {
  await served.close();
  await rm(folder, { recursive: true, force: true });
}
