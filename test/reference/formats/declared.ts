// The header of failure-detectors.json as a runner reads it, and the check that a vector uses nothing
// that the header does not declare. Anything undeclared is an error of the file or of the runner: it
// fails, and is never skipped.

import { fields, isFields, list, text } from '../values.ts';

type Declared = { readonly [name: string]: unknown };

export type Algorithm = {
  readonly group: string;
  readonly params: { readonly [name: string]: { readonly default: unknown; readonly values?: readonly unknown[] } };
  readonly arguments: Declared;
  readonly asks: { readonly [form: string]: readonly string[] };
};

export type Header = {
  readonly groups: Declared;
  readonly units: Declared;
  readonly quantities: Declared;
  readonly expectations: Declared;
  readonly forms: Declared;
  readonly ops: Declared;
  readonly queryArguments: Declared;
  readonly algorithms: { readonly [name: string]: Algorithm };
};

export type Vector = {
  readonly id: string;
  readonly group: string;
  readonly algorithm: string;
  readonly unit: string;
  readonly params: Declared;
  readonly form: string;
  readonly input: Declared;
  readonly quantity: string | readonly string[];
  readonly expected: unknown;
  readonly tolerance: unknown;
};

export function header(file: unknown): Header {
  const h = fields(fields(file)['how_to_read']);
  const forms = fields(h['forms']);
  const events = fields(forms['events'] ?? {});
  return {
    groups: fields(h['groups']),
    units: fields(h['units']),
    quantities: fields(h['quantities']),
    expectations: fields(h['expectations']),
    forms,
    ops: fields(events['ops'] ?? {}),
    queryArguments: fields(events['queryArguments'] ?? {}),
    algorithms: fields(h['algorithms']) as Header['algorithms'],
  };
}

function demand(declared: Declared, name: string, what: string): void {
  if (!Object.hasOwn(declared, name)) throw new Error(`undeclared ${what}: ${name}`);
}

export function quantities(v: Vector): readonly string[] {
  return typeof v.quantity === 'string' ? [v.quantity] : v.quantity;
}

/** Throws on the first thing that the header does not declare. */
export function check(h: Header, v: Vector): void {
  demand(h.algorithms, v.algorithm, 'algorithm');
  const algorithm = h.algorithms[v.algorithm] as Algorithm;
  demand(h.groups, v.group, 'group');
  if (v.group !== algorithm.group) throw new Error(`${v.algorithm} is of group ${algorithm.group}, not ${v.group}`);
  demand(h.units, v.unit, 'unit');
  demand(h.forms, v.form, 'form');
  demand(algorithm.asks, v.form, `form of ${v.algorithm}`);
  checkParams(algorithm, v.params);
  for (const quantity of quantities(v)) {
    demand(h.quantities, quantity, 'quantity');
    if (!algorithm.asks[v.form]?.includes(quantity)) throw new Error(`${v.form} of ${v.algorithm} has no ${quantity}`);
  }
  for (const e of Array.isArray(v.expected) ? v.expected : [v.expected]) {
    demand(h.expectations, text(fields(e)['op']), 'expectation');
  }
  checkInput(h, algorithm, v);
}

function checkParams(algorithm: Algorithm, params: Declared): void {
  for (const [name, value] of Object.entries(params)) {
    demand(algorithm.params, name, 'param');
    const values = algorithm.params[name]?.values;
    if (values && !values.includes(value)) throw new Error(`undeclared value of ${name}: ${JSON.stringify(value)}`);
  }
}

function demandKeys(what: string, given: Declared, ...allowed: readonly string[]): void {
  for (const key of Object.keys(given))
    if (!allowed.includes(key)) throw new Error(`undeclared key of ${what}: ${key}`);
}

function checkInput(h: Header, algorithm: Algorithm, v: Vector): void {
  const { input } = v;
  const args = Object.keys(algorithm.arguments ?? {});
  switch (v.form) {
    case 'call':
      return demandKeys('call', input, ...args);
    case 'calls':
      demandKeys('calls', input, 'calls');
      return list(input['calls']).forEach((call) => demandKeys('calls', fields(call), ...args));
    case 'sweep':
      demandKeys('sweep', input, 'over', 'from', 'to', 'step', 'fixed');
      return demandKeys('sweep', { ...fields(input['fixed'] ?? {}), [text(input['over'])]: 0 }, ...args);
    case 'configs':
      demandKeys('configs', input, 'configs');
      return list(input['configs']).forEach((config) => checkParams(algorithm, fields(config)));
    case 'window':
      return demandKeys('window', input, 'intervals', 'elapsed');
    case 'arrivals':
      demandKeys('arrivals', input, 'arrivals', 'queries');
      return list(input['arrivals']).forEach((arrival) => demandKeys('an arrival', fields(arrival), 'seq', 't'));
    case 'events':
      demandKeys('events', input, 'events');
      return list(input['events']).forEach((event) => checkEvent(h, algorithm, fields(event)));
    default:
      throw new Error(`a form that this runner does not know: ${v.form}`);
  }
}

function checkEvent(h: Header, algorithm: Algorithm, event: Declared): void {
  demandKeys('an event', event, 't', 'op', 'repeat', 'counters', ...Object.keys(h.queryArguments));
  if (isFields(event['repeat'])) demandKeys('repeat', event['repeat'], 'from', 'every', 'count');
  const ops = Array.isArray(event['op']) ? event['op'] : [event['op']];
  for (const op of ops) {
    if (!algorithm.asks['events']?.includes(text(op))) demand(h.ops, text(op), 'event');
  }
}
