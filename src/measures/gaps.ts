// Gaps between heartbeats: the time from one beat heard to the next of the same pair, while both live.

import type { Interval } from './quality.ts';
import type { MeasureArgs, Reading } from './measure.ts';
import { watches } from './watches.ts';

export function gaps(run: Reading, args: MeasureArgs): readonly Interval[] {
  const { time } = run.columns;
  const out: Interval[] = [];
  for (const { beats } of watches(run, args)) {
    for (let i = 1; i < beats.length; i++) {
      out.push({ length: time[beats[i]!]! - time[beats[i - 1]!]!, at: time[beats[i]!]!, row: beats[i]! });
    }
  }
  return out;
}
