// Every message as one flight: from its sending to the machine it reached, and to the process that handled
// it. A record says when a message was lost but a picture has to say where: half way, at the time it would
// have been there. How long the whole way would have taken nobody drew, so a lost message is shown to fly
// as long as the median message of its direction.

import type { Columns } from '../../kernel/columns.ts';
import { FATES, type Fate, type Flights } from '../film.ts';
import { TYPE } from '../rows.ts';

/** Shown for a direction in which nothing ever arrived. */
const UNKNOWN_DELAY = 50_000;

const FATE = Object.fromEntries(FATES.map((fate, i) => [fate, i])) as { readonly [F in Fate]: number };

type Draft = { -readonly [K in keyof Flights]: Flights[K] };

/** `lost` are the words for losses on the way; other drops happen at the receiver's machine. */
export function flights(columns: Columns, words: readonly string[], until: number): Flights {
  const flightOf = new Int32Array(columns.length).fill(-1);
  const draft = sendings(columns, flightOf);
  const atReceiver = new Set([words.indexOf('crashed'), words.indexOf('restarted')]);
  for (let i = 0; i < columns.length; i++) {
    const type = columns.type[i]!;
    if (type !== TYPE.hear && type !== TYPE.arrive && type !== TYPE.drop) continue;
    const flight = flightFrom(columns, flightOf, i);
    if (flight < 0) continue;
    const at = columns.time[i]!;
    if (type === TYPE.arrive) {
      draft.endAt[flight] = at;
      draft.fate[flight] = FATE.waits;
      continue;
    }
    const waited = draft.fate[flight] === FATE.waits;
    draft.endRow[flight] = i;
    if (type === TYPE.hear) {
      draft.heardAt[flight] = at;
      draft.fate[flight] = FATE.heard;
      if (!waited) draft.endAt[flight] = at;
    } else if (atReceiver.has(columns.k[i]!)) {
      draft.fate[flight] = FATE.dead;
      if (!waited) draft.endAt[flight] = at;
    } else {
      draft.fate[flight] = FATE.lost;
      draft.endAt[flight] = at;
    }
  }
  placeUnfinished(draft, until);
  return { ...draft, longest: longest(draft, until) };
}

function sendings(columns: Columns, flightOf: Int32Array): Draft {
  let n = 0;
  for (let i = 0; i < columns.length; i++) if (columns.type[i] === TYPE.send) flightOf[i] = n++;
  const draft: Draft = {
    length: n,
    from: new Int32Array(n),
    to: new Int32Array(n),
    sentAt: new Float64Array(n),
    endAt: new Float64Array(n).fill(Infinity),
    heardAt: new Float64Array(n).fill(Infinity),
    fate: new Uint8Array(n).fill(FATE.open),
    kind: new Int32Array(n),
    seq: new Float64Array(n),
    sendRow: new Int32Array(n),
    endRow: new Int32Array(n).fill(-1),
    longest: 0,
  };
  for (let i = 0; i < columns.length; i++) {
    const flight = flightOf[i]!;
    if (flight < 0) continue;
    draft.from[flight] = columns.a[i]!;
    draft.to[flight] = columns.b[i]!;
    draft.sentAt[flight] = columns.time[i]!;
    draft.kind[flight] = columns.k[i]!;
    draft.seq[flight] = columns.x[i]!;
    draft.sendRow[flight] = i;
  }
  return draft;
}

/** The flight that a hearing, arrival or drop ends: its cause is the send, or the arrival whose cause is the send. */
function flightFrom(columns: Columns, flightOf: Int32Array, row: number): number {
  let cause = columns.cause[row]!;
  if (cause >= 0 && columns.type[cause] === TYPE.arrive) cause = columns.cause[cause]!;
  return cause >= 0 ? flightOf[cause]! : -1;
}

/** Lost ones end half way; those still under way at the end go on beyond it. */
function placeUnfinished(draft: Draft, until: number): void {
  const usual = medianDelays(draft);
  for (let f = 0; f < draft.length; f++) {
    const whole = usual.get(direction(draft, f)) ?? UNKNOWN_DELAY;
    if (draft.fate[f] === FATE.lost && draft.endAt[f]! <= draft.sentAt[f]!) {
      draft.endAt[f] = draft.sentAt[f]! + Math.round(whole / 2);
    } else if (draft.fate[f] === FATE.open) {
      draft.endAt[f] = Math.max(draft.sentAt[f]! + whole, until + 1);
    }
  }
}

function direction(draft: Draft, flight: number): number {
  return draft.from[flight]! * 4096 + draft.to[flight]!;
}

function medianDelays(draft: Draft): Map<number, number> {
  const delays = new Map<number, number[]>();
  for (let f = 0; f < draft.length; f++) {
    if (draft.fate[f] === FATE.lost || draft.fate[f] === FATE.open) continue;
    const key = direction(draft, f);
    const list = delays.get(key);
    const delay = draft.endAt[f]! - draft.sentAt[f]!;
    if (list) list.push(delay);
    else delays.set(key, [delay]);
  }
  const medians = new Map<number, number>();
  for (const [key, list] of delays) medians.set(key, list.sort((a, b) => a - b)[list.length >> 1]!);
  return medians;
}

function longest(draft: Draft, until: number): number {
  let most = 0;
  for (let f = 0; f < draft.length; f++) {
    const shownTo = Math.min(
      until,
      draft.fate[f] === FATE.waits ? until : Math.max(draft.endAt[f]!, heardBy(draft, f)),
    );
    most = Math.max(most, shownTo - draft.sentAt[f]!);
  }
  return most;
}

function heardBy(draft: Draft, flight: number): number {
  const at = draft.heardAt[flight]!;
  return at === Infinity ? 0 : at;
}
