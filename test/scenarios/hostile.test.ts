// Keys that somebody bent out of shape: check() answers, always, and what it lets through can be run.

import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { impurity } from '../../src/kernel/plain.ts';
import type { RunKey, Scenario } from '../../src/scenarios/scenario.ts';
import { checkKey, planOf } from '../../src/worker/run-key.ts';
import { World } from '../../src/world/world.ts';
import { pair } from './build.ts';

const file = (id: string): Scenario =>
  JSON.parse(readFileSync(`lessons/heartbeats-and-timeouts/${id}.scenario.json`, 'utf8')) as Scenario;
const book = { pair: file('pair'), mesh5: file('mesh5') };

const bases: readonly unknown[] = [
  {
    scenario: { id: 'pair', version: 1 },
    settings: { T: 2 },
    seed: '1',
    actions: [{ kind: 'crash', on: 'w', at: 1_000_000 }],
  },
  {
    scenario: {
      inline: {
        ...book.mesh5,
        cast: ['A', 'B'],
        faults: [{ kind: 'cut', on: 'A>B', at: { uniform: [1, 2] }, until: { after: 3 } }],
      },
    },
    settings: { network: 'bursts', guard: 'late-tick' },
    seed: 'x',
    actions: [
      { kind: 'hold', on: 'n1>n2', at: 5, by: 2 },
      { kind: 'ping', on: 'n1>n2', at: 9 },
    ],
  },
  { scenario: { inline: { ...pair(), knobs: book.pair.knobs } }, settings: {}, seed: 'y', actions: [] },
];

