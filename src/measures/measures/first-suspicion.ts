// When anybody first suspected somebody, true or not: the moment at which a monitor's log first differs from
// that of a quiet day.

import type { Measure } from '../measure.ts';
import { TYPE } from '../rows.ts';
import { asksAbout } from '../watches.ts';

export const firstSuspicion: Measure = {
  id: 'first-suspicion',
  title: 'First suspicion',
  unit: 's',
  says: 'How long after the start of the run a node was first suspected, rightly or wrongly.',
  blindSpot: 'It does not ask whether the suspicion was true.',
  source: 'the record: the first suspicion',
  params: {},
  nodes: ['observer', 'target'],
  of(run, args) {
    const { columns } = run;
    const asked = asksAbout(run, args);
    for (let i = 0; i < columns.length; i++) {
      if (columns.type[i] !== TYPE.suspect || !asked(columns.a[i]!, columns.b[i]!)) continue;
      return { value: columns.time[i]! / 1e6, at: columns.time[i]!, row: i };
    }
    return { value: null };
  },
};
