// Messages in the order in which they were handled, which is the only order an observer knows. Flights are sorted
// by sending; here they are sorted once a film by hearing, and gaps between beats of one sender are read off.

import type { Flights } from '../../worker/api.ts';

export type Heard = {
  readonly length: number;
  /** When, ascending. */
  readonly times: Float64Array;
  /** Which flight. */
  readonly flights: Int32Array;
};

const cache = new WeakMap<Flights, Heard>();

export function heardOrder(flights: Flights): Heard {
  const known = cache.get(flights);
  if (known !== undefined) return known;
  const order: number[] = [];
  for (let i = 0; i < flights.length; i++) if (Number.isFinite(flights.heardAt[i])) order.push(i);
  order.sort((a, b) => (flights.heardAt[a] as number) - (flights.heardAt[b] as number) || a - b);
  const heard: Heard = {
    length: order.length,
    times: Float64Array.from(order, (i) => flights.heardAt[i] as number),
    flights: Int32Array.from(order),
  };
  cache.set(flights, heard);
  return heard;
}

/** Times at which `observer` handled a message of `kind` from `from`, ascending. */
export function hearings(flights: Flights, observer: number, from: number, kind: number): number[] {
  const heard = heardOrder(flights);
  const times: number[] = [];
  for (let i = 0; i < heard.length; i++) {
    const flight = heard.flights[i] as number;
    if (flights.to[flight] !== observer || flights.from[flight] !== from || flights.kind[flight] !== kind) continue;
    times.push(heard.times[i] as number);
  }
  return times;
}

/** Bars of equal width: bar i counts values from `from + i * width`. The last one takes in everything beyond. */
export type Bins = { readonly from: number; readonly width: number; readonly counts: readonly number[] };

/** Gaps between successive hearings, in seconds, of every pair that heard at least twice up to `until`. */
export function gapsHeard(flights: Flights, kind: number, until: number, observer = -1, from = -1): number[] {
  const last = new Map<number, number>();
  const gaps: number[] = [];
  const heard = heardOrder(flights);
  for (let i = 0; i < heard.length && (heard.times[i] as number) <= until; i++) {
    const flight = heard.flights[i] as number;
    const sender = flights.from[flight] as number;
    const receiver = flights.to[flight] as number;
    if (flights.kind[flight] !== kind || (observer >= 0 && receiver !== observer)) continue;
    if (from >= 0 && sender !== from) continue;
    const pair = sender * 4096 + receiver;
    const before = last.get(pair);
    const now = heard.times[i] as number;
    if (before !== undefined) gaps.push((now - before) / 1_000_000);
    last.set(pair, now);
  }
  return gaps;
}

export function binned(values: readonly number[], from: number, width: number, bars: number): Bins {
  const counts = new Array<number>(bars).fill(0);
  for (const value of values) {
    const bar = Math.min(bars - 1, Math.max(0, Math.floor((value - from) / width)));
    counts[bar] = (counts[bar] as number) + 1;
  }
  return { from, width, counts };
}

/** Mean and population standard deviation. */
export function spread(values: readonly number[]): { readonly mean: number; readonly std: number } {
  if (values.length === 0) return { mean: 0, std: 0 };
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / values.length;
  return { mean, std: Math.sqrt(square) };
}
