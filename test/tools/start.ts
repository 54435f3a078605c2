// `npm start`: builds the site and serves it on this machine until it is interrupted.

import { run, ROOT } from './run.ts';
import { serve, type Served } from './serve.ts';

const FIRST_PORT = 4242;

async function open(): Promise<Served> {
  const wanted = Number(process.env['PORT'] ?? FIRST_PORT);
  try {
    return await serve({ folder: `${ROOT}/dist`, port: wanted });
  } catch {
    // Somebody else has that port, so the system picks a free one.
    return serve({ folder: `${ROOT}/dist` });
  }
}

console.log('Building the site ...');
const built = await run('vite', ['build']);
if (built.code !== 0) {
  console.error(built.output);
  console.error('The build failed, so there is nothing to serve.');
  process.exit(1);
}
const served = await open();
console.log(`Fault Lab is at ${served.url} (Ctrl+C ends it)`);
