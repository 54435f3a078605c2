// Run keys of every shape that the lab knows, made from its registries: a new detector, guard or fault is in here
// without a line added. Half of them are monitors that watch each other, half a dispatcher with its workers. Small
// and short, so that thousands can be run.

import fc from 'fast-check';
import type { Field } from '../../src/kernel/fields.ts';
import { detectors } from '../../src/patterns/detectors/registry.ts';
import { guards } from '../../src/patterns/guards/registry.ts';
import { paceFields } from '../../src/programs/monitor-params.ts';
import type { Action, DelayDist, FaultSpec, LinkSpec, Plain, RunKey, Scenario } from '../../src/scenarios/scenario.ts';
import { faults } from '../../src/world/faults/registry.ts';

type Values = { readonly [name: string]: string | number | boolean };

const seconds = (least: number, most: number): fc.Arbitrary<number> =>
  fc.integer({ min: Math.round(least * 1e3), max: Math.round(most * 1e3) }).map((ms) => ms / 1e3);

/** A value that the field allows, nearer to a lesson's than to its bounds. */
function valueOf(field: Field): fc.Arbitrary<string | number | boolean> {
  switch (field.kind) {
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options.map(({ value }) => value));
    case 'count':
      return fc.integer({ min: Math.ceil(field.min), max: Math.min(field.max, field.min + 30) });
    case 'ratio':
    case 'number':
    case 'duration':
      return seconds(Math.max(field.min, 0.001), Math.min(field.max, field.default * 2 + 0.5));
  }
}

/** Values for some of the fields; the others are left to their defaults. */
function valuesOf(fields: object): fc.Arbitrary<Values> {
  const each = Object.fromEntries(
    Object.entries(fields as { [name: string]: Field }).map(([name, field]) => [name, valueOf(field)]),
  );
  return fc.record(each, { requiredKeys: [] }) as fc.Arbitrary<Values>;
}

function pattern(registry: ReadonlyMap<string, { readonly id: string; readonly params: object }>): fc.Arbitrary<Plain> {
  return fc.oneof(
    ...[...registry.values()].map(({ id, params }) =>
      valuesOf(params).map((values): Plain => ({ use: id, ...values })),
    ),
  );
}

const detector = pattern(detectors);
const guard = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Plain>({ use: 'none' }) },
  { weight: 1, arbitrary: pattern(guards) },
);

type Params = { readonly [name: string]: Plain };

const change = fc.record({ at: seconds(0, 12), eta: seconds(0.1, 3) });
const beats = {
  eta: seconds(0.2, 1.5),
  phase: fc.oneof(fc.constant('random'), seconds(0, 1)),
  timers: valueOf(paceFields.timers) as fc.Arbitrary<string>,
  changes: fc.uniqueArray(change, { maxLength: 3, selector: ({ at }) => at }).map((all) => {
    return all.sort((a, b) => a.at - b.at);
  }),
};
const watching = { checkInterval: fc.constantFrom(0, 0, 0.3, 1), guard };
const monitor: fc.Arbitrary<Params> = fc.record({ ...beats, ...watching, detector });
const worker: fc.Arbitrary<Params> = fc.record({ ...beats, beats: fc.constantFrom('all', ['n1']) });

/** A detector with a threshold, and another threshold to fail over at: often one that is reached. */
const twoThresholds = fc.oneof(
  ...[...detectors.values()].flatMap(({ id, params }) => {
    const { threshold } = params as { readonly threshold?: Field };
    if (threshold === undefined) return [];
    return fc.record({
      detector: valuesOf(params).map((values): Plain => ({ threshold: 0.8, use: id, ...values })),
      failover: fc.record({ threshold: fc.oneof(valueOf(threshold), seconds(0.1, 1)) }),
    });
  }),
);
const dispatcher: fc.Arbitrary<Params> = fc
  .tuple(fc.record({ ...watching, jobs: fc.record({ every: seconds(0.1, 1) }) }), twoThresholds)
  .map(([params, two]) => ({ ...params, ...two }));

const delay: fc.Arbitrary<DelayDist> = fc.oneof(
  fc.record({ kind: fc.constant('constant' as const), value: seconds(0, 0.5) }),
  fc.record({ kind: fc.constant('uniform' as const), from: seconds(0, 0.1), to: seconds(0.1, 1) }),
  fc.record({ kind: fc.constant('normal' as const), mean: seconds(0, 0.3), std: seconds(0, 0.3) }),
  fc.record({ kind: fc.constant('log-normal' as const), median: seconds(0.01, 0.2), sigma: seconds(0, 2) }),
  fc.record({ kind: fc.constant('exponential' as const), mean: seconds(0, 0.4), least: seconds(0, 0.1) }),
  fc.record({
    kind: fc.constant('empirical' as const),
    values: fc.array(seconds(0, 1), { minLength: 1, maxLength: 6 }),
  }),
);
const parts = {
  loss: fc.constantFrom(0, 0, 0.1, 0.5),
  burst: fc.option(fc.record({ good: seconds(0.5, 5), bad: seconds(0.2, 3), loss: fc.constantFrom(1, 0.5) }), {
    freq: 2,
  }),
  ordered: fc.boolean(),
};
const link: fc.Arbitrary<LinkSpec> = fc.record({ delay, ...parts }, { requiredKeys: ['delay'] });

