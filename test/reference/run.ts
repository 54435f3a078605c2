// npm run test:reference -- --dir <folder> [--strict]
//
// Replays every vector file of a folder. One line a file on standard output; what failed, on standard
// error. Exits with 1 if anything failed or is on no list; with --strict also if anything is deferred.

import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { deferredNames, replay, vectorFiles, vectorFolder } from './replay.ts';
import { holds, line } from './report.ts';

const { values } = parseArgs({
  options: { dir: { type: 'string', default: vectorFolder }, strict: { type: 'boolean', default: false } },
});

const deferred = deferredNames();
const files = vectorFiles(values.dir);
let good = files.length > 0;
if (!good) console.error(`no vector file (*.json) in ${values.dir}`);
for (const path of files) {
  const results = replay(path, deferred);
  console.log(line(basename(path), results));
  for (const { id, name, outcome, says } of results) {
    if (outcome === 'failed' || outcome === 'unlisted') console.error(`  ${outcome}: ${id} (${name}): ${says ?? ''}`);
  }
  good = holds(results, values.strict) && good;
}
process.exitCode = good ? 0 : 1;
