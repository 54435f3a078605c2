// The mean of a run's intervals as a sample: it can be pooled, because the sum and the number are kept
// apart, and it points at the longest of them.

import type { Sample } from './measure.ts';
import { longest, type Interval } from './quality.ts';

export function meanOf(intervals: readonly Interval[]): Sample {
  const most = longest(intervals);
  if (!most) return { value: null, count: 0, exposure: 0 };
  let sum = 0;
  for (const { length } of intervals) sum += length;
  const count = sum / 1e6;
  return { value: count / intervals.length, at: most.at, row: most.row, count, exposure: intervals.length };
}