const LONGEST = 12;

/** What goes wrong, by fault kind: on a node, one way, or both ways. */
function targets(n: number, kind: string): fc.Arbitrary<string> {
  const node = fc.integer({ min: 1, max: n }).map((i) => `n${i}`);
  if (kind !== 'ping' && faults.get(kind)!.on === 'node') return node;
  return fc
    .tuple(node, node, fc.constantFrom('>', '-'))
    .map(([a, b, sign]) => `${a}${sign}${a === b ? (a === 'n1' ? 'n2' : 'n1') : b}`);
}

function fault(n: number): fc.Arbitrary<FaultSpec> {
  const kinds = [...faults.values()].map((kind) => {
    const at = seconds(0, LONGEST);
    const moment = fc.oneof(
      at,
      at.map((from) => ({ uniform: [from, from + 2] as const })),
    );
    const until = fc.option(fc.record({ after: seconds(0.01, 6) }), { nil: undefined, freq: 3 });
    return fc
      .tuple(targets(n, kind.id), moment, until, valuesOf(kind.params))
      .map(([on, start, end, values]): FaultSpec => ({
        ...values,
        kind: kind.id,
        on,
        at: start,
        ...(end && { until: end }),
      }));
  });
  return fc.oneof(...kinds);
}

function action(n: number, horizon: number): fc.Arbitrary<Action> {
  const us = fc.integer({ min: 0, max: horizon * 1e6 });
  const kinds = [...faults.values()].map(({ id, params }) =>
    fc
      .tuple(targets(n, id), us, fc.option(fc.integer({ min: 1, max: 6e6 })), valuesOf(params))
      .map(([on, at, after, values]): Action => ({
        ...values,
        kind: id,
        on,
        at,
        ...(after !== null && { until: at + after }),
      })),
  );
  const ping = fc.tuple(targets(n, 'ping'), us).map(([on, at]): Action => ({ kind: 'ping', on, at }));
  return fc.oneof(...kinds, ping);
}

function scenario(n: number): fc.Arbitrary<Scenario> {
  return fc.oneof(shaped(n, 'heartbeat-monitor', monitor, null), shaped(n, 'worker', worker, dispatcher));
}

/** `first`: what n1 runs as a dispatcher, if it does. */
function shaped(
  n: number,
  program: string,
  every: fc.Arbitrary<Params>,
  first: fc.Arbitrary<Params> | null,
): fc.Arbitrary<Scenario> {
  const node = fc.record(
    { driftPpm: fc.constantFrom(0, 0, -500, 37, 50_000), params: every },
    { requiredKeys: ['driftPpm'] },
  );
  return fc
    .record({
      until: fc.integer({ min: 3, max: LONGEST }),
      params: every,
      head: first ?? fc.constant(null),
      nodes: fc.array(node, { minLength: n, maxLength: n }),
      all: link,
      some: fc.option(link, { nil: undefined }),
      faults: fc.array(fault(n), { maxLength: 6 }),
    })
    .map(({ until, params, head, nodes, all, some, faults: list }): Scenario => ({
      format: 1,
      id: 'generated',
      version: 1,
      title: 'Generated',
      until,
      every: { program, params },
      nodes: nodes.map((one, i) => ({
        ...one,
        id: `n${i + 1}`,
        ...(i === 0 && head !== null && { program: 'dispatcher', params: head }),
      })),
      links: { all, ...(some && { some: { 'n1>n2': some } }) },
      faults: list,
      knobs: [],
      panels: [],
    }));
}

/** A key with everything in it: an inline scenario of 2 to 6 nodes, a seed, a script of actions. */
export const generated: fc.Arbitrary<RunKey> = fc.integer({ min: 2, max: 6 }).chain((n) =>
  scenario(n).chain((inline) =>
    fc.record({
      scenario: fc.constant({ inline }),
      settings: fc.constant({}),
      seed: fc.string({ minLength: 1, maxLength: 8 }),
      actions: fc.array(action(n, inline.until), { maxLength: 5 }),
    }),
  ),
);

/** The same list of keys everywhere: for comparing engines. */
export function sample(count: number, seed: number): readonly RunKey[] {
  return fc.sample(generated, { numRuns: count, seed });
}
