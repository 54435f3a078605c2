// A page in WebKit, over the W3C's WebDriver: as much of it as the tests here need. One session at a time.

import { startWebKit } from '../../tools/webkit.ts';

export type WebKitPage = {
  readonly goTo: (url: string) => Promise<void>;
  /** Runs the text of a function's body in the page and gives what it returns. */
  readonly evaluate: <T>(body: string) => Promise<T>;
  /** The same, with what it hands to the last of its `arguments`. */
  readonly evaluateAsync: <T>(body: string, ...args: readonly unknown[]) => Promise<T>;
  /** Asks again and again until the body comes to something true. */
  readonly waitFor: (body: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Milliseconds: what a page computes on a busy machine. */
const PATIENCE = 40_000;

export async function openWebKit(): Promise<WebKitPage> {
  const webkit = await startWebKit();

  async function send(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<unknown> {
    const answer = await fetch(`${webkit.url}/session${path}`, {
      method,
      ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${method} ${path}: ${JSON.stringify(value)}`);
    return value;
  }

  const browser = {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': {
      binary: webkit.binary,
      args: ['--automation'],
    },
  };
  const { sessionId } = (await send('POST', '', { capabilities: { alwaysMatch: browser } })) as { sessionId: string };
  await send('POST', `/${sessionId}/timeouts`, { script: PATIENCE, pageLoad: PATIENCE });
  await send('POST', `/${sessionId}/window/rect`, { x: 0, y: 0, width: 1280, height: 900 });

  const page: WebKitPage = {
    async goTo(url) {
      await send('POST', `/${sessionId}/url`, { url });
    },
    async evaluate<T>(body: string) {
      return (await send('POST', `/${sessionId}/execute/sync`, { script: body, args: [] })) as T;
    },
    async evaluateAsync<T>(body: string, ...args: readonly unknown[]) {
      return (await send('POST', `/${sessionId}/execute/async`, { script: body, args })) as T;
    },
    async waitFor(body) {
      const latest = performance.now() + PATIENCE;
      while (!(await page.evaluate<boolean>(body))) {
        if (performance.now() > latest) throw new Error(`it never came to be: ${body}`);
        await new Promise((done) => setTimeout(done, 50));
      }
    },
    async close() {
      await send('DELETE', `/${sessionId}`).catch(() => undefined);
      webkit.close();
    },
  };
  return page;
}
