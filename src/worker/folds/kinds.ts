// Every detector there is, as a page can offer it, and those that a run uses.

import { detectors } from '../../patterns/detectors/registry.ts';
import { watchingOf } from '../../programs/watch-params.ts';
import type { Plan } from '../../world/plan.ts';
import type { DetectorKind, Watcher } from './asks.ts';

export function detectorKinds(): readonly DetectorKind[] {
  return [...detectors.values()].map(({ id, title, says, levelName, params }) => ({
    id,
    title,
    says,
    levelName,
    params: params as DetectorKind['params'],
  }));
}

export function watchersOf(plan: Plan, target: number): readonly Watcher[] {
  return plan.nodes.flatMap(({ params }, observer) => {
    const watching = observer === target ? null : watchingOf(params);
    if (watching === null || !(watching.watches?.includes(target) ?? true)) return [];
    const { detector, detectorParams } = watching;
    return [
      { observer, use: detector.id, params: inSeconds(detector.params as DetectorKind['params'], detectorParams) },
    ];
  });
}

function inSeconds(fields: DetectorKind['params'], params: object): Watcher['params'] {
  const values = Object.entries(params as Watcher['params']);
  return Object.fromEntries(
    values.map(([name, value]) => [name, fields[name]?.kind === 'duration' ? Number(value) / 1e6 : value]),
  );
}
