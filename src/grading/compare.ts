// One comparison, and which of two values is further on the wrong side of it.

import type { Comparison } from './goal.ts';

export function compares(value: number, is: readonly [Comparison, number]): boolean {
  const [op, limit] = is;
  switch (op) {
    case '<=':
      return value <= limit;
    case '>=':
      return value >= limit;
    case '<':
      return value < limit;
    case '>':
      return value > limit;
    case '==':
      return value === limit;
    default:
      return op satisfies never;
  }
}

/** How bad a value is, for sorting: the larger the worse, and above 0 on the wrong side. */
export function badness(value: number, is: readonly [Comparison, number]): number {
  const [op, limit] = is;
  switch (op) {
    case '<=':
    case '<':
      return value - limit;
    case '>=':
    case '>':
      return limit - value;
    case '==':
      return Math.abs(value - limit);
    default:
      return op satisfies never;
  }
}

/**
 * Does a value that is only a lower bound decide the comparison? true or false where every value from there on
 * gives the same answer, null where it does not.
 */
export function comparesFrom(bound: number, is: readonly [Comparison, number]): boolean | null {
  const [op, limit] = is;
  switch (op) {
    case '<=':
      return bound > limit ? false : null;
    case '<':
      return bound >= limit ? false : null;
    case '>=':
    case '>':
      return compares(bound, is) ? true : null;
    case '==':
      return bound > limit ? false : null;
    default:
      return op satisfies never;
  }
}
