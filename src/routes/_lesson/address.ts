// Where in a lesson an address leads. The step stands in the query, so that a link to a run, which takes the
// fragment, keeps it; and in the fragment as well, so that the page finds its place before any script has run, or
// without one. A plain fragment, as prose uses it, is enough.

import type { Lesson } from '../../content/blocks.ts';
import { isLink } from '../../widgets/files/links.ts';

export type Here = {
  /** Number of the step, from 0. */
  readonly step: number;
  /** The lab or exercise on its stage, if the address names one. */
  readonly scene: string | null;
  /** The run that a link carries, or ''. */
  readonly run: string;
};

type Address = { readonly hash: string; readonly searchParams: Pick<URLSearchParams, 'get'> };

export function hereOf(lesson: Pick<Lesson, 'steps'>, url: Address): Here {
  const asked = url.searchParams.get('step');
  const fragment = url.hash.slice(1);
  const place = (id: string | null): number => lesson.steps.findIndex((step) => step.id === id);
  const named = place(fragment) >= 0 ? place(fragment) : place(asked);
  return {
    step: Math.max(0, named),
    scene: fragment === asked || isLink(url.hash) ? url.searchParams.get('on') : null,
    run: isLink(url.hash) ? url.hash : '',
  };
}

/** The part that a link to a run keeps. */
export function queryOf(step: { readonly id: string }, scene?: string): string {
  return `?step=${step.id}${scene === undefined ? '' : `&on=${encodeURIComponent(scene)}`}`;
}

/** Relative to the lesson's own page. */
export function hrefOf(step: { readonly id: string }, scene?: string): string {
  return `${queryOf(step, scene)}#${step.id}`;
}
