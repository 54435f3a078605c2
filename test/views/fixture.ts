// A small film made by hand: five nodes that beat every second, n3 crashes at 41 s, n4 accuses n3 wrongly for a
// moment, n5 is paused for a while, one direction is cut. Nothing here comes from the simulation, so a test of a
// view can only fail because of the view.

import type { Belief, Film, Flights, LinkState, Mark, Setup, Span, Truth } from '../../src/worker/api.ts';

export const S = 1_000_000;

export const WORDS = ['heartbeat', 'ping', 'pong'] as const;

const ids = ['n1', 'n2', 'n3', 'n4', 'n5'];

export const setup: Setup = {
  id: 'mesh5',
  version: 1,
  title: 'Five machines',
  until: 60 * S,
  nodes: ids.map((id, i) => ({
    id,
    title: id,
    place: [0.5 + 0.5 * Math.sin((i * 2 * Math.PI) / 5), 0.5 - 0.5 * Math.cos((i * 2 * Math.PI) / 5)],
  })),
  links: ids.flatMap((_, from) =>
    ids.flatMap((__, to) => (from === to ? [] : [{ from, to, says: '80 ms, nothing lost', median: 80_000 }])),
  ),
  knobs: [],
  settings: {},
  panels: ['lanes'],
  faults: [],
  look: [0, 2],
  detector: { id: 'timeout', title: 'Fixed timeout', says: '', levelName: 'share of the timeout' },
};

type Sent = { from: number; to: number; sent: number; end: number; heard: number; fate: number; kind?: number };

/** Flights from a plain list, sorted by sending. */
export function flightsOf(list: readonly Sent[]): Flights {
  const sorted = [...list].sort((a, b) => a.sent - b.sent);
  return {
    length: sorted.length,
    from: Int32Array.from(sorted, (f) => f.from),
    to: Int32Array.from(sorted, (f) => f.to),
    sentAt: Float64Array.from(sorted, (f) => f.sent),
    endAt: Float64Array.from(sorted, (f) => f.end),
    heardAt: Float64Array.from(sorted, (f) => f.heard),
    fate: Uint8Array.from(sorted, (f) => f.fate),
    kind: Int32Array.from(sorted, (f) => f.kind ?? 0),
    seq: Float64Array.from(sorted, (_, i) => i),
    sendRow: Int32Array.from(sorted, (_, i) => 2 * i),
    endRow: Int32Array.from(sorted, (_, i) => 2 * i + 1),
    longest: Math.max(0, ...sorted.map((f) => f.end - f.sent)),
  };
}

const CRASH = 41 * S;
const PAUSE: readonly [number, number] = [20 * S, 24.4 * S];
const CUT: readonly [number, number] = [43 * S, 60 * S];

/** A made-up delay, different each time and always the same. */
const delayOf = (i: number): number => 60_000 + ((i * 7919) % 97) * 1_800;

function beats(): Sent[] {
  const all: Sent[] = [];
  for (let second = 0; second < 60; second++) {
    for (let from = 0; from < 5; from++) {
      const sent = second * S + from * 173_000;
      if ((from === 2 && sent >= CRASH) || (from === 4 && sent >= PAUSE[0] && sent < PAUSE[1])) continue;
      for (let to = 0; to < 5; to++) {
        if (to === from) continue;
        const took = from === 2 && to === 3 && second === 31 ? 1_400_000 : delayOf(all.length);
        const end = sent + took;
        if (from === 3 && to === 4 && sent >= CUT[0]) {
          all.push({ from, to, sent, end: sent + took / 2, heard: Infinity, fate: 1 });
        } else if (to === 2 && end >= CRASH) all.push({ from, to, sent, end, heard: Infinity, fate: 2 });
        else if (to === 4 && end >= PAUSE[0] && end < PAUSE[1]) {
          all.push({ from, to, sent, end, heard: PAUSE[1], fate: 0 });
        } else all.push({ from, to, sent, end, heard: end, fate: 0 });
      }
    }
  }
  all.push({ from: 0, to: 1, sent: 43.0 * S, end: 43.2 * S, heard: 43.2 * S, fate: 0, kind: 1 });
  all.push({ from: 1, to: 0, sent: 43.05 * S, end: 43.25 * S, heard: 43.25 * S, fate: 0, kind: 2 });
  return all;
}

const spans = <T>(...parts: readonly (readonly [number, T])[]): Span<T>[] =>
  parts.map(([from, is], i) => ({
    from: from * S,
    to: (parts[i + 1]?.[0] ?? 60) * S,
    is,
    row: i === 0 ? -1 : 100 + i,
  }));

const trust: Belief = { suspects: false, right: true };
const right: Belief = { suspects: true, right: true };
const wrong: Belief = { suspects: true, right: false };

const truth: Span<Truth>[][] = [
  spans<Truth>([0, 'up']),
  spans<Truth>([0, 'up'], [50, 'slow']),
  spans<Truth>([0, 'up'], [41, 'crashed']),
  spans<Truth>([0, 'up']),
  spans<Truth>([0, 'up'], [20, 'paused'], [24.4, 'up']),
];

const about: { readonly [pair: string]: Span<Belief>[] } = {
  '0>2': spans([0, trust], [42.63, right]),
  '1>2': spans([0, trust], [42.67, right]),
  '4>2': spans([0, trust], [42.72, right]),
  '3>2': spans([0, trust], [32.67, wrong], [33.06, trust], [46.1, right]),
  '0>4': spans([0, trust], [22.1, wrong], [24.9, trust]),
};

const usual: LinkState = { cut: false, delay: 0, loss: 0, burst: false };

const marks: Mark[] = [
  { at: 20 * S, row: 101, kind: 'fault', says: 'n5 is paused', node: 4 },
  { at: 22.1 * S, row: 101, kind: 'suspicion', right: false, says: 'n1 suspects n5, wrongly', node: 0 },
  { at: 24.4 * S, row: 102, kind: 'end', says: 'n5 goes on', node: 4 },
  { at: 31 * S, row: 103, kind: 'action', says: 'you delay one heartbeat', node: 2 },
  { at: 32.67 * S, row: 104, kind: 'suspicion', right: false, says: 'n4 suspects n3, wrongly', node: 3 },
  { at: 33.06 * S, row: 105, kind: 'trust', says: 'n4 trusts n3 again', node: 3 },
  { at: 41 * S, row: 106, kind: 'fault', says: 'n3 crashes', node: 2 },
  { at: 42.63 * S, row: 107, kind: 'suspicion', right: true, says: 'n1 suspects n3', node: 0 },
  { at: 43 * S, row: 108, kind: 'action', says: 'you cut n4 to n5', node: 3 },
];

export const film: Film = {
  until: 60 * S,
  truth,
  beliefs: ids.flatMap((_, observer) =>
    ids.flatMap((__, target) =>
      observer === target ? [] : [{ observer, target, spans: about[`${observer}>${target}`] ?? spans([0, trust]) }],
    ),
  ),
  links: [
    { from: 3, to: 4, spans: spans([0, usual], [43, { ...usual, cut: true }]) },
    { from: 0, to: 1, spans: spans([0, usual], [42, { ...usual, delay: 250_000 }]) },
    { from: 1, to: 0, spans: spans([0, usual], [42, { ...usual, delay: 250_000 }]) },
  ],
  flights: flightsOf(beats()),
  marks,
};
