// The golden runs: the same fingerprint as ever. Whoever changes a rule changes golden.json with update.ts, and says
// in the commit which rule changed.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { detectors } from '../../src/patterns/detectors/registry.ts';
import { guards } from '../../src/patterns/guards/registry.ts';
import { programs } from '../../src/programs/registry.ts';
import { faults } from '../../src/world/faults/registry.ts';
import { TYPES } from '../../src/world/vocabulary.ts';
import { outcome, type Outcome } from './fingerprints.ts';
import { golden } from './keys.ts';

const written = JSON.parse(readFileSync(new URL('golden.json', import.meta.url), 'utf8')) as {
  [name: string]: Outcome;
};

describe('a golden run', () => {
  test.each(Object.keys(golden))('%s, is as it was written down', (name) => {
    expect(outcome(golden[name]!)).toEqual(written[name]);
  });

  test('is written down for every key, and for nothing else', () => {
    expect(Object.keys(written)).toEqual(Object.keys(golden));
  });

  test('says something: every one of them has suspicions', () => {
    for (const [name, { suspicions }] of Object.entries(written)) expect([name, suspicions > 0]).toEqual([name, true]);
  });

  test('exists for every detector, guard, fault and program', () => {
    const all = JSON.stringify(golden);
    for (const id of [...detectors.keys(), ...guards.keys()]) expect(all).toContain(`"use":"${id}"`);
    for (const id of [...faults.keys(), 'ping']) expect(all).toContain(`"kind":"${id}"`);
    for (const id of programs.keys()) expect(all).toContain(`"program":"${id}"`);
  });
});

test('the vocabulary keeps its order: the number of a type is part of every fingerprint ever shared', () => {
  const known = [
    'start',
    'send',
    'hear',
    'arrive',
    'drop',
    'crash',
    'pause',
    'resume',
    'fault',
    'end',
    'suspect',
    'trust',
    'doubt-self',
    'condition',
    'slow',
    'failover',
  ];
  expect(TYPES.slice(0, known.length)).toEqual(known);
});
