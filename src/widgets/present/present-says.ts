// What stands over a presenter's screen, in one sentence: the last thing that happened, and once the run is over how
// it ended. A run in which the living were suspected ends with how often, for that is what a class has been asked to
// guess, and what no picture of the last moment shows.

import { summary } from '../../views/words.ts';
import type { Film } from '../../worker/api.ts';
import type { Comparison } from '../compare/compare.svelte.ts';
import type { LabState } from '../lab/lab.svelte.ts';
import { many } from '../words.ts';

export type Says = {
  readonly words: string;
  /** Microseconds, where it is about a moment. */
  readonly at: number | null;
};

const mistakes = (film: Film): number =>
  film.marks.filter((mark) => mark.kind === 'suspicion' && mark.right === false).length;

/** How a run ended. */
export function ending(lab: LabState): string {
  const wrong = lab.curtain ? 0 : mistakes(lab.film);
  if (wrong > 0) return `${many(wrong, 'false suspicion')} in ${lasts(lab.until)}`;
  return summary({ setup: lab.setup, moment: lab.moment, curtain: lab.curtain, observer: null }, lab.at);
}

/** How two runs ended: what each made of the living. */
export function endings({ lab, other, names }: Comparison): string {
  if (lab.curtain || !other.ready) return ending(lab);
  return `False suspicions: ${names.a} ${mistakes(lab.film)}, ${names.b} ${mistakes(other.film)}`;
}

/** A round length in the unit that it is spoken of in. */
function lasts(us: number): string {
  const seconds = us / 1_000_000;
  const [unit, name] = seconds >= 86_400 ? [86_400, 'day'] : seconds >= 3600 ? [3600, 'hour'] : [60, 'minute'];
  return seconds >= 60 && seconds % unit === 0 ? many(seconds / unit, name as string) : `${Math.round(seconds)} s`;
}

/** What a lab says at this moment; `title` until something has happened. */
export function saysOf(lab: LabState, both: Comparison | null, title: string): Says {
  if (lab.ended && lab.ready) return { words: both === null ? ending(lab) : endings(both), at: null };
  const last = (one: LabState) => one.marks.findLast((mark) => (one.columns.ordinal[mark.row] ?? 0) <= one.ordinal);
  const mine = last(lab);
  const theirs = both === null ? undefined : last(both.other);
  if (theirs !== undefined && both !== null && theirs.at > (mine?.at ?? -1))
    return { words: `${both.names.b}: ${theirs.says}`, at: theirs.at };
  if (mine === undefined) return { words: title, at: null };
  const alone = both === null || theirs?.at === mine.at;
  return { words: alone ? mine.says : `${both.names.a}: ${mine.says}`, at: mine.at };
}