const bomb = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`) as unknown;
const deep = new Set([bomb(30), bomb(3_000)]);
const values: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  1.5,
  1e-320,
  1e21,
  1e308,
  -1e308,
  NaN,
  Infinity,
  -Infinity,
  2 ** 31,
  2 ** 53,
  '',
  '__proto__',
  'constructor',
  'toString',
  'n1',
  'n1>n2',
  'w-m',
  '>',
  '-',
  'a'.repeat(5_000),
  '\u0000',
  '🙂',
  '<b>',
  [],
  {},
  [[]],
  [null],
  { use: 'phi-akka' },
  { use: 'constructor' },
  { toString: 1, valueOf: 1 },
  { length: 1e9 },
  { uniform: [2, 1] },
  { after: -1 },
  { kind: 'empirical', values: [] },
  { kind: 'log-normal', median: 604800, sigma: 5 },
  JSON.parse('{"__proto__": {"polluted": 1}}'),
  JSON.parse('{"constructor": {"prototype": {"polluted": 1}}}'),
  ...deep,
  undefined,
];
const names = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'length',
  'until',
  'at',
  'use',
  'sets',
  '0',
  '',
];
const paths = [
  'until',
  'nodes.length',
  'nodes.0.id',
  'nodes.0.driftPpm',
  '__proto__.polluted',
  'constructor.prototype.polluted',
  'every.params.__proto__.polluted',
  'links.all.delay',
  'links.all.burst',
  'faults',
  'every.params.eta',
  'every',
  'cast',
  'nodes',
  'x.y',
];

type Op = { readonly where: readonly number[]; readonly op: number; readonly value: number; readonly name: number };
const op: fc.Arbitrary<Op> = fc.record({
  where: fc.array(fc.nat(40), { minLength: 1, maxLength: 7 }),
  op: fc.nat(9),
  value: fc.nat(values.length - 1),
  name: fc.nat(names.length - 1),
});

/** Walks to some place in the data and does something bad there. */
function bend(key: unknown, { where, op: what, value, name }: Op): void {
  let place = key as { [key: string]: unknown };
  let at = '';
  for (const step of where) {
    const keys = Object.keys(place);
    if (keys.length === 0) break;
    at = keys[step % keys.length]!;
    const next = place[at];
    if (typeof next !== 'object' || next === null) break;
    if (step !== where.at(-1)) place = next as { [key: string]: unknown };
  }
  if (Array.isArray(place) && at === 'length') return;
  const bad = values[value];
  // A deep one cannot even be cloned.
  const hostile = typeof bad === 'object' && bad !== null && !deep.has(bad) ? structuredClone(bad) : bad;
  if (what < 5) Reflect.defineProperty(place, at, { value: hostile, ...OPEN });
  else if (what === 5) Reflect.deleteProperty(place, at);
  else if (what === 6 && !Array.isArray(place))
    Reflect.defineProperty(place, names[name]!, { value: hostile, ...OPEN });
  else if (what === 7 && Array.isArray(place)) place.push(...(place as unknown[]));
  else if (typeof key === 'object' && key !== null) aim(key, hostile, paths[(value + name) % paths.length]!);
}

/** Points a knob of an inline scenario at a place that it has no business with. */
function aim(key: object, hostile: unknown, path: string): void {
  const knobs = (key as { scenario?: { inline?: { knobs?: unknown } } }).scenario?.inline?.knobs;
  if (!Array.isArray(knobs)) return;
  const words = { label: 'x', help: 'x' };
  const range = {
    ...words,
    kind: 'number',
    default: typeof hostile === 'number' ? hostile : 1,
    min: -1e300,
    max: 1e300,
  };
  const choice = { ...words, kind: 'choice', default: 'a', options: [{ value: 'a', label: 'a' }] };
  knobs.push(
    { id: 'aimed', field: range, sets: [path] },
    { id: 'chosen', field: choice, choices: { a: { [path]: hostile } } },
  );
}

const OPEN = { writable: true, enumerable: true, configurable: true };

const script = fc.tuple(fc.nat(bases.length - 1), fc.array(op, { minLength: 1, maxLength: 4 }));
const bent = ([base, ops]: readonly [number, readonly Op[]]): unknown => {
  const key = structuredClone(bases[base]);
  for (const one of ops) bend(key, one);
  return key;
};

describe('a key from outside', () => {
  test('that is sound is let through, so that the tests below say something', () => {
    for (const base of bases) expect(checkKey(book, base)).toMatchObject({ ok: true });
  });

  test('however bent, is answered: with a key, or with fields and sentences', () => {
    let refused = 0;
    let passed = 0;
    fc.assert(
      fc.property(script, (of) => {
        const answer = checkKey(book, bent(of));
        if (answer.ok) passed++;
        else {
          refused++;
          if (answer.problems.length === 0) throw new Error('refused for no reason');
          for (const { field, says } of answer.problems) {
            if (typeof field !== 'string' || field === '' || !/^[^\n]{3,600}$/.test(says))
              throw new Error(`${field}: ${says}`);
          }
        }
        if ('polluted' in {} || 'polluted' in Object) throw new Error('reached what all objects share');
      }),
      { numRuns: 20_000 },
    );
    expect(refused).toBeGreaterThan(5_000);
    expect(passed).toBeGreaterThan(500);
  });

  test('that was let through is plain data, is let through again as it is, and runs', () => {
    fc.assert(
      fc.property(script, (of) => {
        const answer = checkKey(book, bent(of));
        if (!answer.ok) return;
        const again = checkKey(book, JSON.parse(JSON.stringify(answer.value)));
        if (!again.ok) throw new Error(`refused the second time: ${JSON.stringify(again.problems)}`);
        expect(again.value.settings).toEqual(answer.value.settings);
        const world = new World(planOf(book, answer.value), answer.value.seed);
        world.run(undefined, 300);
        expect(impurity(world.save())).toBeNull();
      }),
      { numRuns: 3_000 },
    );
  });

  test.each<[string, (inline: { [key: string]: unknown }) => void]>([
    [
      'thousands of nodes by a knob',
      (inline) =>
        aimAt(
          inline,
          'nodes',
          Array.from({ length: 5_000 }, (_, i) => ({ id: `n${i}` })),
        ),
    ],
    ['a list of no length by a knob', (inline) => aimAt(inline, 'nodes.length', 1e9)],
    [
      'a delay without values by a knob',
      (inline) => aimAt(inline, 'links.all.delay', { kind: 'empirical', values: [] }),
    ],
    ['a horizon beyond all bounds by a knob', (inline) => aimAt(inline, 'until', 1e300)],
    [
      'parameters nested without end',
      (inline) => (inline['every'] = { program: 'heartbeat-monitor', params: bomb(5_000) as object }),
    ],
    [
      'more values than anybody needs',
      (inline) =>
        (inline['every'] = { program: 'heartbeat-monitor', params: { watches: new Array(50_000).fill('n1') } }),
    ],
  ])('with %s is refused', (_, edit) => {
    const inline = JSON.parse(JSON.stringify(pair())) as { [key: string]: unknown };
    edit(inline);
    expect(checkKey(book, { scenario: { inline }, settings: {}, seed: '1', actions: [] }).ok).toBe(false);
  });

  function aimAt(inline: { [key: string]: unknown }, path: string, value: unknown): void {
    const choice = { label: 'x', help: 'x', kind: 'choice', default: 'a', options: [{ value: 'a', label: 'a' }] };
    inline['knobs'] = [{ id: 'k', field: choice, choices: { a: { [path]: value } } }];
  }

  test('with the largest network and the longest list of links is answered within a second or so', () => {
    const nodes = Array.from({ length: 1_000 }, (_, i) => ({ id: `n${i}` }));
    const only = Array.from({ length: 10_000 }, (_, i) => `n${i % 1_000}>n${(i * 7 + 1) % 1_000}`).filter(
      (one) => !/^(n\d+)>\1$/.test(one),
    );
    const inline = { ...pair(), nodes, links: { ...pair().links, only } };
    const key = { scenario: { inline }, settings: {}, seed: '1', actions: [] } as unknown as RunKey;
    expect(checkKey(book, key).ok).toBe(true);
  });
});
