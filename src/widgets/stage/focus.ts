// Moving the focus by keys: round a group of tiles, and round a dialog that Tab does not leave; and keeping it where
// somebody works when what had it is gone.

/** Focuses the neighbour that an arrow, Home or End leads to. True if the key was one of those. */
export function rove(all: readonly HTMLElement[], from: HTMLElement, key: string): boolean {
  const here = all.indexOf(from);
  const to = {
    ArrowRight: here + 1,
    ArrowDown: here + 1,
    ArrowLeft: here - 1,
    ArrowUp: here - 1,
    Home: 0,
    End: all.length - 1,
  }[key];
  if (to === undefined || all.length === 0) return false;
  all[(to + all.length) % all.length]?.focus();
  return true;
}

/** Tab at either end of `root` goes to the other end. True if it did. */
export function wrapTab(root: HTMLElement, event: KeyboardEvent): boolean {
  const all = [...root.querySelectorAll<HTMLElement>('button, select, input')].filter((e) => e.tabIndex >= 0);
  const [first, last] = [all[0], all[all.length - 1]];
  if (event.target !== (event.shiftKey ? first : last)) return false;
  (event.shiftKey ? last : first)?.focus();
  return true;
}

const HOLDERS = 'section, form, dialog, main, [role="dialog"], [role="group"], [role="tabpanel"], [role="toolbar"]';

/**
 * A button that does something once is often gone afterwards, and the focus would fall back to the start of the page.
 * While this keeps it, the focus goes to what held the button instead. Returns a function that ends the keeping.
 */
export function keepFocus(): () => void {
  let last: Element | null = null;
  let holders: readonly HTMLElement[] = [];

  const note = (event: FocusEvent): void => {
    last = event.target instanceof Element ? event.target : null;
    holders = [];
    for (let at = last?.parentElement ?? null; at !== null; at = at.parentElement)
      if (at.matches(HOLDERS)) holders = [...holders, at];
  };
  const look = (): void => {
    if (last === null || last.isConnected || document.activeElement !== document.body) return;
    const holder = holders.find((one) => one.isConnected);
    last = null;
    if (holder === undefined) return;
    if (!holder.hasAttribute('tabindex')) {
      holder.tabIndex = -1;
      holder.addEventListener('blur', () => holder.removeAttribute('tabindex'), { once: true });
    }
    holder.focus({ preventScroll: true });
  };

  const observer = new MutationObserver(look);
  observer.observe(document.body, { childList: true, subtree: true });
  document.addEventListener('focusin', note);
  return () => {
    observer.disconnect();
    document.removeEventListener('focusin', note);
  };
}
