// Where in a presentation an address leads: `?step=no-bound&present=3` is the third card of that step, `&present` its
// first. Going from card to card replaces the address, so that Back leaves the presentation in one press, and a
// reload comes back to the same card.

import { hrefOf } from './address.ts';

type Address = { readonly searchParams: Pick<URLSearchParams, 'get'> };

/** Which card of the step, from 1; null where nobody presents. */
export function presentIn(url: Address): number | null {
  const asked = url.searchParams.get('present');
  if (asked === null) return null;
  const place = Number(asked);
  return Number.isInteger(place) && place > 0 ? place : 1;
}

/** Relative to the lesson's own page. */
export function presentHref(step: { readonly id: string }, place = 1): string {
  const [query = '', fragment = ''] = hrefOf(step).split('#');
  return `${query}&present${place > 1 ? `=${place}` : ''}#${fragment}`;
}
