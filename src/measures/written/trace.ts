// A run in the Trace Event Format, which Chrome's tracing and ui.perfetto.dev read. A node is a thread: how it was in
// truth are slices, what it sent and heard are slices of one microsecond, because a flow (the arrow of a message) can
// only be tied to a slice. Suspicions overlap each other, which slices of one thread may not, so each pair has a thread
// of its own. Faults are instants of the whole trace. Source: Trace Event Format (Google, 2016), and how Perfetto's
// importer reads it: thread numbers must be unique in the file, a flow is tied to the slice that was opened last.

import type { Film } from '../film.ts';
import { TYPE, typeAt } from '../rows.ts';
import { say, type Script } from '../say.ts';

type Args = { readonly [name: string]: string | number | boolean };

export type TraceEvent = {
  readonly ph: 'M' | 'X' | 'i' | 's' | 'f';
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly cat?: string;
  /** Of slices, microseconds. */
  readonly dur?: number;
  /** Of flows: the row of the send. */
  readonly id?: number;
  /** Of a flow's end: tied to the slice around it. */
  readonly bp?: 'e';
  /** Of instants: of the thread, or of the whole trace. */
  readonly s?: 't' | 'g';
  readonly args?: Args;
};

/** A slice or an instant with the flows that hang on it: they stay together when events are put in order. */
type Bundle = { readonly ts: number; readonly dur: number; readonly events: readonly TraceEvent[] };

const CLUSTER = 1;
const BELIEFS = 2;
/** Long enough to be a slice, shorter than anything that is measured. */
const INSTANT_US = 1;

export function traceEvents(script: Script, film: Film, title: string): readonly TraceEvent[] {
  const { nodes } = script;
  const bundles = [...truths(nodes, film), ...messages(script), ...instants(script), ...suspicions(nodes, film)];
  // Of those that begin together the longest comes first, so that slices nest.
  bundles.sort((a, b) => a.ts - b.ts || b.dur - a.dur);
  return [...names(nodes, film, title), ...bundles.flatMap(({ events }) => events)];
}

/** The whole file. `about` is kept in it and read by nobody but people. */
export function asTrace(script: Script, film: Film, title: string, about: Args): readonly string[] {
  const events = traceEvents(script, film, title).map((event) => JSON.stringify(event));
  const end = `],\n"displayTimeUnit":"ms","otherData":${JSON.stringify(about)}}\n`;
  return ['{"traceEvents":[\n', ...events.map((text, i) => (i === 0 ? text : `,\n${text}`)), end];
}

const threadOf = (node: number): number => node + 1;

/** Pairs that ever suspected, with threads after those of the nodes. */
function pairsOf(
  nodes: readonly string[],
  film: Film,
): readonly (Film['beliefs'][number] & { readonly tid: number })[] {
  const doubting = film.beliefs.filter(({ spans }) => spans.some(({ is }) => is.suspects));
  return doubting.map((pair, i) => ({ ...pair, tid: nodes.length + 1 + i }));
}

function names(nodes: readonly string[], film: Film, title: string): readonly TraceEvent[] {
  const called = (name: string, pid: number, tid: number, to: string | number): TraceEvent => ({
    ph: 'M',
    name,
    pid,
    tid,
    ts: 0,
    args: typeof to === 'number' ? { sort_index: to } : { name: to },
  });
  const thread = (pid: number, tid: number, name: string): readonly TraceEvent[] => [
    called('thread_name', pid, tid, name),
    called('thread_sort_index', pid, tid, tid),
  ];
  const pairs = pairsOf(nodes, film);
  return [
    called('process_name', CLUSTER, 1, title),
    called('process_sort_index', CLUSTER, 1, 1),
    ...(pairs.length === 0 ? [] : [called('process_name', BELIEFS, pairs[0]!.tid, 'Suspicions')]),
    ...nodes.flatMap((name, i) => thread(CLUSTER, threadOf(i), name)),
    ...pairs.flatMap(({ observer, target, tid }) => thread(BELIEFS, tid, `${nodes[observer]} about ${nodes[target]}`)),
  ];
}

function truths(nodes: readonly string[], film: Film): readonly Bundle[] {
  return nodes.flatMap((_, node) =>
    (film.truth[node] ?? [])
      .filter(({ is }) => is !== 'up')
      .map(({ is, from, to }) =>
        slice({ name: is, cat: 'truth', pid: CLUSTER, tid: threadOf(node), ts: from }, to - from),
      ),
  );
}

