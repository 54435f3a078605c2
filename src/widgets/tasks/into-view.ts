// What has just been said must be seen: where the task scrolls by itself, a hint or an answer may come below its edge.
// The element says how much room it wants below itself with scroll-margin, for the buttons that stay there.

import type { Attachment } from 'svelte/attachments';

export const intoView: Attachment<Element> = (element) => {
  element.scrollIntoView({ block: 'nearest' });
};
