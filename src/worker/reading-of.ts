// A world that has run, as measures read it.

import type { Columns } from '../kernel/columns.ts';
import { makeFilm } from '../measures/make-film.ts';
import type { Reading } from '../measures/measure.ts';
import type { Done } from './run-key.ts';

/** `firstAction`: index from which deeds are the learner's. */
export function readingOf(done: Done, columns: Columns, firstAction: number): Reading {
  const { words } = done.world.kernel.record;
  const nodes = done.plan.nodes.map((node) => node.id);
  const { until, plan } = done;
  const film = makeFilm(columns, words, { nodes, until, firstAction, deeds: plan.deeds });
  return { columns, words, film, nodes, until, directions: plan.links.filter((link) => link !== null).length };
}
