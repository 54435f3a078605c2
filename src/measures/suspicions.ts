// Suspicions, sorted by the truth: how many began while the suspected process was crashed, and how many while it lived.

import { TYPE } from './rows.ts';
import type { MeasureArgs, Reading, Sample } from './measure.ts';
import { PAIR_HOUR, qualityOf } from './quality.ts';
import { asksAbout, watches } from './watches.ts';

/** Beginnings of suspicions that were right, or wrong, and the pair-hours in which there could have been some. */
export function suspicions(run: Reading, args: MeasureArgs, right: boolean): Sample {
  const { columns, nodes } = run;
  const asked = asksAbout(run, args);
  const crashed = new Uint8Array(nodes.length);
  let count = 0;
  let first = -1;
  for (let i = 0; i < columns.length; i++) {
    const type = columns.type[i]!;
    if (type === TYPE.crash) crashed[columns.a[i]!] = 1;
    else if (type === TYPE.start) crashed[columns.a[i]!] = 0;
    else if (type === TYPE.suspect && asked(columns.a[i]!, columns.b[i]!)) {
      if ((crashed[columns.b[i]!] === 1) === right && count++ === 0) first = i;
    }
  }
  const { watched } = qualityOf(watches(run, args));
  if (watched === 0) return { value: null, count: 0, exposure: 0 };
  const where = first >= 0 ? { at: columns.time[first]!, row: first } : {};
  return { value: count, ...where, count, exposure: watched / PAIR_HOUR };
}
