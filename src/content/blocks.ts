// What a lesson is once it has been compiled: typed blocks that a page renders. HTML is made at build time,
// with maths as MathML and no inline style. A lab names a scenario and settings; it never contains code.
// A field of type Html is compiled Markdown and goes into {@html}; every other string is plain text.

import type { Action, Knob, Plain, Scenario, Settings } from '../scenarios/scenario.ts';
import type { FaultBudget } from '../grading/budget.ts';
import type { Goal } from '../grading/goal.ts';
import type { FigureRange, Tolerance } from '../grading/reckon.ts';
import type { MeasureArgs } from '../measures/measure.ts';

/** HTML made by the compiler, never by a learner: without scripts, inline styles or links that lead nowhere. */
export type Html = string;

export type Lesson = {
  readonly id: string;
  readonly title: string;
  /** The question that the contents list asks: "How long is too long?" */
  readonly question: string;
  readonly part: string;
  readonly minutes: { readonly core: number; readonly all: number };
  readonly needs: readonly string[];
  /** What the learner can do afterwards. */
  readonly goals: readonly string[];
  readonly steps: readonly Step[];
  /** Where other people's figures come from: those of the front matter, then those of the facts, once each. */
  readonly sources: readonly Html[];
  readonly exercises: { readonly [id: string]: Exercise };
  readonly scenarios: { readonly [id: string]: Scenario };
};

export type Step = {
  readonly id: string;
  readonly title: string;
  /** Part of the core path, or "go further". */
  readonly core: boolean;
  readonly blocks: readonly Block[];
};

export type Block =
  | { readonly kind: 'html'; readonly html: Html }
  | Lab
  | Predict
  | { readonly kind: 'exercise'; readonly id: string }
  | Quiz
  | Production
  | { readonly kind: 'aside'; readonly title: string; readonly html: Html };

/** The stage of this step: at most one a step. */
export type Lab = {
  readonly kind: 'lab';
  readonly id: string;
  readonly scenario: string;
  readonly settings: Settings;
  readonly seed: string;
  readonly actions: readonly Action[];
  /** Panels of this step, most important first; the scenario's when absent. */
  readonly panels?: readonly string[];
  /** Knobs of this step; the scenario's when absent. */
  readonly knobs?: readonly string[];
  /** The truth is curtained until the report has been given. */
  readonly curtain?: boolean;
  /** Play stops here by itself, seconds: to ask before it goes on. */
  readonly holdAt?: number;
  /** Buttons beside the transport: each sets knobs, and runs again. */
  readonly tries?: readonly { readonly label: string; readonly settings: Settings }[];
  /** A second run beside it, on the same transport: the same key with these knobs over it. */
  readonly beside?: Beside;
  /** A sweep that this step shows: one knob against two measures. */
  readonly sweep?: SweepSpec;
  /** What is to be seen, for readers without a picture. */
  readonly alt: string;
};

/** Two runs with one difference: what the run of the stage is called, what the other is, and what sets it apart. */
export type Beside = { readonly here: string; readonly there: string; readonly settings: Settings };

export type SweepSpec = {
  readonly knob: string;
  readonly values: readonly number[];
  readonly seeds: number;
  readonly x: { readonly measure: string; readonly args?: MeasureArgs; readonly label: string };
  readonly y: { readonly measure: string; readonly args?: MeasureArgs; readonly label: string; readonly log?: boolean };
  /** Curves drawn beside the learner's: other settings. */
  readonly curves: readonly {
    readonly label: string;
    readonly settings: Settings;
    /** Where these settings are turned by another knob than the learner's. */
    readonly knob?: string;
    readonly values?: readonly number[];
  }[];
};

export type Predict = {
  readonly kind: 'predict';
  readonly id: string;
  readonly asks: Html;
  /** Asked before the run may play; the lab of the step is locked until then. */
  readonly answer:
    | { readonly kind: 'choice'; readonly options: readonly Option[] }
    | {
        readonly kind: 'number';
        readonly unit: string;
        readonly min: number;
        readonly max: number;
        readonly step: number;
        readonly right: number;
        readonly tolerance: number;
        readonly traps: readonly { readonly at: number; readonly within: number; readonly says: Html }[];
      };
  /** Asked after the run, before the explanation: what did you see? */
  readonly report?: { readonly asks: Html; readonly options: readonly Option[] };
  /** Shown after both. */
  readonly because: Html;
  /** Bound to the lab: this claim is evaluated in the tests. */
  readonly claim?: Claim;
};

/** A wrong option is what a named misconception would answer; `says` speaks to that one. */
export type Option = { readonly label: Html; readonly right: boolean; readonly says: Html };

