// "Heal all" puts right what is broken, and only in ways that the lab allows.

import { expect, it } from 'vitest';
import { linkKey, type Moment, type NodeAt } from '../../src/views/at.ts';
import { healing } from '../../src/widgets/lab/heal.ts';
import type { FaultMenu } from '../../src/worker/api.ts';
import { SETUP } from './fake-lab.ts';

const fault = (id: string): FaultMenu => ({ ...SETUP.faults[0]!, id });
const ALL = ['heal', 'resume', 'restart'].map(fault);
const node = (truth: NodeAt['truth']): NodeAt => ({
  truth,
  since: 0,
  suspectedBy: [],
  watchers: 1,
  suspects: [],
  trusts: [],
});
const cut = { cut: true, delay: 0, loss: 0, burst: false };

function moment(truths: readonly NodeAt['truth'][], broken: readonly (readonly [number, number])[]): Moment {
  return { nodes: truths.map(node), links: new Map(broken.map(([a, b]) => [linkKey(a, b), cut])) };
}

it('offers nothing while all is well', () => {
  expect(healing(ALL, SETUP, moment(['up', 'up'], []))).toEqual([]);
});

it('heals a link in the directions that are broken, and each node in the way that fits', () => {
  const all = [
    [0, 1],
    [1, 0],
  ] as const;
  expect(healing(ALL, SETUP, moment(['crashed', 'paused'], all))).toEqual([
    { kind: 'heal', on: 'm-w' },
    { kind: 'restart', on: 'm' },
    { kind: 'resume', on: 'w' },
  ]);
  expect(healing(ALL, SETUP, moment(['up', 'slow'], [[1, 0]]))).toEqual([
    { kind: 'heal', on: 'w>m' },
    { kind: 'resume', on: 'w' },
  ]);
});

it('does nothing that the lab does not allow', () => {
  expect(healing([fault('heal')], SETUP, moment(['crashed', 'up'], [[0, 1]]))).toEqual([{ kind: 'heal', on: 'm>w' }]);
  expect(healing([fault('crash')], SETUP, moment(['crashed', 'up'], [[0, 1]]))).toEqual([]);
});