function suspicions(nodes: readonly string[], film: Film): readonly Bundle[] {
  return pairsOf(nodes, film).flatMap(({ target, spans, tid }) =>
    spans
      .filter(({ is }) => is.suspects)
      .map(({ is, from, to }) => {
        const name = `suspects ${nodes[target]}${is.right ? '' : ', wrongly'}`;
        return slice({ name, cat: 'belief', pid: BELIEFS, tid, ts: from, args: { right: is.right } }, to - from);
      }),
  );
}

function slice(event: Omit<TraceEvent, 'ph' | 'dur'>, dur: number): Bundle {
  return { ts: event.ts, dur, events: [{ ...event, ph: 'X', dur }] };
}

/** What was sent and heard, and an arrow for each message that got through. */
function messages(script: Script): readonly Bundle[] {
  const { columns, words, nodes } = script;
  const heard = new Set<number>();
  const hears: Bundle[] = [];
  const sends: Bundle[] = [];
  for (let i = 0; i < columns.length; i++) {
    if (columns.type[i] !== TYPE.hear) continue;
    const send = sendOf(script, i);
    if (send >= 0) heard.add(send);
    hears.push(message(script, i, send >= 0 ? [flow(script, i, 'f', send)] : []));
  }
  for (let i = 0; i < columns.length; i++) {
    if (columns.type[i] === TYPE.send) sends.push(message(script, i, heard.has(i) ? [flow(script, i, 's', i)] : []));
  }
  return [...sends, ...hears];

  function message(
    { columns: { time, a, b, k, x, ordinal } }: Script,
    i: number,
    flows: readonly TraceEvent[],
  ): Bundle {
    const kind = words[k[i]!] ?? 'message';
    const peer = nodes[b[i]!] ?? '?';
    const name = columns.type[i] === TYPE.send ? `${kind} to ${peer}` : `${kind} from ${peer}`;
    const event: TraceEvent = {
      ph: 'X',
      name,
      cat: 'message',
      pid: CLUSTER,
      tid: threadOf(a[i]!),
      ts: time[i]!,
      dur: INSTANT_US,
      args: { seq: x[i]!, row: i, event: ordinal[i]! },
    };
    return { ts: event.ts, dur: INSTANT_US, events: [event, ...flows] };
  }
}

function flow({ columns, words }: Script, i: number, ph: 's' | 'f', id: number): TraceEvent {
  const name = words[columns.k[id]!] ?? 'message';
  const end = ph === 'f' ? { bp: 'e' as const } : {};
  return { ph, name, cat: 'message', id, pid: CLUSTER, tid: threadOf(columns.a[i]!), ts: columns.time[i]!, ...end };
}

function sendOf({ columns }: Script, hear: number): number {
  const cause = columns.cause[hear]!;
  return cause >= 0 && columns.type[cause] === TYPE.arrive ? columns.cause[cause]! : cause;
}

/** Faults are of the whole trace; the rest of what has no length is of the node that it happens to. */
function instants(script: Script): readonly Bundle[] {
  const { columns } = script;
  const out: Bundle[] = [];
  for (let i = 0; i < columns.length; i++) {
    const where = placeOf(script, i);
    if (where === null) continue;
    const { says, because } = say(script, i);
    const args: Args = { row: i, event: columns.ordinal[i]!, ...(because === null ? {} : { because }) };
    const ts = columns.time[i]!;
    out.push({ ts, dur: 0, events: [{ ph: 'i', name: says, ...where, pid: CLUSTER, ts, args }] });
  }
  return out;
}

function placeOf({ columns }: Script, i: number): Pick<TraceEvent, 'cat' | 'tid' | 's'> | null {
  const [a, b] = [columns.a[i]!, columns.b[i]!];
  switch (typeAt(columns, i)) {
    case 'fault':
    case 'end':
    case 'condition':
      return { cat: 'fault', tid: threadOf(Math.max(0, a)), s: 'g' };
    case 'start':
    case 'arrive':
    case 'doubt-self':
    case 'failover':
      return { cat: 'process', tid: threadOf(a), s: 't' };
    case 'drop':
      return { cat: 'message', tid: threadOf(b), s: 't' };
    // Slices already.
    case 'send':
    case 'hear':
    case 'crash':
    case 'pause':
    case 'resume':
    case 'slow':
    case 'suspect':
    case 'trust':
      return null;
  }
}
