// The ground that all measures of a failure detector stand on: the stretches of time during which a live
// observer watched a live target, and what it said in them. Live means not crashed: a paused process is
// alive, and so is one behind a cut link. A stretch ends when either end crashes; another begins when both
// run again. Rows decide the order, not times, so that what follows a crash in its instant comes after it.

import { TYPE } from './rows.ts';
import type { MeasureArgs, Reading } from './measure.ts';

/** One change of mind: S for "begins to suspect", T for "trusts again". */
export type Turn = { readonly t: number; readonly to: 'S' | 'T'; readonly row: number };

export type Watch = {
  readonly observer: number;
  readonly target: number;
  readonly from: number;
  readonly to: number;
  /** The target came back while it was suspected. */
  readonly startsSuspected: boolean;
  readonly turns: readonly Turn[];
  /** Rows of the target's heartbeats that the observer heard. */
  readonly beats: readonly number[];
};

type Open = { -readonly [K in keyof Watch]: Watch[K] } & { turns: Turn[]; beats: number[] };
type Pair = { readonly observer: number; readonly target: number; suspects: boolean; open: Open | null };

/** Which pairs a measure was asked about. Throws for a name that is no node: checked where it came in. */
export function asksAbout(run: Reading, args: MeasureArgs): (observer: number, target: number) => boolean {
  const index = (name: 'observer' | 'target') => {
    const id = args[name];
    if (id === undefined || id === '') return null;
    const node = run.nodes.indexOf(String(id));
    if (node < 0) throw new Error(`no node called ${String(id)}`);
    return node;
  };
  const observer = index('observer');
  const target = index('target');
  return (o, t) => (observer === null || o === observer) && (target === null || t === target);
}

/**
 * All stretches of the pairs asked about in which the observer heard a beat or judged: a detector that never
 * heard anything and never said anything was not at work.
 */
export function watches(run: Reading, args: MeasureArgs = {}): readonly Watch[] {
  const { columns, words, nodes } = run;
  const asked = asksAbout(run, args);
  const pairs: Pair[] = run.film.beliefs
    .filter((b) => asked(b.observer, b.target))
    .map(({ observer, target }) => ({ observer, target, suspects: false, open: null }));
  const find = finder(pairs, nodes.length);
  const live = new Uint8Array(nodes.length);
  const beat = words.indexOf('heartbeat');
  const out: Watch[] = [];
  for (let i = 0; i < columns.length; i++) {
    const a = columns.a[i]!;
    const t = columns.time[i]!;
    switch (columns.type[i]) {
      case TYPE.start:
        live[a] = 1;
        for (const pair of find.touching(a)) open(pair, a, t, live);
        break;
      case TYPE.crash:
        live[a] = 0;
        for (const pair of find.touching(a)) close(pair, t, out);
        break;
      case TYPE.hear:
        if (columns.k[i] === beat) find.pair(a, columns.b[i]!)?.open?.beats.push(i);
        break;
      case TYPE.suspect:
      case TYPE.trust: {
        const pair = find.pair(a, columns.b[i]!);
        if (!pair) break;
        pair.suspects = columns.type[i] === TYPE.suspect;
        pair.open?.turns.push({ t, to: pair.suspects ? 'S' : 'T', row: i });
        break;
      }
      default:
        break;
    }
  }
  for (const pair of pairs) close(pair, run.until, out);
  return out;
}

function open(pair: Pair, started: number, t: number, live: Uint8Array): void {
  if (pair.observer === started) pair.suspects = false;
  if (!live[pair.observer] || !live[pair.target]) return;
  const { observer, target, suspects } = pair;
  pair.open = { observer, target, from: t, to: t, startsSuspected: suspects, turns: [], beats: [] };
}

function close(pair: Pair, t: number, out: Watch[]): void {
  const watch = pair.open;
  pair.open = null;
  if (!watch || t <= watch.from || watch.beats.length + watch.turns.length === 0) return;
  watch.to = t;
  out.push(watch);
}

function finder(pairs: readonly Pair[], nodes: number) {
  const byNode: Pair[][] = Array.from({ length: nodes }, () => []);
  const byPair = new Map<number, Pair>();
  for (const pair of pairs) {
    byNode[pair.observer]!.push(pair);
    byNode[pair.target]!.push(pair);
    byPair.set(pair.observer * nodes + pair.target, pair);
  }
  return {
    touching: (node: number) => byNode[node] ?? [],
    pair: (observer: number, target: number) => byPair.get(observer * nodes + target),
  };
}
