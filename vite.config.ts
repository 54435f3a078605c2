// The site's build: every page is prerendered into dist/, works under any sub-path of any plain file server,
// and carries a content security policy in which each inline script is named by its hash.

import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import adapter from '@sveltejs/adapter-static';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig } from 'vite';
import { lessonsPlugin } from './src/content/plugin.ts';

type Hash = `sha256-${string}`;

/** SvelteKit hashes the scripts it writes itself; the one in our own template is hashed here. */
function inlineScripts(template: string): Hash[] {
  const html = readFileSync(new URL(template, import.meta.url), 'utf8');
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)];
  return scripts.map(([, text = '']): Hash => `sha256-${createHash('sha256').update(text).digest('base64')}`);
}

/** SvelteKit's announcer of page changes hides itself by a style attribute, which the policy refuses: base.css does. */
const announcerWithoutStyle = {
  name: 'announcer-without-style',
  markup({ content, filename }: { content: string; filename?: string }) {
    if (!filename?.endsWith('/kit/src/runtime/components/root.svelte')) return;
    const code = content.replace(/(id="svelte-announcer"[^>]*?)\s+style="[^"]*"/, '$1');
    if (code === content) throw new Error('SvelteKit changed its announcer: see whether it still needs this');
    return { code };
  },
};

/** The same source is the same site, byte for byte; a page left open notices when another one was put in its place. */
function versionOf(...patterns: string[]): string {
  const hash = createHash('sha256');
  for (const file of globSync(patterns).sort()) hash.update(file).update(readFileSync(file));
  return hash.digest('hex').slice(0, 12);
}

/** What makes a file of its own. Every file is a request and a task of the browser before anything can be pressed. */
const FILES = [
  // One style sheet for all pages. A page waits for every sheet that it links before it paints, and the kit links those
  // of parts that are loaded later too: in one they are one request, and half as many bytes compressed.
  { name: 'styles', test: /\.css$|type=style/, priority: 2 },
  // The kit keeps its own order: some of it must not run before the page has said where the site stands.
  { name: 'kit', test: /@sveltejs\/kit/, priority: 1, minShareCount: 2, entriesAware: true },
  // What several pages or later parts share goes together with what is shared by about the same ones.
  {
    name: 'shared',
    tags: ['$initial' as const],
    minShareCount: 2,
    entriesAware: true,
    entriesAwareMergeThreshold: 14_000,
  },
];

export default defineConfig({
  plugins: [
    lessonsPlugin(),
    sveltekit({
      adapter: adapter({ pages: 'dist', assets: 'dist' }),
      files: { assets: 'public' },
      paths: { relative: true },
      version: { name: versionOf('src/**/*.*', 'lessons/**/*.*', 'package-lock.json'), pollInterval: 0 },
      compilerOptions: { runes: true },
      preprocess: announcerWithoutStyle,
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['none'],
          'script-src': ['self', ...inlineScripts('src/app.html')],
          'worker-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:'],
          'font-src': ['self'],
          'connect-src': ['self'],
          'manifest-src': ['self'],
          'base-uri': ['none'],
          'form-action': ['none'],
        },
      },
    }),
  ],
  worker: { format: 'es' },
  // Fonts and icons stay files: the policy lets no font in from a data: address.
  build: {
    assetsInlineLimit: 0,
    target: 'es2023',
    rolldownOptions: { output: { codeSplitting: { groups: FILES } } },
  },
});
