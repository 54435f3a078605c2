// A failure detector for one peer, as pure decisions: it is told what was heard and when, and answers
// what it believes. It owns no timer, no network and no clock: whoever composes it (the heartbeat
// monitor, a chart, a test) passes `now`. Times are plain numbers in any one unit; the monitor uses
// microseconds of the observer's monotonic clock, reference vectors use milliseconds with fractions.

import type { Entry } from '../../kernel/registry.ts';
import type { Fields } from '../../kernel/fields.ts';

export type Verdict = 'trust' | 'suspect';

/** A heartbeat as its receiver sees it. `sentAt` is the sender's clock, if the message carries it. */
export type Beat = { readonly seq: number; readonly sentAt?: number };

/** What a detector has made of the gaps that it remembers, for charts; it decides nothing. */
export type Fit = {
  /** The curve it takes gaps to follow: the normal one, Akka's logistic one, the exponential one, or none at all. */
  readonly shape: 'normal' | 'logistic' | 'exponential' | null;
  /** Where the curve is centred, with any pause, and how wide it is taken to be, with any floor. */
  readonly centre: number;
  readonly spread: number;
  /** The gaps themselves, a ring: the oldest is at `next` once it is full. */
  readonly values: readonly number[];
  readonly next: number;
};

/** A worked example: executed by the tests, shown on the reference page. Times in seconds. */
export type Case = {
  readonly says: string;
  readonly params: { readonly [name: string]: number | boolean | string };
  /** Arrival times of beats 1, 2, 3 ... */
  readonly arrivals: readonly number[];
  /** When to ask, and what must be answered. */
  readonly asks: readonly { readonly at: number; readonly verdict: Verdict; readonly level?: number }[];
};

/**
 * `P` parameters, with durations in the caller's unit; `S` plain state, mutated in place.
 * No entry may fetch time or chance; none may keep state outside S.
 */
export interface Detector<P extends object, S> extends Entry {
  readonly kind: 'detector';
  /** What level() means, for axes: 'phi', 'share of the timeout'. */
  readonly levelName: string;
  /** Paper, section, or system and class, whose rules these are. */
  readonly source: string;
  /** Two or three sentences for a learner: what it remembers, when it suspects, what it cannot see. */
  readonly says: string;
  readonly params: Fields<P>;
  readonly cases: readonly Case[];
  /** What no detector of this kind can work with, one sentence each, naming the parameter; usually []. */
  problems?(p: P): readonly string[];
  init(p: P, now: number): S;
  heard(s: S, p: P, now: number, beat: Beat): void;
  /**
   * Suspicion as a number, rising with silence. Pure; finite for every input; 0 until there is something to measure.
   */
  level(s: S, p: P, now: number): number;
  /** What it has learnt, for those that learn gaps; null until there is any. Pure. */
  fit?(s: S, p: P): Fit | null;
  /** The level from which this detector suspects, with these parameters. */
  threshold(p: P): number;
  /** What it believes now. May change s: chitchat's empties its window when it says suspect. */
  check(s: S, p: P, now: number): Verdict;
  /**
   * The first time at which check() would answer suspect if nothing more arrives, exactly: check(due) is
   * suspect and check(just before) is trust, up to the rounding of doubles. null if never. Where the rule is
   * strict (suspect only after the deadline), the deadline itself is returned and check() of the next
   * representable instant suspects; `strict` says so. If it suspects already: a moment that is not after now.
   */
  due(s: S, p: P): number | null;
  /** True if check() still trusts at the instant that due() names and suspects only beyond it. */
  readonly strict: boolean;
}

/** An entry whose parameters and state the caller treats as opaque data. */
export type AnyDetector = Detector<object, unknown>;
