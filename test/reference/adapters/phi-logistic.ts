// Phi as Akka computes it: in the form that it is written in, which becomes infinite, or in the stable one.

import { power10 } from '../../../src/kernel/math.ts';
import { push } from '../../../src/patterns/detectors/interval-window.ts';
import { logisticPhi, logisticPhiAsWritten, logisticSigmas } from '../../../src/patterns/detectors/logistic-phi.ts';
import { phiAkka, sigmas } from '../../../src/patterns/detectors/phi-akka.ts';
import type { PhiAkkaParams } from '../../../src/patterns/detectors/phi-akka.ts';
import { number } from '../values.ts';
import { noSuch } from './adapter.ts';
import type { Adapter, Params } from './adapter.ts';

function own(p: Params): PhiAkkaParams {
  return {
    threshold: p.number('threshold'),
    window: p.number('windowSize'),
    floor: p.number('stdFloor'),
    pause: p.number('pause'),
    estimate: p.number('firstHeartbeatEstimate'),
  };
}

function phi(p: Params, y: number): number {
  return p.text('tail') === 'branch' ? logisticPhiAsWritten(y) : logisticPhi(y);
}

export const phiLogistic: Adapter = {
  call(p, args, quantity) {
    const centre = number(args['mean']) + p.number('pause');
    const spread = number(args['stdDeviation']);
    if (quantity === 'timeToThreshold') return centre + spread * logisticSigmas(p.number('threshold'));
    const level = phi(p, (number(args['timeDiff']) - centre) / spread);
    if (quantity === 'phi') return level;
    return quantity === '1-10^(-phi)' ? 1 - power10(-level) : noSuch(quantity);
  },
  window(p, intervals, elapsed, quantity) {
    const params = own(p);
    const s = phiAkka.init(params, 0);
    for (const interval of intervals) push(s.window, params.window, interval);
    s.lastHeard = 0;
    return quantity === 'isAvailable' ? phiAkka.check(s, params, number(elapsed)) === 'trust' : noSuch(quantity);
  },
  live(p) {
    const params = own(p);
    const s = phiAkka.init(params, 0);
    return {
      apply(op, t) {
        if (op !== 'heartbeat') noSuch(op);
        phiAkka.heard(s, params, t, { seq: 0 });
      },
      ask(quantity, t) {
        if (quantity === 'isAvailable') return phiAkka.check(s, params, t) === 'trust';
        if (quantity === 'isMonitoring') return s.lastHeard !== null;
        if (quantity !== 'phi') noSuch(quantity);
        const y = sigmas(s, params, t);
        return y === null ? 0 : phi(p, y);
      },
    };
  },
  rejects: (p) => (phiAkka.problems?.(own(p)) ?? []).length > 0,
};
