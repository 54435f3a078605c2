// Chandra and Toueg's two kinds of promise (JACM 43(2), 1996): completeness, that the crashed are
// suspected, and accuracy, that the living are not. The classes (P, S and so on) are of detectors, over
// all their endless runs; a run that ends can only be consistent with them as far as it goes. It refutes
// strong or weak accuracy for good, it can leave completeness unmet so far, and about "eventually" it
// says nothing. Crash-stop processes: whoever crashes stays down.

/** Processes are numbered from 0. A suspicion holds from `from` up to, not including, `to`; null: to the horizon. */
export type Suspicion = {
  readonly observer: number;
  readonly target: number;
  readonly from: number;
  readonly to: number | null;
};

export type FiniteRun = {
  readonly processes: number;
  /** Time of crash by process; who is not in it is correct. */
  readonly crashes: ReadonlyMap<number, number>;
  readonly horizon: number;
  readonly suspicions: readonly Suspicion[];
};

export type ClassName = 'P' | 'S' | 'Q' | 'W' | 'diamondP' | 'diamondS' | 'diamondQ' | 'diamondW';

/** As the run stands at its horizon. */
export type Properties = {
  readonly strongCompleteness: boolean;
  readonly weakCompleteness: boolean;
  readonly strongAccuracy: boolean;
  readonly weakAccuracy: boolean;
  readonly eventualStrongAccuracy: boolean;
  readonly eventualWeakAccuracy: boolean;
  readonly consistentWith: readonly ClassName[];
};

export function properties(run: FiniteRun): Properties {
  const correct: number[] = [];
  for (let i = 0; i < run.processes; i++) if (!run.crashes.has(i)) correct.push(i);
  const crashed = [...run.crashes.keys()];
  // Held on the last segment, just before the horizon.
  const last = run.suspicions.filter((s) => holds(s) && s.from < run.horizon && end(s, run) >= run.horizon);
  const atLast = (observer: number, target: number): boolean =>
    last.some((s) => s.observer === observer && s.target === target);
  const wrong = run.suspicions.filter(
    (s) => holds(s) && s.from < run.horizon && s.from < (run.crashes.get(s.target) ?? Infinity),
  );
  const held = {
    strongCompleteness: crashed.every((c) => correct.every((o) => atLast(o, c))),
    weakCompleteness: crashed.every((c) => correct.some((o) => atLast(o, c))),
    strongAccuracy: wrong.length === 0,
    weakAccuracy: correct.some((c) => !wrong.some((s) => s.target === c)),
    eventualStrongAccuracy: correct.every((c) => correct.every((o) => !atLast(o, c))),
    eventualWeakAccuracy: correct.some((c) => correct.every((o) => !atLast(o, c))),
  };
  return { ...held, consistentWith: classes(held) };
}

/** One that ends as it begins never held. */
function holds(s: Suspicion): boolean {
  return s.to === null || s.to > s.from;
}

function end(s: Suspicion, run: FiniteRun): number {
  return s.to ?? run.horizon;
}

function classes(held: Omit<Properties, 'consistentWith'>): ClassName[] {
  const { strongCompleteness: strong, weakCompleteness: weak } = held;
  const all: readonly (readonly [ClassName, boolean])[] = [
    ['P', strong && held.strongAccuracy],
    ['S', strong && held.weakAccuracy],
    ['Q', weak && held.strongAccuracy],
    ['W', weak && held.weakAccuracy],
    ['diamondP', strong && held.eventualStrongAccuracy],
    ['diamondS', strong && held.eventualWeakAccuracy],
    ['diamondQ', weak && held.eventualStrongAccuracy],
    ['diamondW', weak && held.eventualWeakAccuracy],
  ];
  return all.filter(([, consistent]) => consistent).map(([name]) => name);
}

/** What a run shows beyond doubt, and what it has not shown yet. There is no entry for anything "eventual". */
export type Refutation = {
  /** No continuation of the run can make these true. */
  readonly refuted: readonly ('strong-accuracy' | 'weak-accuracy')[];
  /** Not met at the horizon; a longer run might. */
  readonly unmet: readonly ('strong-completeness' | 'weak-completeness')[];
};

export function refutes(run: FiniteRun): Refutation {
  const p = properties(run);
  const refuted: Refutation['refuted'][number][] = [];
  const unmet: Refutation['unmet'][number][] = [];
  if (!p.strongAccuracy) refuted.push('strong-accuracy');
  if (!p.weakAccuracy) refuted.push('weak-accuracy');
  if (!p.strongCompleteness) unmet.push('strong-completeness');
  if (!p.weakCompleteness) unmet.push('weak-completeness');
  return { refuted, unmet };
}
