// The first page's cluster, prepared while the page is written: its shape goes into the static HTML, so that five
// machines stand there before any script has run.

import { parseScenario } from '../scenarios/schema.ts';
import { localLab } from '../worker/local.ts';
import type { RunKey } from '../worker/api.ts';
import five from './_home/five.scenario.json';

export async function load() {
  const parsed = parseScenario(five);
  if (!parsed.ok) throw new Error(parsed.problems.map(({ field, says }) => `${field}: ${says}`).join('\n'));
  const scenario = parsed.value;
  const { id, version } = scenario;
  const start: RunKey = { scenario: { id, version }, settings: {}, seed: '1', actions: [] };
  return { scenario, start, setup: await localLab({ [id]: scenario }).setup(start) };
}
