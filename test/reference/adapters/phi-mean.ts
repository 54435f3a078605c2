// The detectors whose phi is silence over a mean, and Cassandra's guard.

import { ln10, log10e } from '../../../src/kernel/math.ts';
import { clear, count, mean } from '../../../src/patterns/detectors/interval-window.ts';
import { meanGaps, phiCassandra } from '../../../src/patterns/detectors/phi-cassandra.ts';
import { chitchatPhi, phiChitchat } from '../../../src/patterns/detectors/phi-chitchat.ts';
import { localPause } from '../../../src/patterns/guards/local-pause.ts';
import { fields, list, number } from '../values.ts';
import { noSuch } from './adapter.ts';
import type { Adapter, Adapters } from './adapter.ts';

const exponential: Adapter = {
  call(p, args, quantity) {
    const gap = number(args['mean']);
    if (quantity === 'phi') return (number(args['timeDiff']) / gap) * log10e;
    if (quantity !== 'timeToThreshold') noSuch(quantity);
    const silence = gap * p.number('threshold') * ln10;
    return p.text('rounding') === 'floor' ? Math.floor(silence) : silence;
  },
};

const cassandra: Adapter = {
  call(p, args, quantity) {
    return quantity === 'timeToThreshold' ? number(args['mean']) * p.number('threshold') * ln10 : noSuch(quantity);
  },
  live(p) {
    const params = {
      threshold: p.number('threshold'),
      window: p.number('windowSize'),
      initial: p.number('initialValue'),
      longest: p.number('maxInterval'),
    };
    const s = phiCassandra.init(params, 0);
    return {
      apply(op, t) {
        if (op !== 'heartbeat') noSuch(op);
        phiCassandra.heard(s, params, t, { seq: 0 });
      },
      ask(quantity, t) {
        if (quantity === 'mean') return count(s.window) === 0 ? null : mean(s.window);
        if (quantity === 'convict') return phiCassandra.check(s, params, t) === 'suspect';
        if (quantity !== 'phi') noSuch(quantity);
        return p.text('scale') === 'raw' ? meanGaps(s, t) : meanGaps(s, t) / ln10;
      },
    };
  },
};

const guard: Adapter = {
  call(p, args, quantity) {
    if (quantity !== 'verdict') noSuch(quantity);
    const params = { longest: p.number('maxLocalPause') };
    const s = localPause.init(params, p.number('detectorStartedAt'));
    s.lastPause = p.number('lastPauseInitial');
    return list(args['interpretCalls']).map((raw) => {
      const call = fields(raw);
      const t = number(call['t']);
      const slept = t - s.lastAsked > params.longest;
      if (!localPause.admit(s, params, t, 0)) {
        return slept ? 'skipped: local pause' : 'skipped: still in pause window';
      }
      return number(call['rawPhi']) / ln10 > p.number('threshold') ? 'convict' : 'ok';
    });
  },
};

const chitchat: Adapter = {
  call(p, args, quantity) {
    return quantity === 'timeToThreshold' ? number(args['mean']) * p.number('threshold') : noSuch(quantity);
  },
  live(p) {
    const params = {
      threshold: p.number('threshold'),
      window: p.number('windowSize'),
      longest: p.number('maxInterval'),
      prior: p.number('initialInterval'),
      weight: p.number('priorWeight'),
    };
    const s = phiChitchat.init(params, 0);
    return {
      apply(op, t) {
        if (op === 'reset') clear(s.window);
        else if (op === 'heartbeat') phiChitchat.heard(s, params, t, { seq: 0 });
        else noSuch(op);
      },
      ask(quantity, t) {
        if (quantity === 'phi') return chitchatPhi(s, params, t);
        return quantity === 'isAlive' ? phiChitchat.check(s, params, t) === 'trust' : noSuch(quantity);
      },
    };
  },
};

export const phiMean: Adapters = {
  'phi-exponential': exponential,
  'phi-cassandra': cassandra,
  'cassandra-local-pause': guard,
  'phi-chitchat': chitchat,
};
