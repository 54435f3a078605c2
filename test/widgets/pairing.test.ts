// The other run as data: which key it has, what the two are called, and what is written down of it.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action, RunKey, Setup } from '../../src/worker/api.ts';
import { readShared } from '../../src/widgets/lab/key-shape.ts';
import { decodeLink, encodeLink } from '../../src/widgets/files/links.ts';
import { lessonNames, namesOf, partnerKey, readBeside, writtenBeside } from '../../src/widgets/lab/pairing.ts';
import type { Pairing } from '../../src/widgets/lab/pairing.ts';
import { SETUP, START } from './fake-lab.ts';

const choice = {
  kind: 'choice' as const,
  label: 'Network',
  help: '',
  default: 'calm',
  options: [
    { value: 'calm', label: 'calm network' },
    { value: 'far', label: 'far network' },
  ],
};
const setup: Setup = { ...SETUP, knobs: [...SETUP.knobs, { id: 'network', field: choice }] };
const crash: Action = { kind: 'crash', on: 'w', at: 1_000_001 };
const cut: Action = { kind: 'cut', on: 'm-w', at: 2_000_001 };
const key = (more: Partial<RunKey> = {}): RunKey => ({ ...START, ...more });
const names = (a: Partial<RunKey>, b: Partial<RunKey>) => namesOf(key(a), key(b), setup);

describe('two runs are called', () => {
  it('by the knobs in which they differ, whether set or left as they were', () => {
    expect(names({ settings: { T: 1.7 } }, {})).toEqual({ a: 'timeout 1.7 s', b: 'timeout 3 s', differ: true });
    expect(names({}, { settings: { T: 3, network: 'far' } })).toMatchObject({ a: 'calm network', b: 'far network' });
  });

  it('by their seeds, and by what was done in one of them only', () => {
    expect(names({}, { seed: '7' })).toMatchObject({ a: 'seed 1', b: 'seed 7' });
    expect(names({ actions: [crash] }, {})).toMatchObject({ a: 'crash of w', b: 'without the crash of w' });
    expect(names({ actions: [crash, cut] }, { actions: [crash] })).toMatchObject({
      a: 'cut of m to w',
      b: 'without the cut of m to w',
    });
  });

  it('nothing at all where they do not differ', () => {
    expect(names({}, {})).toEqual({ a: '', b: '', differ: false });
    expect(names({ settings: {} }, { settings: { network: 'calm', T: 3 } }).differ).toBe(false);
  });

  it('as the lesson calls them, unless it is another comparison than the lesson’s', () => {
    const beside = { here: 'near', there: 'far', settings: { network: 'far' } };
    const follows: Pairing = { kind: 'follows', over: { network: 'far' } };
    expect(lessonNames(beside, follows, key(), setup)).toEqual({ a: 'near', b: 'far', differ: true });
    expect(lessonNames(beside, { kind: 'pinned', key: key() }, key(), setup)).toBeNull();
    expect(lessonNames(undefined, follows, key(), setup)).toBeNull();
  });
});

const actions = fc.array(
  fc.record({
    kind: fc.constantFrom('crash', 'cut'),
    on: fc.constantFrom('w', 'm-w'),
    at: fc.nat({ max: 60_000_000 }),
  }),
  { maxLength: 8 },
);
const keys: fc.Arbitrary<RunKey> = fc.record({
  scenario: fc.constant(START.scenario),
  settings: fc.record({ T: fc.constantFrom(1, 2, 3), network: fc.constantFrom('calm', 'far') }),
  seed: fc.constantFrom('1', '2'),
  actions,
});

describe('what is written down of the other run', () => {
  it('gives it back exactly, whatever the two are', () => {
    fc.assert(
      fc.property(keys, keys, fc.nat({ max: 8 }), (a, other, shared) => {
        const b = { ...other, actions: [...a.actions.slice(0, shared), ...other.actions] };
        const kept = writtenBeside({ kind: 'pinned', key: b }, a, setup);
        expect(kept && partnerKey(a, readBeside(kept, a))).toEqual(b);
      }),
    );
  });

  it('goes through a link unharmed, also where it follows', async () => {
    const pairings: readonly Pairing[] = [
      { kind: 'follows', over: { network: 'far' } },
      { kind: 'pinned', key: key({ seed: '9', settings: { T: 1 }, actions: [crash] }) },
    ];
    const mine = key({ actions: [crash, cut] });
    for (const pairing of pairings) {
      const beside = writtenBeside(pairing, mine, setup);
      const view = { at: 5, look: [0, 1] as const, panel: 'log', ...(beside === undefined ? {} : { beside }) };
      const link = await encodeLink({ key: mine, view, print: '0badc0de' });
      const back = link.ok ? await decodeLink(link.value) : link;
      expect(back.ok && back.value.view.beside).toEqual(beside);
      expect(link.ok && link.value.length).toBeLessThan(400);
    }
  });

  it('is small: only what differs', () => {
    const kept = writtenBeside(
      { kind: 'pinned', key: key({ actions: [crash] }) },
      key({ actions: [crash, cut] }),
      setup,
    );
    expect(kept).toEqual({ over: {}, actions: { keep: 1, more: [] } });
    expect(writtenBeside(null, key(), setup)).toBeUndefined();
  });

  it('is refused with the name of its field when it comes in wrong', () => {
    const shared = (beside: unknown) =>
      readShared({ v: 1, key: START, view: { at: 0, look: [0, 1], panel: 'log', beside }, print: '00000000' });
    const fields = (beside: unknown): readonly string[] => {
      const read = shared(beside);
      return read.ok ? [] : read.problems.map((problem) => problem.field);
    };
    expect(fields({ over: {}, follows: true })).toEqual([]);
    expect(fields({})).toEqual(['view.beside.over']);
    expect(fields({ over: {}, follows: false })).toEqual(['view.beside.follows']);
    expect(fields({ over: { T: {} } })).toEqual(['view.beside.over.T']);
    expect(fields({ over: {}, seed: '' })).toEqual(['view.beside.seed']);
    expect(fields({ over: {}, actions: { keep: -1, more: [] } })).toEqual(['view.beside.actions.keep']);
    expect(fields({ over: {}, actions: { keep: 0, more: Array(201).fill(crash) } })).toEqual([
      'view.beside.actions.more',
    ]);
    expect(fields({ over: {}, path: '../..' })).toEqual(['view.beside.path']);
  });
});

it('an action is the same in whatever order its fields are written', () => {
  const { at, on, kind } = crash;
  expect(names({ actions: [crash] }, { actions: [{ at, on, kind }] }).differ).toBe(false);
});
