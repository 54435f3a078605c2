// The one simulation of a page. Opened when something first asks for it, so that a page that is only read never
// starts a worker, and shared by all labs of the page.

import type { LabClient, Notice } from '../../worker/api.ts';
import type { ScenarioBook } from '../../worker/client.ts';

let opened: { readonly book: ScenarioBook; readonly lab: Promise<LabClient> } | null = null;
const listeners = new Set<(notice: Notice) => void>();

/** The simulation for these scenarios; another book closes the one before. */
export function pageLab(book: ScenarioBook): () => Promise<LabClient> {
  return () => {
    if (opened?.book === book) return opened.lab;
    const before = opened;
    const lab = import('../../worker/client.ts').then(({ openLab }) => {
      const client = openLab(book);
      client.onNotice((notice) => listeners.forEach((listener) => listener(notice)));
      return client;
    });
    opened = { book, lab };
    void before?.lab.then((client) => client.close()).catch(() => undefined);
    // What could not be loaded is asked for again the next time that somebody wants it.
    lab.catch(() => {
      if (opened?.lab === lab) opened = null;
    });
    return lab;
  };
}

/** Hears of workers that died and were replaced, or could not start. Returns a function that stops listening. */
export function onPageNotice(listener: (notice: Notice) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
