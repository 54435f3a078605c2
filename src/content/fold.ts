// How what a claim's measure says of many runs becomes the one number that the page prints. Runs that never
// exercised the measure say nothing and are left out; if none did, there is no number.

import type { Claim } from './blocks.ts';

/** What one run said: the value, and for pooling how much was counted against how much exposure. */
export type Said = { readonly value: number | null; readonly count?: number; readonly exposure?: number };

export function fold(how: Claim['fold'], runs: readonly Said[]): number | null {
  const values = runs.flatMap(({ value }) => (value === null ? [] : [value]));
  if (values.length === 0) return null;
  switch (how) {
    case 'one':
      return values.length === 1 ? (values[0] ?? null) : null;
    case 'mean':
      return sum(values) / values.length;
    case 'max':
      return Math.max(...values);
    case 'min':
      return Math.min(...values);
    case 'p99':
      return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.99) - 1] ?? null;
    case 'runs-with':
      return values.filter((value) => value > 0).length;
    case 'pooled': {
      const exposure = sum(runs.map((run) => run.exposure ?? 0));
      return exposure === 0 ? null : sum(runs.map((run) => run.count ?? 0)) / exposure;
    }
    default:
      return unreachable(how);
  }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function unreachable(how: never): never {
  throw new Error(`no such fold: ${String(how)}`);
}
