// The JSON files beside a lesson: scenarios and exercises. A scenario is checked by the scenarios' own schema; an
// exercise by ours, its texts turned into HTML and every name in it looked up.

import type { Scenario } from '../scenarios/scenario.ts';
import type { Exercise, Html } from './blocks.ts';
import { checked, type Located } from './located.ts';
import type { Place, Problems } from './problems.ts';
import { inlineHtml, type Shelf } from './prose.ts';
import { curveOf } from './reckoning.ts';
import { checkExercise, type Known } from './references.ts';
import * as schemas from './schemas.ts';

/** As src/scenarios/schema.ts exports it. */
export type ParseScenario = (
  json: unknown,
) =>
  | { readonly ok: true; readonly value: Scenario }
  | { readonly ok: false; readonly problems: readonly { readonly field: string; readonly says: string }[] };

export function compileScenario(
  located: Located | null,
  start: Place,
  name: string,
  parseScenario: ParseScenario,
  problems: Problems,
): Scenario | null {
  if (located === null) return null;
  const answer = parseScenario(located.value);
  if (!answer.ok) {
    for (const { field, says } of answer.problems) problems.add(located.at(field.split('.')), `${field}: ${says}`);
    return null;
  }
  const expected = `${answer.value.id}.scenario.json`;
  if (name !== expected) problems.add(start, `holds scenario '${answer.value.id}': it must be called ${expected}`);
  return answer.value;
}

export function compileExercise(located: Located | null, known: Known, shelf: Shelf): Exercise | null {
  if (located === null) return null;
  const fields = checked(schemas.exercise, located, shelf.problems);
  if (fields === null) return null;
  const say: Say = (path, markdown) => inlineHtml(markdown, shelf, located.at(path));
  const [first, second, third] = fields.hints;
  const told = {
    says: say(['says'], fields.says),
    hints: [say(['hints', 0], first), say(['hints', 1], second), say(['hints', 2], third)] as const,
    because: say(['because'], fields.because),
  };
  const exercise = toldOf(fields, told, say);
  checkExercise(exercise, { known, located, problems: shelf.problems });
  return exercise;
}

type Say = (path: readonly (string | number)[], markdown: string) => Html;
type Told = Pick<Exercise, 'says' | 'hints' | 'because'>;

/** With every text that a learner reads as HTML. */
function toldOf(fields: schemas.ExerciseFields, told: Told, say: Say): Exercise {
  switch (fields.kind) {
    case 'tune':
    case 'break':
      return { ...fields, ...told };
    case 'diagnose':
      return {
        ...fields,
        ...told,
        cases: fields.cases.map((one, i) => ({ ...one, because: say(['cases', i, 'because'], one.because) })),
      };
    case 'reckon': {
      const { curve, ...rest } = fields;
      return {
        ...rest,
        ...told,
        ...(curve === undefined ? {} : { curve: curveOf(curve) }),
        questions: fields.questions.map((one, i) => ({
          ...one,
          asks: say(['questions', i, 'asks'], one.asks),
          because: say(['questions', i, 'because'], one.because),
          wrong: one.wrong.map((misread, k) => ({
            ...misread,
            says: say(['questions', i, 'wrong', k, 'says'], misread.says),
          })),
        })),
      };
    }
  }
}
