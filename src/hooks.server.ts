// Runs while the pages are prerendered, never in a browser. A page is complete as it is written, so what is needed to
// read it comes before what is needed to act: its style sheet is asked for first, then the faces of its first lines,
// and the scripts when it has been painted. On a slow network they would otherwise be in the way, and on a slow machine
// bringing the page to life would come before showing it. `painted` is made in app.html.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { building } from '$app/env';
import type { Handle } from '@sveltejs/kit/hooks';

const FIRST_FACES = /hyperlegible-next-latin-wght-normal|source-serif-4-latin-400-(normal|italic)/;
const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/;
const SHEETS = /\s*<link [^>]*rel="stylesheet"[^>]*>/g;
const SCRIPT = /\n\s*<link href="([^"]*)(_app\/immutable\/[^"]*)" rel="modulepreload">/g;
const BEGIN = /import\(("[^"]*\/entry\/start\.[^"]*")\)\.then\(/;
/** As the kit writes it: see the load function of a lesson. */
const WRITTEN = /\bwritten:("(?:[^"\\]|\\.)*")/;

const MANIFEST = '.svelte-kit/output/client/.vite/manifest.json';

const hashOf = (script: string): string => createHash('sha256').update(script).digest('base64');

/** The script that begins everything waits; the policy, which knows it by its hash, learns the new one. What was
  written of a lesson as one text stands beside that script: in it, the browser would read it three times, as a program.
  */
function begunLater(html: string): string {
  const script = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].find(([, body = '']) => BEGIN.test(body))?.[1];
  if (script === undefined) throw new Error('SvelteKit begins pages in another way now: see what has to wait there');
  let beside = '';
  const later = script
    .replace(BEGIN, (_, start: string) => `painted.then(() => import(${start})).then(`)
    .replace(WRITTEN, (_, literal: string) => {
      const json = (JSON.parse(literal) as string).replaceAll('<', '\\u003C');
      beside = `<script type="application/json" id="written">${json}</script>`;
      return 'written:document.getElementById("written").textContent';
    });
  return html
    .replace(hashOf(script), () => hashOf(later))
    .replace(`<script>${script}`, () => `${beside}<script>${later}`);
}

type Files = { readonly [key: string]: { readonly file: string; readonly imports?: readonly string[] } };

/** What the browser is given to run, and what each file of it imports at once. */
const files = building ? (JSON.parse(readFileSync(MANIFEST, 'utf8')) as Files) : {};
const keyOf = new Map(Object.entries(files).map(([key, { file }]) => [file, key]));

/** The kit passes over a script that something loaded later imports as well: the page would find out about it, and ask
  for it, only when it has read those that it was told of. */
function allScripts(html: string): string {
  const [first] = html.matchAll(SCRIPT);
  if (first === undefined) return html;
  const all = new Set<string>();
  const add = (key: string | undefined): void => {
    if (key === undefined || all.has(key)) return;
    all.add(key);
    files[key]?.imports?.forEach(add);
  };
  for (const [, , file = ''] of html.matchAll(SCRIPT)) add(keyOf.get(file));
  const link = (key: string): string => `\n\t\t<link href="${first[1]}${files[key]?.file}" rel="after-paint">`;
  return html.replace(first[0], () => [...all].map(link).join('')).replace(SCRIPT, '');
}

function inOrder(html: string): string {
  const sheets = html.match(SHEETS) ?? [];
  return allScripts(begunLater(html))
    .replace(SHEETS, '')
    .replace(POLICY, (policy) => policy + sheets.join(''));
}

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type, path }) => (type === 'font' ? FIRST_FACES.test(path) : true),
    transformPageChunk: ({ html }) => (building ? inOrder(html) : html),
  });
