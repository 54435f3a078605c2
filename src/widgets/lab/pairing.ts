// Which run stands beside the one in hand, as data: a run that was pinned and stays as it is, or one that follows,
// whose key is always the key in hand with some knobs laid over it. Keys say all that differs, so the words for
// the two runs come from here, and so does the small difference that a link and the browser's store carry.

import type { Beside } from '../../content/blocks.ts';
import type { Action, FieldValue, RunKey, Settings, Setup } from '../../worker/api.ts';
import { sameAction, withSettings } from './edits.ts';
import { deedNoun, settingWords } from './ghost.ts';
import { many } from '../words.ts';

export type Pairing =
  { readonly kind: 'pinned'; readonly key: RunKey } | { readonly kind: 'follows'; readonly over: Settings };

/** The partner as its difference from the run in hand. `keep`: so many of the first actions are the same. */
export type BesideKept = {
  readonly over: Settings;
  readonly follows?: true;
  readonly seed?: string;
  readonly actions?: { readonly keep: number; readonly more: readonly Action[] };
};

/** The key of the other run. */
export function partnerKey(key: RunKey, pairing: Pairing): RunKey {
  return pairing.kind === 'pinned' ? pairing.key : withSettings(key, pairing.over);
}

type Known = Pick<Setup, 'knobs'>;

function valueIn(key: RunKey, knob: Known['knobs'][number]): FieldValue {
  return key.settings[knob.id] ?? knob.field.default;
}

export function writtenBeside(pairing: Pairing | null, key: RunKey, setup: Known): BesideKept | undefined {
  if (pairing === null) return undefined;
  if (pairing.kind === 'follows') return { over: pairing.over, follows: true };
  const other = pairing.key;
  const turned = setup.knobs.filter((knob) => valueIn(other, knob) !== valueIn(key, knob));
  let keep = 0;
  while (keep < Math.min(key.actions.length, other.actions.length)) {
    if (!sameAction(key.actions[keep] as Action, other.actions[keep] as Action)) break;
    keep += 1;
  }
  const same = keep === other.actions.length && keep === key.actions.length;
  return {
    over: Object.fromEntries(turned.map((knob) => [knob.id, valueIn(other, knob)])),
    ...(other.seed === key.seed ? {} : { seed: other.seed }),
    ...(same ? {} : { actions: { keep, more: other.actions.slice(keep) } }),
  };
}

export function readBeside(kept: BesideKept, key: RunKey): Pairing {
  if (kept.follows === true) return { kind: 'follows', over: kept.over };
  const actions =
    kept.actions === undefined ? key.actions : [...key.actions.slice(0, kept.actions.keep), ...kept.actions.more];
  return { kind: 'pinned', key: { ...withSettings(key, kept.over), seed: kept.seed ?? key.seed, actions } };
}

/** What the two runs are called. `differ`: whether their keys do. */
export type Names = { readonly a: string; readonly b: string; readonly differ: boolean };

const MOST_KNOBS = 2;

export function namesOf(a: RunKey, b: RunKey, setup: Known): Names {
  const here: string[] = [];
  const there: string[] = [];
  const both = (one: string, other: string): void => {
    here.push(one);
    there.push(other);
  };
  if (a.seed !== b.seed) both(`seed ${a.seed}`, `seed ${b.seed}`);
  const turned = setup.knobs.filter((knob) => valueIn(a, knob) !== valueIn(b, knob));
  for (const knob of turned.slice(0, MOST_KNOBS)) {
    both(settingWords(knob.field, valueIn(a, knob)), settingWords(knob.field, valueIn(b, knob)));
  }
  const more = turned.length - MOST_KNOBS;
  if (more > 0) both(`${many(more, 'more knob')} as here`, `${many(more, 'more knob')} as there`);
  const [mine, theirs] = [missing(a.actions, b.actions), missing(b.actions, a.actions)];
  if (mine.length + theirs.length > 0) both(doneWords(mine, theirs), doneWords(theirs, mine));
  return { a: here.join(', '), b: there.join(', '), differ: here.length > 0 };
}

/** Actions of the first that the second has not. */
function missing(actions: readonly Action[], others: readonly Action[]): readonly Action[] {
  return actions.filter((action) => !others.some((other) => sameAction(action, other)));
}

/** "crash of n3", "without the crash of n3", "3 more actions". */
function doneWords(mine: readonly Action[], theirs: readonly Action[]): string {
  const [only] = mine;
  if (only !== undefined)
    return mine.length === 1 ? deedNoun(only) : many(mine.length, 'action of its own', 'actions of its own');
  const [other] = theirs;
  return theirs.length === 1 && other !== undefined
    ? `without the ${deedNoun(other)}`
    : `without ${many(theirs.length, 'action')}`;
}

/** A lesson names its two runs; swapped, the names go with them. */
export function lessonNames(beside: Beside | undefined, pairing: Pairing, key: RunKey, setup: Known): Names | null {
  if (beside === undefined || pairing.kind === 'pinned') return null;
  const is = (over: Settings): boolean =>
    Object.entries(beside.settings).every(([knob, value]) => over[knob] === value);
  const { differ } = namesOf(key, partnerKey(key, pairing), setup);
  if (is(pairing.over)) return { a: beside.here, b: beside.there, differ };
  return is(key.settings) ? { a: beside.there, b: beside.here, differ } : null;
}
