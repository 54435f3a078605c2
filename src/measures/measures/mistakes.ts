// How often a live node was suspected by a live observer. Live means not crashed: whoever suspects a paused
// node, or one behind a cut link, is mistaken, and a mistake of no length is one too.

import type { Measure } from '../measure.ts';
import { PAIR_HOUR, qualityOf } from '../quality.ts';
import { watches } from '../watches.ts';

export const mistakes: Measure = {
  id: 'mistakes',
  title: 'Mistakes',
  unit: 'count',
  per: 'pair-hours',
  says: 'How many times a live node was suspected by a live observer.',
  blindSpot: 'A long mistake counts as much as a short one, and an observer that is cut off counts as live.',
  source: 'Chen, Toueg, Aguilera 2002: S-transitions in the failure-free part of a run',
  params: {},
  nodes: ['observer', 'target'],
  of(run, args) {
    const { mistakes: turns, watched } = qualityOf(watches(run, args));
    if (watched === 0) return { value: null, count: 0, exposure: 0 };
    const first = turns.reduce((a, b) => (b.row < a.row ? b : a), turns[0]!);
    const where = turns.length > 0 ? { at: first.t, row: first.row } : {};
    return { value: turns.length, ...where, count: turns.length, exposure: watched / PAIR_HOUR };
  },
};
