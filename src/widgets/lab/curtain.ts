// What may be told while the truth is covered: that somebody suspects, trusts or gives up somebody, and when. Not
// what was done to the cluster, and not whether a suspicion is right.

import type { Mark } from '../../worker/api.ts';

export function covered(marks: readonly Mark[]): readonly Mark[] {
  return marks
    .filter((mark) => mark.kind === 'suspicion' || mark.kind === 'trust' || mark.kind === 'failover')
    .map(({ at, row, kind, says, node }) => ({ at, row, kind, says, node }));
}
