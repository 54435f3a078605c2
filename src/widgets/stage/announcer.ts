// What a screen reader is told while a run plays: what happened, in groups, at most every two seconds, so that a
// mesh that suddenly accuses somebody is one sentence and not twenty. Stepping and seeking are answered at once,
// and a newer answer replaces one that has not been spoken yet.

import type { Film, Mark } from '../../worker/api.ts';
import { countUpTo } from '../../views/at.ts';
import { covered } from '../lab/curtain.ts';
import { clock, many } from '../words.ts';

/** Milliseconds between two announcements while it plays. */
export const SPACING = 2000;

/** Sentences in one announcement; the rest are counted. */
const MOST = 4;

const times = new WeakMap<Film, Float64Array>();

function marksBetween(film: Film, from: number, to: number): readonly Mark[] {
  let at = times.get(film);
  if (at === undefined) times.set(film, (at = Float64Array.from(film.marks, (mark) => mark.at)));
  return film.marks.slice(countUpTo(at, from), countUpTo(at, to));
}

/** What happened after `from`, up to `to`, in a few sentences; empty when nothing did. */
export function happened(film: Film, from: number, to: number, curtain: boolean): string {
  const between = marksBetween(film, from, to);
  const all = curtain ? covered(between) : between;
  if (all.length === 0) return '';
  const said = all.slice(0, MOST).map((mark) => `${clock(mark.at)} s: ${mark.says}`);
  if (all.length > MOST) said.push(`and ${many(all.length - MOST, 'event')} more`);
  return `${said.join('. ')}.`;
}
