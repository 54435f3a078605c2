// A link to this very moment, on the clipboard. Where the browser refuses the clipboard the address itself is
// changed, so that it can be copied from there.

import type { LabState } from '../lab/lab.svelte.ts';
import { linkOf } from './opening.ts';

export async function announceLink(lab: LabState): Promise<void> {
  const link = await linkOf(lab);
  if (!link.ok) {
    lab.say('problem', 'No link for this run', link.problems.map(({ field, says }) => `${field}: ${says}`).join('; '));
    return;
  }
  const { origin, pathname, search } = location;
  const place = `${lab.options.query ?? search}${link.value}`;
  try {
    await navigator.clipboard.writeText(`${origin}${pathname}${place}`);
    lab.say('note', 'Link copied', 'It opens this run at this moment, for anybody.');
  } catch {
    history.replaceState(history.state, '', place);
    lab.say('note', 'The link is in the address bar', 'This browser does not let a page copy. Copy it from there.');
  }
}
