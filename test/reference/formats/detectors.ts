// Replays failure-detectors.json and files of its format: how_to_read declares, vectors ask. Written from
// the header: each form is turned into calls of the algorithm's adapter, and each answer compared.

import { check, header, quantities } from './declared.ts';
import type { Algorithm, Header, Vector } from './declared.ts';
import { misfit } from '../expectations.ts';
import { fields, list, number, numbers, text } from '../values.ts';
import type { Value } from '../values.ts';
import type { Deferred, Result } from '../report.ts';
import type { Adapter, Adapters, Arrival, Args, Live, Params } from '../adapters/adapter.ts';

/** The answers to one entry of `quantity`: several only for a query that is repeated. */
type Answers = readonly Value[];

export function replayDetectors(file: unknown, adapters: Adapters, deferred: Deferred): readonly Result[] {
  const h = header(file);
  const seen = new Set<string>();
  return list(fields(file)['vectors']).map((raw) => {
    const v = raw as Vector;
    const about = { id: v.id, name: v.algorithm };
    const adapter = Object.hasOwn(adapters, v.algorithm) ? adapters[v.algorithm] : undefined;
    try {
      if (seen.has(v.id)) throw new Error('a second vector with this id');
      seen.add(v.id);
      check(h, v);
      if (adapter === undefined) {
        const reason = deferred['algorithms']?.[v.algorithm];
        return { ...about, outcome: reason === undefined ? 'unlisted' : 'deferred', says: reason ?? 'no adapter' };
      }
      const wrong = replay(h, v, adapter);
      return wrong === null ? { ...about, outcome: 'passed' } : { ...about, outcome: 'failed', says: wrong };
    } catch (error) {
      return { ...about, outcome: 'failed', says: error instanceof Error ? error.message : String(error) };
    }
  });
}

function replay(h: Header, v: Vector, adapter: Adapter): string | null {
  const asked = quantities(v);
  const expected = Array.isArray(v.quantity) ? list(v.expected) : [v.expected];
  if (asked.length !== expected.length) throw new Error('as many expectations as quantities are needed');
  const answers = answer(h.algorithms[v.algorithm] as Algorithm, v, adapter, asked);
  for (const [i, quantity] of asked.entries()) {
    for (const one of answers[i] as Answers) {
      const wrong = misfit(one, expected[i], v.tolerance);
      if (wrong !== null) return `${quantity}: ${wrong}`;
    }
  }
  return null;
}

function params(algorithm: Algorithm, given: { readonly [name: string]: unknown }): Params {
  const value = (name: string): unknown => {
    if (Object.hasOwn(given, name)) return numbers(given[name]);
    const declared = algorithm.params[name];
    if (declared === undefined) throw new Error(`the header has no param ${name}`);
    if (declared.default === 'required') throw new Error(`param ${name} is required`);
    return numbers(declared.default);
  };
  return {
    value,
    number: (name) => number(value(name)),
    text: (name) => text(value(name)),
    has: (name) => Object.hasOwn(given, name) || algorithm.params[name]?.default !== 'required',
  };
}

function offered<F>(form: F | undefined, name: string): F {
  if (form === undefined) throw new Error(`the adapter does not offer the form ${name}`);
  return form;
}

function answer(algorithm: Algorithm, v: Vector, adapter: Adapter, asked: readonly string[]): readonly Answers[] {
  const p = params(algorithm, v.params);
  const input = fields(numbers(v.input));
  const each = (one: (quantity: string) => Value): readonly Answers[] => asked.map((quantity) => [one(quantity)]);
  switch (v.form) {
    case 'call':
      return each((quantity) => offered(adapter.call, 'call')(p, input, quantity));
    case 'calls':
      return each((quantity) =>
        list(input['calls']).map((args) => offered(adapter.call, 'call')(p, fields(args), quantity)),
      );
    case 'sweep':
      return each((quantity) => swept(input).map((args) => offered(adapter.call, 'call')(p, args, quantity)));
    case 'configs':
      return each(() =>
        list(input['configs']).map((config) =>
          offered(adapter.rejects, 'configs')(params(algorithm, { ...v.params, ...fields(config) })),
        ),
      );
    case 'window':
      return each((quantity) => inWindow(p, input, adapter, quantity));
    case 'events':
      return lived(offered(adapter.live, 'events')(p), input, asked);
    case 'arrivals': {
      const arrivals = list(input['arrivals']) as readonly Arrival[];
      const queries = list(input['queries'] ?? []).map(number);
      return each((quantity) => offered(adapter.arrivals, 'arrivals')(p, arrivals, queries, quantity));
    }
    default:
      throw new Error(`a form that this runner does not know: ${v.form}`);
  }
}

function swept(input: Args): readonly Args[] {
  const from = number(input['from']);
  const step = number(input['step']);
  // Up to and including `to`, give or take the rounding of the division.
  const last = Math.floor((number(input['to']) - from) / step + 1e-9);
  return Array.from({ length: last + 1 }, (_, i) => ({
    ...fields(input['fixed'] ?? {}),
    [text(input['over'])]: from + i * step,
  }));
}

function inWindow(p: Params, input: Args, adapter: Adapter, quantity: string): Value {
  const window = offered(adapter.window, 'window');
  const intervals = list(input['intervals']).map(number);
  const elapsed = input['elapsed'];
  if (Array.isArray(elapsed)) return elapsed.map((one) => window(p, intervals, number(one), quantity));
  return window(p, intervals, elapsed === undefined ? null : number(elapsed), quantity);
}

type Moment = { readonly t: number; readonly ops: readonly string[]; readonly slot: number };

/** Events with repeats multiplied out; `slot` is where the answers of its queries start in `quantity`. */
function moments(input: Args, asked: readonly string[]): readonly Moment[] {
  let slot = 0;
  const all = list(input['events']).flatMap((raw) => {
    const event = fields(raw);
    const ops = (Array.isArray(event['op']) ? event['op'] : [event['op']]).map(text);
    const first = slot;
    slot += ops.filter((op) => asked.includes(op)).length;
    if (event['repeat'] === undefined) return [{ t: number(event['t']), ops, slot: first }];
    const repeat = fields(event['repeat']);
    return Array.from({ length: number(repeat['count']) }, (_, i) => ({
      t: number(repeat['from']) + i * number(repeat['every']),
      ops,
      slot: first,
    }));
  });
  if (slot !== asked.length) throw new Error(`${slot} queries in the events, ${asked.length} in quantity`);
  return all;
}

function lived(live: Live, input: Args, asked: readonly string[]): readonly Answers[] {
  const answers: Value[][] = asked.map(() => []);
  for (const { t, ops, slot } of moments(input, asked)) {
    let next = slot;
    for (const op of ops) {
      if (!asked.includes(op)) {
        live.apply(op, t);
        continue;
      }
      if (asked[next] !== op) throw new Error(`query ${op} where quantity has ${asked[next] ?? 'nothing'}`);
      (answers[next] as Value[]).push(live.ask(op, t));
      next += 1;
    }
  }
  return answers;
}
