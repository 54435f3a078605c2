// The one door between page and simulation: types only. engine.ts is the thing behind it, worker.ts puts it
// in a Web Worker, client.ts talks to that worker, local.ts is the same API in the same thread for server
// rendering, the command line and tests. Everything that crosses is plain data or transferable columns.

import type { Columns } from '../kernel/columns.ts';
import type { Film } from '../measures/film.ts';
import type { Knob, RunKey, Settings } from '../scenarios/scenario.ts';
import type { Goal, SeedSample, Verdict } from '../grading/goal.ts';
import type { DiagnoseAnswer, SheetScore } from '../grading/diagnose.ts';
import type { Drawn, Question, ReckonMark } from '../grading/reckon.ts';
import type { MeasureArgs } from '../measures/measure.ts';
import type { DetectorKind, Learnt, Others, OthersAsk, Pair, Tail, Watcher } from './folds/asks.ts';
import type { LuckAsk, LuckSample } from './luck.ts';

export type { Columns, Row } from '../kernel/columns.ts';
export type * from '../measures/film.ts';
export type * from '../scenarios/scenario.ts';
export type * from '../grading/goal.ts';
export type { Described, Told } from './catalogue/described.ts';
export type { DiagnoseAnswer, FaultAnswer, RefutesAnswer, SheetScore } from '../grading/diagnose.ts';
export type { Drawn, Marked, Question, ReckonMark } from '../grading/reckon.ts';
export type { Field, FieldValue } from '../kernel/fields.ts';
export type { RecordType } from '../world/vocabulary.ts';
export type { Sample } from '../measures/measure.ts';
export type { LuckAsk, LuckSample } from './luck.ts';
export type * from './folds/asks.ts';

/** What the stage has to know of a scenario before anything has run. */
export type Setup = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  /** Microseconds. */
  readonly until: number;
  readonly nodes: readonly { readonly id: string; readonly title: string; readonly place: readonly [number, number] }[];
  /** Directions that exist, by node index. */
  readonly links: readonly {
    readonly from: number;
    readonly to: number;
    readonly says: string;
    readonly median: number;
  }[];
  readonly knobs: readonly Knob[];
  /** The knobs' values, defaults filled in. */
  readonly settings: Settings;
  readonly panels: readonly string[];
  /** Fault kinds the learner may use, with what the menu needs. */
  readonly faults: readonly FaultMenu[];
  /** Observer and target that charts show first. */
  readonly look: readonly [number, number];
  /** Title of the detector in use, and what it says. */
  readonly detector: { readonly id: string; readonly title: string; readonly says: string; readonly levelName: string };
};

export type FaultMenu = {
  readonly id: string;
  /** 'Crash', 'Cut'. */
  readonly title: string;
  /** What would happen, for the preview and the phone's sheet: "n3 stops at once and forgets everything". */
  readonly effect: string;
  readonly on: 'node' | 'link';
  /** Can one direction be chosen? */
  readonly directed: boolean;
  /** Has it a duration ("until"), or is it over at once? */
  readonly lasts: boolean;
  /** Name of an icon. */
  readonly icon: string;
  readonly params: { readonly [name: string]: import('../kernel/fields.ts').Field };
};

/** A finished run. */
export type Run = {
  readonly key: RunKey;
  readonly setup: Setup;
  readonly columns: Columns;
  /** Interned words; columns.k points here. */
  readonly words: readonly string[];
  readonly film: Film;
  /** Sixteen hexadecimal digits. */
  readonly fingerprint: string;
  /** Events dispatched. */
  readonly events: number;
  /** Said when a bound was hit: the run ends early, and why. */
  readonly stopped: string | null;
};

/** What is known about a problem with something from outside. `field` names the place: 'actions.2.at'. */
export type Problem = { readonly field: string; readonly says: string };

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Called with a share from 0 to 1. */
export type Progress = (done: number) => void;

/** Silence, allowed silence and level of one observer about one target over a run, for charts. */
export type Series = {
  readonly unit: string;
  readonly time: Float64Array;
  readonly lines: { readonly [name: string]: Float64Array };
};

export type SeriesAsk =
  /** Piecewise: at each hearing and at steps between. Lines: silence, allowed (seconds). */
  | {
      readonly kind: 'silence';
      readonly observer: number;
      readonly target: number;
      readonly from: number;
      readonly to: number;
      readonly points: number;
    }
  /** Lines: silence, allowed, level, threshold, and where there is a second threshold, failover. Both are constant. */
  | {
      readonly kind: 'level';
      readonly observer: number;
      readonly target: number;
      readonly from: number;
      readonly to: number;
      readonly points: number;
    };

/** One point of a sweep: a knob's value and what 'seeds' runs made of it. */
export type SweepPoint = {
  readonly at: number;
  readonly measures: {
    readonly [measure: string]: {
      readonly value: number | null;
      readonly count: number;
      readonly exposure: number;
      readonly runs: number;
      readonly worst: number | null;
    };
  };
};

