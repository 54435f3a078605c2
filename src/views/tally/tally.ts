// Counts up to the cursor: how many suspicions were right and how many were not, and for those who hand out work, what
// that cost. Everything is told by the film; sorted once, so that a frame counts by bisection. At the end of a run the
// figures are those of the measures with the same names.

import type { Film, Span } from '../../worker/api.ts';
import { countUpTo, FATE, spanAt } from '../at.ts';
import { table, type Table } from '../tables.ts';

export type Tally = {
  readonly right: Float64Array;
  readonly wrong: Float64Array;
  /** Only where work is handed out. */
  readonly work: {
    /** When each lost job was lost; those still under way to the dead at the end count then. */
    readonly lost: Float64Array;
    /** Spans in which somebody alive was avoided. */
    readonly needless: readonly Span<unknown>[];
    readonly failedRight: Float64Array;
    readonly failedWrong: Float64Array;
  } | null;
};

export function tallyOf(film: Film, words: readonly string[]): Tally {
  const times = (kind: 'suspicion' | 'failover', right: boolean): Float64Array =>
    Float64Array.from(film.marks.filter((mark) => mark.kind === kind && mark.right === right).map((mark) => mark.at));
  const job = words.indexOf('job');
  const works = job >= 0 && film.flights.kind.includes(job);
  return {
    right: times('suspicion', true),
    wrong: times('suspicion', false),
    work: works
      ? {
          lost: lostJobs(film, job),
          needless: film.beliefs.flatMap(({ spans }) => spans.filter(({ is }) => is.suspects && !is.right)),
          failedRight: times('failover', true),
          failedWrong: times('failover', false),
        }
      : null,
  };
}

function lostJobs({ flights, truth, until }: Film, job: number): Float64Array {
  const lost: number[] = [];
  const dead = (node: number, at: number): boolean => spanAt(truth[node] ?? [], at)?.is === 'crashed';
  for (let i = 0; i < flights.length; i++) {
    if (flights.kind[i] !== job) continue;
    const to = flights.to[i] ?? 0;
    const sent = flights.sentAt[i] ?? 0;
    const fate = flights.fate[i];
    if (fate === FATE.dead) lost.push(flights.endAt[i] ?? sent);
    else if (fate !== FATE.heard && dead(to, sent)) lost.push(sent);
    else if ((fate === FATE.open || fate === FATE.waits) && dead(to, until)) lost.push(until);
  }
  return Float64Array.from(lost).sort();
}

export type Counts = {
  readonly right: number;
  readonly wrong: number;
  readonly work: {
    readonly lost: number;
    /** Seconds. */
    readonly needless: number;
    readonly failedRight: number;
    readonly failedWrong: number;
  } | null;
};

export function countsAt({ right, wrong, work }: Tally, at: number): Counts {
  return {
    right: countUpTo(right, at),
    wrong: countUpTo(wrong, at),
    work: work && {
      lost: countUpTo(work.lost, at),
      needless: work.needless.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to, at) - from), 0) / 1e6,
      failedRight: countUpTo(work.failedRight, at),
      failedWrong: countUpTo(work.failedWrong, at),
    },
  };
}

/** The share of suspicions that were right, in words. */
export function shareWords({ right, wrong }: Counts): string {
  const all = right + wrong;
  if (all === 0) return 'nobody has been suspected yet';
  const share = (right / all) * 100;
  if (all === 1) return right === 1 ? 'it was right' : 'it was wrong';
  if (right === 0) return 'none of them was right';
  if (wrong === 0) return 'all of them were right';
  return `${share < 0.1 ? share.toPrecision(1) : share.toFixed(share < 10 ? 1 : 0)} % of them were right`;
}

/** One mark for so many: few enough to be seen at once. */
export function perMark(count: number, room: number): number {
  let per = 1;
  while (count / per > room) per *= 10;
  return per;
}

export function tallyTable(counts: Counts, curtain: boolean): Table {
  const rows = curtain
    ? [{ cells: ['suspicions', String(counts.right + counts.wrong)] }]
    : [
        { cells: ['true suspicions', String(counts.right)] },
        { cells: ['false suspicions', String(counts.wrong)] },
        ...(counts.work === null
          ? []
          : [
              { cells: ['jobs lost', String(counts.work.lost)] },
              { cells: ['needless avoidance', `${counts.work.needless.toFixed(1)} s`] },
              { cells: ['failovers of the dead', String(counts.work.failedRight)] },
              { cells: ['failovers of the living', String(counts.work.failedWrong)] },
            ]),
      ];
  return table('So far', ['what', 'how many'], rows);
}
