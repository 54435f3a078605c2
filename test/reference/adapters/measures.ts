// Measures of an observed run.

import { properties } from '../../../src/measures/chandra-toueg.ts';
import type { Properties, Suspicion } from '../../../src/measures/chandra-toueg.ts';
import { forwardGoodPeriod, qos } from '../../../src/measures/qos.ts';
import type { Qos, Transition } from '../../../src/measures/qos.ts';
import { fields, list, number, text } from '../values.ts';
import { noSuch } from './adapter.ts';
import type { Adapters, Args } from './adapter.ts';

function output(value: unknown): 'S' | 'T' {
  const letter = text(value);
  return letter === 'S' || letter === 'T' ? letter : noSuch(`output ${letter}`);
}

function transition(raw: unknown): Transition {
  const { t, to } = fields(raw);
  return { t: number(t), to: output(to) };
}

function suspicion(raw: unknown): Suspicion {
  const { observer, target, from, to } = fields(raw);
  return {
    observer: number(observer),
    target: number(target),
    from: number(from),
    to: to === null || to === undefined ? null : number(to),
  };
}

function crashes(args: Args): ReadonlyMap<number, number> {
  return new Map(Object.entries(fields(args['crashes'])).map(([process, t]) => [Number(process), number(t)]));
}

export const measures: Adapters = {
  'qos-metrics': {
    call(_p, args, quantity) {
      const measured: Qos = qos({
        observeFrom: number(args['observeFrom']),
        observeTo: number(args['observeTo']),
        initialOutput: output(args['initialOutput']),
        crashAt: args['crashAt'] === null ? null : number(args['crashAt']),
        transitions: list(args['transitions']).map(transition),
      });
      return quantity in measured ? measured[quantity as keyof Qos] : noSuch(quantity);
    },
  },
  'qos-forward-good-period': {
    call(_p, args, quantity) {
      const { E_T_G, E_T_FG } = forwardGoodPeriod(list(args['T_G_samples']).map(number));
      if (quantity === 'E_T_G') return E_T_G;
      return quantity === 'E_T_FG' ? E_T_FG : noSuch(quantity);
    },
  },
  'chandra-toueg-classes': {
    call(_p, args, quantity) {
      const found: Properties = properties({
        processes: number(args['processes']),
        crashes: crashes(args),
        horizon: number(args['horizon']),
        suspicions: list(args['suspicions']).map(suspicion),
      });
      return quantity in found ? found[quantity as keyof Properties] : noSuch(quantity);
    },
  },
};