export type SweepAsk = {
  readonly key: RunKey;
  readonly knob: string;
  readonly values: readonly number[];
  readonly seeds: readonly string[];
  readonly measures: readonly { readonly id: string; readonly args?: MeasureArgs }[];
};

export type GradeAsk = {
  readonly key: RunKey;
  readonly goals: readonly Goal[];
  readonly seeds: readonly string[];
  /** Seeds to go on with where the first ones leave it too close to call. */
  readonly more?: readonly string[];
  /** Measure that scores, if any. */
  readonly score?: { readonly measure: string; readonly args?: MeasureArgs };
};

/** A node's inner state at one event, for "what does it hold now?". */
export type Inside = {
  readonly ordinal: number;
  readonly time: number;
  readonly node: string;
  readonly state: unknown;
};

export type QosReading = {
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly value: number | null;
  readonly count?: number;
  readonly exposure?: number;
  readonly says: string;
  readonly blindSpot: string;
};

export interface LabApi {
  /**
   * Checks a key from outside: schema, limits, known scenario, knobs, faults, nodes. Returns it snapped and
   * normalised.
   */
  check(key: unknown): Promise<Answer<RunKey>>;
  setup(key: RunKey): Promise<Setup>;
  run(key: RunKey, progress?: Progress): Promise<Run>;
  inspect(key: RunKey, ordinal: number, node: number): Promise<Inside>;
  series(key: RunKey, ask: SeriesAsk): Promise<Series>;
  /** What the observer's detector had learnt after each beat of the run. */
  learnt(key: RunKey, pair: Pair): Promise<Learnt>;
  /** What other detectors would have made of the same beats. */
  others(key: RunKey, ask: OthersAsk): Promise<Others>;
  /** Who watches this node, and with what. */
  watchers(key: RunKey, target: number): Promise<readonly Watcher[]>;
  /** The detectors that there are. */
  detectors(): Promise<readonly DetectorKind[]>;
  /** Phi against deviations, three ways. */
  tail(): Promise<Tail>;
  /** All measures of one run that apply, for the read-outs. */
  measure(
    key: RunKey,
    ids: readonly { readonly id: string; readonly args?: MeasureArgs }[],
  ): Promise<readonly QosReading[]>;
  /** First row at which two runs differ, and its time in each; null if they are the same. */
  diverge(a: RunKey, b: RunKey): Promise<{ readonly row: number; readonly at: number } | null>;
  /** One slice of a grading: the samples of some seeds. The pool calls it; see client.ts for the whole. */
  grade(ask: GradeAsk): Promise<readonly SeedSample[]>;
  verdict(goals: readonly Goal[], samples: readonly SeedSample[]): Promise<Verdict>;
  /** Do these samples lie so near the edge that the longer list should be run? */
  needsMore(goals: readonly Goal[], samples: readonly SeedSample[]): Promise<boolean>;
  sweepPoint(ask: SweepAsk, index: number): Promise<SweepPoint>;
  /** What each of these seeds makes of the key. The pool calls it in slices; see luckAll for the whole. */
  luck(ask: LuckAsk): Promise<readonly LuckSample[]>;
  /** The right answer of a "diagnose" case, computed from its run. `freeze`: seconds, where the view ends. */
  truth(key: RunKey, asks: 'refutes' | 'fault', freeze: number | null): Promise<DiagnoseAnswer>;
  /** What a sheet of answers comes to. */
  sheet(
    truths: readonly DiagnoseAnswer[],
    answers: readonly (DiagnoseAnswer | null)[],
    pass: number,
  ): Promise<SheetScore>;
  /** What a "reckon" exercise asks on this seed. */
  reckon(questions: readonly Question[], seed: string): Promise<readonly Drawn[]>;
  /** What answers to it come to; null where there is none. */
  markReckon(questions: readonly Question[], seed: string, answers: readonly (number | null)[]): Promise<ReckonMark>;
  /** What a "break" answer comes to: the smallest script that still does it, and that script as a sentence. */
  shrink(ask: GradeAsk): Promise<{ readonly actions: RunKey['actions']; readonly says: string }>;
}

export type Notice = { readonly kind: 'restarted' | 'no-worker'; readonly says: string };

/** Long work that reports and can be cancelled. `signal.aborted` rejects with an AbortError. */
export interface LabClient extends LabApi {
  gradeAll(
    ask: GradeAsk,
    progress: (samples: readonly SeedSample[], total: number) => void,
    signal: AbortSignal,
  ): Promise<Verdict>;
  sweep(
    ask: SweepAsk,
    progress: (points: readonly SweepPoint[], total: number) => void,
    signal: AbortSignal,
  ): Promise<readonly SweepPoint[]>;
  /** Samples come in the order of the seeds. */
  luckAll(
    ask: LuckAsk,
    progress: (samples: readonly LuckSample[], total: number) => void,
    signal: AbortSignal,
  ): Promise<readonly LuckSample[]>;
  /** The engine died and was replaced; or no worker can start here, and every call will be refused. */
  onNotice(listener: (notice: Notice) => void): void;
  close(): void;
}
