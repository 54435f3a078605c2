// If you asked an observer at a random moment about a live node, how often would it say that it trusts it?

import type { Measure } from '../measure.ts';
import { longest, PAIR_HOUR, qualityOf } from '../quality.ts';
import { watches } from '../watches.ts';

export const queryAccuracy: Measure = {
  id: 'query-accuracy',
  title: 'Query accuracy (P_A)',
  unit: 'share',
  per: 'pair-hours',
  says: 'The chance that an observer, asked at a random moment, trusts a live node.',
  blindSpot: 'Many short mistakes and one long one can give the same share.',
  source: 'Chen, Toueg, Aguilera 2002: P_A',
  params: {},
  nodes: ['observer', 'target'],
  of(run, args) {
    const q = qualityOf(watches(run, args));
    if (q.watched === 0) return { value: null, count: 0, exposure: 0 };
    const most = longest(q.durations) ?? longestOpen(q.mistakes);
    return {
      value: q.trusted / q.watched,
      ...(most && { at: most.at, row: most.row }),
      count: q.trusted / PAIR_HOUR,
      exposure: q.watched / PAIR_HOUR,
    };
  },
};

function longestOpen(mistakes: readonly { readonly t: number; readonly row: number }[]) {
  const first = mistakes[0];
  return first && { at: first.t, row: first.row };
}
