// Text into few characters that a URL can carry, and back. Compressed with the browser's own deflate where it has
// one, plain otherwise; the first character says which ('z' or 'j'). Unpacking is bounded: a small link that
// inflates to gigabytes is stopped at the limit, and nothing here throws.

import type { Answer } from '../../worker/api.ts';

/** Inflated characters, at most. */
export const INFLATED_LIMIT = 64 * 1024;

function refuse<T>(says: string): Answer<T> {
  return { ok: false, problems: [{ field: 'link', says }] };
}

function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return null;
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (c) => c.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Sends bytes through a compressing or decompressing stream; null if the stream refuses them or they grow too long. */
async function through(
  stream: { readonly readable: ReadableStream<Uint8Array>; readonly writable: WritableStream<BufferSource> },
  bytes: Uint8Array<ArrayBuffer>,
  limit: number,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const writer = stream.writable.getWriter();
  const written = writer
    .write(bytes)
    .then(() => writer.close())
    .catch(() => undefined);
  const reader = stream.readable.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      length += value.length;
      if (length > limit) {
        await reader.cancel().catch(() => undefined);
        return null;
      }
      chunks.push(value);
    }
    await written;
  } catch {
    return null;
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

export async function pack(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text) as Uint8Array<ArrayBuffer>;
  if (typeof CompressionStream !== 'undefined') {
    const packed = await through(new CompressionStream('deflate-raw'), bytes, INFLATED_LIMIT);
    if (packed !== null && packed.length < bytes.length) return `z${toBase64Url(packed)}`;
  }
  return `j${toBase64Url(bytes)}`;
}

export async function unpack(packed: string): Promise<Answer<string>> {
  const bytes = fromBase64Url(packed.slice(1));
  if (bytes === null)
    return refuse('has characters that no link of ours contains; perhaps it was cut when it was copied');
  if (packed[0] === 'j') return bytes.length > INFLATED_LIMIT ? refuse('is too long') : text(bytes);
  if (packed[0] !== 'z') return refuse('does not begin like a link of ours');
  if (typeof DecompressionStream === 'undefined') return refuse('is compressed, and this browser cannot unpack it');
  const whole = await through(new DecompressionStream('deflate-raw'), bytes, INFLATED_LIMIT);
  return whole === null ? refuse('is damaged or too long; perhaps it was cut when it was copied') : text(whole);
}

function text(bytes: Uint8Array): Answer<string> {
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return refuse('is damaged; perhaps it was cut when it was copied');
  }
}
