// The bounded window of gaps by itself, and Satzger's share of it.

import {
  count,
  deviation,
  emptyWindow,
  mean,
  push,
  variance,
} from '../../../src/patterns/detectors/interval-window.ts';
import { failureShare, learn, satzger } from '../../../src/patterns/detectors/satzger.ts';
import { number } from '../values.ts';
import { noSuch } from './adapter.ts';
import type { Adapters } from './adapter.ts';

export const windows: Adapters = {
  'interval-window': {
    window(p, intervals, _elapsed, quantity) {
      const w = emptyWindow();
      for (const interval of intervals) push(w, p.number('windowSize'), interval);
      const ddof = p.number('ddof') === 1 ? 1 : 0;
      switch (quantity) {
        case 'mean':
          return count(w) === 0 ? null : mean(w);
        case 'variance':
          return variance(w, ddof);
        case 'std':
          return deviation(w, ddof);
        case 'count':
          return count(w);
        default:
          return noSuch(quantity);
      }
    },
  },
  satzger: {
    window(p, intervals, elapsed, quantity) {
      const params = { threshold: 1, scale: p.number('scalingFactor'), window: p.number('windowSize') };
      const s = satzger.init(params, 0);
      for (const interval of intervals) learn(s, params.window, interval);
      return quantity === 'failureShare' ? failureShare(s, params, number(elapsed)) : noSuch(quantity);
    },
  },
};
