// Fixed timeouts. A message of any kind is a sign of life to the first, a heartbeat to the second.

import { akkaDeadline } from '../../../src/patterns/detectors/akka-deadline.ts';
import { fixedTimeout } from '../../../src/patterns/detectors/fixed-timeout.ts';
import { number } from '../values.ts';
import { noSuch } from './adapter.ts';
import type { Adapters } from './adapter.ts';

export const timeouts: Adapters = {
  'fixed-timeout': {
    call(p, args, quantity) {
      if (quantity !== 'isAvailable') noSuch(quantity);
      const params = { timeout: p.number('timeout') };
      return fixedTimeout.check(fixedTimeout.init(params, 0), params, number(args['elapsed'])) === 'trust';
    },
    live(p) {
      const params = { timeout: p.number('timeout') };
      const s = fixedTimeout.init(params, p.number('registerAt'));
      return {
        apply(op, t) {
          if (op !== 'heartbeat' && op !== 'appMessage') noSuch(op);
          fixedTimeout.heard(s, params, t, { seq: 0 });
        },
        ask(quantity, t) {
          if (quantity !== 'isFailed') noSuch(quantity);
          return fixedTimeout.check(s, params, t) === 'suspect';
        },
      };
    },
  },
  'akka-deadline': {
    live(p) {
      const params = { interval: p.number('heartbeatInterval'), pause: p.number('pause') };
      const s = akkaDeadline.init(params, 0);
      return {
        apply(op, t) {
          if (op !== 'heartbeat') noSuch(op);
          akkaDeadline.heard(s, params, t, { seq: 0 });
        },
        ask(quantity, t) {
          if (quantity === 'isAvailable') return akkaDeadline.check(s, params, t) === 'trust';
          return quantity === 'isMonitoring' ? s.lastHeard !== null : noSuch(quantity);
        },
      };
    },
  },
};
