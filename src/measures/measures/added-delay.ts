// What an answer to a "break" exercise costs: the delay that the learner added, over all actions.

import type { Measure } from '../measure.ts';

export const addedDelay: Measure = {
  id: 'added-delay',
  title: 'Delay added by hand',
  unit: 's',
  says: 'How much delay the learner added, all actions together.',
  blindSpot: 'It adds up what was asked for, also where no message was there to be delayed.',
  source: 'the actions of the run',
  params: {},
  nodes: [],
  of({ done }) {
    if (!done) return { value: null };
    let sum = 0;
    for (const { params } of done) if ('by' in params && typeof params.by === 'number') sum += params.by;
    return { value: sum / 1e6 };
  },
};
