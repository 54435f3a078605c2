// Runs while the pages are prerendered, never in a browser: each page asks early for the two faces that its first
// screen is set in. The others load when a page uses them.

import type { Handle } from '@sveltejs/kit/hooks';

const FIRST_FACES = /(hyperlegible-next|source-serif-4)-latin-wght-normal/;

export const handle: Handle = ({ event, resolve }) =>
  resolve(event, {
    preload: ({ type, path }) => (type === 'font' ? FIRST_FACES.test(path) : true),
  });
