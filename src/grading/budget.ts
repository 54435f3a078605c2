// What a "break" exercise allows: which faults, on what, how many, how much in all, how long each, when, and how
// close together. A script over its budget is not run. Rules find what is wrong as data; the sentences for a file are
// made here, with the field in front, and the page has its own.

import type { Action } from '../scenarios/scenario.ts';

export type FaultBudget = {
  /** Fault kinds allowed. */
  readonly kinds: readonly string[];
  /** What they may be done to, as actions name it; anything, where it is absent. */
  readonly on?: readonly string[];
  readonly most: number;
  /** Upper limit, seconds, on the sum of one parameter over all actions. */
  readonly total?: { readonly param: string; readonly most: number };
  /** Each ends at most so many seconds after it began. */
  readonly lasts?: number;
  /** Seconds of the run between which each begins and ends. */
  readonly within?: readonly [number, number];
  /** Each begins at least so many seconds after the one before it began. */
  readonly apart?: number;
};

/** One thing that is too much. `action`: its place in the script. Amounts are in seconds. */
export type Breach =
  | { readonly rule: 'kind'; readonly action: number; readonly kind: string }
  | { readonly rule: 'on'; readonly action: number; readonly on: string }
  | { readonly rule: 'most'; readonly count: number }
  | { readonly rule: 'total'; readonly sum: number }
  /** `lasts`: Infinity if it never ends. */
  | { readonly rule: 'lasts'; readonly action: number; readonly lasts: number }
  | { readonly rule: 'early'; readonly action: number; readonly at: number }
  /** `until`: Infinity if it never ends. */
  | { readonly rule: 'late'; readonly action: number; readonly until: number }
  | { readonly rule: 'apart'; readonly action: number; readonly after: number };

export type BudgetProblem = { readonly field: string; readonly says: string };

/** Sums of hundredths miss by less than this. */
const SLACK = 1e-9;

/** What goes beyond the budget, the strangest first: a kind, a place, too many, too much, and each action's own. */
export function breaches(budget: FaultBudget, actions: readonly Action[]): readonly Breach[] {
  const { kinds, on: places, most, total } = budget;
  const found: Breach[] = actions.flatMap(({ kind }, action) =>
    kinds.includes(kind) ? [] : [{ rule: 'kind' as const, action, kind }],
  );
  actions.forEach(({ on }, action) => {
    if (places !== undefined && !places.includes(on)) found.push({ rule: 'on', action, on });
  });
  if (actions.length > most) found.push({ rule: 'most', count: actions.length });
  const sum = total ? used(actions, total.param) : 0;
  if (total && sum > total.most + SLACK) found.push({ rule: 'total', sum });
  actions.forEach((one, action) => found.push(...ownBreaches(budget, one, action)));
  return [...found, ...tooClose(budget, actions)];
}

function ownBreaches({ lasts, within }: FaultBudget, one: Action, action: number): Breach[] {
  const at = one.at / 1e6;
  const until = one.until === undefined ? Infinity : one.until / 1e6;
  const found: Breach[] = [];
  if (lasts !== undefined && until - at > lasts + SLACK) found.push({ rule: 'lasts', action, lasts: until - at });
  if (within && at < within[0] - SLACK) found.push({ rule: 'early', action, at });
  if (within && until > within[1] + SLACK) found.push({ rule: 'late', action, until });
  return found;
}

/** Scripts are written in any order, so neighbours are found by time. */
function tooClose({ apart }: FaultBudget, actions: readonly Action[]): Breach[] {
  if (apart === undefined) return [];
  const order = actions.map((one, action) => ({ at: one.at / 1e6, action })).sort((a, b) => a.at - b.at);
  return order.slice(1).flatMap(({ at, action }, i) => {
    const after = at - order[i]!.at;
    return after < apart - SLACK ? [{ rule: 'apart' as const, action, after }] : [];
  });
}

export function overBudget(budget: FaultBudget, actions: readonly Action[]): readonly BudgetProblem[] {
  return breaches(budget, actions).map((breach) => problemOf(breach, budget));
}

function problemOf(breach: Breach, budget: FaultBudget): BudgetProblem {
  switch (breach.rule) {
    case 'kind':
      return field(breach.action, 'kind', `must be ${budget.kinds.join(' or ')}, not ${breach.kind}`);
    case 'on':
      return field(breach.action, 'on', `must be ${budget.on!.join(' or ')}, not ${breach.on}`);
    case 'most': {
      const most = budget.most === 1 ? 'one action' : `${budget.most} actions`;
      return { field: 'actions', says: `may be at most ${most}; there are ${breach.count}` };
    }
    case 'total': {
      const { param, most } = budget.total!;
      return { field: `actions.*.${param}`, says: `may add up to at most ${most} s; it is ${seconds(breach.sum)}` };
    }
    case 'lasts':
      return field(breach.action, 'until', `must come at most ${budget.lasts} s after its beginning`);
    case 'early':
      return field(breach.action, 'at', `must not come before ${budget.within![0]} s; it is ${seconds(breach.at)}`);
    case 'late':
      return field(breach.action, 'until', `must not come after ${budget.within![1]} s`);
    case 'apart':
      return field(
        breach.action,
        'at',
        `must come ${budget.apart} s after the one before; it is ${seconds(breach.after)}`,
      );
  }
}

function field(action: number, name: string, says: string): BudgetProblem {
  return { field: `actions.${action}.${name}`, says };
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

/** How much of the limited parameter a script uses, seconds: for the meter. */
export function used(actions: readonly Action[], param: string): number {
  let sum = 0;
  for (const action of actions) {
    const value = action[param];
    if (typeof value === 'number') sum += value;
  }
  return sum;
}
