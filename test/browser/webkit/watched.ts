// A copy of the built site in which every page notes from its first moment what goes wrong on it. WebDriver hears
// nothing of a page's console, and comes too late to listen from inside; a script of the site's own may run.
// The page for missing addresses is left as it is: it does not know how deep it lies.

import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../../tools/run.ts';
import { serve, type Served } from '../../tools/serve.ts';

const SCRIPT = `
const problems = (window.problems = []);
const { error } = console;
console.error = (...all) => { problems.push('console: ' + all.join(' ')); error(...all); };
addEventListener('error', (event) => {
  problems.push(event.message ? 'exception: ' + event.message : 'not loaded: ' + event.target.outerHTML);
}, true);
addEventListener('unhandledrejection', (event) => problems.push('rejection: ' + event.reason));
addEventListener('securitypolicyviolation', (event) => {
  problems.push('policy: ' + event.violatedDirective + ' refused ' + event.blockedURI);
});
`;

export async function serveWatched(): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'watched-'));
  cpSync(join(ROOT, 'dist'), folder, { recursive: true });
  writeFileSync(join(folder, 'watch.js'), SCRIPT);
  for (const name of globSync('**/index.html', { cwd: folder })) {
    const [file, up] = [join(folder, name), '../'.repeat(name.split(/[/\\]/).length - 1)];
    const html = readFileSync(file, 'utf8');
    writeFileSync(file, html.replace('<head>', `<head><script src="${up}watch.js"></script>`));
  }
  const served = await serve({ folder, base: '/teaching/2026/fault-lab' });
  return {
    url: served.url,
    close: async () => {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
