// One claim, measured in the lab: its runs, and what they come to. The measuring script prints it into the lesson;
// the tests hold it against the claim's band, on seeds of their own.

import type { Claim } from '../content/blocks.ts';
import { fold } from '../content/fold.ts';
import type { Goal } from '../grading/goal.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import type { LabApi } from '../worker/api.ts';

/** The seeds on which the lesson's own numbers are measured: those that a learner's stage counts through. */
export function seedsOf(claim: Claim): readonly string[] {
  if (claim.fold === 'one') return [claim.seed ?? '1'];
  return Array.from({ length: claim.seeds ?? 1 }, (_, i) => String(i + 1));
}

/** null: no run exercised the measure. */
export async function evaluate(
  lab: LabApi,
  claim: Claim,
  scenario: Scenario,
  seeds: readonly string[] = seedsOf(claim),
): Promise<number | null> {
  // A goal that every value meets: grading then answers with the value of each run.
  const goal: Goal = {
    id: 'claim',
    says: '',
    short: '',
    measure: claim.measure,
    ...(claim.args === undefined ? {} : { args: claim.args }),
    is: ['>=', Number.NEGATIVE_INFINITY],
    over: { seeds: seeds.length, need: 'every' },
  };
  const key = {
    scenario: { id: scenario.id, version: scenario.version },
    settings: claim.settings,
    seed: seeds[0] ?? '1',
    actions: claim.actions ?? [],
  };
  const samples = await lab.grade({ key, goals: [goal], seeds });
  return fold(
    claim.fold,
    samples.map((sample) => sample.goals[0] ?? { value: null }),
  );
}
