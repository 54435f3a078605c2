// How a lab begins on a page: with the run of a link, or with the run that was left here last, or as the lesson sets
// it up. A link is checked by the simulation too, because only it knows which knobs and faults exist; and a run that
// is no longer what it was when the link was made says so.

import type { Answer, LabClient, Problem, RunKey } from '../worker/api.ts';
import { encodeLink, decodeLink, isLink } from './links.ts';
import type { LabState } from './lab.svelte.ts';
import type { LabKept } from './progress-shape.ts';

function sentence(problems: readonly Problem[]): string {
  return problems.map(({ field, says }) => `${field}: ${says}`).join('; ');
}

async function checked(lab: LabState, key: RunKey): Promise<Answer<RunKey>> {
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
  lab.restore(key.value, view, () => {
    if (lab.at !== view.at || lab.print === print) return;
    const says = 'The lab has changed since, and this run differs from the one that was shared.';
    lab.say('note', 'This link was made with an earlier version', says);
  });
}

async function fromKept(lab: LabState, kept: LabKept): Promise<void> {
  const key = await checked(lab, kept.key);
  if (key.ok) return lab.restore(key.value, { at: kept.at });
  lab.open();
  lab.say('note', 'This lab has changed', `Your last run no longer fits (${sentence(key.problems)}). It begins anew.`);
}

/** The fragment for what is shown now. */
export function linkOf(lab: LabState): Promise<Answer<string>> {
  return encodeLink({
    key: lab.key,
    view: { at: lab.at, look: lab.look, panel: lab.panel },
    print: lab.print,
  });
}
