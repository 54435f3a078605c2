// A link to a moment of a run, as the page itself would write it.

import type { RunKey } from '../../src/worker/api.ts';
import { encodeLink } from '../../src/widgets/files/links.ts';
import type { Taught } from './course.ts';

type Moment = {
  readonly key: RunKey;
  /** Microseconds. */
  readonly at: number;
  readonly panel?: string;
};

/** The end of a lesson's address: '?step=...&on=...#r=...'. `on` names an exercise. */
export async function linkTo(
  { lab }: Taught,
  step: string,
  { key, at, panel = 'log' }: Moment,
  on?: string,
): Promise<string> {
  const { columns } = await lab.run(key);
  const row = columns.time.findLastIndex((time) => time <= at);
  const print = (columns.print[row] ?? 0).toString(16).padStart(8, '0');
  const link = await encodeLink({ key, view: { at, look: [0, 1], panel }, print });
  if (!link.ok) throw new Error(link.problems.map(({ field, says }) => `${field} ${says}`).join('; '));
  return `?step=${step}${on === undefined ? '' : `&on=${on}`}${link.value}`;
}
