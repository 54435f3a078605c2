// The laws of the core on the lessons' own scenarios, with every knob's every position tried: nothing ambient is
// touched, all state is plain, and every suspicion has a reason.

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { impurity } from '../../src/kernel/plain.ts';
import { defaults } from '../../src/kernel/fields.ts';
import { verdict } from '../../src/grading/verdict.ts';
import { sampleRun } from '../../src/grading/sample.ts';
import type { Goal } from '../../src/grading/goal.ts';
import { measures } from '../../src/measures/registry.ts';
import { conservation } from '../../src/measures/conservation.ts';
import { causes, silencer } from '../../src/measures/why.ts';
import type { RunKey, Scenario, Settings } from '../../src/scenarios/scenario.ts';
import { readingOf } from '../../src/worker/reading-of.ts';
import { checkKey, planOf, runNow, type Done } from '../../src/worker/run-key.ts';
import { TYPES } from '../../src/world/vocabulary.ts';
import { World } from '../../src/world/world.ts';
import { golden } from '../golden/keys.ts';

const scenarios = globSync('lessons/**/*.scenario.json').map(
  (file) => JSON.parse(readFileSync(file, 'utf8')) as Scenario,
);

/** The scenario as it is, and with each knob at each end or option, one knob at a time. */
function positions(scenario: Scenario): Settings[] {
  const moved = scenario.knobs.flatMap(({ id, field }): Settings[] => {
    switch (field.kind) {
      case 'choice':
        return field.options.map(({ value }) => ({ [id]: value }));
      case 'flag':
        return [{ [id]: true }, { [id]: false }];
      default:
        return [{ [id]: field.min }, { [id]: field.max }];
    }
  });
  return [{}, ...moved];
}

/** Long ones are cut: a minute says as much about a law as an hour. */
const keys: readonly (readonly [string, RunKey])[] = [
  ...scenarios.flatMap((scenario) =>
    positions(scenario).map((settings): [string, RunKey] => {
      const inline = { ...scenario, until: Math.min(scenario.until, 120) };
      return [
        `${scenario.id} ${JSON.stringify(settings)}`,
        { scenario: { inline }, settings, seed: 'law', actions: [] },
      ];
    }),
  ),
  ...Object.entries(golden),
];

const done = (key: RunKey): Done => runNow(planOf({}, key), key.seed);

/** Everything between a key and a verdict. */
function everything(key: RunKey): string {
  const checked = checkKey({}, key);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  const run = done(checked.value);
  const reading = readingOf(run, run.world.kernel.record.columns(), key.actions.length);
  for (const measure of measures.values()) measure.of(reading, defaults(measure.params) as never);
  const goal: Goal = {
    id: 'g',
    says: '',
    short: '',
    measure: 'mistakes',
    is: ['<=', 0],
    over: { seeds: 1, need: 'every' },
  };
  verdict([goal], [sampleRun(key.seed, reading, [goal])]);
  const saved = JSON.stringify(run.world.save());
  const other = new World(run.plan, key.seed);
  other.restore(JSON.parse(saved) as ReturnType<World['save']>);
  return run.world.kernel.record.fingerprint();
}

const AMBIENT: readonly (readonly [object, readonly string[]])[] = [
  [
    globalThis,
    [
      'Date',
      'performance',
      'setTimeout',
      'setInterval',
      'setImmediate',
      'queueMicrotask',
      'crypto',
      'Intl',
      'structuredClone',
      'Promise',
      'fetch',
      'navigator',
    ],
  ],
  [
    Math,
    [
      'random',
      'exp',
      'log',
      'log10',
      'log2',
      'log1p',
      'expm1',
      'pow',
      'sin',
      'cos',
      'tan',
      'asin',
      'acos',
      'atan',
      'atan2',
      'sinh',
      'cosh',
      'tanh',
      'asinh',
      'acosh',
      'atanh',
      'cbrt',
      'hypot',
    ],
  ],
  [String.prototype, ['localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase', 'normalize']],
  [Number.prototype, ['toLocaleString']],
];

/** Does something in a world without clock, chance, locale, timers and the engine's own mathematics. */
function withoutAnything<T>(work: () => T): T {
  const taken = AMBIENT.flatMap(([owner, names]) =>
    names.flatMap((name) => {
      const property = Object.getOwnPropertyDescriptor(owner, name);
      if (!property) return [];
      const refuse = function (): never {
        throw new Error(`the core used ${name}`);
      };
      const trap = new Proxy(refuse, { get: refuse, construct: refuse });
      Object.defineProperty(owner, name, { value: trap, configurable: true, writable: true });
      return [() => Object.defineProperty(owner, name, property)];
    }),
  );
  try {
    return work();
  } finally {
    for (const giveBack of taken) giveBack();
  }
}

describe('the core', () => {
  test('touches no clock, no chance, no locale, no timer and none of the engine’s mathematics', () => {
    const expected = keys.map(([, key]) => everything(key));
    expect(withoutAnything(() => keys.map(([, key]) => everything(key)))).toEqual(expected);
  });

  test('would be caught if it did', () => {
    for (const slip of [
      () => Date.now(),
      () => new Date(),
      () => Math.random(),
      () => Math.exp(1),
      () => performance.now(),
    ]) {
      expect(() => withoutAnything<unknown>(slip)).toThrow('the core used');
    }
    expect(Math.exp(0)).toBe(1);
    expect(typeof Date.now()).toBe('number');
  });
});

describe.each(keys)('%s', (_, key) => {
  const run = done(key);
  const columns = run.world.kernel.record.columns();

  test('is plain data on the way and at the end', () => {
    const world = new World(run.plan, key.seed);
    for (const share of [0, 0.1, 0.5, 0.9, 1]) {
      world.run(run.until * share);
      expect(impurity(world.save())).toBeNull();
    }
  });

  test('loses no message', () => {
    expect(conservation(columns, run.world.kernel.record.words)).toEqual([]);
  });

  test('has a reason for every suspicion, back to a start, a fault or something done by hand', () => {
    for (let row = 0; row < columns.length; row++) {
      if (TYPES[columns.type[row]!] !== 'suspect') continue;
      const root = causes(columns, row).at(-1)!;
      expect(columns.cause[root]).toBe(-1);
      expect(['start', 'fault']).toContain(TYPES[columns.type[root]!]);
      expect(silencer(columns, row)).toBeLessThan(row);
    }
  });
});
