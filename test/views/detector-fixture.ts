// What the simulation answers about one pair, made by hand: a beat a second until the crash at 41 s, gaps of 0.9 and
// 1.1 s in turn, a level that is twice the deviations beyond the mean.

import { tail as tailOf } from '../../src/worker/folds/tail.ts';
import type { DetectorKind, Learnt, Others, Series } from '../../src/worker/api.ts';
import { S } from './fixture.ts';

export const tail = tailOf();

const LAST = 40;
/** Just before and just after each beat, and every tenth of a second. */
const times: { readonly at: number; readonly silence: number }[] = [];
for (let beat = 0; beat <= LAST; beat++) {
  const long = beat === LAST ? 200 : 10;
  for (let tenth = 0; tenth <= long; tenth++) times.push({ at: (beat + tenth / 10) * S, silence: tenth / 10 });
}
const level = (silence: number): number => Math.max(0, (silence - 1) * 20);

export const levels = (threshold = 8, failover?: number): Series => {
  const all = (value: number) => new Float64Array(times.length).fill(value);
  return {
    unit: 'phi',
    time: Float64Array.from(times, ({ at }) => at),
    lines: {
      silence: Float64Array.from(times, ({ silence }) => silence),
      allowed: all(1 + threshold / 20),
      level: Float64Array.from(times, ({ silence }) => level(silence)),
      threshold: all(threshold),
      ...(failover === undefined ? {} : { failover: all(failover) }),
    },
  };
};

const beats = Array.from({ length: LAST + 1 }, (_, i) => i);
export const learnt: Learnt = {
  shape: 'normal',
  levelName: 'phi',
  threshold: 8,
  heardAt: Float64Array.from(beats, (i) => i * S),
  gap: Float64Array.from(beats, (i) => (i === 0 ? NaN : i % 2 === 0 ? 1.1 : 0.9)),
  centre: Float64Array.from(beats, (i) => (i === 0 ? NaN : 1)),
  spread: Float64Array.from(beats, (i) => (i === 0 ? NaN : 0.1)),
  allowed: Float64Array.from(beats, (i) => (i === 0 ? NaN : 1.56)),
  held: Int32Array.from(beats, (i) => Math.min(i, 20)),
  taken: Int32Array.from(beats),
  samples: Float64Array.from(beats.slice(1), (i) => (i % 2 === 0 ? 1.1 : 0.9)),
};

export const others: Others = {
  time: levels().time,
  others: [
    {
      threshold: 8,
      level: levels().lines['level']!,
      allowed: levels().lines['allowed']!,
      suspects: Float64Array.of(42.63 * S, 60 * S),
    },
    {
      threshold: 8,
      level: levels().lines['silence']!,
      allowed: new Float64Array(times.length).fill(8),
      suspects: Float64Array.of(),
    },
  ],
};

export const chosen = [
  { use: 'phi-normal', name: 'normal', param: 'threshold', value: 8 },
  { use: 'phi-chitchat', name: 'chitchat', param: 'threshold', value: 8 },
];

export const kind = (id: string, title: string, params: DetectorKind['params']): DetectorKind => ({
  id,
  title,
  says: 'says',
  levelName: 'phi',
  params,
});
