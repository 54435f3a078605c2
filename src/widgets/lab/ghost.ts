// The future that was left behind, in words: what was changed, and the first thing that came of it. Two runs of one
// scenario are compared by what their observers believed, pair by pair; the earliest difference in a first
// suspicion is what a person would point at.

import type { Action, Field, FieldValue, Film, Run, RunKey, Setup } from '../../worker/api.ts';
import { bare, lasting, list, scaleOf } from '../words.ts';

export type Ghost = {
  readonly run: Run;
  /** What the ghost has that the shown run has not: "without your crash of n3", "with T 3 s". */
  readonly says: string;
  /** "n4 suspects n3 0.53 s sooner", once both are known. */
  readonly then: string | null;
  /** Where the two first differ, in microseconds; null while unknown, or if they never do. */
  readonly at: number | null;
};

/** How the ghost differs from the run that is shown, judged by their keys. */
export function ghostWords(ghost: RunKey, shown: RunKey, setup: Setup): string {
  if (ghost.seed !== shown.seed) return `with seed ${ghost.seed}`;
  const turned = setup.knobs.filter(
    (knob) => (ghost.settings[knob.id] ?? knob.field.default) !== (shown.settings[knob.id] ?? knob.field.default),
  );
  if (turned.length > 0) {
    return `with ${list(turned.map((k) => settingWords(k.field, ghost.settings[k.id] ?? k.field.default)))}`;
  }
  const own = shown.actions.length - ghost.actions.length;
  const newest = shown.actions[shown.actions.length - 1];
  if (own > 0 && newest !== undefined) return `without your ${deedNoun(newest)}`;
  return 'as it was before';
}

/** "w pauses for eight seconds", "T 2.2 s", "guard off": an option speaks for itself, a number needs its name. */
export function settingWords(field: Field, value: FieldValue): string {
  if (field.kind === 'choice') return bare(field, value);
  const name = field.label.split(',')[0] ?? field.label;
  if (typeof value !== 'number') return `${name} ${bare(field, value)}`;
  return `${name} ${Number(bare(field, value))} ${scaleOf(field).unit}`.trim();
}

const NOUNS: { readonly [fault: string]: string } = {
  slow: 'slowing of',
  loss: 'loss on',
  'burst-loss': 'bursts of loss on',
  delay: 'delay on',
  heal: 'healing of',
  ping: 'ping of',
  drop: 'lost message on',
  hold: 'held message on',
};

/** "cut of n1 to n2". */
export function deedNoun({ kind, on }: Action): string {
  return `${NOUNS[kind] ?? `${kind.replaceAll('-', ' ')} of`} ${on.replace(/[->]/, ' to ')}`;
}

type First = { readonly observer: number; readonly target: number; readonly at: number };

function firstSuspicions(film: Film): ReadonlyMap<string, First> {
  const out = new Map<string, First>();
  for (const { observer, target, spans } of film.beliefs) {
    const begun = spans.find((span) => span.is.suspects);
    if (begun !== undefined) out.set(`${observer}>${target}`, { observer, target, at: begun.from });
  }
  return out;
}

/** The earliest first suspicion that differs, as the ghost has it. Null when observers believed the same. */
export function firstDifference(ghost: Run, shown: Run): { readonly at: number; readonly says: string } | null {
  const there = firstSuspicions(ghost.film);
  const here = firstSuspicions(shown.film);
  let found: { readonly at: number; readonly says: string } | null = null;
  for (const pair of new Set([...there.keys(), ...here.keys()])) {
    const g = there.get(pair);
    const s = here.get(pair);
    if (g?.at === s?.at) continue;
    const one = (g ?? s) as First;
    const at = Math.min(g?.at ?? Infinity, s?.at ?? Infinity);
    if (found !== null && found.at <= at) continue;
    const who = ghost.setup.nodes[one.observer]?.id ?? '?';
    const whom = ghost.setup.nodes[one.target]?.id ?? '?';
    found = { at, says: `${who} ${difference(g?.at, s?.at, whom)}` };
  }
  return found;
}

function difference(ghost: number | undefined, shown: number | undefined, whom: string): string {
  if (ghost === undefined) return `never suspects ${whom}`;
  if (shown === undefined) return `suspects ${whom} at ${lasting(ghost)}`;
  const gap = Math.abs(ghost - shown);
  return `suspects ${whom} ${lasting(gap)} ${ghost < shown ? 'sooner' : 'later'}`;
}
