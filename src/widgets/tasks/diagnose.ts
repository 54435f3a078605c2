// What a diagnosis can be, in words and as data. Two questions are asked of recorded runs: which properties does
// this run refute, and what is hidden in it? The right answers come from the simulation, never from a lesson. Each
// miss brings new variants of the runs, so that nobody passes by trying again.

import type { Diagnose, Lesson } from '../../content/blocks.ts';
import type { DiagnoseAnswer, RunKey, Setup } from '../../worker/api.ts';
import { list } from '../words.ts';

export type FaultAnswer = Exclude<DiagnoseAnswer, { readonly refutes: unknown }>;
type Property = Extract<DiagnoseAnswer, { readonly refutes: unknown }>['refutes'][number];

export const PROPERTIES: readonly { readonly id: Property; readonly title: string; readonly says: string }[] = [
  { id: 'strong-accuracy', title: 'strong accuracy', says: 'nobody alive is ever suspected' },
  { id: 'weak-accuracy', title: 'weak accuracy', says: 'somebody who stays up is never suspected' },
  {
    id: 'strong-completeness',
    title: 'strong completeness',
    says: 'every survivor suspects every crashed node at last',
  },
  { id: 'weak-completeness', title: 'weak completeness', says: 'some survivor suspects every crashed node at last' },
];

export type Place = 'node' | 'link' | 'direction';

export type FaultChoice = {
  readonly id: string;
  readonly title: string;
  /** As the simulation names it. */
  readonly kind: string;
  readonly on: Place | null;
};

export const FAULTS: readonly FaultChoice[] = [
  { id: 'crash', title: 'a node crashed', kind: 'crash', on: 'node' },
  { id: 'pause', title: 'a node is or was paused', kind: 'pause', on: 'node' },
  { id: 'cut-both', title: 'a link is or was cut, both ways', kind: 'cut', on: 'link' },
  { id: 'cut-one', title: 'a link is or was cut, one way', kind: 'cut', on: 'direction' },
  { id: 'cannot-tell', title: 'it cannot be told yet', kind: 'cannot-tell', on: null },
];

/** Where a fault of this kind can be: 'n3', 'n1-n3', 'n1>n3'. */
export function placesFor(setup: Setup, on: Place | null): readonly { readonly id: string; readonly title: string }[] {
  const ids = setup.nodes.map((node) => node.id);
  const ways = setup.links.map(({ from, to }) => ({ a: ids[from] ?? '?', b: ids[to] ?? '?', first: from < to }));
  switch (on) {
    case null:
      return [];
    case 'node':
      return ids.map((id) => ({ id, title: id }));
    case 'direction':
      return ways.map(({ a, b }) => ({ id: `${a}>${b}`, title: `from ${a} to ${b}` }));
    case 'link':
      return ways.filter(({ first }) => first).map(({ a, b }) => ({ id: `${a}-${b}`, title: `${a} and ${b}` }));
  }
}

/** An answer as people say it. */
export function answerWords(answer: DiagnoseAnswer): string {
  if ('refutes' in answer) {
    const titles = PROPERTIES.filter(({ id }) => answer.refutes.includes(id)).map(({ title }) => title);
    return titles.length === 0 ? 'nothing' : list(titles);
  }
  if (!('on' in answer)) return 'it cannot be told yet';
  const one = answer.on.includes('>');
  const where = answer.on.replace('>', ' to ').replace('-', ' and ');
  switch (answer.kind) {
    case 'crash':
      return `${where} crashed`;
    case 'pause':
      return `${where} was paused`;
    case 'cut':
      return one ? `cut one way, from ${where}` : `cut both ways, between ${where}`;
    default:
      return `${answer.kind} on ${where}`;
  }
}

/** The run of one case: another variant in each round. */
export function caseKey(lesson: Pick<Lesson, 'scenarios'>, exercise: Diagnose, place: number, round: number): RunKey {
  const one = exercise.cases[place];
  if (one === undefined) throw new Error(`no case ${place} in ${exercise.id}`);
  return {
    scenario: { id: one.scenario, version: lesson.scenarios[one.scenario]?.version ?? 1 },
    settings: one.settings,
    seed: `${exercise.id}/${one.id}/${round}`,
    actions: [],
  };
}

/** The order of the cases in a round: another one each time, so that the place of a case gives nothing away. */
export function orderOf(cases: number, round: number): readonly number[] {
  const all = Array.from({ length: cases }, (_, i) => i);
  let state = (round * 2654435761) >>> 0;
  for (let i = cases - 1; i > 0; i--) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((state / 2 ** 32) * (i + 1));
    [all[i], all[j]] = [all[j] as number, all[i] as number];
  }
  return all;
}
