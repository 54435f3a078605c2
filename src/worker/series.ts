// Curves of one observer's detector about one target, made by folding the pure detector once more over what
// the record says that the observer heard. Nothing of this is in the record: levels are computed, not stored.

import type { Columns } from '../kernel/columns.ts';
import type { Plan } from '../world/plan.ts';
import type { Series, SeriesAsk } from './api.ts';
import { Listening, monitorOf } from './folds/listening.ts';
import { OwnDetector } from './folds/own.ts';

/** Points at most, whatever is asked. */
const MOST_POINTS = 20_000;

/**
 * Walks the record as far as is asked and looks at even steps, and just before and just after each beat that `hears`
 * knows, so that straight lines between the looks are nearly exact.
 */
export function walk(
  columns: Columns,
  { from, to, points }: { readonly from: number; readonly to: number; readonly points: number },
  hears: (row: number) => boolean,
  take: (row: number) => void,
  look: (time: number) => void,
): void {
  const step = Math.max(1, (to - from) / Math.max(1, Math.min(points, MOST_POINTS)));
  let next = from;
  for (let i = 0; i < columns.length && columns.time[i]! <= to; i++) {
    const time = columns.time[i]!;
    for (; next < time; next += step) look(next);
    const heard = time >= from && hears(i);
    if (heard) look(time);
    take(i);
    if (heard) look(time);
  }
  for (; next <= to; next += step) look(next);
}

export function seriesOf(columns: Columns, words: readonly string[], plan: Plan, ask: SeriesAsk): Series {
  const monitor = monitorOf(plan, ask.observer);
  if (monitor === null) return { unit: 's', time: new Float64Array(0), lines: {} };
  const own = new OwnDetector(monitor);
  const listening = new Listening(plan, ask);
  const time: number[] = [];
  const found: { [line: string]: number[] } = { silence: [], allowed: [] };
  if (ask.kind === 'level') Object.assign(found, { level: [], threshold: [] });
  walk(
    columns,
    ask,
    (i) => listening.hears(columns, words, i),
    (i) => listening.take(columns, words, i, own),
    (at) => {
      if (own.state === null) return;
      const now = listening.now(at);
      time.push(at);
      found['silence']!.push(own.silence(now));
      found['allowed']!.push(own.allowed());
      found['level']?.push(own.level(now));
      found['threshold']?.push(own.threshold);
    },
  );
  const lines = Object.entries(found).map(([name, values]) => [name, Float64Array.from(values)] as const);
  const second = secondThreshold(monitor);
  if (ask.kind === 'level' && second !== null) lines.push(['failover', new Float64Array(time.length).fill(second)]);
  return {
    unit: ask.kind === 'level' ? monitor.detector.levelName : 's',
    time: Float64Array.from(time),
    lines: Object.fromEntries(lines),
  };
}

/** A dispatcher fails over at a level of its own. */
function secondThreshold(params: object): number | null {
  const failover = (params as { readonly failover?: { readonly threshold?: unknown } | null }).failover;
  return typeof failover?.threshold === 'number' ? failover.threshold : null;
}
