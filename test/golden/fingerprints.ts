// What a key's run comes to, in a few figures.

import type { RunKey } from '../../src/scenarios/scenario.ts';
import { checkKey, planOf, runNow } from '../../src/worker/run-key.ts';
import { typeIndex } from '../../src/world/vocabulary.ts';

const SUSPECT = typeIndex('suspect');

export type Outcome = {
  readonly fingerprint: string;
  readonly events: number;
  readonly rows: number;
  readonly suspicions: number;
};

export function outcome(key: RunKey): Outcome {
  const answer = checkKey({}, key);
  if (!answer.ok) throw new Error(answer.problems.map(({ field, says }) => `${field} ${says}`).join('; '));
  const { kernel } = runNow(planOf({}, key), key.seed).world;
  const { length, type } = kernel.record.columns();
  return {
    fingerprint: kernel.record.fingerprint(),
    events: kernel.ordinal,
    rows: length,
    suspicions: type.filter((one) => one === SUSPECT).length,
  };
}
