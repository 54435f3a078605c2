// Records written by hand: rows as objects, with causes given by name where they matter. Every node starts
// at 0 unless told otherwise; times are in seconds, because expectations are worked out on paper.

import type { Columns } from '../../src/kernel/columns.ts';
import { makeFilm, type FilmInfo } from '../../src/measures/make-film.ts';
import type { Reading } from '../../src/measures/measure.ts';
import { typeIndex, type RecordType } from '../../src/world/vocabulary.ts';

export type HandRow = {
  readonly type: RecordType;
  /** Seconds. */
  readonly at: number;
  readonly a: string;
  readonly b?: string;
  readonly k?: string;
  readonly x?: number;
  /** Name of this row, for others to give as their cause. */
  readonly as?: string;
  readonly cause?: string;
};

export type Hand = {
  readonly nodes: readonly string[];
  /** Seconds. */
  readonly until: number;
  readonly rows: readonly HandRow[];
  /** Leave out the starts at 0. */
  readonly bare?: boolean;
  readonly firstAction?: number;
  readonly deeds?: FilmInfo['deeds'];
};

const us = (seconds: number): number => Math.round(seconds * 1e6);

export function columnsOf(hand: Hand): {
  columns: Columns;
  words: readonly string[];
  rowCalled: (name: string) => number;
} {
  const starts: HandRow[] = hand.bare
    ? []
    : hand.nodes.map((a) => ({ type: 'start', at: 0, a, k: 'heartbeat-monitor', as: `start ${a}` }));
  const rows = [...starts, ...hand.rows].sort((p, q) => p.at - q.at);
  const n = rows.length;
  const columns = {
    length: n,
    ordinal: new Uint32Array(n),
    time: new Float64Array(n),
    cause: new Int32Array(n).fill(-1),
    type: new Uint8Array(n),
    a: new Int32Array(n),
    b: new Int32Array(n),
    k: new Int32Array(n),
    x: new Float64Array(n),
    print: new Uint32Array(n),
  };
  const words: string[] = [];
  const names = new Map<string, number>();
  rows.forEach((row, i) => {
    if (row.k !== undefined && !words.includes(row.k)) words.push(row.k);
    if (row.as !== undefined) names.set(row.as, i);
  });
  const rowCalled = (name: string): number => {
    const row = names.get(name);
    if (row === undefined) throw new Error(`no row called ${name}`);
    return row;
  };
  rows.forEach((row, i) => {
    columns.ordinal[i] = i + 1;
    columns.time[i] = us(row.at);
    columns.cause[i] = row.cause === undefined ? -1 : rowCalled(row.cause);
    columns.type[i] = typeIndex(row.type);
    columns.a[i] = hand.nodes.indexOf(row.a);
    columns.b[i] = row.b === undefined ? -1 : hand.nodes.indexOf(row.b);
    columns.k[i] = row.k === undefined ? -1 : words.indexOf(row.k);
    columns.x[i] = row.x ?? 0;
  });
  return { columns, words, rowCalled };
}

export function readingOf(hand: Hand): Reading & { readonly rowCalled: (name: string) => number } {
  const { columns, words, rowCalled } = columnsOf(hand);
  const until = us(hand.until);
  const { nodes, firstAction, deeds } = hand;
  const film = makeFilm(columns, words, { nodes, until, firstAction, deeds });
  return { columns, words, film, nodes, until, rowCalled };
}

/** A beat of b heard by a, sent `delay` seconds before. */
export function beat(a: string, b: string, seq: number, at: number, delay = 0.05): readonly HandRow[] {
  const send = `send ${b}>${a} ${seq}`;
  return [
    { type: 'send', at: at - delay, a: b, b: a, k: 'heartbeat', x: seq, as: send },
    { type: 'hear', at, a, b, k: 'heartbeat', x: seq, as: `hear ${b}>${a} ${seq}`, cause: send },
  ];
}

export function suspect(a: string, b: string, at: number, cause?: string): HandRow {
  return { type: 'suspect', at, a, b, k: 'fixed-timeout', cause, as: `suspect ${a}>${b} ${at}` };
}

export function trust(a: string, b: string, at: number): HandRow {
  return { type: 'trust', at, a, b, k: 'fixed-timeout' };
}

export function crash(a: string, at: number): HandRow {
  return { type: 'crash', at, a, as: `crash ${a}` };
}
