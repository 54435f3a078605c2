// From a scenario, settings, a seed and actions to a plan that a world can run, or to a list of what is
// wrong, each problem with the path of its field.

import { copy } from '../kernel/plain.ts';
import { SECOND, micros } from '../kernel/time.ts';
import { isObject } from '../programs/params.ts';
import { programs } from '../programs/registry.ts';
import type { Delay } from '../world/delay.ts';
import type { Deed, LinkPlan, NodePlan, Plan } from '../world/plan.ts';
import { actionDeeds, scenarioDeeds } from './deeds.ts';
import type { Action, DelayDist, LinkSpec, Scenario, Settings } from './scenario.ts';
import type { Answer, Problem } from './schema.ts';
import { applied, settle } from './settings.ts';

export function compile(
  scenario: Scenario,
  settings: Settings,
  seed: string,
  actions: readonly Action[],
): Answer<Plan> {
  const problems: Problem[] = [];
  const set = applied(scenario, settle(scenario.knobs, settings, problems));
  const ids = set.nodes.map((node) => node.id);
  ids.forEach((id, i) => {
    if (ids.indexOf(id) !== i) problems.push({ field: `nodes.${i}.id`, says: `${id} is there twice` });
  });
  set.cast?.forEach((role, i) => {
    if (ids.includes(role)) problems.push({ field: `cast.${i}`, says: `${role} is a node already` });
    if (i >= ids.length) problems.push({ field: `cast.${i}`, says: 'there are more roles than nodes' });
  });
  const nodes = planNodes(set, ids, problems);
  const links = planLinks(set, ids, problems);
  const deeds = [...scenarioDeeds(set, seed, problems), ...actionDeeds(set, actions, problems)];
  if (problems.length === 0) checkTargets(deeds, links, ids, set.faults.length, problems);
  if (problems.length > 0) return { ok: false, problems: once(problems) };
  return { ok: true, value: { nodes, links, deeds, until: micros(set.until) } };
}

/** What is done to a link needs a link; what is sent by hand needs one in that very direction. */
function checkTargets(
  deeds: readonly Deed[],
  links: readonly (LinkPlan | null)[],
  ids: readonly string[],
  firstAction: number,
  problems: Problem[],
): void {
  deeds.forEach(({ kind, target }, i) => {
    if ('node' in target) return;
    const { from, to, both } = target;
    const there = links[from * ids.length + to] ?? (both && kind !== 'ping' ? links[to * ids.length + from] : null);
    const field = i < firstAction ? `faults.${i}.on` : `actions.${i - firstAction}.on`;
    if (!there) problems.push({ field, says: `there is no link from ${ids[from]} to ${ids[to]}` });
  });
}

/** What every node inherits is wrong once, not once a node. */
function once(problems: readonly Problem[]): readonly Problem[] {
  const seen = new Map(problems.map((one) => [`${one.field} ${one.says}`, one]));
  return [...seen.values()];
}

function planNodes(scenario: Scenario, ids: readonly string[], problems: Problem[]): NodePlan[] {
  return scenario.nodes.flatMap((node, i) => {
    const name = node.program ?? scenario.every.program;
    const kind = programs.get(name);
    if (!kind) {
      problems.push({ field: `nodes.${i}.program`, says: `must be one of ${[...programs.keys()].join(', ')}` });
      return [];
    }
    const raw = paramsOf(scenario, i);
    const path = node.params ? `nodes.${i}.params` : 'every.params';
    const params = kind.prepare(raw, ids, path, problems);
    return [{ id: node.id, program: kind.program, params, driftPpm: (node.driftPpm ?? 0) + 0 }];
  });
}

/** A node's parameters as they were written: everybody's, with its own laid over. */
export function paramsOf(scenario: Scenario, node: number): unknown {
  return merged(scenario.every.params, scenario.nodes[node]?.params ?? {});
}

function planLinks(scenario: Scenario, ids: readonly string[], problems: Problem[]): (LinkPlan | null)[] {
  const { all, some } = scenario.links;
  const only = scenario.links.only && new Set(scenario.links.only);
  // Ordinary links are one object: a plan is never changed, and every message reads it.
  const ordinary = planLink(all);
  const links: (LinkPlan | null)[] = [];
  for (const from of ids) {
    for (const to of ids) {
      const direction = `${from}>${to}`;
      const there = from !== to && (only === undefined || only.has(direction));
      const special = some && Object.hasOwn(some, direction) ? some[direction] : undefined;
      links.push(there ? (special ? planLink({ ...all, ...special }) : ordinary) : null);
    }
  }
  for (const direction of [...(only ?? []), ...Object.keys(some ?? {})]) {
    const [from, to] = direction.split('>');
    if (!ids.includes(from ?? '') || !ids.includes(to ?? '')) {
      problems.push({ field: 'links', says: `there is no direction ${direction}` });
    }
  }
  return links;
}

function planLink(spec: LinkSpec): LinkPlan {
  const { burst } = spec;
  return {
    delay: planDelay(spec.delay),
    loss: spec.loss ?? 0,
    burst: burst
      ? { good: Math.round(burst.good * SECOND), bad: Math.round(burst.bad * SECOND), share: burst.loss ?? 1 }
      : null,
    ordered: spec.ordered ?? false,
  };
}

export function planDelay(spec: DelayDist): Delay {
  const us = (value: number): number => Math.round(value * SECOND);
  switch (spec.kind) {
    case 'constant':
      return { kind: 'constant', value: us(spec.value) };
    case 'uniform':
      return { kind: 'uniform', from: us(spec.from), to: us(spec.to) };
    case 'normal':
      return { kind: 'normal', mean: us(spec.mean), std: us(spec.std), least: us(spec.least ?? 0) };
    case 'log-normal':
      return { kind: 'log-normal', median: us(spec.median), sigma: spec.sigma };
    case 'exponential':
      return { kind: 'exponential', mean: us(spec.mean), least: us(spec.least ?? 0) };
    case 'empirical':
      return { kind: 'empirical', values: spec.values.map(us).sort((a, b) => a - b) };
  }
}

/** `over` wins, key by key, deeply. A pattern that is replaced by another (`use`) brings its own parameters. */
function merged(under: unknown, over: unknown): unknown {
  if (!isObject(under) || !isObject(over)) return copy(over);
  if (over.use !== undefined && over.use !== under.use) return copy(over);
  const out: { [key: string]: unknown } = { ...under };
  for (const [key, value] of Object.entries(over)) out[key] = key in under ? merged(under[key], value) : copy(value);
  return out;
}
