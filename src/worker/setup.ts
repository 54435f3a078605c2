// What a stage has to know of a scenario before anything has run.

import { detectors } from '../patterns/detectors/registry.ts';
import { isObject } from '../programs/params.ts';
import { paramsOf, planDelay } from '../scenarios/compile.ts';
import type { DelayDist, LinkSpec, Scenario, Settings } from '../scenarios/scenario.ts';
import { applied } from '../scenarios/settings.ts';
import { medianOf } from '../world/delay.ts';
import { faults } from '../world/faults/registry.ts';
import type { FaultMenu, Setup } from './api.ts';

export function setupOf(scenario: Scenario, settings: Settings): Setup {
  const set = applied(scenario, settings);
  const ids = set.nodes.map((node) => node.id);
  const look = set.look ?? [ids[0]!, ids[1] ?? ids[0]!];
  return {
    id: scenario.id,
    version: scenario.version,
    title: scenario.title,
    until: Math.round(set.until * 1e6),
    nodes: set.nodes.map((node, i) => ({
      id: node.id,
      title: node.title ?? node.id,
      place: node.place ?? onCircle(i, ids.length),
    })),
    links: linksOf(set, ids),
    knobs: scenario.knobs,
    settings,
    panels: scenario.panels,
    faults: menuOf(scenario),
    look: [Math.max(0, ids.indexOf(look[0])), Math.max(0, ids.indexOf(look[1]))],
    detector: detectorOf(set, ids.indexOf(look[0])),
  };
}

/** Evenly on a circle, the first on top, clockwise. Drawn, never simulated. */
function onCircle(i: number, n: number): readonly [number, number] {
  if (n === 1) return [0.5, 0.5];
  if (n === 2) return [i === 0 ? 0.2 : 0.8, 0.5];
  const angle = (i / n) * 2 * Math.PI - Math.PI / 2;
  const round = (value: number) => Math.round(value * 1e4) / 1e4;
  return [round(0.5 + 0.4 * Math.cos(angle)), round(0.5 + 0.4 * Math.sin(angle))];
}

function linksOf(scenario: Scenario, ids: readonly string[]): Setup['links'] {
  const { all, some } = scenario.links;
  const only = scenario.links.only && new Set(scenario.links.only);
  return ids.flatMap((a, from) =>
    ids.flatMap((b, to) => {
      const direction = `${a}>${b}`;
      if (from === to || (only && !only.has(direction))) return [];
      const spec = { ...all, ...some?.[direction] };
      return [{ from, to, says: linkWords(spec), median: medianOf(planDelay(spec.delay)) }];
    }),
  );
}

function linkWords(spec: LinkSpec): string {
  const loses = spec.burst ? 'loses messages in bursts' : spec.loss ? `loses ${percent(spec.loss)}` : 'nothing lost';
  return `${delayWords(spec.delay)}, ${loses}${spec.ordered ? ', in order' : ''}`;
}

function delayWords(delay: DelayDist): string {
  switch (delay.kind) {
    case 'constant':
      return ms(delay.value);
    case 'uniform':
      return `${ms(delay.from)} to ${ms(delay.to)}`;
    case 'normal':
    case 'exponential':
      return `about ${ms(delay.mean)}`;
    case 'log-normal':
      return `about ${ms(delay.median)}`;
    case 'empirical':
      return 'as measured';
  }
}

function ms(seconds: number): string {
  return `${Math.round(seconds * 1000)} ms`;
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}

/** Faults that the learner may use here, in the order of the registry. */
function menuOf(scenario: Scenario): readonly FaultMenu[] {
  return [...faults.values()]
    .filter((fault) => !scenario.may || scenario.may.includes(fault.id))
    .map(({ id, title, effect, on, directed, lasts, icon, params }) => ({
      id,
      title,
      effect: effect('{thing}'),
      on,
      directed,
      lasts,
      icon,
      params: params as FaultMenu['params'],
    }));
}

/** The detector of the observer that is looked at first; of the first node that has one, if that one watches nobody. */
function detectorOf(scenario: Scenario, observer: number): Setup['detector'] {
  const all = scenario.nodes.map((_, i) => detectorUsed(paramsOf(scenario, i)));
  const use = all[observer] ?? all.find((one) => one !== null) ?? '';
  const found = detectors.get(use);
  return {
    id: use,
    title: found?.title ?? 'none',
    says: found?.says ?? '',
    levelName: found?.levelName ?? 'level',
  };
}

function detectorUsed(params: unknown): string | null {
  return isObject(params) && isObject(params.detector) ? String(params.detector.use) : null;
}
