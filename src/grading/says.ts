// A script of actions as one sentence, with messages named as the run named them: "Holding heartbeat 11 of w
// for 0.81 s is enough."

import { TYPE } from '../measures/rows.ts';
import { inSeconds, type Script } from '../measures/say.ts';
import type { Action } from '../scenarios/scenario.ts';

/** `run`: a run of that script. */
export function saysScript(actions: readonly Action[], run: Script): string {
  if (actions.length === 0) return 'Nothing needs to be done: it happens by itself.';
  const parts = actions.map((action) => part(action, run));
  const last = parts.pop()!;
  const list = parts.length > 0 ? `${parts.join(', ')} and ${last}` : last;
  return `${list.charAt(0).toUpperCase()}${list.slice(1)} is enough.`;
}

function part(action: Action, run: Script): string {
  const { kind, on, at, until, by, share } = action;
  const where = on.replace('>', ' to ').replace('-', ' and ');
  const when =
    until === undefined ? `from ${inSeconds(at)} on` : `for ${inSeconds(until - at)} from ${inSeconds(at)} on`;
  const amount = typeof by === 'number' ? inSeconds(by * 1e6) : '';
  switch (kind) {
    case 'hold':
      return `holding ${messageOf(action, run)} for ${amount}`;
    case 'drop':
      return `dropping ${messageOf(action, run)}`;
    case 'delay':
      return `delaying ${where} by ${amount} ${when}`;
    case 'loss':
      return `losing ${shareOf(share)}what passes from ${where} ${when}`;
    case 'cut':
      return on.includes('>') ? `cutting ${where} ${when}` : `cutting the link between ${where} ${when}`;
    case 'pause':
      return `pausing ${on} ${when}`;
    case 'slow':
      return `slowing ${on} to ${amount} a thing ${when}`;
    case 'crash':
      return `crashing ${on} at ${inSeconds(at)}`;
    case 'restart':
      return `restarting ${on} at ${inSeconds(at)}`;
    default:
      return `"${kind}" on ${where} at ${inSeconds(at)}`;
  }
}

function shareOf(share: Action[string]): string {
  return typeof share === 'number' ? `${Math.round(share * 100)} % of ` : '';
}

/** "heartbeat 11 of w": the first message that this action got hold of. */
function messageOf(action: Action, { columns, words, nodes }: Script): string {
  const fault = faultRow(action, { columns, words, nodes });
  for (let i = fault + 1; fault >= 0 && i < columns.length; i++) {
    if (columns.type[i] !== TYPE.send) continue;
    const from = nodes[columns.a[i]!]!;
    const to = nodes[columns.b[i]!]!;
    if (action.on !== `${from}>${to}` && action.on !== `${from}-${to}` && action.on !== `${to}-${from}`) continue;
    return `${words[columns.k[i]!] ?? 'message'} ${columns.x[i]} of ${from}`;
  }
  return `the next message of ${action.on.replace('>', ' to ')}`;
}

function faultRow(action: Action, { columns, words, nodes }: Script): number {
  for (let i = 0; i < columns.length && columns.time[i]! <= action.at; i++) {
    if (columns.type[i] !== TYPE.fault || columns.time[i] !== action.at || words[columns.k[i]!] !== action.kind)
      continue;
    const a = nodes[columns.a[i]!];
    const b = nodes[columns.b[i]!];
    if (action.on === a || action.on === `${a}>${b}` || action.on === `${a}-${b}`) return i;
  }
  return -1;
}
