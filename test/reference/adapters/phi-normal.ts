// Phi by the true normal tail.

import { inverseNormalTail, log10, normalTailPhi } from '../../../src/kernel/math.ts';
import { push } from '../../../src/patterns/detectors/interval-window.ts';
import { phiNormal as detector } from '../../../src/patterns/detectors/phi-normal.ts';
import type { PhiNormalParams } from '../../../src/patterns/detectors/phi-normal.ts';
import { number } from '../values.ts';
import { noSuch } from './adapter.ts';
import type { Adapter, Params } from './adapter.ts';

function own(p: Params): PhiNormalParams {
  return {
    threshold: p.number('threshold'),
    window: p.number('windowSize'),
    floor: p.number('stdFloor'),
    pause: p.number('pause'),
    bootstrap: p.text('bootstrap'),
    estimate: p.has('firstHeartbeatEstimate') ? p.number('firstHeartbeatEstimate') : 1,
    admission: p.text('admission'),
    deviation: p.number('ddof') === 1 ? 'sample' : 'population',
    minSamples: p.number('minSamples'),
    chanceFloor: p.number('probabilityFloor'),
  };
}

export const phiNormal: Adapter = {
  call(p, args, quantity) {
    const centre = number(args['mean']) + p.number('pause');
    const spread = number(args['stdDeviation']);
    if (quantity === 'timeToThreshold') return centre + spread * inverseNormalTail(p.number('threshold'));
    if (quantity !== 'phi') noSuch(quantity);
    const phi = normalTailPhi((number(args['timeDiff']) - centre) / spread);
    const least = p.number('probabilityFloor');
    return least > 0 ? Math.min(phi, -log10(least)) : phi;
  },
  window(p, intervals, elapsed, quantity) {
    if (quantity !== 'phi') noSuch(quantity);
    const params = own(p);
    const s = detector.init(params, 0);
    for (const interval of intervals) push(s.window, params.window, interval);
    s.lastHeard = 0;
    return detector.level(s, params, number(elapsed));
  },
  live(p) {
    const params = own(p);
    const s = detector.init(params, 0);
    return {
      apply(op, t) {
        if (op !== 'heartbeat') noSuch(op);
        detector.heard(s, params, t, { seq: 0 });
      },
      ask(quantity, t) {
        return quantity === 'phi' ? detector.level(s, params, t) : noSuch(quantity);
      },
    };
  },
};
