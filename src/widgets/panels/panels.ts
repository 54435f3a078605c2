// The tabs of a stage: which there are, what they are called, and in which order. A lesson names the panels of a
// step; the log and the tables are always there, and so are the knobs where they have no column of their own.

import { INSTRUMENTS } from './instruments.svelte.ts';

const TITLES: ReadonlyMap<string, string> = new Map(INSTRUMENTS.map(({ id, title }) => [id, title]));

export type Tab = { readonly id: string; readonly title: string };

/** Panels that this page can show, the lesson's own first. Where only to be watched, a run has no other seeds. */
export function tabsOf(panels: readonly string[], withKnobs: boolean, still = false): readonly Tab[] {
  const wanted = [...panels.filter((id) => id !== 'knobs')];
  if (withKnobs) wanted.splice(1, 0, 'knobs');
  const ids = [...new Set([...wanted, ...(still ? [] : ['luck']), 'log', 'tables'])].filter((id) => TITLES.has(id));
  return ids.map((id) => ({ id, title: TITLES.get(id) ?? id }));
}

/** Panels that show one observer's view of one target. */
export const LOOKS: { readonly [panel: string]: readonly ('observer' | 'target')[] } = {
  silence: ['observer', 'target'],
  phi: ['observer', 'target'],
  density: ['observer', 'target'],
  detectors: ['observer', 'target'],
  tail: ['observer', 'target'],
  lanes: ['target'],
};

/** Panels whose x axis is the part of the run that the timeline brackets. */
export const TIMED: readonly string[] = ['silence', 'phi', 'detectors', 'lanes'];
