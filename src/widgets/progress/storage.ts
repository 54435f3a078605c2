// What the browser keeps for this site, behind three calls that never throw. Storage may be forbidden (private
// windows, sandboxed frames), full, or cleared at any time: then the same words go to memory for as long as the
// page lives, and the page is told once, so that it can say so.

export type Storage = {
  read(name: string): string | null;
  write(name: string, text: string): void;
  remove(name: string): void;
  /** Another tab changed something. Returns a function that stops listening. */
  onChange(changed: (name: string, text: string | null) => void): () => void;
  /** Said once, when the browser refuses to keep anything. */
  readonly notice: string | null;
};

const REFUSED = 'This browser keeps nothing for this site, so your progress lasts until you close the page.';
const FULL = 'This browser has no room left for this site: what you do from now on lasts until you close the page.';

type Local = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The browser's storage, or null where even asking for it throws. */
function browser(): Local | null {
  try {
    return typeof localStorage === 'undefined' ? null : localStorage;
  } catch {
    return null;
  }
}

export function openStorage(local: Local | null = browser()): Storage {
  const memory = new Map<string, string>();
  let notice: string | null = local === null ? REFUSED : null;

  return {
    get notice() {
      return notice;
    },
    read(name) {
      const kept = memory.get(name);
      if (kept !== undefined) return kept;
      try {
        return local?.getItem(name) ?? null;
      } catch {
        notice ??= REFUSED;
        return null;
      }
    },
    write(name, text) {
      try {
        if (local === null) throw new Error('refused');
        local.setItem(name, text);
        memory.delete(name);
      } catch {
        notice ??= FULL;
        memory.set(name, text);
      }
    },
    remove(name) {
      memory.delete(name);
      try {
        local?.removeItem(name);
      } catch {
        notice ??= REFUSED;
      }
    },
    onChange(changed) {
      if (typeof window === 'undefined') return () => undefined;
      const heard = (event: StorageEvent) => {
        if (event.key !== null) changed(event.key, event.newValue);
      };
      window.addEventListener('storage', heard);
      return () => window.removeEventListener('storage', heard);
    },
  };
}
