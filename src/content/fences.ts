// The blocks of a step: what the YAML of one fence becomes. Each kind reads its fields by schema, turns the texts
// that learners read into HTML, and fills in what an author may leave out.

import type { Block, Option } from './blocks.ts';
import { checked, readYaml, type Located, type Path } from './located.ts';
import { blockHtml, inlineHtml, type Shelf } from './prose.ts';
import type { Place } from './problems.ts';
import { checkLab, type Known } from './references.ts';
import * as schemas from './schemas.ts';

export const kinds = ['lab', 'predict', 'exercise', 'quiz', 'production', 'aside'] as const;
export type Kind = (typeof kinds)[number];

export type Setting = {
  readonly shelf: Shelf;
  readonly known: Known;
  readonly exercises: ReadonlySet<string>;
};

type Here = Setting & { readonly located: Located; readonly stepId: string };

/** The block of a fence, or null with what is wrong reported. `at` is where the YAML begins. */
export function fence(kind: Kind, yaml: string, at: Place, stepId: string, setting: Setting): Block | null {
  const located = readYaml(yaml, at, setting.shelf.problems);
  return located === null ? null : readers[kind]({ ...setting, located, stepId });
}

const readers: { readonly [K in Kind]: (here: Here) => Block | null } = {
  lab(here) {
    const { shelf, known, located, stepId } = here;
    const fields = checked(schemas.lab, located, shelf.problems);
    if (fields === null) return null;
    const lab = { kind: 'lab' as const, ...fields, id: fields.id ?? stepId };
    checkLab(lab, { known, located, problems: shelf.problems });
    return lab;
  },

  predict(here) {
    const fields = checked(schemas.predict, here.located, here.shelf.problems);
    if (fields === null) return null;
    const say = sayer(here);
    const { answer, report, claim: name, ...rest } = fields;
    const claim = name === undefined ? undefined : here.shelf.claims[name];
    if (name !== undefined && claim === undefined) {
      here.shelf.problems.add(here.located.at(['claim']), `no claim '${name}' in claims.yaml`);
    }
    if (name !== undefined) here.shelf.used.add(name);
    return {
      kind: 'predict',
      id: rest.id ?? here.stepId,
      asks: say(['asks'], rest.asks),
      answer:
        answer.kind === 'choice'
          ? { kind: 'choice', options: options(answer.options, ['answer', 'options'], say) }
          : {
              ...answer,
              traps: answer.traps.map((trap, i) => ({ ...trap, says: say(['answer', 'traps', i, 'says'], trap.says) })),
            },
      ...(report === undefined
        ? {}
        : {
            report: {
              asks: say(['report', 'asks'], report.asks),
              options: options(report.options, ['report', 'options'], say),
            },
          }),
      because: say(['because'], rest.because),
      ...(claim === undefined ? {} : { claim }),
    };
  },

  exercise({ located, exercises, shelf }) {
    const fields = checked(schemas.exerciseBlock, located, shelf.problems);
    if (fields === null) return null;
    if (!exercises.has(fields.id)) shelf.problems.add(located.at(['id']), `no exercise '${fields.id}'`);
    return { kind: 'exercise', id: fields.id };
  },

  quiz(here) {
    const fields = checked(schemas.quiz, here.located, here.shelf.problems);
    if (fields === null) return null;
    const say = sayer(here);
    return {
      kind: 'quiz',
      items: fields.items.map((item, i) => ({
        asks: say(['items', i, 'asks'], item.asks),
        ...(item.options === undefined ? {} : { options: options(item.options, ['items', i, 'options'], say) }),
        answer: say(['items', i, 'answer'], item.answer),
      })),
    };
  },

  production(here) {
    const fields = checked(schemas.production, here.located, here.shelf.problems);
    if (fields === null) return null;
    const say = sayer(here);
    const systems = fields.systems.map((one, i) => ({ ...one, says: say(['systems', i, 'says'], one.says) }));
    return { kind: 'production', systems };
  },

  aside({ located, shelf }) {
    const fields = checked(schemas.aside, located, shelf.problems);
    if (fields === null) return null;
    return { kind: 'aside', title: fields.title, html: blockHtml(fields.text, shelf, located.at(['text'])) };
  },
};

type Say = (path: Path, markdown: string) => string;

function sayer({ shelf, located }: Here): Say {
  return (path, markdown) => inlineHtml(markdown, shelf, located.at(path));
}

function options(all: readonly Option[], path: Path, say: Say): readonly Option[] {
  return all.map((option, i) => ({
    right: option.right,
    label: say([...path, i, 'label'], option.label),
    says: say([...path, i, 'says'], option.says),
  }));
}
