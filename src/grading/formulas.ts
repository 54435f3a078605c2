// Numbers that a lesson may ask for, and the misreadings that lead to other numbers. Every level and every allowed
// silence here is a detector's own answer: it is given two gaps, one deviation below the mean and one above it, so
// that its window has exactly the figures of the question, and is then asked. A misreading is a formula like any
// other; a question says which of them is right. Figures are seconds, thresholds and levels have no unit.

import { defaults } from '../kernel/fields.ts';
import { ln10 } from '../kernel/math.ts';
import { registry, type Entry, type Registry } from '../kernel/registry.ts';
import type { Detector } from '../patterns/detectors/detector.ts';
import { emptyWindow, push, type IntervalWindow } from '../patterns/detectors/interval-window.ts';
import { phiAkka } from '../patterns/detectors/phi-akka.ts';
import { phiNormal } from '../patterns/detectors/phi-normal.ts';

export type Figures = { readonly [name: string]: number };

export type Formula = Entry & {
  /** Figures that it needs, by name. */
  readonly params: readonly string[];
  readonly unit: '' | 's';
  compute(figures: Figures): number;
};

type Phi = {
  /** The level of a silence. */
  level(mean: number, std: number, silence: number): number;
  /** The silence at which the level reaches a threshold. */
  silence(mean: number, std: number, threshold: number): number;
};

type Windowed = { lastHeard: number | null; window: IntervalWindow };

/** A detector without floor and pause, which a question about the bare curve leaves out. */
function bare<P extends { threshold: number; floor: number; pause: number }>(detector: Detector<P, Windowed>): Phi {
  const params = (threshold: number): P => ({ ...defaults(detector.params), floor: 0, pause: 0, threshold });
  const learnt = (mean: number, std: number): Windowed => {
    const window = emptyWindow();
    for (const gap of [mean - std, mean + std]) push(window, 2, gap);
    return { lastHeard: 0, window };
  };
  return {
    level: (mean, std, silence) => detector.level(learnt(mean, std), params(1), silence),
    silence: (mean, std, threshold) => detector.due(learnt(mean, std), params(threshold)) ?? Infinity,
  };
}

const normal = bare(phiNormal);
const akka = bare(phiAkka);

/** Any mean and deviation give the same curve over deviations. */
const overSigmas = ({ sigmas }: Figures): number => normal.level(1, 0.1, 1 + 0.1 * sigmas!);

const LEVEL = { params: ['mean', 'std', 'silence'], unit: '' } as const;
const SILENCE = { params: ['mean', 'std', 'threshold'], unit: 's' } as const;
const WAIT = { params: ['mean', 'std', 'from', 'to'], unit: 's' } as const;

function level(id: string, title: string, of: (mean: number, std: number, silence: number) => number): Formula {
  return { id, title, ...LEVEL, compute: (f) => of(f['mean']!, f['std']!, f['silence']!) };
}

function silence(id: string, title: string, of: (mean: number, std: number, threshold: number) => number): Formula {
  return { id, title, ...SILENCE, compute: (f) => of(f['mean']!, f['std']!, f['threshold']!) };
}

/** What turning the threshold from one value to another adds to a silence. */
function wait(id: string, title: string, of: (mean: number, std: number, threshold: number) => number): Formula {
  const compute = (f: Figures): number => of(f['mean']!, f['std']!, f['to']!) - of(f['mean']!, f['std']!, f['from']!);
  return { id, title, ...WAIT, compute };
}

/** Everything in proportion to what it is at the first of two thresholds. */
function proportional(
  id: string,
  title: string,
  of: (mean: number, std: number, threshold: number) => number,
): Formula {
  const compute = (f: Figures): number => of(f['mean']!, f['std']!, f['from']!) * (f['to']! / f['from']! - 1);
  return { id, title, ...WAIT, compute };
}

const sigmas = (mean: number, std: number, silent: number): number => (silent - mean) / std;
const beyond = (mean: number, std: number, threshold: number): number => normal.silence(mean, std, threshold) - mean;

/** The threshold from which somebody who draws a straight line measures: the usual default. */
const USUAL = 8;

export const formulas: Registry<Formula> = registry<Formula>(
  { id: 'phi-normal-curve', title: 'phi over deviations', params: ['sigmas'], unit: '', compute: overSigmas },
  level('phi-normal-level', 'phi of a silence; or the threshold that allows it', normal.level),
  level('phi-akka-level', 'the same on the logistic curve', akka.level),
  level('sigmas-level', 'deviations beyond the mean, taken for phi', sigmas),
  level('natural-level', 'phi with the natural logarithm', (mean, std, t) => normal.level(mean, std, t) * ln10),
  level('whole-level', 'phi of the whole silence, the mean not taken off', (mean, std, t) =>
    normal.level(mean, std, t + mean),
  ),
  level('linear-level', 'phi as a straight line through the usual 8', (mean, std, t) => {
    return (USUAL * (t - mean)) / beyond(mean, std, USUAL);
  }),
  silence('phi-normal-silence', 'the silence that a threshold allows', normal.silence),
  silence('phi-akka-silence', 'the same on the logistic curve', akka.silence),
  wait('phi-normal-wait', 'what another threshold adds to the silence allowed', normal.silence),
  wait('phi-akka-wait', 'the same on the logistic curve', akka.silence),
  wait('sigmas-wait', 'a deviation for each unit of the threshold', (_, std, threshold) => std * threshold),
  proportional('linear-wait', 'deviations in proportion to the threshold', beyond),
  proportional('whole-wait', 'the whole silence in proportion to the threshold', normal.silence),
);

/** Throws on an unknown name: content is checked before it comes here. */
export function formulaOf(id: string): Formula {
  const found = formulas.get(id);
  if (found === undefined) throw new Error(`there is no formula ${id}`);
  return found;
}
