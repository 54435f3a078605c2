// What instruments ask about the pair that is looked at. Each reads the pair and the window before it first waits, so
// that whoever asks in an effect asks again when they change.

import type { Window } from '../../views/chart/along.ts';
import type { LabClient, Learnt, RunKey, Series } from '../../worker/api.ts';
import type { LabState } from '../lab/lab.svelte.ts';

type Client = LabClient | Promise<LabClient>;

/** Enough that a curve is smooth on a wide screen. */
const POINTS = 700;

export async function askSilence(lab: LabState, client: Client, key: RunKey, [from, to]: Window): Promise<Series> {
  const [observer, target] = lab.look;
  return (await client).series(key, { kind: 'silence', observer, target, from, to, points: POINTS });
}

export async function askLevel(lab: LabState, client: Client, key: RunKey, [from, to]: Window): Promise<Series> {
  const [observer, target] = lab.look;
  return (await client).series(key, { kind: 'level', observer, target, from, to, points: POINTS });
}

export async function askLearnt(lab: LabState, client: Client, key: RunKey): Promise<Learnt> {
  const [observer, target] = lab.look;
  return (await client).learnt(key, { observer, target });
}
