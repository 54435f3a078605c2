// A world that has run, as measures read it.

import type { Columns } from '../kernel/columns.ts';
import { makeFilm } from '../measures/make-film.ts';
import type { Reading } from '../measures/measure.ts';
import { watchingOf } from '../programs/watch-params.ts';
import type { Done } from './run-key.ts';

/** `actions`: how many of the deeds, the last ones, are the learner's. */
export function readingOf(done: Done, columns: Columns, actions: number): Reading {
  const { words } = done.world.kernel.record;
  const { until, plan } = done;
  const nodes = plan.nodes.map((node) => node.id);
  const firstAction = plan.deeds.length - actions;
  const watches = plan.nodes.map(({ params }) => {
    const watching = watchingOf(params);
    return watching ? watching.watches : [];
  });
  return {
    columns,
    words,
    film: makeFilm(columns, words, { nodes, until, firstAction, deeds: plan.deeds, watches }),
    nodes,
    until,
    done: plan.deeds.slice(firstAction),
  };
}
