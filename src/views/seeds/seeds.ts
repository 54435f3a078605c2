// A goal's runs as bars: every seed is a mark, and the bad ones stand out. Sorted from least to most, or in the order
// of the seeds; a run that never exercised the goal has no height but keeps its place.

import type { GoalVerdict } from '../../worker/api.ts';
import { three } from '../format.ts';
import { table, type Table } from '../tables.ts';

export type Seed = GoalVerdict['values'][number];

export type SeedBar = {
  readonly seed: string;
  readonly value: number | null;
  readonly held: boolean | null;
  /** Share of the strip's height, 0 to 1. */
  readonly height: number;
};

/** The value that a strip is as tall as: the largest, and never so little that the limit would touch its top. */
export function stripTop(values: readonly Seed[], limit: number | null): number {
  return Math.max(1e-9, limit === null ? 0 : limit * 1.15, ...values.map((seed) => seed.value ?? 0));
}

export function seedBars(values: readonly Seed[], sorted: boolean, limit: number | null): readonly SeedBar[] {
  const most = stripTop(values, limit);
  const bars = values.map((seed) => ({ ...seed, height: seed.value === null ? 0 : Math.max(0, seed.value / most) }));
  if (!sorted) return bars;
  return bars.sort((a, b) => (a.value ?? -1) - (b.value ?? -1));
}

/** The seed as people say it: the number after the last slash. */
export function seedName(seed: string): string {
  return seed.slice(seed.lastIndexOf('/') + 1);
}

export function seedSentence(bar: SeedBar, unit: string): string {
  const value = bar.value === null ? 'never exercised' : `${three(bar.value)}${unit === '' ? '' : ` ${unit}`}`;
  const word = bar.held === null ? '' : bar.held ? ', held' : ', missed';
  return `seed ${seedName(bar.seed)}: ${value}${word}`;
}

export function seedTable(values: readonly Seed[], unit: string, says: string): Table {
  const rows = seedBars(values, true, null)
    .toReversed()
    .map((bar) => ({
      cells: [
        seedName(bar.seed),
        bar.value === null ? 'never exercised' : `${three(bar.value)} ${unit}`.trim(),
        bar.held === null ? '' : bar.held ? 'held' : 'missed',
      ],
    }));
  return table(says, ['seed', 'value', 'goal'], rows);
}
