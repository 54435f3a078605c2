// What can be taken from a stage and brought to it: a link, the run as a file, pictures of what is open, and the record
// in formats of other programs. Each entry says what it gives; what may not be had now says why.

import type { LabState } from '../lab/lab.svelte.ts';
import { drawings, asPng, pictureOf } from './picture.ts';
import type { Legend } from './picture.ts';
import { saveRecord, saveText, withheld } from './record-files.ts';
import { saveRun } from './run-files.ts';
import { download, fileName } from './save.ts';
import { announceLink } from './share.ts';
import { tablesIn } from './tables-in.ts';
import { clock } from '../words.ts';

export type Item = {
  readonly says: string;
  /** What kind of thing it gives: '.json'. */
  readonly gives?: string;
  /** Why it cannot be had now. */
  readonly off?: string | null;
  readonly go: () => void | Promise<void>;
};

export type Group = { readonly title: string; readonly items: readonly Item[] };

/** `stage`: the part of the page in which the lab stands. `open`: lets somebody choose a file. */
export function shareItems(lab: LabState, stage: Element, open: () => void): readonly Group[] {
  const none = lab.run === null ? 'once it has run' : null;
  const off = none ?? withheld(lab);
  const groups: Group[] = [
    {
      title: 'This run',
      items: [
        { says: 'Copy a link to this moment', off: none, go: () => announceLink(lab) },
        { says: 'Save the run', gives: '.json', off: none, go: () => saveRun(lab) },
        { says: 'Open a saved run', gives: '…', off: none, go: open },
      ],
    },
    { title: 'Pictures', items: [...pictures(lab, stage)] },
    {
      title: 'The whole record',
      items: [
        { says: 'Trace for Perfetto', gives: '.json', off, go: () => saveRecord(lab, 'trace') },
        { says: 'JSON lines', gives: '.jsonl', off, go: () => saveRecord(lab, 'lines') },
        { says: 'Log for ShiViz', gives: '.log', off, go: () => saveRecord(lab, 'shiviz') },
        { says: 'Measures', gives: '.csv', off, go: () => saveRecord(lab, 'measures') },
      ],
    },
  ];
  return groups;
}

function* pictures(lab: LabState, stage: Element): Iterable<Item> {
  const cluster = stage.querySelector('.topology');
  if (cluster !== null) yield* both(lab, cluster, 'Cluster');
  const panel = stage.querySelector('[role="tabpanel"]');
  const tab = stage.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
  if (panel === null || tab === null) return;
  const title = tab.firstChild?.textContent?.trim() ?? 'Instrument';
  if (tab.dataset['tab'] === 'log') yield { says: 'Log', gives: '.txt', off: withheld(lab), go: () => saveText(lab) };
  else if (drawings(panel).length > 0) yield* both(lab, panel, title);
  else if (panel.querySelector('table') !== null) {
    yield { says: title, gives: '.csv', go: () => saveTables(lab, panel, title) };
  }
}

function* both(lab: LabState, part: Element, title: string): Iterable<Item> {
  yield { says: title, gives: '.svg', go: () => savePicture(lab, part, title, 'svg') };
  yield { says: title, gives: '.png', go: () => savePicture(lab, part, title, 'png') };
}

function legendOf(lab: LabState, part: Element, title: string): Legend {
  const caption = part.querySelector('figcaption');
  const named = caption?.querySelector('strong')?.textContent ?? title;
  const said = caption?.querySelector('span')?.textContent;
  // The cluster's own sentence stands in its header.
  const says = said ?? part.closest('.cluster')?.querySelector<HTMLElement>('.lab-caption')?.title ?? '';
  const knobs = lab.knobs.map((knob) => `${knob.field.label.split(',')[0] ?? knob.id} ${String(lab.setting(knob.id))}`);
  const source = ['Fault Lab', lab.setup.title, `seed ${lab.key.seed}`, ...knobs, `at ${clock(lab.at)} s`].join(', ');
  return { title: named.trim(), says: says.trim(), source };
}

async function savePicture(lab: LabState, part: Element, title: string, kind: 'svg' | 'png'): Promise<void> {
  const picture = pictureOf(part, legendOf(lab, part, title));
  if (picture === null) return lab.say('problem', 'There is nothing drawn here', 'Choose another instrument.');
  const name = fileName(lab, `-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.${kind}`);
  if (kind === 'svg') download(name, [picture.svg], 'image/svg+xml');
  else download(name, [await asPng(picture)], 'image/png');
  lab.say('note', 'Picture saved', `${name}, as it looks now.`);
}

async function saveTables(lab: LabState, part: Element, title: string): Promise<void> {
  const { asCsv } = await import('../../worker/writing.ts');
  const name = fileName(lab, `-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.csv`);
  const parts = tablesIn(part).flatMap(({ head, rows }, i) => [...(i === 0 ? [] : ['\r\n']), ...asCsv(head, rows)]);
  download(name, parts, 'text/csv');
  lab.say('note', 'Table saved', `${name}, as it reads now.`);
}
