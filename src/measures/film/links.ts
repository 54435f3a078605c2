// What has been done to each direction of a link, over the run: cut, delayed, made to lose. Cuts and delays
// are read from the world's own word on the link's condition; losses are folded from the faults, in the
// order in which they began, and a heal clears those before it.

import type { Columns } from '../../kernel/columns.ts';
import type { Film, LinkState, Span } from '../film.ts';
import { TYPE } from '../rows.ts';

type Direction = {
  readonly from: number;
  readonly to: number;
  readonly spans: Span<LinkState>[];
  cut: boolean;
  delay: number;
  readonly losses: Map<number, number>;
  readonly bursts: Set<number>;
  open: { from: number; is: LinkState; row: number };
};

const ORDINARY: LinkState = { cut: false, delay: 0, loss: 0, burst: false };

/** What a record does not say of a fault: whether it hits both directions, and what share a loss takes. */
export type DeedInfo = { readonly target: object; readonly params: object };

/** `deeds` by the index that fault rows carry. */
export function linkStates(
  columns: Columns,
  words: readonly string[],
  until: number,
  deeds: readonly DeedInfo[],
): Film['links'] {
  const directions = new Map<number, Direction>();
  for (let i = 0; i < columns.length; i++) {
    const type = columns.type[i]!;
    if (type !== TYPE.condition && type !== TYPE.fault && type !== TYPE.end) continue;
    const a = columns.a[i]!;
    const b = columns.b[i]!;
    if (b < 0) continue;
    const d = directionOf(directions, a, b);
    const k = words[columns.k[i]!]!;
    if (type === TYPE.condition) {
      d.cut = k === 'cut';
      d.delay = columns.x[i]!;
    } else {
      const deed = deeds[columns.x[i]!];
      applyFault(d, type === TYPE.fault, k, columns.x[i]!, deed);
      if (deed && 'both' in deed.target && deed.target.both === true) {
        const back = directionOf(directions, b, a);
        applyFault(back, type === TYPE.fault, k, columns.x[i]!, deed);
        turn(back, columns.time[i]!, i);
      }
    }
    turn(d, columns.time[i]!, i);
  }
  const changed = [...directions.values()].filter((d) => d.spans.length > 0 || !same(d.open.is, ORDINARY));
  return changed.map((d) => ({ from: d.from, to: d.to, spans: finished(d, until) }));
}

function directionOf(directions: Map<number, Direction>, from: number, to: number): Direction {
  // A thousand nodes at most, so this key is unique.
  const key = from * 4096 + to;
  let d = directions.get(key);
  if (!d) {
    const open = { from: 0, is: ORDINARY, row: -1 };
    d = { from, to, spans: [], cut: false, delay: 0, losses: new Map(), bursts: new Set(), open };
    directions.set(key, d);
  }
  return d;
}

function applyFault(d: Direction, begins: boolean, kind: string, fault: number, deed: DeedInfo | undefined): void {
  switch (kind) {
    case 'loss':
      if (begins) d.losses.set(fault, shareOf(deed));
      else d.losses.delete(fault);
      break;
    case 'burst-loss':
      if (begins) d.bursts.add(fault);
      else d.bursts.delete(fault);
      break;
    case 'heal':
      d.losses.clear();
      d.bursts.clear();
      break;
  }
}

function shareOf(deed: DeedInfo | undefined): number {
  return deed && 'share' in deed.params && typeof deed.params.share === 'number' ? deed.params.share : 0;
}

function turn(d: Direction, at: number, row: number): void {
  let passes = 1;
  for (const share of d.losses.values()) passes *= 1 - share;
  const is: LinkState = { cut: d.cut, delay: d.delay, loss: 1 - passes, burst: d.bursts.size > 0 };
  if (same(is, d.open.is)) return;
  if (at > d.open.from) d.spans.push({ ...d.open, to: at });
  d.open = { from: at, is, row };
}

function finished(d: Direction, until: number): readonly Span<LinkState>[] {
  return until > d.open.from ? [...d.spans, { ...d.open, to: until }] : d.spans;
}

function same(a: LinkState, b: LinkState): boolean {
  return a.cut === b.cut && a.delay === b.delay && a.loss === b.loss && a.burst === b.burst;
}