/** A number or statement in the prose, bound to a measure of a run. `band` is what the tests accept over seeds. */
export type Claim = {
  readonly scenario: string;
  readonly settings: Settings;
  readonly actions?: readonly Action[];
  readonly measure: string;
  readonly args?: MeasureArgs;
  /** How the values over seeds become one number. */
  readonly fold: 'one' | 'mean' | 'max' | 'min' | 'pooled' | 'runs-with' | 'p99';
  readonly seed?: string;
  readonly seeds?: number;
  readonly digits: number;
  readonly unit: string;
  readonly band: readonly [number, number];
  /** Measured when the lesson was compiled, or null where it has not been yet. */
  readonly value: number | null;
};

export type Quiz = {
  readonly kind: 'quiz';
  readonly items: readonly { readonly asks: Html; readonly options?: readonly Option[]; readonly answer: Html }[];
};

export type Production = {
  readonly kind: 'production';
  readonly systems: readonly {
    readonly id: string;
    readonly title: string;
    /**
     * Text with {knob} and {knob+knob} and {knob*1000} places, filled with the learner's values; {knob:0} rounds to
     * so many decimals. null: no counterpart, and `says` need not say so.
     */
    readonly config: string | null;
    readonly language: string;
    readonly says: Html;
  }[];
};

// Exercises

type Common = {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly says: Html;
  readonly hints: readonly [Html, Html, Html];
  /** What must be understood, shown with the solution. */
  readonly because: Html;
  readonly core: boolean;
};

type OnRuns = Common & {
  readonly scenario: string;
  /** Fixed parts of this exercise, under the learner's settings. */
  readonly base: Settings;
  readonly knobs: readonly string[];
  readonly panels?: readonly string[];
  readonly goals: readonly Goal[];
  readonly score?: {
    readonly measure: string;
    readonly args?: MeasureArgs;
    readonly says: string;
    readonly less: boolean;
  };
};

export type Tune = OnRuns & {
  readonly kind: 'tune';
  readonly starter: Settings;
  readonly solution: Settings;
  readonly wrong: readonly { readonly says: string; readonly settings: Settings; readonly fails: string }[];
};

export type Budget = FaultBudget;

export type Break = OnRuns & {
  readonly kind: 'break';
  readonly budget: Budget;
  readonly starter: readonly Action[];
  readonly solution: readonly Action[];
  readonly wrong: readonly { readonly says: string; readonly actions: readonly Action[]; readonly fails: string }[];
};

/** Six runs, each with something to name; the right answers are computed from the runs, never written down. */
export type Diagnose = Common & {
  readonly kind: 'diagnose';
  readonly asks: 'refutes' | 'fault';
  readonly pass: number;
  readonly cases: readonly {
    readonly id: string;
    readonly scenario: string;
    readonly settings: Settings;
    /** The run is frozen here, seconds. */
    readonly freeze?: number;
    /** Said after the answer. */
    readonly because: Html;
  }[];
  /** Probes allowed a case. */
  readonly probes: number;
  /** Strategies that must not pass, as data for the tests: always this answer. */
  readonly wrong: readonly { readonly says: string; readonly answer: Plain }[];
};

/** Numbers read off a curve or worked out: the seed draws the figures, a formula of the lab gives the answer. */
export type Reckon = Common & {
  readonly kind: 'reckon';
  /** To be read from; drawn from a formula of one figure when the lesson was compiled. */
  readonly curve?: {
    readonly formula: string;
    /** What stands along the axes. */
    readonly x: string;
    readonly y: string;
    readonly points: readonly (readonly [number, number])[];
  };
  readonly questions: readonly {
    readonly id: string;
    /** With {mean} and the like where the figures belong. */
    readonly asks: Html;
    readonly figures: { readonly [name: string]: FigureRange & { readonly unit: string } };
    /** The formula that is right, by name. */
    readonly answer: string;
    /** Unit of the answer, or ''. */
    readonly unit: string;
    /** Decimals with which the right answer is told. */
    readonly digits: number;
    readonly tolerance: Tolerance;
    /** What a misreading would answer; `says` speaks to whoever misread so. */
    readonly wrong: readonly { readonly formula: string; readonly says: Html }[];
    /** The way to the answer, with sums of figures as places: {silence-mean/std:2}. {answer} is the answer. */
    readonly because: Html;
  }[];
  /** Strategies that must not pass, as data for the tests: a formula for each question. */
  readonly wrong: readonly { readonly says: string; readonly answers: { readonly [question: string]: string } }[];
};

export type Exercise = Tune | Break | Diagnose | Reckon;

export type { Knob };

/** A lesson as the contents page knows it: enough for a line with its question and how far the learner has come. */
export type Contents = Pick<Lesson, 'id' | 'title' | 'question' | 'part' | 'minutes' | 'goals'> & {
  readonly steps: readonly { readonly id: string; readonly title: string; readonly core: boolean }[];
  /** In the order of the steps. */
  readonly exercises: readonly {
    readonly id: string;
    readonly title: string;
    readonly version: number;
    readonly core: boolean;
  }[];
};
