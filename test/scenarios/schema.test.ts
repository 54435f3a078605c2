// What comes from outside is checked against a shape, and every problem names its field.

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { MOST_ACTIONS, MOST_NODES, parseActions, parseKey, parseScenario } from '../../src/scenarios/schema.ts';
import { pair, scenario } from './build.ts';

/** Problems of a sound scenario after an edit, as "field says". */
function problems(edit: (of: unknown) => void): string[] {
  const of = sound();
  edit(of);
  const answer = parseScenario(of);
  return answer.ok ? [] : answer.problems.map(({ field, says }) => `${field} ${says}`);
}
/** An open copy, to be broken at will. */
const sound = (): unknown => JSON.parse(JSON.stringify(pair()));
const at = (of: unknown, ...path: (string | number)[]): { [key: string]: unknown } =>
  path.reduce((place, name) => (place as { [key: string]: unknown })[name] as never, of) as { [key: string]: unknown };

describe('a scenario', () => {
  test('that is sound comes back as it went in', () => {
    expect(parseScenario(sound())).toEqual({ ok: true, value: sound() });
  });

  test.each<[string, (of: unknown) => void, string]>([
    ['without a horizon', (of) => delete at(of)['until'], 'until is missing'],
    ['of another format', (of) => (at(of)['format'] = 2), 'format must be 1'],
    ['that never ends', (of) => (at(of)['until'] = Infinity), 'until must be finite'],
    ['longer than a week', (of) => (at(of)['until'] = 1e9), 'until must be at most 604800'],
    ['with a text for a number', (of) => (at(of)['until'] = '60'), 'until must be a number'],
    ['without nodes', (of) => (at(of)['nodes'] = []), 'nodes needs at least one node'],
    [
      'with an id of digits',
      (of) => (at(of, 'nodes', 1)['id'] = '2'),
      'nodes.1.id must be a letter, then letters, digits, dashes',
    ],
    ['with a word that nobody knows', (of) => (at(of, 'nodes', 0)['drift'] = 3), 'nodes.0.drift is not known here'],
    [
      'with half a part per million',
      (of) => (at(of, 'nodes', 0)['driftPpm'] = 0.5),
      'nodes.0.driftPpm must be a whole number',
    ],
    [
      'with a delay of no kind',
      (of) => (at(of, 'links', 'all')['delay'] = { kind: 'gauss' }),
      'links.all.delay.kind must be constant or uniform or normal or log-normal or exponential or empirical',
    ],
    [
      'with a negative delay',
      (of) => (at(of, 'links', 'all', 'delay')['value'] = -1),
      'links.all.delay.value must be at least 0',
    ],
    ['that loses more than all', (of) => (at(of, 'links', 'all')['loss'] = 1.5), 'links.all.loss must be at most 1'],
    ['with a fault at no time', (of) => (at(of)['faults'] = [{ kind: 'crash', on: 'm' }]), 'faults.0.at is missing'],
    [
      'with a fault at an odd time',
      (of) => (at(of)['faults'] = [{ kind: 'crash', on: 'm', at: { unif: 1 } }]),
      'faults.0.at must be seconds or {uniform}',
    ],
    [
      'with a fault parameter that is a list',
      (of) => (at(of)['faults'] = [{ kind: 'crash', on: 'm', at: 1, by: [] }]),
      'faults.0.by must be a number, a text or true or false',
    ],
    [
      'with infinite parameters',
      (of) => (at(of, 'every')['params'] = { eta: Infinity }),
      'every.params must be numbers',
    ],
    ['with a knob without a field', (of) => (at(of)['knobs'] = [{ id: 'T' }]), 'knobs.0.field is missing'],
  ])('%s is refused, and the field named', (_, edit, says) => {
    const [first] = problems(edit);
    expect(first).toBeDefined();
    expect(first!.startsWith(says)).toBe(true);
  });

  test('reports everything that is wrong with it, up to twenty things', () => {
    expect(parseScenario({})).toMatchObject({ ok: false });
    const all = problems((of) => Object.assign(of as object, { until: 0, title: 5, panels: [3], nodes: [{}, {}] }));
    expect(all).toHaveLength(5);
    const many = parseScenario({ ...scenario(), nodes: Array.from({ length: 50 }, () => ({})) });
    expect(many.ok ? 0 : many.problems.length).toBe(20);
  });

  test('of more nodes than allowed is refused', () => {
    const nodes = (n: number) => Array.from({ length: n }, (_, i) => ({ id: `n${i}` }));
    expect(parseScenario(scenario({ nodes: nodes(MOST_NODES) })).ok).toBe(true);
    expect(parseScenario(scenario({ nodes: nodes(MOST_NODES + 1) })).ok).toBe(false);
  });

  test.each(globSync('lessons/**/*.scenario.json'))('%s is sound', (file) => {
    const answer = parseScenario(JSON.parse(readFileSync(file, 'utf8')));
    expect(answer.ok ? [] : answer.problems).toEqual([]);
  });
});

describe('a run key', () => {
  const key = (over: object = {}) => ({
    scenario: { id: 'pair', version: 1 },
    settings: {},
    seed: '1',
    actions: [],
    ...over,
  });
  const says = (value: unknown): string[] => {
    const answer = parseKey(value);
    return answer.ok ? [] : answer.problems.map(({ field, says: what }) => `${field} ${what}`);
  };

  test('names a scenario or holds one', () => {
    expect(says(key())).toEqual([]);
    expect(says(key({ scenario: { inline: scenario() } }))).toEqual([]);
    expect(says(key({ scenario: {} }))).toEqual(['scenario.id is missing', 'scenario.version is missing']);
    expect(says(key({ scenario: { inline: { ...scenario(), until: 'long' } } }))).toEqual([
      'scenario.inline.until must be a number',
    ]);
  });

  test('says where it is wrong', () => {
    expect(says(key({ seed: 5 }))).toEqual(['seed must be a text']);
    expect(says(key({ seed: '' }))).toEqual(['seed must not be empty']);
    expect(says(key({ settings: { T: [1] } }))).toEqual(['settings.T must be a number, a text or true or false']);
    expect(says(key({ actions: [{ kind: 'crash', on: 'n1', at: 1.5 }] }))).toEqual([
      'actions.0.at must be a whole number of microseconds',
    ]);
    expect(says(key({ actions: [{ kind: 'crash', on: 'n1', at: -1 }] }))).toEqual(['actions.0.at must be 0 or more']);
    expect(says(null)).toEqual(['key must be an object']);
  });

  test('has at most 200 actions', () => {
    const actions = (n: number) => Array.from({ length: n }, () => ({ kind: 'crash', on: 'n1', at: 1 }));
    expect(says(key({ actions: actions(MOST_ACTIONS) }))).toEqual([]);
    expect(says(key({ actions: actions(MOST_ACTIONS + 1) }))).toEqual(['actions must be at most 200']);
    expect(parseActions(actions(MOST_ACTIONS + 1)).ok).toBe(false);
    expect(parseActions(actions(3)).ok).toBe(true);
  });
});
