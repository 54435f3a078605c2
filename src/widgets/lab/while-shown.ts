// What a stage hears from the page while it is on it: the page is hidden, the simulation was restarted or cannot
// start, somebody reaches for the lab. Then what may be pressed is loaded, so that it is there by then.

import type { LabState } from './lab.svelte.ts';
import { onPageNotice } from './page-lab.ts';

const REACHES = ['pointerover', 'focusin'] as const;

/** Listens until the returned function is called. */
export function whileShown(lab: LabState, root: HTMLElement | undefined, reached: () => void): () => void {
  const hidden = (): void => {
    if (document.hidden) lab.pause();
  };
  const unheard = onPageNotice(({ kind, says }) => {
    if (kind === 'restarted') lab.say('note', 'The simulation was restarted', says);
    else lab.say('problem', 'The simulation cannot start', says);
  });
  document.addEventListener('visibilitychange', hidden);
  for (const kind of REACHES) root?.addEventListener(kind, reached, { once: true });
  return () => {
    for (const kind of REACHES) root?.removeEventListener(kind, reached);
    unheard();
    document.removeEventListener('visibilitychange', hidden);
  };
}
