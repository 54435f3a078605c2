// The read-outs of one run: which measures the stage shows, in which order, and how they are asked for. A measure
// that does not apply to a scenario is left out.

import type { LabClient, QosReading, RunKey } from '../../worker/api.ts';

const SHOWN: readonly string[] = [
  'detection-time',
  'mistakes',
  'mistakes-per-pair-hour',
  'mistake-recurrence',
  'mistake-duration',
  'good-period',
  'query-accuracy',
  'largest-gap',
  'beats-per-link-second',
];

export async function readingsOf(client: LabClient, key: RunKey): Promise<readonly QosReading[]> {
  const all = await Promise.all(SHOWN.map((id) => client.measure(key, [{ id }]).catch(() => [])));
  return all.flat();
}
