// The instruments of a stage, one line each, in the order in which tabs show them. Only log and knobs come with the
// page; the others, the menu of a node or a link and the list of keys are loaded when they are first wanted, and all
// of them as soon as somebody reaches for the lab, so that they are there when they are pressed. What has arrived is
// drawn at once from then on.

import type { Component } from 'svelte';
import type { InstrumentProps } from './instrument.ts';

type Instrument = Component<InstrumentProps>;

type Entry = {
  readonly id: string;
  readonly title: string;
  /** Absent: part of the page. */
  readonly load?: () => Promise<{ readonly default: Instrument }>;
};

export const INSTRUMENTS: readonly Entry[] = [
  { id: 'lanes', title: 'Beliefs', load: () => import('./LanesPanel.svelte') },
  { id: 'silence', title: 'Silence', load: () => import('./SilencePanel.svelte') },
  { id: 'phi', title: 'Suspicion', load: () => import('./SuspicionPanel.svelte') },
  { id: 'density', title: 'Gaps learnt', load: () => import('./DensityPanel.svelte') },
  { id: 'detectors', title: 'Side by side', load: () => import('./SideBySidePanel.svelte') },
  { id: 'tail', title: 'Tail', load: () => import('./TailPanel.svelte') },
  { id: 'tally', title: 'Tally', load: () => import('./TallyPanel.svelte') },
  { id: 'gaps', title: 'Gaps', load: () => import('./GapsPanel.svelte') },
  { id: 'sweep', title: 'Bargain', load: () => import('./SweepPanel.svelte') },
  { id: 'qos', title: 'Measures', load: () => import('./QosPanel.svelte') },
  { id: 'space-time', title: 'Space-time', load: () => import('./SpaceTimePanel.svelte') },
  { id: 'luck', title: 'Luck', load: () => import('./LuckPanel.svelte') },
  { id: 'tables', title: 'Tables', load: () => import('./Tables.svelte') },
  { id: 'log', title: 'Log' },
  { id: 'knobs', title: 'Knobs' },
];

let arrived = $state.raw<{ readonly [id: string]: Instrument }>({});

const loaderOf = (id: string): Entry['load'] => INSTRUMENTS.find((entry) => entry.id === id)?.load;

/** Does it have to be loaded before it can be drawn? */
export function comesLater(id: string): boolean {
  return loaderOf(id) !== undefined;
}

/** The instrument, if it has arrived. */
export function instrument(id: string): Instrument | null {
  return arrived[id] ?? null;
}

export async function fetchInstrument(id: string): Promise<void> {
  const load = loaderOf(id);
  if (load === undefined || arrived[id] !== undefined) return;
  const part = await load();
  arrived = { ...arrived, [id]: part.default };
}

export const loadMenu = () => import('../stage/ActionMenu.svelte').then((part) => part.default);
export const loadShareMenu = async () => {
  const [menu, items, files] = await Promise.all([
    import('../files/ShareMenu.svelte'),
    import('../files/share-items.ts'),
    import('../files/run-files.ts'),
  ]);
  return { ShareMenu: menu.default, shareItems: items.shareItems, openRun: files.openRun };
};
export const loadShortcuts = () => import('../stage/Shortcuts.svelte').then((part) => part.default);

/** Somebody reaches for the lab. What does not come now is asked for again when it is wanted. */
export function prepare(panels: readonly string[]): void {
  void Promise.allSettled([loadMenu(), loadShortcuts(), ...panels.map(fetchInstrument)]);
}
