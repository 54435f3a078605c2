// From a script that does it to the smallest that still does: leave out what is not needed, then make what is
// left as small as it will go. The test is a run, so the number of tries is bounded. What remains is minimal
// in the sense that no single step further holds: no action can be left out, no number can be a step smaller
// (as long as smaller never does more, which is true of delays and lengths of time).

import type { Action } from '../scenarios/scenario.ts';

export type ShrinkOptions = {
  /** Parameters that may be made smaller, in seconds as actions hold them. */
  readonly params?: readonly string[];
  /** Size of a step, seconds. */
  readonly step?: number;
  /** How many scripts may be tried. */
  readonly tries?: number;
};

export type Shrunk = {
  readonly actions: readonly Action[];
  readonly tried: number;
  /** False: the tries ran out first, or the script never held. */
  readonly minimal: boolean;
};

type Trial<T> = Generator<readonly Action[], T, boolean>;
type Test = (script: readonly Action[]) => Trial<boolean>;

/** A number of one action that can be set anew, counted in steps. */
type Lever = { readonly steps: number; readonly set: (steps: number) => Action };

/** Yields each script that is to be tried, and is told whether it holds: whoever tries them may take its time. */
export function* shrinking(
  actions: readonly Action[],
  { params = ['by'], step = 0.01, tries = 200 }: ShrinkOptions = {},
): Generator<readonly Action[], Shrunk, boolean> {
  let tried = 0;
  function* test(script: readonly Action[]): Trial<boolean> {
    if (tried >= tries) return false;
    tried++;
    return yield script;
  }
  if (!(yield* test(actions))) return { actions, tried, minimal: false };
  let best = actions;
  let before: readonly Action[];
  do {
    before = best;
    best = yield* dropped(best, test);
    for (let i = 0; i < best.length; i++) best = yield* lowered(best, i, params, step, test);
  } while (best !== before && tried < tries);
  return { actions: best, tried, minimal: best === before && tried < tries };
}

/** The same, all at once. */
export function shrink(
  actions: readonly Action[],
  holds: (actions: readonly Action[]) => boolean,
  options: ShrinkOptions = {},
): Shrunk {
  const trials = shrinking(actions, options);
  let next = trials.next();
  while (!next.done) next = trials.next(holds(next.value));
  return next.value;
}

/** Leaves out one action after another, the last first: what comes late is more often not needed. */
function* dropped(script: readonly Action[], test: Test): Trial<readonly Action[]> {
  let best = script;
  for (let i = script.length - 1; i >= 0; i--) {
    const without = best.filter((_, j) => j !== i);
    if (yield* test(without)) best = without;
  }
  return best;
}

function* lowered(
  script: readonly Action[],
  index: number,
  params: readonly string[],
  step: number,
  test: Test,
): Trial<readonly Action[]> {
  let best = script;
  for (const name of [...params, 'until']) {
    const lever = leverOf(best[index]!, name, step);
    if (!lever) continue;
    // Nothing at all is taken to fail: leaving the action out was tried before.
    let fails = 0;
    let does = lever.steps;
    while (does - fails > 1) {
      const middle = Math.floor((fails + does) / 2);
      const candidate = best.map((action, i) => (i === index ? lever.set(middle) : action));
      if (yield* test(candidate)) {
        does = middle;
        best = candidate;
      } else fails = middle;
    }
  }
  return best;
}

function leverOf(action: Action, name: string, step: number): Lever | null {
  if (name === 'until') {
    const { at, until } = action;
    if (until === undefined) return null;
    const micros = Math.round(step * 1e6);
    return { steps: Math.ceil((until - at) / micros), set: (n) => ({ ...action, until: at + n * micros }) };
  }
  const value = action[name];
  if (typeof value !== 'number') return null;
  const perUnit = Math.round(1 / step);
  // A hair's breadth is taken off, so that 0.29 / 0.01 counts 29 steps and not 30.
  const steps = Math.ceil(value * perUnit - 1e-9);
  return { steps, set: (n) => ({ ...action, [name]: n / perUnit }) };
}
