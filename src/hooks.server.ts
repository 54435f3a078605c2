// Runs while the pages are prerendered, never in a browser. A page is complete as it is written, so what is needed to
// read it comes before what is needed to act: its style sheet is asked for first, then the faces of its first lines,
// and the scripts when it has been painted. On a slow network they would otherwise be in the way, and on a slow machine
// bringing the page to life would come before showing it. `painted` is made in app.html.

import { createHash } from 'node:crypto';
import type { Handle } from '@sveltejs/kit/hooks';

const FIRST_FACES = /hyperlegible-next-latin-wght-normal|source-serif-4-latin-400-(normal|italic)/;
const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/;
const SHEETS = /\s*<link [^>]*rel="stylesheet"[^>]*>/g;
const SCRIPTS = / rel="modulepreload"/g;
const BEGIN = /import\(("[^"]*\/entry\/start\.[^"]*")\)\.then\(/;

const hashOf = (script: string): string => createHash('sha256').update(script).digest('base64');

/** The script that begins everything waits; the policy, which knows it by its hash, learns the new one. */
function begunLater(html: string): string {
  const script = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].find(([, body = '']) => BEGIN.test(body))?.[1];
  if (script === undefined) throw new Error('SvelteKit begins pages in another way now: see what has to wait there');
  const later = script.replace(BEGIN, (_, start: string) => `painted.then(() => import(${start})).then(`);
  return html.replace(hashOf(script), () => hashOf(later)).replace(script, () => later);
}

function inOrder(html: string): string {
  const sheets = html.match(SHEETS) ?? [];
  return begunLater(html)
    .replace(SHEETS, '')
    .replace(POLICY, (policy) => policy + sheets.join(''))
    .replace(SCRIPTS, ' rel="after-paint"');
}

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type, path }) => (type === 'font' ? FIRST_FACES.test(path) : true),
    transformPageChunk: ({ html }) => inOrder(html),
  });
