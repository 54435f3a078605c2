// Two runs in one picture: A as it is drawn everywhere, B over it in the colour of other futures, from the moment on
// where the two part, for their past is one and the same. Here is what such pictures compute and what they say as
// tables; the marks are drawn by LinesBoth and LanesBoth.

import type { Film, QosReading, Series, Setup } from '../worker/api.ts';
import { beliefSpans, crashBefore, spanAt } from './at.ts';
import { clock, lasting, three } from './format.ts';
import { lanesOf, lanesTable, type Lane, type LaneSpan } from './lanes/lanes.ts';
import { lineOf, valueAt } from './level/silence.ts';
import { table, type Table } from './tables.ts';

export type OneRun = { readonly film: Film; readonly series: Series };

/** The names of a chart's two lines, and how its numbers are written. */
export type Kind = {
  readonly title: string;
  readonly line: string;
  readonly limit: string;
  /** "silent", "level". */
  readonly verb: string;
  readonly unit: string;
};

export const KINDS: { readonly [panel: string]: Kind } = {
  silence: { title: 'Silence', line: 'silence', limit: 'allowed', verb: 'silent', unit: ' s' },
  phi: { title: 'Suspicion level', line: 'level', limit: 'threshold', verb: 'level', unit: '' },
};

export function mostOf(series: Series, name: string): number {
  let most = 0;
  for (const value of lineOf(series, name)) if (Number.isFinite(value)) most = Math.max(most, value);
  return most;
}

function standing({ film, series }: OneRun, kind: Kind, look: readonly [number, number], at: number): string {
  const doubt = spanAt(beliefSpans(film, look[0], look[1]), at)?.is.suspects === true;
  const now = valueAt(series, kind.line, at);
  const limit = valueAt(series, kind.limit, at);
  const of = Number.isFinite(limit) ? ` of ${limit.toFixed(2)}${kind.unit}` : '';
  const told = Number.isFinite(now) ? now.toFixed(1) : 'beyond all measure';
  return `${kind.verb} ${told}${of}${doubt ? ', suspected' : ''}`;
}

/** "w as m hears it: in A silent 0.4 of 2.00 s; in B silent 2.1 of 2.00 s, suspected". */
export function bothSay(
  setup: Setup,
  a: OneRun,
  b: OneRun,
  kind: Kind,
  look: readonly [number, number],
  at: number,
): string {
  const [who, whom] = look.map((node) => setup.nodes[node]?.id ?? '');
  const [one, other] = [standing(a, kind, look, at), standing(b, kind, look, at)];
  return `${whom} as ${who} hears it: in A ${one}; in B ${other}`;
}

/** Suspicions of both runs, in order of time. */
export function suspicionsTable(
  a: OneRun,
  b: OneRun,
  kind: Kind,
  [observer, target]: readonly [number, number],
  until: number,
  curtain: boolean,
): Table {
  const rows = (
    [
      ['A', a],
      ['B', b],
    ] as const
  ).flatMap(([name, { film, series }]) =>
    beliefSpans(film, observer, target)
      .filter((span) => span.is.suspects && span.from <= until)
      .map((span) => ({
        at: span.from,
        cells: [
          lasting(span.from),
          span.to <= until ? lasting(span.to) : 'now',
          name,
          `${valueAt(series, kind.line, span.from).toFixed(2)}${kind.unit}`,
          `${valueAt(series, kind.limit, span.from).toFixed(2)}${kind.unit}`,
          curtain ? 'not known yet' : span.is.right ? 'rightly' : 'wrongly',
        ],
      })),
  );
  return table(
    'Suspicions in both runs',
    ['from', 'to', 'run', kind.line, kind.limit, 'was it right?'],
    rows.toSorted((x, y) => x.at - y.at),
  );
}

/** Crashes of the one who is looked at, up to now: at the same moment in both runs, or in one of them. */
export function crashesOf(a: Film, b: Film, target: number, at: number): readonly { at: number; says: string }[] {
  const [one, other] = [crashBefore(a, target, at), crashBefore(b, target, at)];
  if (one === other) return one === undefined ? [] : [{ at: one, says: '' }];
  const found = [];
  if (one !== undefined) found.push({ at: one, says: ' in A' });
  if (other !== undefined) found.push({ at: other, says: ' in B' });
  return found;
}

