// What each observer believes of each target. A pair watches if heartbeats are sent from the target to an
// observer that looks for them, or if the observer ever judged the target. Spans last while the observer's
// process exists: a crashed observer believes nothing, and starts anew with trust. A suspicion of zero length
// stays a span, because a waking observer accuses everybody for an instant and that is worth showing.

import type { Columns } from '../../kernel/columns.ts';
import type { Belief, Film, Span } from '../film.ts';
import { TYPE } from '../rows.ts';

type Pair = {
  readonly observer: number;
  readonly target: number;
  readonly spans: Span<Belief>[];
  /** null while the observer is crashed. */
  open: { from: number; is: Belief; row: number } | null;
};

const TRUSTS: Belief = { suspects: false, right: true };

/** `watches`: whom each node watches; null or absent for everybody who sends it heartbeats. */
export function beliefs(
  columns: Columns,
  words: readonly string[],
  nodes: number,
  until: number,
  watches: readonly (readonly number[] | null)[],
): Film['beliefs'] {
  const pairs = watchingPairs(columns, words, nodes, watches);
  const pairOf = new Map(pairs.map((pair) => [pair.observer * nodes + pair.target, pair]));
  const crashed = new Uint8Array(nodes).fill(1);
  for (let i = 0; i < columns.length; i++) {
    const a = columns.a[i]!;
    switch (columns.type[i]) {
      case TYPE.start:
      case TYPE.crash: {
        const gone = columns.type[i] === TYPE.crash;
        crashed[a] = gone ? 1 : 0;
        for (const pair of pairs) {
          if (pair.observer === a) turn(pair, columns.time[i]!, i, gone ? null : TRUSTS);
          else if (pair.target === a && pair.open?.is.suspects) {
            turn(pair, columns.time[i]!, i, { suspects: true, right: gone });
          }
        }
        break;
      }
      case TYPE.suspect:
      case TYPE.trust: {
        const pair = pairOf.get(a * nodes + columns.b[i]!);
        const suspects = columns.type[i] === TYPE.suspect;
        turn(pair!, columns.time[i]!, i, suspects ? { suspects, right: crashed[columns.b[i]!] === 1 } : TRUSTS);
        break;
      }
      default:
        break;
    }
  }
  for (const pair of pairs) turn(pair, until, -1, null);
  return pairs.map(({ observer, target, spans }) => ({ observer, target, spans }));
}

function turn(pair: Pair, at: number, row: number, is: Belief | null): void {
  const last = pair.open;
  if (last && (at > last.from || last.is.suspects)) pair.spans.push({ ...last, to: at });
  pair.open = is === null ? null : { from: at, is, row };
}

function watchingPairs(
  columns: Columns,
  words: readonly string[],
  nodes: number,
  watches: readonly (readonly number[] | null)[],
): readonly Pair[] {
  const beat = words.indexOf('heartbeat');
  const watching = new Uint8Array(nodes * nodes);
  for (let i = 0; i < columns.length; i++) {
    const a = columns.a[i]!;
    const b = columns.b[i]!;
    if (b < 0 || a < 0) continue;
    const type = columns.type[i]!;
    if (type === TYPE.send && columns.k[i] === beat && (watches[b]?.includes(a) ?? true)) watching[b * nodes + a] = 1;
    else if (type === TYPE.suspect || type === TYPE.trust || type === TYPE['doubt-self']) watching[a * nodes + b] = 1;
  }
  const pairs: Pair[] = [];
  for (let w = 0; w < watching.length; w++) {
    if (!watching[w]) continue;
    pairs.push({ observer: Math.floor(w / nodes), target: w % nodes, spans: [], open: null });
  }
  return pairs;
}
