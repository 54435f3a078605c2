// Knobs: a setting names a knob, never a path. Values are snapped to the knob's step and range, so that the
// same position is the same key, and then written to the places in the scenario that the knob declares.

import { problem, type Field, type FieldValue } from '../kernel/fields.ts';
import { copy } from '../kernel/plain.ts';
import type { Knob, Plain, Scenario, Settings } from './scenario.ts';
import type { Problem } from './schema.ts';

/** The nearest value that the field allows: on a step counted from its least value, rounded to 1e-9; never -0. */
export function snap(field: Field, value: number): number {
  if (field.kind === 'flag' || field.kind === 'choice') return value;
  const step = field.step ?? (field.kind === 'count' ? 1 : 0);
  const within = Math.min(field.max, Math.max(field.min, value));
  if (step === 0) return within + 0;
  const steps = Math.round((within - field.min) / step);
  // A range need not hold a whole number of steps: its end is then between two positions, and no position itself.
  const beyond = field.min + steps * step > field.max + 1e-9;
  const snapped = Math.min(field.max, field.min + (beyond ? steps - 1 : steps) * step);
  const rounded = Math.round(snapped * 1e9) / 1e9;
  return (Number.isFinite(rounded) ? rounded : within) + 0;
}

/** Every knob's value, defaults filled in, snapped; what cannot be used is reported and left at its default. */
export function settle(knobs: readonly Knob[], settings: Settings, problems: Problem[]): Settings {
  const out: { [knob: string]: FieldValue } = {};
  for (const knob of knobs) {
    const value = settingOf(settings, knob);
    out[knob.id] = knob.field.default;
    if (value === undefined) continue;
    const wrong = problem(knob.field, value);
    if (wrong) problems.push({ field: `settings.${knob.id}`, says: wrong });
    else out[knob.id] = typeof value === 'number' ? snap(knob.field, value) : value;
  }
  for (const id of Object.keys(settings)) {
    if (!knobs.some((knob) => knob.id === id))
      problems.push({ field: `settings.${id}`, says: 'is no knob of this lab' });
  }
  return out;
}

/** Only what differs from the knobs' defaults: what a link needs to say. */
export function changed(knobs: readonly Knob[], settings: Settings): Settings {
  const out: { [knob: string]: FieldValue } = {};
  for (const knob of knobs) {
    const value = settingOf(settings, knob);
    if (value !== undefined && value !== knob.field.default) out[knob.id] = value;
  }
  return out;
}

/** The scenario with every knob at its setting. A path that does not fit is a mistake in the scenario: throws. */
export function applied(scenario: Scenario, settings: Settings): Scenario {
  const out = copy(scenario);
  for (const knob of scenario.knobs) {
    const value = settingOf(settings, knob) ?? knob.field.default;
    for (const path of knob.sets ?? []) write(out, path, value);
    const name = String(value);
    const choice = knob.choices && Object.hasOwn(knob.choices, name) ? knob.choices[name] : undefined;
    if (knob.choices && !choice) throw new Error(`knob ${knob.id} of ${scenario.id} has no choice ${name}`);
    for (const [path, plain] of Object.entries(choice ?? {})) write(out, path, copy(plain));
  }
  return out;
}

function settingOf(settings: Settings, knob: Knob): FieldValue | undefined {
  return Object.hasOwn(settings, knob.id) ? settings[knob.id] : undefined;
}

/** Only the scenario's own data is walked and written: a path from outside must not reach what all objects share. */
function write(into: unknown, path: string, value: Plain): void {
  const names = path.split('.');
  const last = names.pop()!;
  let place = into as { [key: string]: unknown };
  for (const name of names) {
    const next = Object.hasOwn(place, name) ? place[name] : null;
    if (typeof next !== 'object' || next === null)
      throw new Error(`no place ${path} in the scenario: ${name} is missing`);
    place = next as { [key: string]: unknown };
  }
  const fits = Array.isArray(place) ? /^\d+$/.test(last) && Object.hasOwn(place, last) : last !== '__proto__';
  if (!fits) throw new Error(`no place ${path} in the scenario: ${last} is missing`);
  place[last] = value;
}
