// A page that runs keys: in a worker, by the client that the site uses, and in its own thread. Built and opened by
// test/browser/golden.test.ts.

import type { LabApi, RunKey } from '../../src/worker/api.ts';
import { openLab } from '../../src/worker/client.ts';
import { localLab } from '../../src/worker/local.ts';

export type Prints = { readonly inWorker: readonly string[]; readonly onPage: readonly string[] };

declare global {
  interface Window {
    prints: (keys: readonly RunKey[]) => Promise<Prints>;
  }
}

async function printsOf(lab: LabApi, keys: readonly RunKey[]): Promise<string[]> {
  const prints: string[] = [];
  for (const key of keys) prints.push((await lab.run(key)).fingerprint);
  return prints;
}

window.prints = async (keys) => {
  const lab = openLab({});
  const inWorker = await printsOf(lab, keys);
  lab.close();
  return { inWorker, onPage: await printsOf(localLab({}), keys) };
};
