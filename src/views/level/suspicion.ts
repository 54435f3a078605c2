// A level of suspicion over time: how high its axis reaches, how a level is written, and what it comes to in words.
// Levels differ by detector: phi has no upper end, a share of a timeout is 1 at the threshold. Near the end of the
// doubles a level says no more than that it is past counting.

import type { Belief, Series, Span } from '../../worker/api.ts';
import { spanAt } from '../at.ts';
import type { Window } from '../chart/along.ts';
import { clock, lasting, three } from '../format.ts';
import { lineOf, valueAt } from './silence.ts';
import { table, type Table } from '../tables.ts';

/** Tops that an axis of phi may have: it steps between them and never slides. */
const TOPS = [10, 15, 20, 30, 50, 80, 130, 200, 320, 500];
const PAST_COUNTING = 1e6;

export function isPhi(levelName: string): boolean {
  return levelName === 'phi';
}

/** High enough for every threshold, and the same however high the level climbs. */
export function levelTop(levelName: string, thresholds: readonly number[]): number {
  const most = Math.max(0, ...thresholds.filter((value) => Number.isFinite(value)));
  if (!isPhi(levelName)) return most > 0 ? most * 1.6 : 1;
  return TOPS.find((top) => top >= most * 1.25) ?? most * 1.5;
}

export function levelWords(level: number): string {
  if (level >= PAST_COUNTING) return 'past counting';
  return level >= 100 ? three(level) : level.toFixed(1);
}

/** The name as an axis bears it: what stands before the first comma. */
export function shortName(levelName: string): string {
  return levelName.split(',')[0] ?? levelName;
}

/** The value of a line that does not move; NaN if the series has none. */
export function constant(series: Series, name: string): number {
  return lineOf(series, name).find((value) => Number.isFinite(value)) ?? NaN;
}

export type Telling = {
  readonly who: string;
  readonly whom: string;
  readonly series: Series;
  readonly at: number;
  /** As a knob has it, or the series. */
  readonly threshold: number;
  readonly suspected: boolean;
};

/** "n1's phi about n3 is 6.1 of 8; if nothing comes, it reaches 8 in 0.3 s". */
export function suspicionWords({ who, whom, series, at, threshold, suspected }: Telling): string {
  if (series.time.length === 0) return `${who} keeps no level about ${whom}`;
  const name = shortName(series.unit);
  const level = levelWords(valueAt(series, 'level', at));
  const now = `${who}'s ${name} about ${whom} is ${level} of ${three(threshold)}`;
  if (suspected) return `${now}; suspected`;
  const left = valueAt(series, 'allowed', at) - valueAt(series, 'silence', at);
  if (!Number.isFinite(left)) return `${now}; there is nothing yet to measure a silence by`;
  return left <= 0 ? now : `${now}; if nothing comes, it reaches ${three(threshold)} in ${left.toFixed(1)} s`;
}

/** Every second of the window, and the moments at which the belief turned. */
export function suspicionTable(series: Series, spans: readonly Span<Belief>[], [from, to]: Window, at: number): Table {
  const until = Math.min(to, at);
  const first = series.time[0] ?? Infinity;
  const times = new Set<number>(spans.flatMap((span) => [span.from]));
  for (let second = Math.ceil(from / 1e6) * 1e6; second <= until; second += 1e6) times.add(second);
  const rows = [...times]
    .filter((time) => time >= Math.max(from, first) && time <= until)
    .sort((a, b) => a - b)
    .map((time) => ({
      at: time,
      cells: [
        lasting(time),
        levelWords(valueAt(series, 'level', time)),
        `${clock(valueAt(series, 'silence', time) * 1e6)} s`,
        spanAt(spans, time)?.is.suspects === true ? 'suspects' : 'trusts',
      ],
    }));
  return table('Level of suspicion, second by second', ['time', shortName(series.unit), 'silence', 'believes'], rows);
}
