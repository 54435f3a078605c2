// What a page may ask about one observer and one target beyond the curves of series.ts, and what it is answered.
// Types only. Seconds, but for moments of the run, which are microseconds of true time.

import type { Field, FieldValue } from '../../kernel/fields.ts';
import type { Fit } from '../../patterns/detectors/detector.ts';

export type Pair = { readonly observer: number; readonly target: number };

/**
 * What the observer's detector had learnt of the target's gaps after each beat heard, over the whole run: asked once,
 * and the state at any moment is found by bisection.
 */
export type Learnt = {
  /** The curve that the detector takes gaps to follow. null: none; centre and spread then describe, and no more. */
  readonly shape: Fit['shape'];
  /** What the level is called, and the level from which it suspects. */
  readonly levelName: string;
  readonly threshold: number;
  /** When something was heard, or listening began. Everything below is what held from then on. */
  readonly heardAt: Float64Array;
  /** The gap that ended there; NaN where there was none before it. */
  readonly gap: Float64Array;
  /** Middle of the curve, with any pause, and its width, with any floor; NaN until there is a gap. */
  readonly centre: Float64Array;
  readonly spread: Float64Array;
  /** Silence from which the target is suspected; NaN if it never is. */
  readonly allowed: Float64Array;
  /** Gaps in the window: the last `held` of the first `taken` samples. */
  readonly held: Int32Array;
  readonly taken: Int32Array;
  readonly samples: Float64Array;
};

/** A detector with some of its parameters; the others are the run's own or the defaults (see others.ts). */
export type DetectorUse = { readonly use: string; readonly params: { readonly [name: string]: FieldValue } };

export type OthersAsk = Pair & {
  readonly with: readonly DetectorUse[];
  readonly from: number;
  readonly to: number;
  readonly points: number;
};

/** What another detector would have made of the same beats. */
export type Other = {
  readonly threshold: number;
  readonly level: Float64Array;
  /** Silence that it allows; NaN if it would never suspect. */
  readonly allowed: Float64Array;
  /** When it would have suspected, over the whole run: beginnings and ends in turn. An open one ends with the run. */
  readonly suspects: Float64Array;
};

export type Others = { readonly time: Float64Array; readonly others: readonly Other[] };

/** A detector as a page can offer it. */
export type DetectorKind = {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly levelName: string;
  readonly params: { readonly [name: string]: Field };
};

/** Who watches somebody, and with what: all parameters, durations in seconds. */
export type Watcher = DetectorUse & { readonly observer: number };

/** Phi against deviations beyond the mean, three ways. */
export type Tail = {
  readonly sigmas: Float64Array;
  readonly exact: Float64Array;
  readonly logistic: Float64Array;
  /** -log10(1 - cdf) as doubles give it: Infinity beyond `dies`. */
  readonly naive: Float64Array;
  readonly dies: number;
};
