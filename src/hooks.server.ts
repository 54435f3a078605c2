// Runs while the pages are prerendered, never in a browser: each page asks early for the faces that its first screen
// is set in. The others load when a page uses them.

import type { Handle } from '@sveltejs/kit/hooks';

const FIRST_FACES = /hyperlegible-next-latin-wght-normal|source-serif-4-latin-[46]00-normal/;

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type, path }) => (type === 'font' ? FIRST_FACES.test(path) : true),
  });