/** One row of lanes: the same in both runs up to `parts`, then one above the other. */
export type LanePair = { readonly name: string; readonly observer: number; readonly a: Lane; readonly b: Lane };

const NOTHING: readonly LaneSpan[] = [];

export function lanePairs(setup: Setup, a: Film, b: Film, target: number, curtain: boolean): readonly LanePair[] {
  const others = new Map(lanesOf(setup, b, target, curtain).map((lane) => [lane.observer, lane]));
  return lanesOf(setup, a, target, curtain).map((lane) => ({
    name: lane.name,
    observer: lane.observer,
    a: lane,
    b: others.get(lane.observer) ?? { ...lane, spans: NOTHING },
  }));
}

/** Spans as they are drawn between two moments: cut to them, and none outside. */
export function cutTo(spans: readonly LaneSpan[], from: number, to: number): readonly LaneSpan[] {
  if (from >= to) return [];
  return spans
    .filter((span) => span.to > from && span.from < to)
    .map((span) => ({ ...span, from: Math.max(span.from, from), to: Math.min(span.to, to) }));
}

export function bothLanesTable(setup: Setup, a: Film, b: Film, target: number, until: number, curtain: boolean): Table {
  const rows = (
    [
      ['A', a],
      ['B', b],
    ] as const
  ).flatMap(([name, film]) =>
    lanesTable(setup, film, target, until, curtain).rows.map(({ cells, at }) => ({
      cells: [cells[0] ?? '', name, ...cells.slice(1)],
      ...(at === undefined ? {} : { at }),
    })),
  );
  return table(
    `${setup.nodes[target]?.id ?? ''} in truth, and what each observer believes, in both runs`,
    ['from', 'run', 'to', 'lane', 'is', 'note'],
    rows.toSorted((x, y) => (x.at ?? 0) - (y.at ?? 0)),
  );
}

export type MeasurePair = {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly a: string;
  readonly b: string;
  /** "0.53 s less"; empty where there is nothing to compare. */
  readonly difference: string;
};

function written(value: number | null, unit: string): string {
  if (value === null) return 'not exercised';
  switch (unit) {
    case 's':
      return `${value.toFixed(2)} s`;
    case 'share':
      return `${(value * 100).toFixed(2)} %`;
    case 'flag':
      return value > 0 ? 'yes' : 'no';
    case 'count':
      return three(value);
    default:
      // The measure's title names what a rate is counted against.
      return unit.startsWith('per ') ? three(value) : `${three(value)} ${unit}`;
  }
}

function between(a: number | null, b: number | null, unit: string): string {
  if (a === null || b === null || unit === 'flag') return '';
  const [one, other] = [written(a, unit), written(b, unit)];
  if (one === other) return 'the same';
  return `${written(Math.abs(b - a), unit)} ${b > a ? 'more' : 'less'}`;
}

/** The same measures of two runs, and how B differs from A. */
export function measurePairs(a: readonly QosReading[], b: readonly QosReading[]): readonly MeasurePair[] {
  const others = new Map(b.map((reading) => [reading.id, reading]));
  return a.map(({ id, title, says, unit, value }) => {
    const other = others.get(id)?.value ?? null;
    return {
      id,
      title,
      says,
      a: written(value, unit),
      b: written(other, unit),
      difference: between(value, other, unit),
    };
  });
}

/** Two heights that are to be read beside each other, pushed apart where they would touch. */
export function apart(a: number, b: number, least: number): readonly [number, number] {
  const gap = b - a;
  if (Math.abs(gap) >= least) return [a, b];
  const push = (least - Math.abs(gap)) / 2;
  return gap >= 0 ? [a - push, b + push] : [a + push, b - push];
}

/** "first difference, 34.23 s". */
export function partsWords(at: number): string {
  return `first difference, ${clock(at)} s`;
}
