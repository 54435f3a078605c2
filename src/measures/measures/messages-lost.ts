// Messages that ended on the way: what the network did, apart from what dead receivers missed.

import type { Measure } from '../measure.ts';
import { TYPE } from '../rows.ts';
import { asksAbout } from '../watches.ts';

const ON_THE_WAY = ['cut', 'loss', 'burst', 'one'];

export const messagesLost: Measure = {
  id: 'messages-lost',
  title: 'Messages lost',
  unit: 'count',
  per: 'messages',
  says: 'How many messages the network lost, by a cut, by chance, in a bad period or by hand.',
  blindSpot: 'Messages to a crashed node are not counted: the network delivered them, to nobody.',
  source: 'the record: messages sent, and drops by their reason',
  params: {},
  nodes: ['observer', 'target'],
  of(run, args) {
    const { columns, words } = run;
    const asked = asksAbout(run, args);
    const lost = new Set(ON_THE_WAY.map((reason) => words.indexOf(reason)));
    let count = 0;
    let sent = 0;
    let first = -1;
    for (let i = 0; i < columns.length; i++) {
      if (!asked(columns.b[i]!, columns.a[i]!)) continue;
      if (columns.type[i] === TYPE.send) sent++;
      else if (columns.type[i] === TYPE.drop && lost.has(columns.k[i]!)) {
        if (count++ === 0) first = i;
      }
    }
    if (sent === 0) return { value: null, count: 0, exposure: 0 };
    return { value: count, ...(first >= 0 && { at: columns.time[first]!, row: first }), count, exposure: sent };
  },
};
