// A link is a run and where it is being looked at, in the fragment of the address: `#r=...`. A fragment never
// reaches a server. What comes back in is untrusted: it is unpacked within limits, checked against a schema, and
// every problem names its field. Whether the scenario and its knobs still exist is asked of the simulation
// afterwards (LabApi.check), and `print` tells whether the run still is what it was when the link was made.

import type { Answer } from '../../worker/api.ts';
import { readShared } from '../lab/key-shape.ts';
import type { Shared } from '../lab/key-shape.ts';
import { INFLATED_LIMIT, pack, unpack } from './packing.ts';

export type { Shared, View } from '../lab/key-shape.ts';

/** Longer than this a link is not made: the run is exported as a file instead. */
export const LINK_LIMIT = 2048;

const NAME = 'r';

/** The fragment, with its '#'. Never throws; says when the run is too long for a link. */
export async function encodeLink(shared: Shared): Promise<Answer<string>> {
  const { key, view, print } = shared;
  const fragment = `#${NAME}=${await pack(JSON.stringify({ v: 1, key, view, print }))}`;
  if (fragment.length <= LINK_LIMIT) return { ok: true, value: fragment };
  const less = view.beside === undefined ? 'undo some actions first' : 'undo some actions, or end the comparison';
  const says = `would need ${fragment.length} characters, and addresses hold ${LINK_LIMIT}: ${less}`;
  return { ok: false, problems: [{ field: 'actions', says }] };
}

/** Does this fragment hold a run? Other fragments are ordinary anchors and none of our business. */
export function isLink(fragment: string): boolean {
  return fragment.startsWith(`#${NAME}=`);
}

export async function decodeLink(fragment: string): Promise<Answer<Shared>> {
  if (!isLink(fragment)) return { ok: false, problems: [{ field: 'link', says: `must begin with #${NAME}=` }] };
  if (fragment.length > INFLATED_LIMIT) return { ok: false, problems: [{ field: 'link', says: 'is too long' }] };
  const text = await unpack(fragment.slice(NAME.length + 2));
  if (!text.ok) return text;
  try {
    return readShared(JSON.parse(text.value));
  } catch {
    return { ok: false, problems: [{ field: 'link', says: 'is damaged; perhaps it was cut when it was copied' }] };
  }
}
