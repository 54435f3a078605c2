// "Heal all": what would put a cluster right that somebody has broken, as deeds of one moment. Links are healed,
// what stands still or crawls goes on, what has crashed starts anew; each only where this lab allows it.

import type { FaultMenu, Setup } from '../../worker/api.ts';
import { linkKey } from '../../views/at.ts';
import type { Moment, NodeAt } from '../../views/at.ts';
import { isOpen } from './allowed.ts';
import type { Allowed } from './allowed.ts';
import type { Deed } from './edits.ts';

const REPAIR: { readonly [truth in NodeAt['truth']]: string | null } = {
  up: null,
  slow: 'resume',
  paused: 'resume',
  crashed: 'restart',
};

export function healing(faults: readonly FaultMenu[], setup: Setup, moment: Moment): readonly Deed[] {
  const allowed = new Set(faults.map((fault) => fault.id));
  const name = (node: number): string => setup.nodes[node]?.id ?? '?';
  const nodes = moment.nodes.flatMap((node, i): readonly Deed[] => {
    const kind = REPAIR[node.truth];
    return kind !== null && allowed.has(kind) ? [{ kind, on: name(i) }] : [];
  });
  if (!allowed.has('heal')) return nodes;
  const links = setup.links.flatMap(({ from, to }): readonly Deed[] => {
    if (!moment.links.has(linkKey(from, to))) return [];
    const both = moment.links.has(linkKey(to, from));
    if (both && from > to) return [];
    return [{ kind: 'heal', on: `${name(from)}${both ? '-' : '>'}${name(to)}` }];
  });
  return [...links, ...nodes];
}

type Shown = {
  readonly ready: boolean;
  readonly curtain: boolean;
  readonly faults: readonly FaultMenu[];
  readonly setup: Setup;
  readonly moment: Moment;
  readonly options: Allowed['options'];
};

/** What would put the run that is shown right. Behind the curtain it would tell what is broken. */
export function repairsOf({ ready, curtain, faults, setup, moment, options }: Shown): readonly Deed[] {
  if (curtain || !ready) return [];
  return healing(faults, setup, moment).filter(({ on }) => isOpen({ options }, on));
}
