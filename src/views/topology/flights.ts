// Messages as paths: all dots of one kind are one path, so a frame sets a handful of attributes however many
// messages are under way. A dot is a line of no length with a round cap; a tail points back where it came from; a
// message that comes much later than its link's median has a broken tail; one to a dead process is hollow; one that
// is lost stops half way and leaves a cross there for a moment. Under reduced motion nothing travels: the sender, the
// link and the receiver light up in turn.

import type { Flights } from '../../worker/api.ts';
import { countUpTo, eachFlight, FATE, linkKey } from '../at.ts';
import { heardOrder } from '../gaps/heard.ts';
import { Ink, tenth } from './ink.ts';
import { rim, type Point } from './layout.ts';

/** What can be drawn of messages, in the order in which it is painted. Rims and lines: reduced motion, what is lit. */
export const MARKS = ['rims', 'lines', 'tails', 'late', 'beats', 'hollow', 'asks', 'replies', 'crosses'] as const;
export type Mark = (typeof MARKS)[number];
export type Paths = { readonly [mark in Mark]: string };

export type Scene = {
  readonly flights: Flights;
  readonly nodes: readonly Point[];
  readonly radius: number;
  /** Median delay by linkKey, microseconds. */
  readonly medians: ReadonlyMap<number, number>;
  /** Codes of the kinds that are not heartbeats. */
  readonly ping: number;
  readonly pong: number;
  /** Work that is handed out: an arrowhead as well, or a hollow dot on its way to somebody who is gone. */
  readonly job?: number;
  /** How long a cross stays, microseconds. */
  readonly linger: number;
};

const TAIL = 15;
/** This many medians late, a message counts as late. */
const LATE = 3;

/** Taken up again for every frame. */
const draft = Object.fromEntries(MARKS.map((mark) => [mark, new Ink()])) as { readonly [mark in Mark]: Ink };

const drawn = (): Paths => Object.fromEntries(MARKS.map((mark) => [mark, draft[mark].text()])) as Paths;

export function travelling(scene: Scene, at: number): Paths {
  eachFlight(scene.flights, at, scene.linger, (flight) => travel(scene, at, flight));
  return drawn();
}

function travel(scene: Scene, at: number, flight: number): void {
  const { flights } = scene;
  const sent = flights.sentAt[flight] as number;
  const end = flights.endAt[flight] as number;
  const lost = flights.fate[flight] === FATE.lost;
  // Most of those that are asked about have arrived, and leave nothing.
  if (at >= end && !lost) return;
  const way = waysOf(scene, flight);
  if (way === undefined) return;
  if (at >= end) {
    draft.crosses.write(cross((way.from.x + way.to.x) / 2, (way.from.y + way.to.y) / 2));
    return;
  }
  const { ux, uy, length } = way;
  const share = ((at - sent) / Math.max(1, end - sent)) * (lost ? 0.5 : 1);
  const x = way.from.x + ux * length * share;
  const y = way.from.y + uy * length * share;
  const kind = flights.kind[flight];
  const dead = flights.fate[flight] === FATE.dead;
  if (kind === scene.ping || (kind === scene.job && !dead)) draft.asks.write(arrowhead(x, y, ux, uy));
  else if (kind === scene.pong) draft.replies.write(square(x, y));
  else if (dead) draft.hollow.write(ring(x, y, 4));
  else {
    draft.beats.move(x, y);
    draft.beats.write('h0');
    const tail = Math.min(TAIL, length * share);
    const usual = scene.medians.get(linkKey(flights.from[flight] as number, flights.to[flight] as number)) ?? Infinity;
    const late = at - sent > LATE * usual;
    const path = late ? draft.late : draft.tails;
    const far = late ? 1.5 * tail : tail;
    path.move(x, y);
    path.line(x - ux * far, y - uy * far);
  }
}

