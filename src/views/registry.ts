// The views that a scenario or a lesson may name as panels, in the order in which tabs show them. A panel is one
// component and one line here; what each needs as data is its own Props, and the widget that hosts it supplies them.
// The log and the tables are panels too, but they are widgets: they list, they do not draw.

import type { Component } from 'svelte';
import GapHistogram from './GapHistogram.svelte';
import Lanes from './Lanes.svelte';
import QoS from './QoS.svelte';
import Silence from './Silence.svelte';
import SpaceTime from './SpaceTime.svelte';
import Tradeoff from './Tradeoff.svelte';

type Panel<Id extends string, C> = { readonly id: Id; readonly title: string; readonly component: C };

const panel = <Id extends string, C extends Component<never>>(id: Id, title: string, component: C): Panel<Id, C> => ({
  id,
  title,
  component,
});

export const PANELS = [
  panel('lanes', 'Beliefs', Lanes),
  panel('silence', 'Silence', Silence),
  panel('gaps', 'Gaps', GapHistogram),
  panel('sweep', 'Bargain', Tradeoff),
  panel('qos', 'Measures', QoS),
  panel('space-time', 'Space-time', SpaceTime),
] as const;

export type PanelId = (typeof PANELS)[number]['id'];
