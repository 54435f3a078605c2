// The tabs of a presenter's screen: the instruments of the lesson in its order, and the knobs after them; an exercise
// has its own tab first. Tables are read and not looked at, so they are left out.

import { tabsOf } from '../panels/panels.ts';
import type { Tab } from '../panels/panels.ts';
import type { LabState } from '../lab/lab.svelte.ts';
import type { StageCue } from './present.ts';

export function panelsOf(lab: LabState, cue: StageCue): readonly Tab[] {
  const sweep = cue.kind === 'run' && cue.lab.sweep !== undefined;
  const shown = lab.panels.filter((id) => id !== 'sweep' || sweep);
  // What other seeds do says nothing about a recorded run, and may tell what is asked about it.
  const out = cue.kind === 'case' ? ['tables', 'luck'] : ['tables'];
  const tabs = tabsOf(shown, false).filter(({ id }) => !out.includes(id));
  if (cue.kind === 'work') return [{ id: 'task', title: 'Try it' }, ...tabs];
  return lab.knobs.length > 0 ? [...tabs, { id: 'knobs', title: 'Knobs' }] : tabs;
}
