// Undo is the previous key. A knob that is dragged passes many values on its way; `tag` folds them into one step,
// until settle() says that the hand has let go. At most 100 steps are kept.

import type { RunKey } from '../../worker/api.ts';

const MOST = 100;

export type History = {
  readonly past: readonly RunKey[];
  readonly now: RunKey;
  readonly future: readonly RunKey[];
  /** What is being dragged, if anything is. */
  readonly tag: string | null;
};

export function began(now: RunKey): History {
  return { past: [], now, future: [], tag: null };
}

export function moved(history: History, now: RunKey, tag: string | null = null): History {
  if (tag !== null && tag === history.tag) return { ...history, now, future: [] };
  return { past: [...history.past, history.now].slice(-MOST), now, future: [], tag };
}

export function settled(history: History): History {
  return history.tag === null ? history : { ...history, tag: null };
}

export function undone(history: History): History {
  const now = history.past[history.past.length - 1];
  if (now === undefined) return history;
  return { past: history.past.slice(0, -1), now, future: [history.now, ...history.future], tag: null };
}

export function redone(history: History): History {
  const now = history.future[0];
  if (now === undefined) return history;
  return { past: [...history.past, history.now], now, future: history.future.slice(1), tag: null };
}
