// Where two runs part, told of real runs: five nodes with a fixed timeout, as in the first lesson.

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Run, RunKey, Scenario } from '../../src/worker/api.ts';
import { localLab } from '../../src/worker/local.ts';
import { firstBelief, firstOf } from '../../src/widgets/lab/first-difference.ts';
import type { First } from '../../src/widgets/lab/first-difference.ts';

const file = new URL('../../lessons/heartbeats-and-timeouts/mesh5.scenario.json', import.meta.url);
const scenario = JSON.parse(readFileSync(file, 'utf8')) as Scenario;
const lab = localLab({ [scenario.id]: scenario });

const key = (more: Partial<RunKey>): RunKey => ({
  scenario: { id: scenario.id, version: scenario.version },
  settings: { T: 2 },
  seed: '1',
  actions: [{ kind: 'crash', on: 'n3', at: 20_000_001 }],
  ...more,
});

let base: Run;
beforeAll(async () => {
  base = await lab.run(key({}));
});

async function against(more: Partial<RunKey>): Promise<{ readonly first: First | null; readonly other: Run }> {
  const other = await lab.run(key(more));
  const found = await lab.diverge(base.key, other.key);
  return { first: found === null ? null : firstOf(base, other, found), other };
}

describe('the first difference', () => {
  it('is none between a run and itself', async () => {
    expect((await against({})).first).toBeNull();
  });

  it('of a shorter timeout is a suspicion that the longer one has later', async () => {
    const { first } = await against({ settings: { T: 1.5 } });
    expect(first?.rows?.b).toMatch(/^n\d suspects n\d$/);
    expect(first?.rows?.a).toMatch(/^(not until \d+\.\d\d s|this never happens here)$/);
    expect(first?.at).toBeGreaterThan(0);
  });

  it('of an action is that action, at its moment', async () => {
    const { first } = await against({ actions: [] });
    expect(first?.at).toBe(20_000_001);
    expect(first?.rows?.a).toMatch(/n3/);
    expect(first?.rows?.b).toBe('this never happens here');
    expect(first?.then?.says).toMatch(/never suspects n3/);
  });

  it('of another seed lies at the very beginning, and what came of it later', async () => {
    const { first } = await against({ seed: '2' });
    expect(first?.at).toBeLessThan(1_500_000);
    expect(first?.then === null || first === null || first.then.at > first.at).toBe(true);
  });

  it('behind the curtain is the first that somebody believes, and nothing of what happened', async () => {
    const { other } = await against({ actions: [] });
    const told = firstBelief(base, other);
    expect(told?.rows).toBeNull();
    expect(told?.at).toBeGreaterThan(20_000_001);
    expect(firstBelief(base, base)).toBeNull();
  });
});
