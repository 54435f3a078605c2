// The space-time diagram's marks for one window: a slanted line for each message, from its sender's lifeline to its
// receiver's, stopped by a cross where it was lost. Lines of one kind are one path, because a window of a large
// cluster holds thousands; pressing finds the nearest line by distance.

import type { Flights } from '../../worker/api.ts';
import { countUpTo, FATE } from '../at.ts';
import { lasting } from '../format.ts';
import { table, type Table, type TableRow } from '../tables.ts';
import type { Window } from '../chart/along.ts';

/** More messages than this in a window and the rest is not drawn; the caption says so. */
export const MOST = 4000;

export type Segment = {
  readonly flight: number;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
};

export type Drawn = {
  readonly heard: string;
  readonly asked: string;
  readonly dead: string;
  readonly lost: string;
  readonly crosses: string;
  readonly segments: readonly Segment[];
  readonly left: number;
};

/** Which messages: all, or under the curtain those that one observer has handled as they came. */
export type Only = (flight: number) => boolean;

export function heardBy(flights: Flights, observer: number | null): Only {
  return (flight) => flights.to[flight] === observer && flights.heardAt[flight] === flights.endAt[flight];
}

export type Geometry = {
  readonly x: (at: number) => number;
  readonly y: (node: number) => number;
  readonly heartbeat: number;
};

/** All messages that are under way at any moment of the window. */
export function segments(
  flights: Flights,
  window: Window,
  { x, y, heartbeat }: Geometry,
  only: Only = () => true,
): Drawn {
  const draft = { heard: '', asked: '', dead: '', lost: '', crosses: '' };
  const found: Segment[] = [];
  let left = 0;
  for (let i = countUpTo(flights.sentAt, window[0] - flights.longest - 1, flights.length); i < flights.length; i++) {
    const sent = flights.sentAt[i] as number;
    const end = flights.endAt[i] as number;
    if (sent > window[1]) break;
    if (end < window[0] || !only(i)) continue;
    if (found.length === MOST) {
      left++;
      continue;
    }
    const lost = flights.fate[i] === FATE.lost;
    const y1 = y(flights.from[i] as number);
    const y2 = lost ? (y1 + y(flights.to[i] as number)) / 2 : y(flights.to[i] as number);
    const segment = { flight: i, x1: x(sent), y1, x2: x(end), y2 };
    found.push(segment);
    const line = `M${r(segment.x1)} ${r(y1)}L${r(segment.x2)} ${r(y2)}`;
    if (lost) {
      draft.lost += line;
      draft.crosses += `M${r(segment.x2 - 3.5)} ${r(y2 - 3.5)}l7 7m0 -7l-7 7`;
    } else if (flights.fate[i] === FATE.dead) draft.dead += line;
    else if (flights.kind[i] !== heartbeat) draft.asked += line;
    else draft.heard += line;
  }
  return { ...draft, segments: found, left };
}

const r = (value: number): number => Math.round(value * 10) / 10;

/** The segment nearest to a point, within `reach`; undefined if none. */
export function nearest(all: readonly Segment[], px: number, py: number, reach: number): Segment | undefined {
  let best: Segment | undefined;
  let least = reach * reach;
  for (const segment of all) {
    const dx = segment.x2 - segment.x1;
    const dy = segment.y2 - segment.y1;
    const along = ((px - segment.x1) * dx + (py - segment.y1) * dy) / Math.max(1e-9, dx * dx + dy * dy);
    const t = Math.min(1, Math.max(0, along));
    const ex = px - segment.x1 - t * dx;
    const ey = py - segment.y1 - t * dy;
    const far = ex * ex + ey * ey;
    if (far < least) {
      least = far;
      best = segment;
    }
  }
  return best;
}

const ENDS = ['heard', 'lost', 'reached a crashed node', 'under way', 'waits'] as const;

export function messagesTable(
  flights: Flights,
  names: readonly string[],
  words: readonly string[],
  window: Window,
  until: number,
  only: Only = () => true,
): Table {
  const rows: TableRow[] = [];
  for (let i = countUpTo(flights.sentAt, window[0] - 1, flights.length); i < flights.length; i++) {
    const sent = flights.sentAt[i] as number;
    if (sent > Math.min(window[1], until)) break;
    if (!only(i)) continue;
    const known = (flights.endAt[i] as number) <= until;
    rows.push({
      at: sent,
      cells: [
        lasting(sent, 3),
        names[flights.from[i] as number] ?? '',
        names[flights.to[i] as number] ?? '',
        words[flights.kind[i] as number] ?? '',
        known ? (ENDS[flights.fate[i] as number] ?? '') : 'under way',
        known ? lasting(flights.endAt[i] as number, 3) : '',
      ],
    });
  }
  return table('Messages sent in this part of the run', ['sent', 'from', 'to', 'what', 'came to', 'at'], rows);
}
