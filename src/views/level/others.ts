// Several detectors beside each other on the same beats: what each is called where there is little room, which of its
// numbers is the one to turn, and what they come to in words. Levels mean different things, so each is drawn as a
// share of its own threshold: all of them suspect at one.

import type { DetectorKind, DetectorUse, Field, Other, Watcher } from '../../worker/api.ts';
import { countUpTo } from '../at.ts';
import { clock, list, trimmed } from '../format.ts';
import { levelWords } from './suspicion.ts';
import { table, type Table } from '../tables.ts';

/** A detector as it was chosen: which, and the one number that was set. */
export type Chosen = {
  readonly use: string;
  readonly name: string;
  readonly param: string;
  readonly value: number;
  /** Its other parameters, where they are known; the rest are as the simulation finds best. */
  readonly rest?: DetectorUse['params'];
  /** The node that uses it in this run. */
  readonly node?: number;
};

/** "normal" for "Phi accrual (normal)", "Chen NFD-E" for "Chen NFD-E (estimated arrivals)". */
export function shortTitle(title: string): string {
  return /^Phi accrual \((.+)\)$/.exec(title)?.[1] ?? title.replace(/ \(.*/, '');
}

/** The number that trades speed for mistakes, by what detectors call it. */
const MAIN = ['threshold', 'timeout', 'margin', 'delta', 'phi', 'pause'];

type Numbered = Extract<Field, { readonly min: number }>;

export function mainParam(kind: DetectorKind): { readonly name: string; readonly field: Numbered } | null {
  for (const name of MAIN) {
    const field = kind.params[name];
    if (field !== undefined && 'min' in field) return { name, field };
  }
  return null;
}

export function chosenOf(kind: DetectorKind): Chosen {
  const main = mainParam(kind);
  return { use: kind.id, name: shortTitle(kind.title), param: main?.name ?? '', value: main?.field.default ?? 0 };
}

/** The detectors of a run, if its nodes use more than one; otherwise those that are set beside each other first. */
export function chosenFirst(
  kinds: readonly DetectorKind[],
  watchers: readonly Watcher[],
  first: readonly string[],
): readonly Chosen[] {
  const kindOf = (use: string): DetectorKind | undefined => kinds.find((kind) => kind.id === use);
  if (new Set(watchers.map(({ use }) => use)).size < 2) {
    return first.flatMap((use) => kindOf(use) ?? []).map(chosenOf);
  }
  return watchers.flatMap(({ use, params, observer }) => {
    const kind = kindOf(use);
    if (kind === undefined) return [];
    const one = chosenOf(kind);
    return [{ ...one, value: Number(params[one.param] ?? one.value), rest: params, node: observer }];
  });
}

/** As the simulation is asked. */
export function useOf({ use, param, value, rest }: Chosen): DetectorUse {
  return { use, params: param === '' ? { ...rest } : { ...rest, [param]: value } };
}

export type Doubt = { readonly from: number; readonly to: number };

export function doubtsOf(other: Other): readonly Doubt[] {
  return Array.from({ length: other.suspects.length / 2 }, (_, i) => ({
    from: other.suspects[2 * i] ?? 0,
    to: other.suspects[2 * i + 1] ?? 0,
  }));
}

/** The suspicion that holds at `at`; one that lasts to the end of the run holds at its end as well. */
export function doubtAt(doubts: readonly Doubt[], at: number, until: number): Doubt | undefined {
  const doubt =
    doubts[
      countUpTo(
        Float64Array.from(doubts, (one) => one.from),
        at,
      ) - 1
    ];
  return doubt !== undefined && (at < doubt.to || doubt.to >= until) ? doubt : undefined;
}

/** The first suspicion after the crash that has begun by `at`; one that was there already counts from the crash. */
export function detectedAt(doubts: readonly Doubt[], crash: number, at: number): number | undefined {
  const doubt = doubts.find((one) => one.to > crash && one.from <= at);
  return doubt === undefined ? undefined : Math.max(crash, doubt.from);
}

/** Place in the curves of what held at `at`. */
export function placeAt(time: Float64Array, at: number): number {
  return countUpTo(time, at) - 1;
}

export function allowedWords(allowed: number | undefined): string {
  return allowed === undefined || !Number.isFinite(allowed) ? 'not known yet' : `${trimmed(allowed, 2)} s`;
}

/** "normal allows 1.56 s, Akka 1.52 s and Cassandra 18.4 s". */
export function othersWords(chosen: readonly Chosen[], others: readonly Other[], place: number): string {
  const each = others.map((other, i) => {
    const name = chosen[i]?.name ?? '';
    return `${name}${i === 0 ? ' allows' : ''} ${allowedWords(other.allowed[place])}`;
  });
  return each.length === 0 ? 'no detector is chosen' : list(each);
}

export function othersTable(
  chosen: readonly Chosen[],
  others: readonly Other[],
  place: number,
  at: number,
  crash: number | undefined,
  until = Infinity,
): Table {
  const rows = others.map((other, i) => {
    const doubts = doubtsOf(other).filter((doubt) => doubt.from <= at);
    const found = crash === undefined ? undefined : detectedAt(doubts, crash, at);
    return {
      cells: [
        `${chosen[i]?.name ?? ''}, ${chosen[i]?.param ?? ''} ${trimmed(chosen[i]?.value ?? 0, 3)}`,
        allowedWords(other.allowed[place]),
        place < 0 ? '' : `${levelWords(other.level[place] ?? 0)} of ${trimmed(other.threshold, 2)}`,
        doubtAt(doubts, at, until) === undefined ? 'trusts' : 'suspects',
        String(doubts.length),
        found === undefined || crash === undefined ? '' : `${clock(found - crash)} s`,
      ],
    };
  });
  const head = ['detector', 'allows', 'level', 'believes', 'suspicions so far', 'after the crash'];
  return table('Several detectors on the same beats', head, rows);
}
