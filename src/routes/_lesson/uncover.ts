// Beside the stage the task stays at the foot of the prose, and lies over whatever scrolls there. Whoever goes through
// the prose by keys must see where they are, so what has just been focused is moved out from under it.

const ROOM = 12;

/** For focusin on what lies below: scrolls by as much as something at the window's foot covers. */
export function uncover(event: FocusEvent & { readonly currentTarget: HTMLElement }): void {
  const { target, currentTarget } = event;
  if (!(target instanceof Element)) return;
  // The browser scrolls by itself first, to where it believes that the element can be seen.
  requestAnimationFrame(() => {
    const after = currentTarget.nextElementSibling;
    if (after === null || getComputedStyle(after).position !== 'sticky') return;
    const hidden = target.getBoundingClientRect().bottom + ROOM - after.getBoundingClientRect().top;
    if (hidden > 0) window.scrollBy({ top: hidden, behavior: 'instant' });
  });
}
