// Writes the fingerprints of the golden runs down anew and says which changed:
//
//   node test/golden/update.ts
//
// A golden changes only together with a line in the commit that says which rule changed, and why.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { outcome, type Outcome } from './fingerprints.ts';
import { golden } from './keys.ts';

const file = new URL('golden.json', import.meta.url);
const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { [name: string]: Outcome }) : {};
const after = Object.fromEntries(Object.entries(golden).map(([name, key]) => [name, outcome(key)]));

for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
  const [was, is] = [before[name], after[name]].map((one) => (one ? JSON.stringify(one) : 'nothing'));
  if (was !== is) console.log(`${name}\n  was ${was}\n  is  ${is}`);
}
writeFileSync(file, `${JSON.stringify(after, null, 2)}\n`);
