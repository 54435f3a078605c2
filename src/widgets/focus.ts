// Moving the focus by keys: round a group of tiles, and round a dialog that Tab does not leave.

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
