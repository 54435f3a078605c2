// From a run key to a world: the scenario found, the knobs settled, everything compiled. Used by all that
// run anything.

import type { Plan } from '../world/plan.ts';
import { World, type WorldSnapshot } from '../world/world.ts';
import { compile } from '../scenarios/compile.ts';
import type { RunKey, Scenario } from '../scenarios/scenario.ts';
import { parseKey, parseScenario, type Answer, type Problem } from '../scenarios/schema.ts';
import { applied, settle } from '../scenarios/settings.ts';
import { Snapshots } from '../kernel/snapshots.ts';

/** Scenarios by id: what the page's lessons hold. */
export type ScenarioBook = { readonly [id: string]: Scenario };

/** Work advances in slices, so that a worker can hear that it is no longer wanted. */
export const SLICE_EVENTS = 20_000;

/** A world that ran to its end. */
export type Done = {
  readonly world: World;
  readonly plan: Plan;
  readonly snapshots: Snapshots<WorldSnapshot> | null;
  readonly stopped: string | null;
  /** Microseconds computed. */
  readonly until: number;
};

export function scenarioOf(book: ScenarioBook, key: RunKey): Answer<Scenario> {
  const named = key.scenario;
  if ('inline' in named) return { ok: true, value: named.inline };
  const found = Object.hasOwn(book, named.id) ? book[named.id] : undefined;
  if (!found) return problem('scenario.id', `there is no lab called ${named.id}`);
  if (found.version !== named.version) {
    return problem(
      'scenario.version',
      `this lab is now version ${found.version}; the link was made with version ${named.version}`,
    );
  }
  return { ok: true, value: found };
}

/** A key from outside: its shape, then its meaning. The answer is snapped and has every field in order. */
export function checkKey(book: ScenarioBook, from: unknown): Answer<RunKey> {
  const shape = parseKey(from);
  if (!shape.ok) return shape;
  const key = shape.value;
  const scenario = scenarioOf(book, key);
  if (!scenario.ok) return scenario;
  const problems: Problem[] = [];
  const settings = settle(scenario.value.knobs, key.settings, problems);
  if (problems.length > 0) return { ok: false, problems };
  let set: Scenario;
  try {
    set = applied(scenario.value, settings);
  } catch (error) {
    // A knob of an inline scenario may point to a place that is not there.
    return problem('scenario.inline.knobs', error instanceof Error ? error.message : 'cannot be applied');
  }
  // Nor may it write what the schema would have refused.
  const again = parseScenario(set);
  if (!again.ok) return again;
  const plan = compile(scenario.value, settings, key.seed, key.actions);
  if (!plan.ok) return plan;
  return { ok: true, value: { scenario: key.scenario, settings, seed: key.seed, actions: key.actions } };
}

/** The plan of a key that has been checked; throws what check() would have said. */
export function planOf(book: ScenarioBook, key: RunKey): Plan {
  const scenario = scenarioOf(book, key);
  if (!scenario.ok) throw new Error(saying(scenario.problems));
  const plan = compile(scenario.value, key.settings, key.seed, key.actions);
  if (!plan.ok) throw new Error(saying(plan.problems));
  return plan.value;
}

/** Runs a plan to its horizon. `pause` is awaited between slices, with the share done. */
export async function runToEnd(plan: Plan, seed: string, pause: (done: number) => Promise<void>): Promise<Done> {
  const world = new World(plan, seed);
  const snapshots = new Snapshots<WorldSnapshot>();
  for (;;) {
    const halt = world.run(plan.until, 2_000);
    if (halt.why === 'horizon') return { world, plan, snapshots, stopped: null, until: plan.until };
    if (halt.why === 'bound') return { world, plan, snapshots, stopped: halt.says, until: world.kernel.now };
    if (snapshots.wanted(world.kernel.ordinal)) snapshots.add(world.kernel.ordinal, world.save());
    if (world.kernel.ordinal % SLICE_EVENTS === 0) await pause(world.kernel.now / plan.until);
  }
}

/** The same at once, without snapshots: for grading. */
export function runNow(plan: Plan, seed: string): Done {
  const world = new World(plan, seed);
  const halt = world.run(plan.until);
  const stopped = halt.why === 'bound' ? halt.says : null;
  return { world, plan, snapshots: null, stopped, until: stopped ? world.kernel.now : plan.until };
}

function saying(problems: readonly Problem[]): string {
  return problems.map(({ field, says }) => `${field} ${says}`).join('; ');
}

function problem(field: string, says: string): { readonly ok: false; readonly problems: readonly Problem[] } {
  return { ok: false, problems: [{ field, says }] };
}
