// A scenario is data: which machines, which links, what runs on them, what will go wrong by itself, and
// which knobs the learner gets. It is written in JSON with durations and times in seconds, checked by
// schema.ts, and turned into a world by compile.ts. Nothing in it can name code that is not in a registry.

import type { Field, FieldValue } from '../kernel/fields.ts';

/** Latency of a link. All durations in seconds; a drawn value below `least` (default 0) is `least`. */
export type DelayDist =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly from: number; readonly to: number }
  | { readonly kind: 'normal'; readonly mean: number; readonly std: number; readonly least?: number }
  | { readonly kind: 'log-normal'; readonly median: number; readonly sigma: number }
  | { readonly kind: 'exponential'; readonly mean: number; readonly least?: number }
  | { readonly kind: 'empirical'; readonly values: readonly number[] };

/** Bad periods in time, whatever the traffic: mean lengths in seconds, exponentially distributed. */
export type BurstLoss = { readonly good: number; readonly bad: number; readonly loss?: number };

export type LinkSpec = {
  readonly delay: DelayDist;
  /** Share of messages lost, independently. */
  readonly loss?: number;
  readonly burst?: BurstLoss | null;
  /** Messages never overtake: each arrives no earlier than the one before, as over TCP. */
  readonly ordered?: boolean;
};

/** A moment in seconds, or drawn once a run, uniformly. */
export type Moment = number | { readonly uniform: readonly [number, number] };

/**
 * Something that goes wrong: `kind` names a fault of the registry, `on` a node ("n3"), a direction
 * ("n3>n1"), or a link both ways ("n3-n1"). `until` ends it; without it, it lasts. Other keys are the
 * fault's own parameters, durations in seconds.
 */
export type FaultSpec = {
  readonly kind: string;
  readonly on: string;
  readonly at: Moment;
  readonly until?: Moment | { readonly after: number };
  readonly [param: string]: unknown;
};

export type NodeSpec = {
  readonly id: string;
  readonly title?: string;
  readonly program?: string;
  /** Overrides of `every.params`, merged by key, deeply. */
  readonly params?: Plain;
  /** Parts per million by which its monotonic clock runs fast (positive) or slow. */
  readonly driftPpm?: number;
  /** Where the stage draws it, 0 to 1 from left and top; without it, on a circle. */
  readonly place?: readonly [number, number];
};

export type Plain = null | boolean | number | string | readonly Plain[] | { readonly [key: string]: Plain };

/** What the learner may set. A knob edits the scenario at declared places and nowhere else. */
export type Knob = {
  readonly id: string;
  readonly field: Field;
  /** Dotted paths into the scenario that receive the value ("every.params.detector.timeout"). */
  readonly sets?: readonly string[];
  /** For a choice: what each value writes where. */
  readonly choices?: { readonly [value: string]: { readonly [path: string]: Plain } };
  /** Folded away on small stages. */
  readonly minor?: boolean;
};

export type Scenario = {
  readonly format: 1;
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Seconds. */
  readonly until: number;
  readonly every: { readonly program: string; readonly params: Plain };
  readonly nodes: readonly NodeSpec[];
  /** `all` for a full mesh, or the directions that exist, each an override of `all`. */
  readonly links: {
    readonly all: LinkSpec;
    /** If present only these exist: "w>m". */
    readonly only?: readonly string[];
    readonly some?: { readonly [direction: string]: Partial<LinkSpec> };
  };
  /**
   * Roles that the seed deals out among the nodes: with ["A", "B"], faults may say "A>B", and which node
   * plays A is drawn from the stream "cast". Without it roles are node ids.
   */
  readonly cast?: readonly string[];
  readonly faults: readonly FaultSpec[];
  readonly knobs: readonly Knob[];
  /** What the stage shows, most important first (ids of the view registry). */
  readonly panels: readonly string[];
  /** Fault kinds that the learner may use here; all of the registry when absent. */
  readonly may?: readonly string[];
  /** The pair that charts show first: [observer, target]. */
  readonly look?: readonly [string, string];
};

/** What the learner did, in whole microseconds: a fault, or a ping ("ping", on "n1>n2"). */
export type Action = {
  readonly kind: string;
  readonly on: string;
  readonly at: number;
  readonly until?: number;
  readonly [param: string]: string | number | boolean | undefined;
};

export type Settings = { readonly [knob: string]: FieldValue };

/** All that a run depends on. The same key is the same run, everywhere. */
export type RunKey = {
  readonly scenario: { readonly id: string; readonly version: number } | { readonly inline: Scenario };
  readonly settings: Settings;
  readonly seed: string;
  readonly actions: readonly Action[];
};
