// What the first page says beside its cluster: one sentence for now, read off the film at the cursor. It follows
// the last crash and counts from there, because that is what a visitor just did.

import type { Film } from '../../worker/api.ts';
import { lasting } from '../../views/format.ts';

export type Story = {
  readonly says: string;
  /** Waiting for somebody to notice: the sentence counts along. */
  readonly counting: boolean;
  /** A node that is down now and may be started again. */
  readonly down: number | null;
};

type Noticed = { readonly observer: number; readonly after: number };

/** The node that crashed last and is still down at `at`, and since when. */
export function lastCrash(film: Film, at: number): { readonly node: number; readonly since: number } | null {
  let last: { node: number; since: number } | null = null;
  film.truth.forEach((spans, node) => {
    const span = spans.find(({ from, to }) => from <= at && at < to) ?? spans.at(-1);
    if (span?.is === 'crashed' && span.from <= at && (last === null || span.from >= last.since)) {
      last = { node, since: span.from };
    }
  });
  return last;
}

/** Who has come to suspect `node` since it crashed, soonest first. */
function noticed(film: Film, node: number, since: number, at: number): readonly Noticed[] {
  return film.beliefs
    .filter(({ target }) => target === node)
    .flatMap(({ observer, spans }) => {
      const span = spans.find(({ from, to, is }) => is.suspects && from >= since && from <= at && to > since);
      return span === undefined ? [] : [{ observer, after: span.from - since }];
    })
    .toSorted((a, b) => a.after - b.after);
}

export function story(film: Film, names: readonly string[], at: number): Story {
  const crash = lastCrash(film, at);
  if (crash === null) {
    return { says: 'Everybody hears everybody, once a second.', counting: false, down: null };
  }
  const name = names[crash.node] ?? '';
  const seen = noticed(film, crash.node, crash.since, at);
  const first = seen[0];
  const alive = film.truth.filter((_, node) => node !== crash.node && !isDown(film, node, at)).length;
  if (first === undefined) {
    const says =
      alive === 0
        ? `All are down, and nobody is left to notice.`
        : `${name} is down, and nobody knows. ${lasting(at - crash.since, 1)} so far.`;
    return { says, counting: alive > 0, down: crash.node };
  }
  const who = names[first.observer] ?? '';
  const last = seen.at(-1);
  const says =
    last === undefined || seen.length < alive
      ? `${who} noticed first, ${lasting(first.after)} after the crash.`
      : `${who} noticed first, after ${lasting(first.after)}; the last of them after ${lasting(last.after)}.`;
  return { says, counting: false, down: crash.node };
}

export function isDown(film: Film, node: number, at: number): boolean {
  const span = film.truth[node]?.findLast(({ from }) => from <= at);
  return span?.is === 'crashed';
}
