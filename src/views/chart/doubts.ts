// How a judgement is marked along time: a diamond where somebody is suspected, a tall bar where somebody is failed
// over. The one often follows close upon the other, so the bar stands out above and below. Filled where it was right,
// hollow where it was wrong.

import type { Mark } from '../../worker/api.ts';

export function isDoubt(mark: Mark): boolean {
  return mark.kind === 'suspicion' || mark.kind === 'failover';
}

/** The mark as a path about a point; a diamond reaches `r` to each side. */
export function doubtPath({ kind }: Mark, x: number, y: number, r: number): string {
  if (kind === 'failover') return `M${x - 2} ${y - r - 4}h4v${2 * r + 8}h-4z`;
  return `M${x} ${y - r}l${r} ${r}l${-r} ${r}l${-r} ${-r}z`;
}
