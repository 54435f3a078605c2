// Runs in the browser before a page comes to life. The prerendered page is complete: it is let onto the screen first,
// and the work of bringing it to life begins after that, so that nobody waits for scripts to read. A page that is
// not in sight has no frames to wait for.

import type { ClientInit } from '@sveltejs/kit/hooks';

export const init: ClientInit = () =>
  new Promise((begin) => {
    if (document.visibilityState === 'hidden') begin();
    else requestAnimationFrame(() => setTimeout(begin));
  });
