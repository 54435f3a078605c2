// The detectors that are keyed on sequence numbers.

import { bertier, arrive, margin, nextArrival as nextOfBertier } from '../../../src/patterns/detectors/bertier.ts';
import { chenNfdE, nextArrival } from '../../../src/patterns/detectors/chen-nfd-e.ts';
import type { Value } from '../values.ts';
import { noSuch } from './adapter.ts';
import type { Adapter, Adapters } from './adapter.ts';

const nfdE: Adapter = {
  arrivals(p, arrivals, queries, quantity) {
    const params = { period: p.number('eta'), margin: p.number('alpha'), window: p.number('windowSize') };
    if (quantity === 'output') {
      return queries.map((at) => {
        const s = chenNfdE.init(params, Math.min(at, ...arrivals.map((a) => a.t)));
        for (const { seq, t } of arrivals) if (t <= at) chenNfdE.heard(s, params, t, { seq });
        return chenNfdE.check(s, params, at) === 'trust' ? 'T' : 'S';
      });
    }
    const s = chenNfdE.init(params, 0);
    return arrivals.map(({ seq, t }): Value => {
      const before = s.newest;
      chenNfdE.heard(s, params, t, { seq });
      if (quantity === 'accepted') return s.newest !== before;
      if (quantity === 'expectedArrival') return nextArrival(s, params);
      return quantity === 'freshnessPoint' ? chenNfdE.due(s, params) : noSuch(quantity);
    });
  },
};

const adaptive: Adapter = {
  arrivals(p, arrivals, _queries, quantity) {
    const params = {
      period: p.number('eta'),
      window: p.number('windowSize'),
      gamma: p.number('gamma'),
      beta: p.number('beta'),
      phi: p.number('phi'),
      delay: p.number('delay0'),
      spread: p.number('var0'),
    };
    const s = bertier.init(params, 0);
    return arrivals.map(({ seq, t }): Value => {
      arrive(s, params, t, seq);
      switch (quantity) {
        case 'error':
          return s.error;
        case 'delay':
          return s.delay;
        case 'var':
          return s.spread;
        case 'alpha':
          return margin(s, params);
        case 'expectedArrival':
          return nextOfBertier(s, params);
        case 'freshnessPoint':
          return bertier.due(s, params);
        default:
          return noSuch(quantity);
      }
    });
  },
};

export const chen: Adapters = { 'chen-nfd-e': nfdE, bertier: adaptive };
