// What a page weighs on its way to a reader, compressed: the scripts that it asks for before anybody acts, its styles,
// the text itself, and the faces that its first screen is set in. Read from the built site.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../tools/run.ts';
import type { Figure } from './measure.ts';

const DIST = join(ROOT, 'dist');

function kilobytes(files: Iterable<string>): number {
  // Faces are compressed as they are.
  const size = (file: string) => {
    const bytes = readFileSync(join(DIST, file));
    return file.endsWith('.woff2') ? bytes.length : gzipSync(bytes).length;
  };
  return [...files].reduce((sum, file) => sum + size(file), 0) / 1024;
}

/** The site's own files that a page names. */
function namedIn(html: string): ReadonlySet<string> {
  const names = html.matchAll(/["'(][^"'()\s]*?(_app\/immutable\/[^"'()\s]+\.(?:js|css|woff2))["')]/g);
  return new Set([...names].map(([, name]) => name ?? ''));
}

function ofPage(page: string): readonly Figure[] {
  const html = readFileSync(join(DIST, page), 'utf8');
  const files = [...namedIn(html)];
  const weigh = (end: string) => kilobytes(files.filter((name) => name.endsWith(end)));
  const [script, style, face, text] = [weigh('.js'), weigh('.css'), weigh('.woff2'), kilobytes([page])];
  const name = page === 'index.html' ? 'the first page' : page.replace(/^lessons\/(.*)\/index.html$/, '$1');
  const line = (what: string, value: number, most: number | null): Figure => ({
    name: `${name}: ${what}`,
    value,
    unit: 'KB',
    budget: most === null ? '' : `${most} KB`,
    met: most === null ? null : value <= most,
  });
  return [
    line('script before interaction', script, 120),
    line('styles', style, null),
    line('text', text, null),
    line('first faces', face, null),
    line('all of these', script + style + face + text, 350),
  ];
}

export function weights(): readonly Figure[] {
  if (!existsSync(join(DIST, 'index.html'))) {
    return [{ name: 'weight of the pages', value: null, unit: 'KB', budget: 'npm run build first', met: null }];
  }
  const workers = globSync('_app/immutable/workers/**/*.js', { cwd: DIST });
  return [
    ...['index.html', ...globSync('lessons/*/index.html', { cwd: DIST }).sort()].flatMap(ofPage),
    { name: 'the worker', value: kilobytes(workers), unit: 'KB', budget: '', met: null },
  ];
}
