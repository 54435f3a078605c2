// A plain file server for dist/: what any static host does, and nothing more. Folders answer with their
// index.html, a folder without its slash is redirected, whatever is missing is 404.html with status 404; there is
// no rewriting to a single page. Text goes out compressed. It listens on the loopback address only. `base` puts the
// site under a sub-path, as the browser tests do, so that an absolute path anywhere in the site is found out.

import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

const TEXT = /charset|json|svg/;

export type Served = {
  /** Address of the site's home, with a slash at its end. */
  readonly url: string;
  readonly close: () => Promise<void>;
};

type Where = {
  readonly folder: string;
  /** '' or '/some/where'. */
  readonly base?: string;
  /** 0 takes any free port. */
  readonly port?: number;
};

export async function serve({ folder, base = '', port = 0 }: Where): Promise<Served> {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    void answer(root, base, request, response);
  });
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, '127.0.0.1', done);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}${base}/`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function answer(root: string, base: string, request: IncomingMessage, response: ServerResponse) {
  const headOnly = request.method === 'HEAD';
  const [path = '/', query] = (request.url ?? '/').split('?', 2);
  const found = path.startsWith(`${base}/`) ? await find(root, path.slice(base.length)) : null;
  if (found === 'folder') {
    response.writeHead(301, { location: `${path}/${query === undefined ? '' : `?${query}`}` }).end();
    return;
  }
  if (found === null) {
    const page = await readFile(join(root, '404.html')).catch(() => 'Not found');
    response.writeHead(404, { 'content-type': TYPES['.html'], 'cache-control': 'no-cache' });
    response.end(headOnly ? undefined : page);
    return;
  }
  const type = TYPES[extname(found)] ?? 'application/octet-stream';
  const packing = TEXT.test(type) ? packingFor(String(request.headers['accept-encoding'])) : undefined;
  response.writeHead(200, {
    'content-type': type,
    'cache-control': path.includes('/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'x-content-type-options': 'nosniff',
    vary: 'accept-encoding',
    ...(packing && { 'content-encoding': packing }),
  });
  if (headOnly) response.end();
  else if (packing) response.end(await packed(found, packing));
  else createReadStream(found).pipe(response);
}

type Packing = 'br' | 'gzip';

const packingFor = (accepted: string): Packing | undefined =>
  (['br', 'gzip'] as const).find((packing) => new RegExp(`\\b${packing}\\b`).test(accepted));

const GOOD = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
const known = new Map<string, Buffer>();

/** The file compressed, once for as long as it stays as it is. */
async function packed(file: string, packing: Packing): Promise<Buffer> {
  const name = `${file} ${packing} ${(await stat(file)).mtimeMs}`;
  const done = known.get(name);
  if (done !== undefined) return done;
  const whole = await readFile(file);
  const made = packing === 'br' ? brotliCompressSync(whole, GOOD) : gzipSync(whole);
  known.set(name, made);
  return made;
}

/** The file that a path names; 'folder' if it lacks its slash; null if there is nothing. */
async function find(root: string, path: string): Promise<string | 'folder' | null> {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  const file = resolve(root, `.${decoded}`);
  if (decoded.includes('\0') || (file !== root && !file.startsWith(root + sep))) return null;
  const kind = await stat(file).catch(() => null);
  if (kind === null) return null;
  if (kind.isFile()) return decoded.endsWith('/') ? null : file;
  const index = join(file, 'index.html');
  if (!(await stat(index).catch(() => null))) return null;
  return decoded.endsWith('/') ? index : 'folder';
}
