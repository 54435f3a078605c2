// The reference page's contents: everything that a scenario can name, as plain data made from the registries, so that
// an entry that is added there is described here the same day. Worked cases are run while the page is written; what
// it prints is what the lab answered. Used by the server only: it holds the whole core.

import type { Field, Fields } from '../../kernel/fields.ts';
import { say } from '../../measures/say.ts';
import { measures } from '../../measures/registry.ts';
import { detectors } from '../../patterns/detectors/registry.ts';
import { guards } from '../../patterns/guards/registry.ts';
import { programs } from '../../programs/registry.ts';
import { faults } from '../../world/faults/registry.ts';
import { TYPES, type RecordType } from '../../world/vocabulary.ts';
import type { Run } from '../api.ts';
import { localLab } from '../local.ts';
import type { NamedField, Ran, Section } from './described.ts';
import { keyOf, WORKED } from './worked.ts';

export async function catalogue(): Promise<readonly Section[]> {
  return [detectorSection(), await guardSection(), await faultSection(), programSection(), await measureSection()];
}

function detectorSection(): Section {
  return {
    id: 'detectors',
    title: 'Failure detectors',
    says: 'Each decides from what it has heard of a peer whether to suspect it. A scenario names one as "use".',
    entries: [...detectors.values()].map((one) => ({
      id: one.id,
      title: one.title,
      says: one.says,
      source: one.source,
      facts: [
        { name: 'Level', says: one.levelName },
        { name: 'At the limit itself', says: one.strict ? 'it still trusts' : 'it suspects' },
      ],
      fields: named(one.params),
      told: one.cases,
      ran: [],
    })),
  };
}

async function guardSection(): Promise<Section> {
  const entries = [...guards.values()].map(async (one) => ({
    id: one.id,
    title: one.title,
    says: one.says,
    source: one.source,
    facts: one.steady ? [{ name: 'Needs', says: 'a check interval: it must be asked at a steady pace' }] : [],
    fields: named(one.params),
    told: [],
    ran: await ran(one.id),
  }));
  return {
    id: 'guards',
    title: 'Guards',
    says: 'A guard doubts the observer instead of the observed: has this node slept itself?',
    entries: await Promise.all(entries),
  };
}

async function faultSection(): Promise<Section> {
  const entries = [...faults.values()].map(async (one) => ({
    id: one.id,
    title: one.title,
    says: sentence(one.effect(one.on === 'node' ? 'the node' : 'the link')),
    facts: [
      {
        name: 'Strikes',
        says: one.on === 'node' ? 'a node' : one.directed ? 'a link, or one direction of it' : 'a link',
      },
      { name: 'Lasts', says: one.lasts ? 'until it is ended, or to the end of the run' : 'an instant' },
    ],
    fields: named(one.params),
    told: [],
    ran: await ran(one.id),
  }));
  return {
    id: 'faults',
    title: 'Faults',
    says: 'What can go wrong, by itself in a scenario or by your hand on the stage.',
    entries: await Promise.all(entries),
  };
}

function programSection(): Section {
  return {
    id: 'programs',
    title: 'Programs',
    says: 'What runs on a machine. Parameters of the detector and the guard are theirs.',
    entries: [...programs.values()].map((one) => ({
      id: one.id,
      title: one.title,
      says: one.says,
      facts: [],
      fields: named(one.fields),
      told: [],
      ran: [],
    })),
  };
}

async function measureSection(): Promise<Section> {
  const entries = [...measures.values()].map(async (one) => ({
    id: one.id,
    title: one.title,
    says: one.says,
    source: one.source,
    facts: [
      { name: 'Unit', says: one.per === undefined ? one.unit : `${one.unit}; pooled over ${one.per}` },
      { name: 'Blind spot', says: one.blindSpot },
    ],
    fields: named(one.params),
    told: [],
    ran: await ran(one.id),
  }));
  return {
    id: 'measures',
    title: 'Measures',
    says: 'Each makes one number of a run. Goals, claims and curves are made of them.',
    entries: await Promise.all(entries),
  };
}

function named(fields: Fields<object>): readonly NamedField[] {
  return (Object.entries(fields) as [string, Field][]).map(([name, field]) => ({ name, field }));
}

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

async function ran(id: string): Promise<readonly Ran[]> {
  const lab = localLab({});
  const out: Ran[] = [];
  for (const one of WORKED.filter((worked) => worked.of === id)) {
    const key = keyOf(one);
    const [reading] = await lab.measure(key, [{ id: one.measure, ...(one.args && { args: one.args }) }]);
    const { title, unit, value } = reading!;
    out.push({ says: one.says, measure: title, unit, value, log: logOf(await lab.run(key)) });
  }
  return out;
}

/** Beats and what merely follows from a row beside it are left out: what is left fits on a page. */
const TOLD: readonly RecordType[] = ['fault', 'end', 'suspect', 'trust', 'doubt-self'];

function logOf(run: Run): Ran['log'] {
  const script = { columns: run.columns, words: run.words, nodes: run.setup.nodes.map((node) => node.id) };
  const rows = Array.from({ length: run.columns.length }, (_, row) => row);
  return rows
    .filter((row) => TOLD.includes(TYPES[run.columns.type[row]!]!))
    .map((row) => ({ at: run.columns.time[row]! / 1e6, says: say(script, row).says }));
}
