// What an action calls the thing that it is done to: a node by its name, a link by its ends and the way between them.

import type { Setup } from '../../worker/api.ts';
import type { Thing } from '../../views/thing.ts';

export type Way = 'both' | 'forth' | 'back';

function nameOf(setup: Pick<Setup, 'nodes'>, node: number): string {
  return setup.nodes[node]?.id ?? '?';
}

/** Directions that can be chosen on a link: both where both exist, and each that does. */
export function waysOf({ links }: Pick<Setup, 'links'>, thing: Thing): readonly Way[] {
  if (thing.kind === 'node') return [];
  const forth = links.some((link) => link.from === thing.a && link.to === thing.b);
  const back = links.some((link) => link.from === thing.b && link.to === thing.a);
  if (forth && back) return ['both', 'forth', 'back'];
  return forth ? ['forth'] : ['back'];
}

/** As an action names it: 'n3', 'n1>n3', 'n1-n3'. */
export function target(setup: Pick<Setup, 'nodes'>, thing: Thing, way: Way): string {
  if (thing.kind === 'node') return nameOf(setup, thing.node);
  const [a, b] = [nameOf(setup, thing.a), nameOf(setup, thing.b)];
  return way === 'both' ? `${a}-${b}` : way === 'forth' ? `${a}>${b}` : `${b}>${a}`;
}
