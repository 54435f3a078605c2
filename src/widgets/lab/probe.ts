// A probe of a covered run: x pings y, and either an answer is heard before the view ends, or none is. The ping is
// made in a copy of the run, so that asking changes nothing on the stage. What lies beyond the view is not looked at,
// even where the copy knows it.

import type { LabClient, Run, RunKey } from '../../worker/api.ts';
import { typeAt } from '../../worker/reading.ts';
import { clock, lasting } from '../words.ts';

/** Time left for the answer when a ping is sent at the very end of the view. */
const ROOM = 1_000_000;

/** When a ping is really sent: early enough for an answer to be seen. */
export function sendingTime(at: number, end: number): number {
  return Math.max(1, Math.min(Math.round(at), end - ROOM));
}

export type Probe = { readonly from: string; readonly to: string; readonly at: number; readonly says: string };

/** When the answer was heard, or null. */
export function answered(run: Run, from: number, to: number, at: number, end: number): number | null {
  const { columns, words } = run;
  for (let i = 0; i < columns.length && (columns.time[i] as number) <= end; i++) {
    if ((columns.time[i] as number) < at || columns.a[i] !== from || columns.b[i] !== to) continue;
    if (typeAt(columns, i) === 'hear' && words[columns.k[i] as number] === 'pong') return columns.time[i] as number;
  }
  return null;
}

export async function ping(
  lab: LabClient,
  key: RunKey,
  pair: { readonly from: string; readonly to: string; readonly nodes: readonly string[] },
  at: number,
  end: number,
): Promise<Probe> {
  const { from, to, nodes } = pair;
  const sent = sendingTime(at, end);
  const action = { kind: 'ping', on: `${from}>${to}`, at: sent };
  const run = await lab.run({ ...key, actions: [...key.actions, action] });
  const heard = answered(run, nodes.indexOf(from), nodes.indexOf(to), sent, end);
  const said = heard === null ? `no answer by ${clock(end)} s` : `answered after ${lasting(heard - sent)}`;
  return { from, to, at: sent, says: `${from} pinged ${to} at ${clock(sent)} s: ${said}` };
}
