// Which rows a log shows. A learner thinks in four kinds of event, not in sixteen types.

import type { Columns } from '../kernel/columns.ts';
import type { RecordType } from '../world/vocabulary.ts';
import { TYPE } from './rows.ts';

export type Group = 'messages' | 'beliefs' | 'faults' | 'processes';

export const GROUPS: readonly { readonly id: Group; readonly title: string }[] = [
  { id: 'beliefs', title: 'Beliefs' },
  { id: 'faults', title: 'Faults' },
  { id: 'processes', title: 'Processes' },
  { id: 'messages', title: 'Messages' },
];

const GROUP_OF: { readonly [T in RecordType]: Group } = {
  start: 'processes',
  send: 'messages',
  hear: 'messages',
  arrive: 'messages',
  drop: 'messages',
  crash: 'processes',
  pause: 'processes',
  resume: 'processes',
  fault: 'faults',
  end: 'faults',
  suspect: 'beliefs',
  trust: 'beliefs',
  'doubt-self': 'beliefs',
  condition: 'faults',
  slow: 'processes',
  failover: 'beliefs',
};

export type Filter = {
  readonly groups: readonly Group[];
  /** Only rows in which this node takes part; all nodes when absent. */
  readonly node?: number;
};

/** Row numbers, in order. */
export function filterRows(columns: Columns, filter: Filter): Uint32Array {
  const shown = new Uint8Array(Object.keys(TYPE).length);
  for (const [type, group] of Object.entries(GROUP_OF) as [RecordType, Group][]) {
    if (filter.groups.includes(group)) shown[TYPE[type]] = 1;
  }
  const out = new Uint32Array(columns.length);
  const { node } = filter;
  let n = 0;
  for (let i = 0; i < columns.length; i++) {
    if (!shown[columns.type[i]!]) continue;
    if (node !== undefined && columns.a[i] !== node && columns.b[i] !== node) continue;
    out[n++] = i;
  }
  return out.slice(0, n);
}
