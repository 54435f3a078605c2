// Every number that the prose takes from the lab: it is what the lab measures today, on the seeds that it was
// measured on, and it lies in its band there and on seeds that nobody looked at when the text was written. Claims
// about the same runs share them.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seedsOf } from '../../src/cli/evaluate.ts';
import type { Claim } from '../../src/content/blocks.ts';
import { fold } from '../../src/content/fold.ts';
import { hiddenSeeds } from '../../src/grading/seeds.ts';
import type { Goal } from '../../src/worker/api.ts';
import { lessons, type Proof } from './lesson.ts';

const UNSEEN = 60;

type Named = readonly [name: string, claim: Claim];
type Measured = { readonly [name: string]: { readonly value: number } };

/** Claims that are about the same runs. */
function groupsOf({ claims }: Proof): readonly (readonly Named[])[] {
  const groups = Object.entries(claims).reduce((all, [name, claim]) => {
    const { scenario, settings, actions, fold: how, seed, seeds } = claim;
    const same = JSON.stringify([scenario, settings, actions, how === 'one' ? seed : seeds]);
    return all.set(same, [...(all.get(same) ?? []), [name, claim]]);
  }, new Map<string, readonly Named[]>());
  return [...groups.values()];
}

describe.each(lessons.map((proof) => [proof.id, proof] as const))('%s', (id, proof) => {
  const measured = JSON.parse(readFileSync(`lessons/${id}/measured.json`, 'utf8')) as Measured;

  it('compiles without a problem, values of claims apart', () => {
    expect(proof.problems).toEqual([]);
  });

  it.each(groupsOf(proof).map((group) => [group.map(([name]) => name).join(', '), group] as const))(
    'says what the lab measures: %s',
    async (_, group) => {
      const seeds = seedsOf(group[0]![1]);
      const own = await values(proof, group, seeds);
      const others = await values(proof, group, hiddenSeeds('claims', Math.min(UNSEEN, seeds.length)));
      group.forEach(([name, claim], i) => {
        expect(Number(own[i]!.toPrecision(6)), name).toBe(measured[name]?.value);
        for (const value of [own[i], others[i]]) {
          expect(value, name).toBeGreaterThanOrEqual(claim.band[0]);
          expect(value, name).toBeLessThanOrEqual(claim.band[1]);
        }
      });
    },
  );
});

/** The value of each claim over these seeds; "so many runs of 200" in proportion. */
async function values(
  { lab, keyOf }: Proof,
  group: readonly Named[],
  seeds: readonly string[],
): Promise<readonly number[]> {
  const { scenario, settings, actions } = group[0]![1];
  const goals = group.map(([id, { measure, args }]): Goal => {
    const over = { seeds: seeds.length, need: 'every' as const };
    return { id, says: '', short: '', measure, ...(args && { args }), is: ['>=', Number.NEGATIVE_INFINITY], over };
  });
  const samples = await lab.grade({ key: keyOf(scenario, settings, seeds[0]!, actions), goals, seeds });
  return group.map(([, claim], i) => {
    const folded = fold(
      claim.fold,
      samples.map((sample) => sample.goals[i]!),
    );
    return claim.fold === 'runs-with' ? (folded! * claim.seeds!) / seeds.length : folded!;
  });
}
