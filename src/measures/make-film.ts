// A record becomes a film: one pass for each thing that a page draws. Pure, and cheap enough to be done
// for every run (a lesson's run is about 2,600 rows).

import type { Columns } from '../kernel/columns.ts';
import type { Film } from './film.ts';
import { beliefs } from './film/beliefs.ts';
import { flights } from './film/flights.ts';
import { linkStates, type DeedInfo } from './film/links.ts';
import { marks } from './film/marks.ts';
import { truths } from './film/truth.ts';

/** What a record does not say of itself. */
export type FilmInfo = {
  /** Names by node index. */
  readonly nodes: readonly string[];
  /** Microseconds computed. */
  readonly until: number;
  /** Index, in the run's list of faults, from which they are the learner's own; none when absent. */
  readonly firstAction?: number;
  /** By node: whom it watches; null for everybody who sends it heartbeats. All null when absent. */
  readonly watches?: readonly (readonly number[] | null)[];
  /** The run's list of faults: the scenario's, then the learner's. */
  readonly deeds?: readonly DeedInfo[];
};

export function makeFilm(columns: Columns, words: readonly string[], info: FilmInfo): Film {
  const nodes = info.nodes.length;
  const { until } = info;
  return {
    until,
    truth: truths(columns, nodes, until),
    beliefs: beliefs(columns, words, nodes, until, info.watches ?? []),
    links: linkStates(columns, words, until, info.deeds ?? []),
    flights: flights(columns, words, until),
    marks: marks({ columns, words, nodes: info.nodes }, info.firstAction ?? Infinity),
  };
}
