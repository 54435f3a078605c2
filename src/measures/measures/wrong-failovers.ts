// The dear mistake: a worker that lives is given up for good.

import type { Measure } from '../measure.ts';
import { TYPE } from '../rows.ts';
import { asksAbout } from '../watches.ts';

export const wrongFailovers: Measure = {
  id: 'wrong-failovers',
  title: 'Wrong failovers',
  unit: 'count',
  per: 'runs',
  says: 'How many live workers were given up for good.',
  blindSpot: 'A worker that is given up a moment before it crashes counts as well.',
  source: 'the record: failovers of a node that has not crashed',
  params: {},
  nodes: ['observer', 'target'],
  of(run, args) {
    const { columns, words, nodes } = run;
    const asked = asksAbout(run, args);
    const job = words.indexOf('job');
    const crashed = new Uint8Array(nodes.length);
    let works = false;
    let count = 0;
    let first = -1;
    for (let i = 0; i < columns.length; i++) {
      const type = columns.type[i]!;
      const a = columns.a[i]!;
      if (type === TYPE.crash) crashed[a] = 1;
      else if (type === TYPE.start) crashed[a] = 0;
      else if (type === TYPE.send && columns.k[i] === job) works ||= asked(a, columns.b[i]!);
      else if (type === TYPE.failover && asked(a, columns.b[i]!)) {
        works = true;
        if (!crashed[columns.b[i]!] && count++ === 0) first = i;
      }
    }
    // Where nobody hands out work there is nobody to fail over.
    if (!works) return { value: null, count: 0, exposure: 0 };
    return { value: count, ...(first >= 0 && { at: columns.time[first]!, row: first }), count, exposure: 1 };
  },
};
