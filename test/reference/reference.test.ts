// Figures that other projects' test suites assert, replayed one by one; and that the replay itself can fail.

import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adapters } from './adapters/table.ts';
import { deferredNames, replay, replayed, vectorFiles, vectorFolder } from './replay.ts';
import { count, holds, line } from './report.ts';
import { fields, list } from './values.ts';

const deferred = deferredNames();
const files = vectorFiles(vectorFolder);
const results = new Map(files.map((path) => [basename(path), replay(path, deferred)]));
const detectorResults = results.get('failure-detectors.json') ?? [];
const replayedHere = detectorResults.filter((r) => r.outcome !== 'deferred');

describe('every vector about detectors is met', () => {
  for (const { id, name, outcome, says } of replayedHere) {
    test(`${name}: ${id}`, () => {
      expect(`${outcome} ${says ?? ''}`).toBe('passed ');
    });
  }
});

test('every vector of the group detectors is replayed, none deferred', () => {
  const file = JSON.parse(readFileSync(`${vectorFolder}/failure-detectors.json`, 'utf8')) as unknown;
  const detectors = list(fields(file)['vectors']).filter((v) => fields(v)['group'] === 'detectors');
  expect(replayedHere.length).toBe(detectors.length);
  expect(detectors.length).toBe(212);
});

test('no vector of any file fails or is on no list', () => {
  expect(results.size).toBe(3);
  for (const all of results.values()) expect(holds(all, false)).toBe(true);
});

test('whatever is deferred has a reason and no adapter', () => {
  for (const names of Object.values(deferred)) {
    for (const [name, reason] of Object.entries(names)) {
      expect(reason.length, name).toBeGreaterThan(20);
      expect(Object.hasOwn(adapters, name), name).toBe(false);
    }
  }
});

test('strictly, what is deferred does not hold', () => {
  expect(holds([{ id: 'x', name: 'y', outcome: 'deferred' }], false)).toBe(true);
  expect(holds([{ id: 'x', name: 'y', outcome: 'deferred' }], true)).toBe(false);
});

describe('the replay can fail', () => {
  const source = readFileSync(`${vectorFolder}/failure-detectors.json`, 'utf8');

  /** The file with its first deadline vector changed by `edit`. */
  function edited(edit: (vector: { [key: string]: unknown }, file: { [key: string]: unknown }) => void): unknown {
    const file = JSON.parse(source) as { vectors: { [key: string]: unknown }[] };
    const vector = file.vectors.find((v) => v['id'] === 'fd-c-deadline-01');
    if (vector === undefined) throw new Error('the vector is gone');
    edit(vector, file);
    return { ...file, vectors: [vector] };
  }

  function outcome(file: unknown): string {
    const [first] = replayed(file, deferred);
    return `${first?.outcome}: ${first?.says ?? ''}`;
  }

  test('a wrong expectation fails', () => {
    const file = edited((v) => (v['expected'] = [true, true, false].map((value) => ({ op: 'eq', value }))));
    expect(outcome(file)).toMatch(/^failed: isAvailable: answered false/);
  });

  test('an undeclared algorithm, form, quantity, param, unit, event, key or expectation fails', () => {
    const edits: ((v: { [key: string]: unknown }) => void)[] = [
      (v) => (v['algorithm'] = 'akka-deadlines'),
      (v) => (v['form'] = 'sequence'),
      (v) => (v['quantity'] = ['isAvailable', 'isAvailable', 'isThere']),
      (v) => (v['params'] = { pause: 1, heartbeatInterval: 1, patience: 1 }),
      (v) => (v['unit'] = 'fortnights'),
      (v) => (v['group'] = 'membership'),
      (v) => (v['input'] = { events: [{ t: 0, op: 'knock' }] }),
      (v) => (v['input'] = { events: [], extra: 1 }),
      (v) => (v['expected'] = [{ op: 'resembles' }, { op: 'eq' }, { op: 'eq' }]),
    ];
    for (const edit of edits) expect(outcome(edited(edit))).toMatch(/^failed/);
  });

  test('an algorithm that is declared, but neither replayed nor deferred, is unlisted', () => {
    const file = edited((v, whole) => {
      const algorithms = fields(fields(whole['how_to_read'])['algorithms']) as { [name: string]: unknown };
      algorithms['brand-new'] = algorithms['akka-deadline'];
      v['algorithm'] = 'brand-new';
    });
    expect(outcome(file)).toMatch(/^unlisted/);
  });

  test('a query without an expectation fails', () => {
    const file = edited((v) => {
      v['quantity'] = ['isAvailable'];
      v['expected'] = [{ op: 'eq', value: true }];
    });
    expect(outcome(file)).toMatch(/^failed: 3 queries/);
  });

  test('a file of no known format is an error', () => {
    expect(() => replayed({ vectors: [] }, deferred)).toThrow(/none of the three formats/);
  });
});

test('a file is summed up in one line', () => {
  const some = [
    { id: 'a', name: 'x', outcome: 'passed' as const },
    { id: 'b', name: 'x', outcome: 'failed' as const },
    { id: 'c', name: 'y', outcome: 'deferred' as const },
  ];
  expect(line('f.json', some)).toBe(
    'f.json: 1 passed, 1 failed, 1 deferred, 0 unlisted (x 1 passed 1 failed; y 1 deferred)',
  );
  expect(count(some).unlisted).toBe(0);
});
