// What a lab lets its learner do, and to what. An exercise may allow some kinds of fault only, and some things only.
// What is not allowed is offered nowhere: not in the picture, not in a menu, not in the tables, not in words.

import type { FaultMenu, Setup } from '../../worker/api.ts';
import type { Thing } from '../../views/thing.ts';
import { target, waysOf } from './target.ts';
import type { Way } from './target.ts';

export type Allowed = {
  readonly faults: readonly FaultMenu[];
  readonly setup: Pick<Setup, 'nodes' | 'links'>;
  readonly options: {
    /** The only things that anything may be done to, as actions name them; everything when absent. */
    readonly only?: readonly string[];
  };
};

/** May this be touched at all, as an action names it? */
export function isOpen({ options }: Pick<Allowed, 'options'>, on: string): boolean {
  return options.only?.includes(on) ?? true;
}

/** The directions of a link that may be touched. */
export function openWays(lab: Pick<Allowed, 'setup' | 'options'>, thing: Thing): readonly Way[] {
  return waysOf(lab.setup, thing).filter((way) => isOpen(lab, target(lab.setup, thing, way)));
}

/** What can ever be done to this thing here, however it is at the moment. */
export function faultsOn(lab: Allowed, thing: Thing): readonly FaultMenu[] {
  const open = thing.kind === 'link' ? openWays(lab, thing).length > 0 : isOpen(lab, target(lab.setup, thing, 'both'));
  return open ? lab.faults.filter(({ on }) => on === thing.kind) : [];
}

/** What can be pressed to break something: 'a node', or the one that it must be; a link or none. */
export function pressWords(lab: Allowed): { readonly node: string | null; readonly link: string | null } {
  const nodes = lab.setup.nodes.filter((_, node) => faultsOn(lab, { kind: 'node', node }).length > 0);
  const links = lab.setup.links.some(({ from, to }) => {
    return faultsOn(lab, { kind: 'link', a: Math.min(from, to), b: Math.max(from, to) }).length > 0;
  });
  const node = nodes.length === 1 ? (nodes[0]?.id ?? null) : nodes.length > 0 ? 'a node' : null;
  return { node, link: links ? 'a link' : null };
}

/** The same in a row: 'a node or a link'. */
export function pressed(lab: Allowed): string {
  const { node, link } = pressWords(lab);
  return [node, link].filter((one) => one !== null).join(' or ');
}