/** Nothing moves: each third of a flight lights the next part of its way. */
export function lit(scene: Scene, at: number): Paths {
  const { flights, radius } = scene;
  eachFlight(flights, at, scene.linger, (flight) => {
    const way = waysOf(scene, flight);
    if (way === undefined) return;
    const sent = flights.sentAt[flight] as number;
    const end = flights.endAt[flight] as number;
    const lost = flights.fate[flight] === FATE.lost;
    const half = { x: (way.from.x + way.to.x) / 2, y: (way.from.y + way.to.y) / 2 };
    if (at >= end) {
      if (lost) draft.crosses.write(cross(half.x, half.y));
      return;
    }
    const third = Math.floor((3 * (at - sent)) / Math.max(1, end - sent));
    const far = lost ? half : way.to;
    if (third === 1) {
      draft.lines.move(way.from.x, way.from.y);
      draft.lines.line(far.x, far.y);
    } else if (third === 0 || !lost) {
      const node = scene.nodes[(third === 0 ? flights.from[flight] : flights.to[flight]) as number];
      if (node !== undefined) draft.rims.write(ring(node.x, node.y, radius + 4));
    }
  });
  return drawn();
}

/** Under the curtain: only what the observer itself knows, a dot at its rim for each message it has just handled. */
export function arrivals(scene: Scene, at: number, observer: number): Paths {
  const { flights } = scene;
  const heard = heardOrder(flights);
  for (let i = countUpTo(heard.times, at) - 1; i >= 0; i--) {
    if ((heard.times[i] as number) + scene.linger <= at) break;
    const flight = heard.flights[i] as number;
    if (flights.to[flight] !== observer) continue;
    const way = waysOf(scene, flight);
    if (way === undefined) continue;
    const outside = rim(way.to, way.from, 6);
    draft.beats.move(outside.x, outside.y);
    draft.beats.write('h0');
  }
  return drawn();
}

/** The flight nearest to a point, within `reach` pixels; -1 if none. */
export function flightNear(scene: Scene, at: number, point: Point, reach: number): number {
  let best = -1;
  let least = reach;
  eachFlight(scene.flights, at, scene.linger, (flight) => {
    const way = waysOf(scene, flight);
    if (way === undefined) return;
    const sent = scene.flights.sentAt[flight] as number;
    const end = scene.flights.endAt[flight] as number;
    const lost = scene.flights.fate[flight] === FATE.lost;
    if (at >= end && !lost) return;
    const share = Math.min(1, (at - sent) / Math.max(1, end - sent)) * (lost ? 0.5 : 1);
    const x = way.from.x + (way.to.x - way.from.x) * share;
    const y = way.from.y + (way.to.y - way.from.y) * share;
    const far = Math.hypot(point.x - x, point.y - y);
    if (far < least) {
      least = far;
      best = flight;
    }
  });
  return best;
}

/** Rim to rim, with its direction. */
type Way = {
  readonly from: Point;
  readonly to: Point;
  readonly ux: number;
  readonly uy: number;
  readonly length: number;
};

const ways = new WeakMap<readonly Point[], Map<number, Way>>();

function wayFrom(from: Point, to: Point): Way {
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  return { from, to, ux: (to.x - from.x) / length, uy: (to.y - from.y) / length, length };
}

/** Ways remembered for as long as the layout lasts. */
function waysOf({ flights, nodes, radius }: Scene, flight: number): Way | undefined {
  let known = ways.get(nodes);
  if (known === undefined) ways.set(nodes, (known = new Map()));
  const from = flights.from[flight] as number;
  const to = flights.to[flight] as number;
  const key = linkKey(from, to);
  const found = known.get(key);
  if (found !== undefined) return found;
  const a = nodes[from];
  const b = nodes[to];
  if (a === undefined || b === undefined) return undefined;
  const way = wayFrom(rim(a, b, radius), rim(b, a, radius));
  known.set(key, way);
  return way;
}

function ring(x: number, y: number, r: number): string {
  return `M${tenth(x - r)} ${tenth(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

function cross(x: number, y: number): string {
  return `M${tenth(x - 5)} ${tenth(y - 5)}l10 10m0 -10l-10 10`;
}

function square(x: number, y: number): string {
  return `M${tenth(x - 4)} ${tenth(y - 4)}h8v8h-8z`;
}

function arrowhead(x: number, y: number, ux: number, uy: number): string {
  const tip = `M${tenth(x + ux * 6)} ${tenth(y + uy * 6)}`;
  const left = `L${tenth(x - ux * 5 - uy * 5)} ${tenth(y - uy * 5 + ux * 5)}`;
  const right = `L${tenth(x - ux * 5 + uy * 5)} ${tenth(y - uy * 5 - ux * 5)}z`;
  return tip + left + right;
}
