// A run as a file: its key, where it was being looked at, and the fingerprint of the whole record, in an envelope with
// a version. A run is made again from its key, so the file is small, and the fingerprint tells whether it still is the
// run that was saved. What comes back in is untrusted: it is read within limits, checked against a schema, never
// evaluated, and every problem names its field. Whether the scenario and its knobs still exist is for LabApi.check.

import * as v from 'valibot';
import type { Answer } from '../../worker/api.ts';
import { problemsOf, readShared } from '../lab/key-shape.ts';
import type { Shared } from '../lab/key-shape.ts';

/** Larger than any run: a file beyond this is not read. Characters, and bytes before that. */
export const RUN_FILE_LIMIT = 256 * 1024;

const VERSION = 1;
const FOREIGN = 'must be "run": this is not a file of a run';

export type RunFile = Omit<Shared, 'print'> & {
  /** Lesson and lab that it was saved in: 'heartbeats-and-timeouts/no-bound'. */
  readonly lab: string;
  /** Of the whole record: sixteen hexadecimal digits. */
  readonly fingerprint: string;
};

const envelope = v.strictObject(
  {
    faultLab: v.literal('run', FOREIGN),
    version: v.literal(VERSION, 'is of a format that this page does not know'),
    lab: v.pipe(v.string('must be the name of a lab'), v.maxLength(200, 'must be at most 200 characters')),
    fingerprint: v.pipe(
      v.string('must be sixteen hexadecimal digits'),
      v.regex(/^[0-9a-f]{16}$/, 'must be sixteen hexadecimal digits'),
    ),
    key: v.unknown(),
    view: v.unknown(),
  },
  (issue) => (issue.received === 'undefined' ? 'is missing' : 'must be the file of a run'),
);

export function writeRun({ lab, fingerprint, key, view }: RunFile): string {
  return `${JSON.stringify({ faultLab: 'run', version: VERSION, lab, fingerprint, key, view }, null, 2)}\n`;
}

/** Never throws. */
export function readRun(text: string): Answer<RunFile> {
  if (text.length > RUN_FILE_LIMIT) return refuse('is far too large to be a run');
  const raw = parsed(text);
  if (raw === undefined) return refuse('is not readable as data; perhaps it is another kind of file, or was cut');
  const outer = v.safeParse(envelope, raw);
  if (!outer.success) {
    const problems = problemsOf(outer.issues, 'file');
    // Of something else altogether the one thing worth saying is that it is something else.
    const foreign = problems.some(({ field }) => field === 'faultLab');
    return { ok: false, problems: foreign ? [{ field: 'faultLab', says: FOREIGN }] : problems };
  }
  const { lab, fingerprint, key, view } = outer.output;
  const inner = readShared({ v: 1, key, view, print: fingerprint.slice(0, 8) });
  if (!inner.ok) return inner;
  return { ok: true, value: { lab, fingerprint, key: inner.value.key, view: inner.value.view } };
}

/** undefined where it is no JSON, or nested more deeply than the browser reads. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function refuse(says: string): Answer<RunFile> {
  return { ok: false, problems: [{ field: 'file', says }] };
}
