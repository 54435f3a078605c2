// The silence chart's geometry: where a silence passes what is allowed, how high the axis reaches, and the silence as
// a path. The worker samples just before and just after each hearing and at even steps between: straight lines between
// samples are exact.

import { line } from 'd3';
import type { Series, Span, Belief } from '../../worker/api.ts';
import { clock, lasting } from '../format.ts';
import { countUpTo, spanAt } from '../at.ts';
import type { Window } from '../chart/along.ts';
import { table, type Table } from '../tables.ts';

/** Tops that an axis may have, seconds: it steps between them and never slides. */
const TOPS = [0.5, 1, 2, 3, 5, 8, 12, 20, 30, 60, 120, 300];

export function axisTop(allowed: number): number {
  return TOPS.find((top) => top >= allowed * 1.45) ?? allowed * 1.5;
}

export function lineOf(series: Series, name: string): Float64Array {
  return series.lines[name] ?? new Float64Array(0);
}

/** Value of a line at `at`, straight between samples. */
export function valueAt(series: Series, name: string, at: number): number {
  const line = lineOf(series, name);
  const i = countUpTo(series.time, at);
  if (i === 0) return line[0] ?? 0;
  const before = line[i - 1] ?? 0;
  const after = line[i];
  if (after === undefined) return before;
  const from = series.time[i - 1] as number;
  const to = series.time[i] as number;
  return to === from ? after : before + ((after - before) * (at - from)) / (to - from);
}

/** Longest allowance in the series, for the axis. */
export function mostAllowed(series: Series): number {
  let most = 0;
  for (const value of lineOf(series, 'allowed')) if (Number.isFinite(value)) most = Math.max(most, value);
  return most;
}

type Place = (value: number) => number;

/** A line of the series as a path, over the window and one sample beyond. */
export function outline(series: Series, name: string, [from, to]: Window, x: Place, y: Place): string {
  const values = lineOf(series, name);
  const points: [number, number][] = [];
  for (let i = 0; i < series.time.length; i++) {
    const time = series.time[i] as number;
    const next = series.time[i + 1];
    const last = series.time[i - 1];
    if ((next !== undefined && next < from) || (time > to && (last === undefined || last > to))) continue;
    points.push([x(time), y(values[i] ?? NaN)]);
  }
  return line().defined((point) => Number.isFinite(point[1]))(points) ?? '';
}

export type Exit = { readonly time: number; readonly doubt: boolean };

/** Where a line leaves the picture at the top, and whether the target is suspected by then. */
export function exits(series: Series, name: string, ceiling: number, spans: readonly Span<Belief>[]): readonly Exit[] {
  const values = lineOf(series, name);
  const found: Exit[] = [];
  for (let i = 1; i < values.length; i++) {
    const before = values[i - 1] ?? 0;
    const after = values[i] ?? 0;
    if (before > ceiling || after <= ceiling) continue;
    const from = series.time[i - 1] ?? 0;
    const time = from + ((ceiling - before) / (after - before)) * ((series.time[i] ?? 0) - from);
    found.push({ time, doubt: spanAt(spans, time)?.is.suspects === true });
  }
  return found;
}

export function silenceTable(series: Series, spans: readonly Span<Belief>[], until: number, curtain = false): Table {
  const rows = spans
    .filter((span) => span.is.suspects && span.from <= until)
    .map((span) => ({
      at: span.from,
      cells: [
        lasting(span.from),
        span.to <= until ? lasting(span.to) : 'now',
        `${valueAt(series, 'silence', span.from).toFixed(2)} s`,
        `${valueAt(series, 'allowed', span.from).toFixed(2)} s`,
        curtain
          ? 'not known yet'
          : span.is.right
            ? 'rightly'
            : `wrongly, for ${clock(Math.min(span.to, until) - span.from)} s`,
      ],
    }));
  return table(
    'Suspicions, and the silence at which each began',
    ['from', 'to', 'silence', 'allowed', 'was it right?'],
    rows,
  );
}
