// Messages as paths: all dots of one kind are one path, so a frame sets a handful of attributes however many
// messages are under way. A dot is a line of no length with a round cap; a tail points back where it came from; a
// message that comes much later than its link's median has a broken tail; one to a dead process is hollow; one that
// is lost stops half way and leaves a cross there for a moment. Under reduced motion nothing travels: the sender, the
// link and the receiver light up in turn.

import type { Flights } from '../../worker/api.ts';
import { countUpTo, eachFlight, FATE, linkKey } from '../at.ts';
import { heardOrder } from '../heard.ts';
import { rim, type Point } from './layout.ts';

export type Paths = {
  readonly beats: string;
  readonly tails: string;
  readonly late: string;
  readonly hollow: string;
  readonly crosses: string;
  readonly asks: string;
  readonly replies: string;
  /** Reduced motion: what is lit now. */
  readonly rims: string;
  readonly lines: string;
};

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

type Draft = { -readonly [name in keyof Paths]: string };

const nothing = (): Draft => ({
  beats: '',
  tails: '',
  late: '',
  hollow: '',
  crosses: '',
  asks: '',
  replies: '',
  rims: '',
  lines: '',
});

const at1 = (value: number): number => Math.round(value * 10) / 10;

export function travelling(scene: Scene, at: number): Paths {
  const draft = nothing();
  eachFlight(scene.flights, at, scene.linger, (flight) => travel(scene, at, flight, draft));
  return draft;
}

function travel(scene: Scene, at: number, flight: number, draft: Draft): void {
  const { flights } = scene;
  const way = waysOf(scene, flight);
  if (way === undefined) return;
  const sent = flights.sentAt[flight] as number;
  const end = flights.endAt[flight] as number;
  const lost = flights.fate[flight] === FATE.lost;
  if (at >= end) {
    if (lost) draft.crosses += cross((way.from.x + way.to.x) / 2, (way.from.y + way.to.y) / 2);
    return;
  }
  const share = ((at - sent) / Math.max(1, end - sent)) * (lost ? 0.5 : 1);
  const x = at1(way.from.x + (way.to.x - way.from.x) * share);
  const y = at1(way.from.y + (way.to.y - way.from.y) * share);
  const kind = flights.kind[flight];
  const length = Math.max(1, Math.hypot(way.to.x - way.from.x, way.to.y - way.from.y));
  const ux = (way.to.x - way.from.x) / length;
  const uy = (way.to.y - way.from.y) / length;
  const dead = flights.fate[flight] === FATE.dead;
  if (kind === scene.ping || (kind === scene.job && !dead)) draft.asks += arrowhead(x, y, ux, uy);
  else if (kind === scene.pong) draft.replies += square(x, y);
  else if (dead) draft.hollow += ring(x, y, 4);
  else {
    draft.beats += `M${x} ${y}h0`;
    const tail = Math.min(TAIL, length * share);
    const usual = scene.medians.get(linkKey(flights.from[flight] as number, flights.to[flight] as number)) ?? Infinity;
    const late = at - sent > LATE * usual;
    const path = `M${x} ${y}L${at1(x - ux * tail * (late ? 1.5 : 1))} ${at1(y - uy * tail * (late ? 1.5 : 1))}`;
    if (late) draft.late += path;
    else draft.tails += path;
  }
}

/** Nothing moves: each third of a flight lights the next part of its way. */
export function lit(scene: Scene, at: number): Paths {
  const draft = nothing();
  const { flights, radius } = scene;
  eachFlight(flights, at, scene.linger, (flight) => {
    const way = waysOf(scene, flight);
    if (way === undefined) return;
    const sent = flights.sentAt[flight] as number;
    const end = flights.endAt[flight] as number;
    const lost = flights.fate[flight] === FATE.lost;
    const half = { x: (way.from.x + way.to.x) / 2, y: (way.from.y + way.to.y) / 2 };
    if (at >= end) {
      if (lost) draft.crosses += cross(half.x, half.y);
      return;
    }
    const third = Math.floor((3 * (at - sent)) / Math.max(1, end - sent));
    const far = lost ? half : way.to;
    if (third === 1) draft.lines += `M${at1(way.from.x)} ${at1(way.from.y)}L${at1(far.x)} ${at1(far.y)}`;
    else if (third === 0 || !lost) {
      const node = scene.nodes[(third === 0 ? flights.from[flight] : flights.to[flight]) as number];
      if (node !== undefined) draft.rims += ring(node.x, node.y, radius + 4);
    }
  });
  return draft;
}

/** Under the curtain: only what the observer itself knows, a dot at its rim for each message it has just handled. */
export function arrivals(scene: Scene, at: number, observer: number): Paths {
  const draft = nothing();
  const { flights } = scene;
  const heard = heardOrder(flights);
  for (let i = countUpTo(heard.times, at) - 1; i >= 0; i--) {
    if ((heard.times[i] as number) + scene.linger <= at) break;
    const flight = heard.flights[i] as number;
    if (flights.to[flight] !== observer) continue;
    const way = waysOf(scene, flight);
    if (way === undefined) continue;
    const outside = rim(way.to, way.from, 6);
    draft.beats += `M${at1(outside.x)} ${at1(outside.y)}h0`;
  }
  return draft;
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

type Way = { readonly from: Point; readonly to: Point };

const ways = new WeakMap<readonly Point[], Map<number, Way>>();

/** Rim to rim, remembered for as long as the layout lasts. */
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
  const way = { from: rim(a, b, radius), to: rim(b, a, radius) };
  known.set(key, way);
  return way;
}

function ring(x: number, y: number, r: number): string {
  return `M${at1(x - r)} ${at1(y)}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`;
}

function cross(x: number, y: number): string {
  return `M${at1(x - 5)} ${at1(y - 5)}l10 10m0 -10l-10 10`;
}

function square(x: number, y: number): string {
  return `M${at1(x - 4)} ${at1(y - 4)}h8v8h-8z`;
}

function arrowhead(x: number, y: number, ux: number, uy: number): string {
  const tip = `M${at1(x + ux * 6)} ${at1(y + uy * 6)}`;
  const left = `L${at1(x - ux * 5 - uy * 5)} ${at1(y - uy * 5 + ux * 5)}`;
  const right = `L${at1(x - ux * 5 + uy * 5)} ${at1(y - uy * 5 - ux * 5)}z`;
  return tip + left + right;
}
