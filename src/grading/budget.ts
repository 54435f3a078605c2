// What a "break" exercise allows. A script over its budget is not run; each problem names its field.

import type { Action } from '../scenarios/scenario.ts';

export type FaultBudget = {
  /** Fault kinds allowed. */
  readonly kinds: readonly string[];
  readonly most: number;
  /** Upper limit, seconds, on the sum of one parameter over all actions. */
  readonly total?: { readonly param: string; readonly most: number };
};

export type BudgetProblem = { readonly field: string; readonly says: string };

export function overBudget(budget: FaultBudget, actions: readonly Action[]): readonly BudgetProblem[] {
  const problems: BudgetProblem[] = [];
  actions.forEach(({ kind }, i) => {
    if (budget.kinds.includes(kind)) return;
    problems.push({ field: `actions.${i}.kind`, says: `must be ${budget.kinds.join(' or ')}, not ${kind}` });
  });
  if (actions.length > budget.most) {
    const most = budget.most === 1 ? 'one action' : `${budget.most} actions`;
    problems.push({ field: 'actions', says: `may be at most ${most}; there are ${actions.length}` });
  }
  const { total } = budget;
  if (total && used(actions, total.param) > total.most + 1e-9) {
    const sum = used(actions, total.param).toFixed(2);
    problems.push({ field: `actions.*.${total.param}`, says: `may add up to at most ${total.most} s; it is ${sum} s` });
  }
  return problems;
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
