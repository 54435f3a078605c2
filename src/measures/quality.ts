// Quality of service of a failure detector over many stretches of watching at once: every interval that is
// complete within a stretch, and the time spent in trust. The rules are those of qos.ts, one pair at a time;
// here its samples get back the rows that they came from, so that a measure can point at them.

import { qos } from './qos.ts';
import type { Turn, Watch } from './watches.ts';

/** Microseconds in a pair-hour: one hour of one live observer watching one live target. */
export const PAIR_HOUR = 3_600_000_000;

/** An interval between two changes of mind, in microseconds, and the row that ended it. */
export type Interval = { readonly length: number; readonly at: number; readonly row: number };

export type Quality = {
  /** Every beginning of a suspicion, in order of time within each pair. */
  readonly mistakes: readonly Turn[];
  /** T_MR: from one mistake's beginning to the next one's. */
  readonly recurrences: readonly Interval[];
  /** T_M: from a mistake's beginning to its end. */
  readonly durations: readonly Interval[];
  /** T_G: from a mistake's end to the beginning of the next. */
  readonly goods: readonly Interval[];
  /** Microseconds watched, and those of them spent in trust. */
  readonly watched: number;
  readonly trusted: number;
};

export function qualityOf(watches: readonly Watch[]): Quality {
  const mistakes: Turn[] = [];
  const recurrences: Interval[] = [];
  const durations: Interval[] = [];
  const goods: Interval[] = [];
  let watched = 0;
  let trusted = 0;
  for (const { from, to, startsSuspected, turns } of watches) {
    const initialOutput = startsSuspected ? 'S' : 'T';
    const q = qos({ observeFrom: from, observeTo: to, initialOutput, crashAt: null, transitions: turns });
    const begins = turns.filter((turn) => turn.to === 'S');
    const ends = turns.filter((turn) => turn.to === 'T');
    mistakes.push(...begins);
    // Each sample ends at a turn: with the first of its kind still missing its other end.
    recurrences.push(...endingAt(q.T_MR_samples, begins.slice(1)));
    durations.push(...endingAt(q.T_M_samples, startsSuspected ? ends.slice(1) : ends));
    goods.push(...endingAt(q.T_G_samples, startsSuspected ? begins : begins.slice(1)));
    watched += to - from;
    trusted += (q.P_A ?? 0) * (to - from);
  }
  return { mistakes, recurrences, durations, goods, watched, trusted };
}

function endingAt(lengths: readonly number[], turns: readonly Turn[]): readonly Interval[] {
  return lengths.map((length, i) => ({ length, at: turns[i]!.t, row: turns[i]!.row }));
}

export function longest(intervals: readonly Interval[]): Interval | undefined {
  let most: Interval | undefined;
  for (const one of intervals) if (!most || one.length > most.length) most = one;
  return most;
}
