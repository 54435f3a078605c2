// Marks of the timeline: what was done to the system, and what it made of that. A crash that a fault brings
// about in the same instant is one mark, the fault's.

import type { Columns } from '../../kernel/columns.ts';
import type { Mark } from '../film.ts';
import { TYPE } from '../rows.ts';
import { say, type Script } from '../say.ts';

/** `firstAction` is the index, in the list of faults, from which faults are the learner's own. */
export function marks(script: Script, firstAction: number): readonly Mark[] {
  const { columns } = script;
  const crashed = new Set<number>();
  const out: Mark[] = [];
  for (let i = 0; i < columns.length; i++) {
    const type = columns.type[i]!;
    const a = columns.a[i]!;
    if (type === TYPE.crash) crashed.add(a);
    else if (type === TYPE.start) crashed.delete(a);
    const kind = kindOf(columns, i, firstAction);
    if (kind === null) continue;
    const right = kind === 'suspicion' || kind === 'failover' ? { right: crashed.has(columns.b[i]!) } : {};
    out.push({ at: columns.time[i]!, row: i, kind, ...right, says: say(script, i).says, node: a });
  }
  return out;
}

function kindOf(columns: Columns, i: number, firstAction: number): Mark['kind'] | null {
  switch (columns.type[i]) {
    case TYPE.fault:
      return columns.x[i]! >= firstAction ? 'action' : 'fault';
    case TYPE.end:
      return 'end';
    case TYPE.suspect:
      return 'suspicion';
    case TYPE.trust:
      return 'trust';
    case TYPE.failover:
      return 'failover';
    case TYPE['doubt-self']:
      return 'state';
    case TYPE.start:
      return columns.time[i]! > 0 && !follows(columns, i) ? 'state' : null;
    case TYPE.crash:
    case TYPE.pause:
    case TYPE.resume:
    case TYPE.slow:
      return follows(columns, i) ? null : 'state';
    default:
      return null;
  }
}

/** Is the row the immediate work of a fault or of its end, which has a mark of its own? */
function follows(columns: Columns, i: number): boolean {
  const cause = columns.cause[i]!;
  if (cause < 0 || columns.time[cause] !== columns.time[i]) return false;
  return columns.type[cause] === TYPE.fault || columns.type[cause] === TYPE.end;
}
