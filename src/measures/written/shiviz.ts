// A record as a ShiViz log: what each process did, in order, with a vector clock that says what it could have known by
// then. ShiViz (Beschastnikh and others, https://bestchai.bitbucket.io/shiviz/) draws a space-time diagram from that
// alone: two lines an event, sentence first, host and clock second, which is its default way of reading. What no
// process knew of is left out: a message lost on the way, a link that was cut.

import type { RecordType } from '../../world/vocabulary.ts';
import { TYPE, typeAt } from '../rows.ts';
import { inSeconds, say, type Script } from '../say.ts';

/** What happens within a process, of which its clock counts. */
const OWN: ReadonlySet<RecordType> = new Set([
  'start',
  'send',
  'hear',
  'crash',
  'pause',
  'resume',
  'suspect',
  'trust',
  'doubt-self',
  'failover',
]);

export function asShiViz(script: Script): readonly string[] {
  const { columns, nodes } = script;
  const clocks = nodes.map(() => new Float64Array(nodes.length));
  /** The sender's clock, by the row of the send, until it has been heard. */
  const sent = new Map<number, Float64Array>();
  const out: string[] = [];
  for (let i = 0; i < columns.length; i++) {
    if (!OWN.has(typeAt(columns, i))) continue;
    const a = columns.a[i]!;
    const clock = clocks[a]!;
    clock[a] = clock[a]! + 1;
    if (columns.type[i] === TYPE.hear) {
      const from = sent.get(sendOf(script, i));
      if (from) for (let n = 0; n < clock.length; n++) clock[n] = Math.max(clock[n]!, from[n]!);
    }
    if (columns.type[i] === TYPE.send) sent.set(i, clock.slice());
    const seen = nodes.flatMap((name, n) => (clock[n]! > 0 ? [[name, clock[n]!] as const] : []));
    out.push(`${inSeconds(columns.time[i]!)}: ${say(script, i).says}\n`);
    out.push(`${nodes[a]!} ${JSON.stringify(Object.fromEntries(seen))}\n`);
  }
  return out;
}

/** The send of what was heard, past its arrival where it had to wait. */
function sendOf({ columns }: Script, hear: number): number {
  const cause = columns.cause[hear]!;
  return cause >= 0 && columns.type[cause] === TYPE.arrive ? columns.cause[cause]! : cause;
}
