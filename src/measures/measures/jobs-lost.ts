// What late detection costs: work sent to a process that is not there any more. Jobs that were on their way when the
// worker crashed are among them, and no detector could have saved those.

import { FATES } from '../film.ts';
import type { Measure } from '../measure.ts';
import { TYPE } from '../rows.ts';
import { asksAbout } from '../watches.ts';

const HEARD = FATES.indexOf('heard');
const DEAD = FATES.indexOf('dead');
const LOST = FATES.indexOf('lost');

export const jobsLost: Measure = {
  id: 'jobs-lost',
  title: 'Jobs lost',
  unit: 'count',
  per: 'runs',
  says: 'How many jobs a crashed worker will never do: sent to it after its crash, or on their way to it at the crash.',
  blindSpot: 'Jobs that the network lost on the way to a live worker are not counted, nor work not sent out in time.',
  source: 'the record: jobs sent, and what became of them',
  params: {},
  nodes: ['observer', 'target'],
  of(run, args) {
    const { columns, words, film, nodes } = run;
    const { fate, length } = film.flights;
    const asked = asksAbout(run, args);
    const job = words.indexOf('job');
    const crashed = new Uint8Array(nodes.length);
    /** Rows of jobs that are neither done nor known to be lost before the end is known. */
    const pending: number[] = [];
    const lost: number[] = [];
    let flight = 0;
    let sent = 0;
    for (let i = 0; i < columns.length; i++) {
      const type = columns.type[i]!;
      if (type === TYPE.crash) crashed[columns.a[i]!] = 1;
      else if (type === TYPE.start) crashed[columns.a[i]!] = 0;
      if (type !== TYPE.send || flight >= length) continue;
      const end = fate[flight++]!;
      const to = columns.b[i]!;
      if (columns.k[i] !== job || !asked(columns.a[i]!, to)) continue;
      sent++;
      if (end === HEARD) continue;
      if (end === DEAD || crashed[to]) lost.push(i);
      else if (end !== LOST) pending.push(i);
    }
    for (const row of pending) if (crashed[columns.b[row]!]) lost.push(row);
    if (sent === 0) return { value: null, count: 0, exposure: 0 };
    // The last one: by then it is seen how many there were, and that its worker is still believed.
    const last = lost.length > 0 ? Math.max(...lost) : -1;
    const where = last >= 0 ? { at: columns.time[last]!, row: last } : {};
    return { value: lost.length, ...where, count: lost.length, exposure: 1 };
  },
};
