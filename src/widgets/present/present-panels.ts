// The tabs of a presenter's screen: the instruments of the lesson in its order, and the knobs after them; an exercise
// has its own tab first. Tables are read and not looked at, so they are left out.

import { tabsOf } from '../panels/panels.ts';
import type { Tab } from '../panels/panels.ts';
import type { LabState } from '../lab/lab.svelte.ts';
import type { Card, RunCue, WorkCue } from './present.ts';

export function panelsOf(lab: LabState, cue: Card | RunCue | WorkCue): readonly Tab[] {
  const sweep = cue.kind === 'run' && cue.lab.sweep !== undefined;
  const shown = lab.panels.filter((id) => id !== 'sweep' || sweep);
  const tabs = tabsOf(shown, false).filter(({ id }) => id !== 'tables');
  if (cue.kind === 'work') return [{ id: 'task', title: 'Try it' }, ...tabs];
  return lab.knobs.length > 0 ? [...tabs, { id: 'knobs', title: 'Knobs' }] : tabs;
}
