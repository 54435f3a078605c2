// From what a scenario and a learner say goes wrong to deeds with moments, targets and parameters resolved.
// Roles are dealt out by the seed; a moment given as a range is drawn once a run.

import type { FieldValue } from '../kernel/fields.ts';
import { Streams } from '../kernel/streams.ts';
import { SECOND, micros } from '../kernel/time.ts';
import { readFields } from '../programs/params.ts';
import { faults } from '../world/faults/registry.ts';
import type { Deed, Target } from '../world/plan.ts';
import type { Action, FaultSpec, Moment, Scenario } from './scenario.ts';
import type { Problem } from './schema.ts';

/** Role to node index: node ids name themselves; the seed deals roles among the nodes. */
export function deal(scenario: Scenario, seed: string): ReadonlyMap<string, number> {
  const names = new Map(scenario.nodes.map((node, i) => [node.id, i]));
  const hat = scenario.nodes.map((_, i) => i);
  const streams = new Streams(seed);
  const stream = streams.of('cast');
  for (const role of scenario.cast ?? []) {
    const drawn = Math.floor(streams.draw(stream) * hat.length);
    const [node] = hat.splice(drawn, 1);
    if (node !== undefined) names.set(role, node);
  }
  return names;
}

export function scenarioDeeds(scenario: Scenario, seed: string, problems: Problem[]): Deed[] {
  const names = deal(scenario, seed);
  const streams = new Streams(seed);
  return scenario.faults.flatMap((spec, i) => {
    const field = `faults.${i}`;
    const draw = (what: string, moment: Moment): number => {
      if (typeof moment === 'number') return micros(moment);
      const [from, to] = moment.uniform;
      return micros(from + streams.draw(streams.of(`fault:${i}/${what}`)) * (to - from));
    };
    const at = draw('at', spec.at);
    return deedOf(spec, at, untilOf(spec, at, draw), names, field, problems);
  });
}

/** Deeds of the learner's actions, in the order of their moments. */
export function actionDeeds(scenario: Scenario, actions: readonly Action[], problems: Problem[]): Deed[] {
  const names = new Map(scenario.nodes.map((node, i) => [node.id, i]));
  const horizon = micros(scenario.until);
  return actions.flatMap((action, i) => {
    const field = `actions.${i}`;
    if (action.at > horizon)
      problems.push({ field: `${field}.at`, says: `is after the end of the run, ${scenario.until} s` });
    if (scenario.may && action.kind !== 'ping' && !scenario.may.includes(action.kind)) {
      problems.push({ field: `${field}.kind`, says: `${action.kind} cannot be done in this lab` });
    }
    return deedOf(action, action.at, action.until ?? null, names, field, problems);
  });
}

function untilOf(spec: FaultSpec, at: number, draw: (what: string, moment: Moment) => number): number | null {
  const { until } = spec;
  if (until === undefined) return null;
  if (typeof until === 'object' && 'after' in until) return at + Math.round(until.after * SECOND);
  return draw('until', until);
}

function deedOf(
  spec: { readonly kind: string; readonly on: string },
  at: number,
  until: number | null,
  names: ReadonlyMap<string, number>,
  field: string,
  problems: Problem[],
): Deed[] {
  const kind = spec.kind === 'ping' ? 'ping' : faults.get(spec.kind);
  if (!kind) {
    problems.push({ field: `${field}.kind`, says: `must be one of ${[...faults.keys(), 'ping'].join(', ')}` });
    return [];
  }
  const target = targetOf(spec.on, names);
  if (target === null || 'node' in target !== (kind !== 'ping' && kind.on === 'node')) {
    const wanted = kind !== 'ping' && kind.on === 'node' ? 'a node' : 'a link, as n1>n2 or n1-n2';
    problems.push({ field: `${field}.on`, says: `must name ${wanted}; there is no ${spec.on}` });
    return [];
  }
  if (until !== null && until <= at) {
    problems.push({ field: `${field}.until`, says: 'must come after its beginning' });
    return [];
  }
  if (kind === 'ping') return [{ kind, params: {}, target, at, until: null }];
  const raw = spec as { readonly [key: string]: FieldValue };
  const params = readFields(kind.params, raw, field, problems, ['kind', 'on', 'at', 'until']);
  return [{ kind, params, target, at, until: kind.lasts ? until : null }];
}

function targetOf(on: string, names: ReadonlyMap<string, number>): Target | null {
  const node = names.get(on);
  if (node !== undefined) return { node };
  for (const sign of ['>', '-']) {
    // Ids may hold dashes: try every place at which the text could part.
    for (let cut = on.indexOf(sign); cut > 0; cut = on.indexOf(sign, cut + 1)) {
      const from = names.get(on.slice(0, cut));
      const to = names.get(on.slice(cut + 1));
      if (from !== undefined && to !== undefined && from !== to) return { from, to, both: sign === '-' };
    }
  }
  return null;
}
