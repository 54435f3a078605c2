// What became of each crash: when did each surviving observer begin to suspect the crashed node for good? A
// crash is watched until the node starts anew or the run ends. An observer survives if it runs at the crash
// and does not crash while it is watched.

import { TYPE } from './rows.ts';
import type { MeasureArgs, Reading } from './measure.ts';
import { asksAbout } from './watches.ts';

export type Detection = {
  readonly observer: number;
  readonly target: number;
  /** Row of the crash. */
  readonly crash: number;
  /**
   * detected: suspected `after` microseconds, by `row`, and ever after. early: the suspicion was on at the crash
   * and stayed. never: not suspected when watching ended, `after` microseconds after the crash.
   */
  readonly how: 'detected' | 'early' | 'never';
  readonly after: number;
  readonly row: number;
};

type Case = {
  readonly target: number;
  readonly row: number;
  readonly at: number;
  readonly observers: Map<number, Belief>;
};
/** The row from which it suspects; null while it trusts; 'early' if it did at the crash and still does. */
type Belief = number | null | 'early';

/** One list for each crash, each in the order of the observers. */
export function detections(run: Reading, args: MeasureArgs = {}): readonly (readonly Detection[])[] {
  const { columns, film, nodes, until } = run;
  const asked = asksAbout(run, args);
  const pairs = film.beliefs.filter((b) => asked(b.observer, b.target));
  const live = new Uint8Array(nodes.length);
  const suspects = new Set<number>();
  const key = (observer: number, target: number) => observer * nodes.length + target;
  const open = new Map<number, Case>();
  const out: (readonly Detection[])[] = [];
  const finish = (target: number, at: number) => {
    const one = open.get(target);
    open.delete(target);
    if (one && at > one.at && one.observers.size > 0) out.push(outcomes(one, run, at));
  };
  for (let i = 0; i < columns.length; i++) {
    const a = columns.a[i]!;
    const b = columns.b[i]!;
    const at = columns.time[i]!;
    switch (columns.type[i]) {
      case TYPE.start:
        finish(a, at);
        live[a] = 1;
        for (const pair of pairs) if (pair.observer === a) suspects.delete(key(a, pair.target));
        break;
      case TYPE.crash: {
        live[a] = 0;
        for (const one of open.values()) one.observers.delete(a);
        const observers = new Map<number, Belief>();
        for (const { observer, target } of pairs) {
          if (target === a && live[observer]) observers.set(observer, suspects.has(key(observer, a)) ? 'early' : null);
        }
        open.set(a, { target: a, row: i, at, observers });
        break;
      }
      case TYPE.suspect:
        suspects.add(key(a, b));
        if (open.get(b)?.observers.has(a)) open.get(b)!.observers.set(a, i);
        break;
      case TYPE.trust:
        suspects.delete(key(a, b));
        if (open.get(b)?.observers.has(a)) open.get(b)!.observers.set(a, null);
        break;
      default:
        break;
    }
  }
  for (const target of [...open.keys()]) finish(target, until);
  return out;
}

function outcomes(one: Case, run: Reading, end: number): readonly Detection[] {
  return [...one.observers].map(([observer, belief]): Detection => {
    const about = { observer, target: one.target, crash: one.row };
    if (belief === 'early') return { ...about, how: 'early', after: 0, row: one.row };
    if (belief === null) return { ...about, how: 'never', after: end - one.at, row: one.row };
    return { ...about, how: 'detected', after: run.columns.time[belief]! - one.at, row: belief };
  });
}
