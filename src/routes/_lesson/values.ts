// The learner's own values, for writing them in the words of real systems: of all runs kept in this lesson, the last
// one that had most of the knobs in question, for values that were never together are nobody's setting; before there is
// any, those that the labs begin with.

import type { Lesson, Production } from '../../content/blocks.ts';
import type { Progress } from '../../widgets/progress/progress.svelte.ts';
import type { FieldValue, Settings, Setup } from '../../worker/api.ts';
import { keptName } from './scenes.svelte.ts';

type Setups = { readonly [id: string]: Setup };

/** Knobs that the places of a block's texts name. */
function wanted(block: Production): readonly string[] {
  const places = block.systems.flatMap(({ config }) => [...(config ?? '').matchAll(/\{([^{}\n]+)\}/g)]);
  return [...new Set(places.flatMap(([, place = '']) => place.match(/[A-Za-z]\w*/g) ?? []))];
}

export function valuesFor(
  block: Production,
  lesson: Pick<Lesson, 'id'>,
  setups: Setups,
  progress: Progress | null,
): Settings {
  const knobs = wanted(block);
  const candidates = Object.entries(setups)
    .filter(([, setup]) => knobs.some((knob) => setup.knobs.some(({ id }) => id === knob)))
    .map(([id, setup]) => {
      const kept = progress?.lab(keptName(lesson, id)) ?? null;
      const has = kept === null ? 0 : knobs.filter((knob) => setup.knobs.some(({ id }) => id === knob)).length;
      return { setup, kept, has };
    })
    .toSorted((a, b) => b.has - a.has || (b.kept?.when ?? 0) - (a.kept?.when ?? 0));
  const values: { [knob: string]: FieldValue } = {};
  for (const knob of knobs) {
    const from = candidates.find(({ setup }) => setup.knobs.some(({ id }) => id === knob));
    const value = from?.kept?.key.settings[knob] ?? from?.setup.settings[knob];
    if (value !== undefined) values[knob] = value;
  }
  return values;
}
