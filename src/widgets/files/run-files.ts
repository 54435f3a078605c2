// Saving the run on the stage, and opening one that was saved. A file that cannot be opened changes nothing and says
// which field is wrong. One that was made with an earlier version of its lab is the same script on today's lab, and
// that is said too; undo goes back to the run that was there before.

import type { Answer, LabClient, Problem, Run, RunKey } from '../../worker/api.ts';
import type { LabState } from '../lab/lab.svelte.ts';
import { bringBeside, checked } from './opening.ts';
import { writtenBeside } from '../lab/pairing.ts';
import { readRun, RUN_FILE_LIMIT, writeRun } from './run-file.ts';
import type { RunFile } from './run-file.ts';
import { download, fileName } from './save.ts';

const CHANGED = 'The lab has changed since; this is the same script on today’s lab.';

/** What would be written now; null until there is a run. */
export function runFileOf(lab: LabState): RunFile | null {
  const { run } = lab;
  if (run === null) return null;
  const beside = writtenBeside(lab.pairing, run.key, lab.setup);
  const view = {
    at: Math.round(lab.at),
    look: lab.look,
    panel: lab.panel,
    ...(beside === undefined ? {} : { beside }),
  };
  return { lab: lab.options.id, fingerprint: run.fingerprint, key: run.key, view };
}

export function saveRun(lab: LabState): void {
  const file = runFileOf(lab);
  if (file === null) return;
  const name = fileName(lab, '.json');
  download(name, [writeRun(file)], 'application/json');
  lab.say('note', 'Run saved', `${name} holds the settings, the seed and all that was done. Open it here again.`);
}

export async function openRun(lab: LabState, file: Blob): Promise<void> {
  try {
    if (file.size > RUN_FILE_LIMIT) return refuse(lab, [{ field: 'file', says: 'is far too large to be a run' }]);
    const read = readRun(await file.text());
    if (!read.ok) return refuse(lab, read.problems);
    const known = await today(lab, read.value);
    if (!known.ok) return refuse(lab, known.problems);
    await show(lab, read.value, known.value);
  } catch (error) {
    refuse(lab, [{ field: 'file', says: error instanceof Error ? error.message : 'could not be read' }]);
  }
}

/** The key as this lab knows it: the same scenario in its present version, if the file's is an older one. */
async function today(lab: LabState, file: RunFile): Promise<Answer<RunKey>> {
  const { scenario } = file.key;
  const here = lab.start.scenario;
  if (!('id' in scenario) || !('id' in here) || scenario.id !== here.id) {
    const says = `is of another lab (${file.lab || 'it does not say which'}): open it there`;
    return { ok: false, problems: [{ field: 'scenario', says }] };
  }
  return checked(lab, { ...file.key, scenario: here });
}

async function show(lab: LabState, file: RunFile, key: RunKey): Promise<void> {
  const client: LabClient = await lab.client();
  const run: Run = await client.run(key);
  const { view } = file;
  const whole = view.beside === undefined || (await bringBeside(lab, key, view.beside));
  lab.show(key, view.at);
  if (view.look.every((node) => run.setup.nodes[node] !== undefined)) lab.look = view.look;
  lab.panel = view.panel;
  if (!whole) return;
  if (run.fingerprint !== file.fingerprint) lab.say('note', 'An earlier version made this file', CHANGED);
  else lab.say('note', 'Run opened', 'It is exactly the run that was saved. Undo goes back to yours.');
}

function refuse(lab: LabState, problems: readonly Problem[]): void {
  const said = problems.map(({ field, says }) => `${field} ${says}`).join('; ');
  lab.say('problem', 'This file cannot be opened here', `${said}. Your run is as it was.`);
}
