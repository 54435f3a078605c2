// Which knob a chart's line is, if any: one that writes that parameter of the node that looks, and is a number.

import type { Knob } from '../../views/level/Grip.svelte';
import type { LabState } from '../lab/lab.svelte.ts';

export type LineKnob = { readonly id: string; readonly knob: Knob };

/** `path` is a parameter's: 'detector.threshold'. */
export function knobOf(lab: LabState, path: string, node: number): LineKnob | null {
  const paths = [`every.params.${path}`, `nodes.${node}.params.${path}`];
  for (const { id, field, sets } of lab.knobs) {
    if (!(sets ?? []).some((one) => paths.includes(one)) || !('min' in field)) continue;
    const { label, min, max, step = field.kind === 'count' ? 1 : 0.01 } = field;
    const value = Number(lab.setting(id));
    const was = Number(lab.settingAtStart(id));
    const short = label.split(',')[0] ?? label;
    return { id, knob: { label: short, value, min, max, step, ...(was === value ? {} : { was }) } };
  }
  return null;
}
