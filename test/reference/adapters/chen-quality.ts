// Chen's formulas: the quality of NFD-S, and how to configure it from requirements.

import { configureKnown, configureUnknown, configureUnsynchronised } from '../../../src/patterns/chen/configure.ts';
import type { Configuration, Requirements } from '../../../src/patterns/chen/configure.ts';
import { exponentialDelay, nfdQuality } from '../../../src/patterns/chen/quality.ts';
import type { DelayTail, Quality } from '../../../src/patterns/chen/quality.ts';
import { fields, number } from '../values.ts';
import type { Value } from '../values.ts';
import { noSuch } from './adapter.ts';
import type { Adapters, Params } from './adapter.ts';

function delayTail(p: Params): DelayTail {
  const delay = fields(p.value('delay'));
  if (delay['distribution'] !== 'exponential')
    throw new Error(`undeclared distribution: ${String(delay['distribution'])}`);
  return exponentialDelay(number(delay['mean']));
}

const NAMES: { readonly [quantity: string]: keyof Quality } = {
  T_D_bound: 'detectionBound',
  k: 'k',
  q0: 'q0',
  u0: 'u0',
  p_s: 'mistakeChance',
  E_T_MR: 'recurrence',
  E_T_M: 'duration',
  P_A: 'accuracy',
};

function requirements(p: Params, detection: string): Requirements {
  return {
    detection: p.number(detection),
    recurrence: p.number('T_MR_L'),
    duration: p.number('T_M_U'),
    loss: p.number('lossProbability'),
  };
}

function answer(found: Configuration | null, quantity: string, rest: 'delta' | 'alpha'): Value {
  if (found === null) return null;
  if (quantity === 'eta') return found.period;
  if (quantity === 'eta_max') return found.longestPeriod;
  return quantity === rest ? found.rest : noSuch(quantity);
}

export const chenQuality: Adapters = {
  'chen-nfd-s-qos': {
    call(p, _args, quantity) {
      const name = NAMES[quantity] ?? noSuch(quantity);
      return nfdQuality(p.number('eta'), p.number('delta'), p.number('lossProbability'), delayTail(p))[name];
    },
  },
  'chen-config-known': {
    call: (p, _args, quantity) => answer(configureKnown(requirements(p, 'T_D_U'), delayTail(p)), quantity, 'delta'),
  },
  'chen-config-unknown': {
    call: (p, _args, quantity) =>
      answer(configureUnknown(requirements(p, 'T_D_U'), p.number('E_D'), p.number('V_D')), quantity, 'delta'),
  },
  'chen-config-nfd-u': {
    call: (p, _args, quantity) =>
      answer(configureUnsynchronised(requirements(p, 'T_D_u'), p.number('V_D')), quantity, 'alpha'),
  },
};
