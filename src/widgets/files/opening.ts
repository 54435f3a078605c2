// How a lab begins on a page: with the run of a link, or with the run that was left here last, or as the lesson sets
// it up. A link is checked by the simulation too, because only it knows which knobs and faults exist; and a run that
// is no longer what it was when the link was made says so.

import type { Answer, LabClient, Problem, RunKey } from '../../worker/api.ts';
import { encodeLink, decodeLink, isLink } from './links.ts';
import type { LabState } from '../lab/lab.svelte.ts';
import { partnerKey, readBeside, writtenBeside } from '../lab/pairing.ts';
import type { BesideKept } from '../lab/pairing.ts';
import type { LabKept } from '../progress/progress-shape.ts';

function sentence(problems: readonly Problem[]): string {
  return problems.map(({ field, says }) => `${field}: ${says}`).join('; ');
}

export async function checked(lab: LabState, key: RunKey): Promise<Answer<RunKey>> {
  const client: LabClient = await lab.client();
  const answer = await client.check(key);
  if (!answer.ok) return answer;
  const { scenario } = answer.value;
  const here = lab.start.scenario;
  const same = 'id' in scenario && 'id' in here && scenario.id === here.id;
  if (same) return answer;
  return { ok: false, problems: [{ field: 'scenario', says: 'belongs to another lab' }] };
}

/** Opens a lab from `fragment`, else from what was kept, else from its start. Never throws. */
export async function openLabFrom(lab: LabState, fragment: string, kept: LabKept | null): Promise<void> {
  try {
    if (isLink(fragment)) return await fromLink(lab, fragment);
    if (kept !== null) return await fromKept(lab, kept);
    lab.open();
  } catch (error) {
    lab.open();
    const why = error instanceof Error ? error.message : String(error);
    lab.say('problem', 'The run could not be restored', `${why}. This is the lab as it begins.`);
  }
}

async function fromLink(lab: LabState, fragment: string): Promise<void> {
  const shared = await decodeLink(fragment);
  const key = shared.ok ? await checked(lab, shared.value.key) : shared;
  if (!shared.ok || !key.ok) {
    lab.open();
    const problems = shared.ok ? (key.ok ? [] : key.problems) : shared.problems;
    lab.say('problem', 'This link cannot be opened here', `${sentence(problems)}. This is the lab as it begins.`);
    return;
  }
  const { view, print } = shared.value;
  if (view.beside === undefined) lab.pair(lab.pairingAtStart);
  // One thing is said at a time: that a run is missing is more than that another one has changed.
  const whole = view.beside === undefined || (await bringBeside(lab, key.value, view.beside));
  lab.restore(key.value, view, () => {
    if (!whole || lab.at !== view.at || lab.print === print) return;
    const says = 'The lab has changed since, and this run differs from the one that was shared.';
    lab.say('note', 'This link was made with an earlier version', says);
  });
}

async function fromKept(lab: LabState, kept: LabKept): Promise<void> {
  const key = await checked(lab, kept.key);
  if (key.ok && kept.beside !== undefined) await bringBeside(lab, key.value, kept.beside);
  if (key.ok) return lab.restore(key.value, { at: kept.at });
  lab.open();
  lab.say('note', 'This lab has changed', `Your last run no longer fits (${sentence(key.problems)}). It begins anew.`);
}

/** The run that stood beside it, if the simulation knows all that it needs; false, and said, where it does not. */
export async function bringBeside(lab: LabState, key: RunKey, kept: BesideKept): Promise<boolean> {
  const pairing = readBeside(kept, key);
  const other = await checked(lab, partnerKey(key, pairing));
  if (other.ok) lab.pair(pairing.kind === 'pinned' ? { kind: 'pinned', key: other.value } : pairing);
  else lab.say('note', 'The run beside it is left out', `${sentence(other.problems)}.`);
  return other.ok;
}

/** The fragment for what is shown now. */
export function linkOf(lab: LabState): Promise<Answer<string>> {
  const beside = writtenBeside(lab.pairing, lab.key, lab.setup);
  return encodeLink({
    key: lab.key,
    view: { at: lab.at, look: lab.look, panel: lab.panel, ...(beside === undefined ? {} : { beside }) },
    print: lab.print,
  });
}
