// A histogram of the gaps between beats, with the normal curve of the same mean and spread: on a count axis that is
// logarithmic, so that one gap in two hundred thousand is still a bar. The curve shows how many a normal world would
// have in each bar; where bars stand far above it, the tail lies.

import { three } from '../format.ts';
import type { Bins } from './heard.ts';
import { table, type Table } from '../tables.ts';

export function totalOf(bins: Bins): number {
  return bins.counts.reduce((sum, count) => sum + count, 0);
}

/** Expected count in a bar around `at` if gaps were normal. */
export function normalCount(at: number, bins: Bins, mean: number, std: number): number {
  if (std <= 0) return 0;
  const z = (at - mean) / std;
  return (totalOf(bins) * bins.width * Math.exp(-0.5 * z * z)) / (std * Math.sqrt(2 * Math.PI));
}

/** Gaps at or beyond `limit`, counted by whole bars. */
export function beyond(bins: Bins, limit: number): number {
  return bins.counts.reduce((sum, count, i) => (bins.from + i * bins.width >= limit - 1e-9 ? sum + count : sum), 0);
}

export function gapTable(bins: Bins, mean: number, std: number): Table {
  const rows = bins.counts.flatMap((count, i) => {
    if (count === 0) return [];
    const from = bins.from + i * bins.width;
    return [
      {
        cells: [
          `${from.toFixed(2)} to ${(from + bins.width).toFixed(2)} s`,
          three(count),
          three(normalCount(from + bins.width / 2, bins, mean, std)),
        ],
      },
    ];
  });
  return table('Gaps between beats', ['gap', 'counted', 'if gaps were normal'], rows);
}
