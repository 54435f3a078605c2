// What has just been said must be seen: where the task scrolls by itself, a hint or an answer may come below its edge.
// Whoever scrolls says with scroll-padding how much of it the buttons take that stay there.

import type { Attachment } from 'svelte/attachments';

export const intoView: Attachment<Element> = (element) => {
  element.scrollIntoView({ block: 'nearest' });
};
