// What a film says about one moment. A film holds spans and flights sorted by time, so the state at t is found by
// bisection and a frame costs the same anywhere in a run. Nearly every frame of a playing run lies between two
// changes: `epochAt` numbers those stretches, and everything except moving messages is derived from that number
// alone. Leaves out how anything looks; words.ts turns a moment into sentences.

import type { Belief, Film, Flights, LinkState, Span, Truth } from '../worker/api.ts';

/** Codes in Flights.fate, in the order that the film defines; a test holds the two equal. */
export const FATE = { heard: 0, lost: 1, dead: 2, open: 3, waits: 4 } as const;

/** How many of the sorted `times` are at or before `at`: the place of the first later one. */
export function countUpTo(times: ArrayLike<number>, at: number, length = times.length): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The span that holds at `at`: from its start, up to but without its end. The last one also holds at its end. */
export function spanAt<T>(spans: readonly Span<T>[], at: number): Span<T> | undefined {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as Span<T>).from <= at) low = middle + 1;
    else high = middle;
  }
  const span = spans[low - 1];
  if (span === undefined || at < span.to) return span;
  return low === spans.length && at === span.to ? span : undefined;
}

/** Calls `visit` with each flight under way at `at`, or ended less than `linger` ago, in order of sending. */
export function eachFlight(flights: Flights, at: number, linger: number, visit: (flight: number) => void): void {
  const { sentAt, endAt, length } = flights;
  const past = at - flights.longest - linger;
  for (let i = countUpTo(sentAt, past, length); i < length && (sentAt[i] as number) <= at; i++) {
    if ((endAt[i] as number) + linger > at) visit(i);
  }
}

export function inTheAir(flights: Flights, at: number, linger = 0): number[] {
  const found: number[] = [];
  eachFlight(flights, at, linger, (flight) => found.push(flight));
  return found;
}

/** Times at which anything but a message changes, sorted, each once. Made once a film. */
export function epochs(film: Film): Float64Array {
  const times = new Set<number>();
  const add = (spans: readonly Span<unknown>[]): void => {
    for (const span of spans) times.add(span.from).add(span.to);
  };
  for (const spans of film.truth) add(spans);
  for (const pair of film.beliefs) add(pair.spans);
  for (const link of film.links) add(link.spans);
  return Float64Array.from(times).sort();
}

/** Two moments of equal epoch differ in nothing but what travels. */
export function epochAt(times: Float64Array, at: number): number {
  return countUpTo(times, at);
}

export type NodeAt = {
  readonly truth: Truth;
  /** When it became so. */
  readonly since: number;
  /** Observers that suspect it, by index. */
  readonly suspectedBy: readonly number[];
  /** Observers that hold any belief about it now. */
  readonly watchers: number;
  readonly suspects: readonly { readonly target: number; readonly right: boolean; readonly since: number }[];
  readonly trusts: readonly number[];
};

export type Moment = {
  readonly nodes: readonly NodeAt[];
  /** By linkKey; a direction that is as usual is not there. */
  readonly links: ReadonlyMap<number, LinkState>;
};

export function linkKey(from: number, to: number): number {
  return from * 4096 + to;
}

/**
 * Everything but the messages, at one moment. A crashed process believes nothing; but where the truth is hidden
 * that would give it away, so `blind` keeps its last belief.
 */
export function momentAt(film: Film, at: number, blind = false): Moment {
  const truths = film.truth.map((spans) => spanAt(spans, at));
  const suspectedBy = film.truth.map((): number[] => []);
  const watchers = film.truth.map(() => 0);
  const suspects = film.truth.map((): { target: number; right: boolean; since: number }[] => []);
  const trusts = film.truth.map((): number[] => []);
  for (const { observer, target, spans } of film.beliefs) {
    if (!blind && truths[observer]?.is === 'crashed') continue;
    const span = spanAt(spans, at) ?? (blind ? spans.findLast((each) => each.from <= at) : undefined);
    if (span === undefined) continue;
    watchers[target] = (watchers[target] ?? 0) + 1;
    if (span.is.suspects) {
      suspectedBy[target]?.push(observer);
      suspects[observer]?.push({ target, right: span.is.right, since: span.from });
    } else trusts[observer]?.push(target);
  }
  return {
    nodes: truths.map((span, i) => ({
      truth: span?.is ?? 'up',
      since: span?.from ?? 0,
      suspectedBy: suspectedBy[i] ?? [],
      watchers: watchers[i] ?? 0,
      suspects: suspects[i] ?? [],
      trusts: trusts[i] ?? [],
    })),
    links: linksAt(film, at),
  };
}

function linksAt(film: Film, at: number): Map<number, LinkState> {
  const links = new Map<number, LinkState>();
  for (const { from, to, spans } of film.links) {
    const span = spanAt(spans, at);
    if (span !== undefined && !usual(span.is)) links.set(linkKey(from, to), span.is);
  }
  return links;
}

function usual(link: LinkState): boolean {
  return !link.cut && link.delay === 0 && link.loss === 0 && !link.burst;
}

/** Messages that reached a node which stands still and has not handled them yet. */
export function waitingAt(film: Film, node: number, at: number): number {
  const pause = spanAt(film.truth[node] ?? [], at);
  if (pause === undefined || pause.is !== 'paused') return 0;
  const { sentAt, endAt, heardAt, to, fate, length, longest } = film.flights;
  let waiting = 0;
  for (let i = countUpTo(sentAt, pause.from - longest, length); i < length && (sentAt[i] as number) <= at; i++) {
    const reached = to[i] === node && (fate[i] === FATE.heard || fate[i] === FATE.waits);
    if (reached && (endAt[i] as number) <= at && (heardAt[i] as number) > at) waiting++;
  }
  return waiting;
}

export function beliefSpans(film: Film, observer: number, target: number): readonly Span<Belief>[] {
  return film.beliefs.find((pair) => pair.observer === observer && pair.target === target)?.spans ?? [];
}

/** The crash of `target` that was the latest one at `at`, if it is still down then. */
export function crashBefore(film: Film, target: number, at: number): number | undefined {
  const span = spanAt(film.truth[target] ?? [], at);
  return span?.is === 'crashed' ? span.from : undefined;
}
