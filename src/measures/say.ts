// Every row of a record as a sentence, and the reason in a second one. The words say what happened and
// when; they do not judge, and they never tell of one process what only another could know: a suspicion
// is reported without saying whether it is true.

import type { Columns } from '../kernel/columns.ts';
import { DROPS, type DropReason } from '../world/vocabulary.ts';
import { faultBegins, faultEnds } from './fault-words.ts';
import { TYPE, typeAt } from './rows.ts';
import { lastBeat } from './why.ts';

export type Said = {
  readonly says: string;
  /** Why, or null where there is nothing to add: a root. */
  readonly because: string | null;
};

/** Microseconds as people read them: "0.083 s", "1.61 s". */
export function inSeconds(us: number): string {
  const value = us / 1_000_000;
  return `${value.toFixed(value < 1 && value !== 0 ? 3 : 2)} s`;
}

/** What say() reads, beside the row. */
export type Script = {
  readonly columns: Columns;
  readonly words: readonly string[];
  /** Names by node index. */
  readonly nodes: readonly string[];
};

export function say(script: Script, i: number): Said {
  const { columns, words, nodes } = script;
  const type = typeAt(columns, i);
  const a = nodes[columns.a[i]!] ?? '?';
  const b = nodes[columns.b[i]!] ?? '?';
  const x = columns.x[i]!;
  const k = words[columns.k[i]!] ?? '';
  switch (type) {
    case 'start':
      return { says: x === 0 ? `${a} starts` : `${a} starts anew`, because: fromCause(script, i) };
    case 'send':
      return { says: sending(k, a, b, x), because: k === 'pong' ? `${b} asked` : null };
    case 'hear':
      return { says: hearing(k, a, b, x), because: journey(columns, i) };
    case 'arrive':
      return { says: `${message(k, x)} from ${b} reaches ${a} and waits`, because: `${a} is paused or busy` };
    case 'drop':
      return {
        says: `${message(k in DROPS ? kindOf(script, i) : k, x)} from ${a} to ${b} is lost`,
        because: dropped(k),
      };
    case 'crash':
      return { says: `${a} crashes`, because: fromCause(script, i) };
    case 'pause':
      return {
        says: `${a} stands still`,
        because: k === 'suspend' ? 'its machine sleeps, clock and all' : 'its process is paused, its clock runs on',
      };
    case 'resume':
      return { says: `${a} goes on`, because: `it stood still for ${inSeconds(x)}` };
    case 'fault':
      return { says: faultBegins(k, a, columns.b[i]! < 0 ? null : b), because: fromCause(script, i) };
    case 'end':
      return { says: faultEnds(k, a, columns.b[i]! < 0 ? null : b), because: null };
    case 'suspect':
      return { says: `${a} suspects ${b}`, because: silence(script, i) };
    case 'trust':
      return { says: `${a} trusts ${b} again`, because: `${returned(script, i)} after ${inSeconds(x)} of suspicion` };
    case 'doubt-self':
      return { says: `${a} does not judge ${b}`, because: `its own timer came ${inSeconds(x)} late` };
    case 'condition':
      return { says: condition(k, a, b, x), because: fromCause(script, i) };
    case 'slow':
      return {
        says: x > 0 ? `${a} takes ${inSeconds(x)} over each thing it handles` : `${a} is as quick as before`,
        because: fromCause(script, i),
      };
    case 'failover':
      return { says: `${a} fails ${b} over`, because: silence(script, i) };
    default:
      return type satisfies never;
  }
}

function message(kind: string, seq: number): string {
  return `${kind} ${seq}`;
}

function sending(kind: string, from: string, to: string, seq: number): string {
  switch (kind) {
    case 'ping':
      return `${from} pings ${to}`;
    case 'pong':
      return `${from} answers ${to}`;
    default:
      return `${from} sends ${message(kind, seq)} to ${to}`;
  }
}

function hearing(kind: string, by: string, from: string, seq: number): string {
  switch (kind) {
    case 'ping':
      return `${by} hears a ping from ${from}`;
    case 'pong':
      return `${by} hears the answer of ${from}`;
    default:
      return `${by} hears ${message(kind, seq)} from ${from}`;
  }
}

/** A drop names its reason, not what it lost; the send that caused it does. */
function kindOf({ columns, words }: Script, drop: number): string {
  const send = columns.cause[drop]!;
  return send >= 0 && columns.type[send] === TYPE.send ? (words[columns.k[send]!] ?? 'message') : 'message';
}

function dropped(reason: string): string {
  return DROPS[reason as DropReason] ?? reason;
}

/** "sent 0.083 s earlier", "sent 4.20 s earlier, waited 3.90 s to be handled". */
function journey(columns: Columns, hear: number): string | null {
  const cause = columns.cause[hear]!;
  if (cause < 0) return null;
  const now = columns.time[hear]!;
  if (columns.type[cause] !== TYPE.arrive) return `sent ${inSeconds(now - columns.time[cause]!)} earlier`;
  const waited = `waited ${inSeconds(now - columns.time[cause]!)} to be handled`;
  const send = columns.cause[cause]!;
  return send < 0 ? waited : `sent ${inSeconds(now - columns.time[send]!)} earlier, ${waited}`;
}

/** "1.61 s of silence, after heartbeat 41": why somebody is suspected, or failed over. */
function silence({ columns, words }: Script, suspect: number): string {
  const quiet = `${inSeconds(columns.x[suspect]!)} of silence`;
  const heard = lastBeat(columns, suspect);
  if (heard < 0) return `${quiet} since it began to listen`;
  return `${quiet}, after ${message(words[columns.k[heard]!] ?? 'message', columns.x[heard]!)}`;
}

function returned({ columns, words }: Script, trust: number): string {
  const cause = columns.cause[trust]!;
  if (cause < 0 || columns.type[cause] !== TYPE.hear) return 'it changed its mind';
  return `${message(words[columns.k[cause]!] ?? 'message', columns.x[cause]!)} came,`;
}

function condition(kind: string, from: string, to: string, extra: number): string {
  const link = `${from} to ${to}`;
  if (kind === 'cut') return `nothing passes from ${link}`;
  return extra > 0 ? `messages from ${link} take ${inSeconds(extra)} longer` : `messages pass from ${link} as usual`;
}

/** The sentence of the fault or start that brought a row about. */
function fromCause(script: Script, i: number): string | null {
  const cause = script.columns.cause[i]!;
  return cause < 0 ? null : say(script, cause).says;
}
