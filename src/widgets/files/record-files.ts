// The record of the run on the stage in formats that other programs read. It tells everything, so it is not handed out
// while a prediction is open or the truth is covered. The code that writes them comes when the first file is asked for.

import type { LabState } from '../lab/lab.svelte.ts';
import { LUCK_MEASURES } from '../panels/luck-measures.ts';
import { download, fileName } from './save.ts';
import { count } from '../words.ts';

export type RecordFile = 'lines' | 'trace' | 'shiviz' | 'measures';

type Written = {
  readonly parts: readonly string[];
  readonly ending: string;
  readonly type: string;
  readonly says: string;
};

/** Why the record may not be had now, or null. */
export function withheld(lab: Pick<LabState, 'curtain' | 'locked'>): string | null {
  if (lab.locked !== null) return 'after your prediction';
  return lab.curtain ? 'once the truth is uncovered' : null;
}

export async function saveRecord(lab: LabState, kind: RecordFile): Promise<void> {
  if (lab.run === null || withheld(lab) !== null) return;
  const { parts, ending, type, says } = await write(lab, kind);
  const name = fileName(lab, ending);
  download(name, parts, type);
  lab.say('note', 'Saved', `${name}: ${says}`);
}

/** The log as sentences, one a line. */
export async function saveText(lab: LabState): Promise<void> {
  if (lab.run === null || withheld(lab) !== null) return;
  const { asText } = await import('../../worker/writing.ts');
  const name = fileName(lab, '-log.txt');
  download(name, asText({ columns: lab.columns, words: lab.words, nodes: lab.nodes }), 'text/plain');
  lab.say('note', 'Saved', `${name}: ${count(lab.columns.length)} sentences.`);
}

async function write(lab: LabState, kind: RecordFile): Promise<Written> {
  const { asCsv, asLines, asShiViz, asTrace } = await import('../../worker/writing.ts');
  const script = { columns: lab.columns, words: lab.words, nodes: lab.nodes };
  const rows = `${count(lab.columns.length)} rows`;
  switch (kind) {
    case 'lines':
      return { parts: asLines(script), ending: '.jsonl', type: 'application/x-ndjson', says: `${rows}, one a line.` };
    case 'trace': {
      const about = { seed: lab.key.seed, fingerprint: lab.run?.fingerprint ?? '', settings: settingsOf(lab) };
      const parts = asTrace(script, lab.film, `${lab.setup.title}, seed ${lab.key.seed}`, about);
      return { parts, ending: '-trace.json', type: 'application/json', says: 'open it in ui.perfetto.dev.' };
    }
    case 'shiviz':
      return { parts: asShiViz(script), ending: '-shiviz.log', type: 'text/plain', says: 'paste it into ShiViz.' };
    case 'measures': {
      const [head, cells] = await measuresOf(lab);
      return { parts: asCsv(head, cells), ending: '-measures.csv', type: 'text/csv', says: 'one measure a row.' };
    }
  }
}

/** T=2.2; eta=1 */
function settingsOf(lab: LabState): string {
  return lab.setup.knobs.map((knob) => `${knob.id}=${String(lab.setting(knob.id))}`).join('; ');
}

async function measuresOf(lab: LabState) {
  const client = await lab.client();
  const readings = await client.measure(lab.run?.key ?? lab.key, [...LUCK_MEASURES.map(({ id }) => ({ id })), ...MORE]);
  const head = ['lab', 'seed', 'settings', 'measure', 'title', 'value', 'unit', 'count', 'exposure', 'says'];
  const run = [lab.options.id, lab.key.seed, settingsOf(lab)];
  const rows = readings.map((one) => [
    ...run,
    one.id,
    one.title,
    one.value,
    one.unit,
    one.count ?? null,
    one.exposure ?? null,
    one.says,
  ]);
  return [head, rows] as const;
}

/** Beyond those of which luck is asked. */
const MORE = [
  { id: 'first-suspicion' },
  { id: 'mistake-recurrence' },
  { id: 'good-period' },
  { id: 'mean-gap' },
  { id: 'gap-deviation' },
  { id: 'beats-per-link-second' },
];
