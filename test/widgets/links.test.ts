// Links carry a run and come back the same, and nothing that is not a link gets through or throws.

import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RunKey } from '../../src/worker/api.ts';
import { decodeLink, encodeLink, isLink, LINK_LIMIT, type Shared } from '../../src/widgets/files/links.ts';
import { pack, unpack } from '../../src/widgets/files/packing.ts';

const KEY: RunKey = {
  scenario: { id: 'mesh5', version: 1 },
  settings: { T: 2.2, form: 'fixed', exact: true },
  seed: 'one',
  actions: [
    { kind: 'crash', on: 'n3', at: 41_000_001 },
    { kind: 'delay', on: 'n1>n2', at: 43_120_001, until: 45_000_000, by: 0.25 },
  ],
};
const SHARED: Shared = { key: KEY, view: { at: 43_120_000, look: [0, 2], panel: 'silence' }, print: '0badc0de' };

async function fragment(shared: unknown): Promise<string> {
  return `#r=${await pack(JSON.stringify(shared))}`;
}

async function problems(
  change: (raw: { v: number; key: Record<string, unknown>; view: Record<string, unknown> }) => void,
) {
  const raw = structuredClone({ v: 1, ...SHARED }) as never;
  change(raw);
  const answer = await decodeLink(await fragment(raw));
  return answer.ok ? [] : answer.problems;
}

afterEach(() => vi.unstubAllGlobals());

describe('a link', () => {
  it('brings back exactly the run and the view that went in', async () => {
    const link = await encodeLink(SHARED);
    expect(link.ok && isLink(link.value)).toBe(true);
    expect(link.ok && (await decodeLink(link.value))).toEqual({ ok: true, value: SHARED });
  });

  it('works where the browser cannot compress', async () => {
    vi.stubGlobal('CompressionStream', undefined);
    const link = await encodeLink(SHARED);
    expect(link.ok && link.value.startsWith('#r=j')).toBe(true);
    vi.stubGlobal('DecompressionStream', undefined);
    expect(link.ok && (await decodeLink(link.value))).toEqual({ ok: true, value: SHARED });
  });

  it('with twelve actions fits the address, and says so when it would not', async () => {
    const action = (i: number) => ({
      kind: 'cut',
      on: `n${i % 5}>n${(i + 1) % 5}`,
      at: i * 1_234_567,
      until: i * 1_234_567 + 99,
    });
    const some = { ...SHARED, key: { ...KEY, actions: Array.from({ length: 12 }, (_, i) => action(i)) } };
    const link = await encodeLink(some);
    expect(link.ok && link.value.length < LINK_LIMIT).toBe(true);
    const names = Array.from({ length: 200 }, (_, i) => ({ ...action(i), note: Math.sin(i).toString(36) }));
    const long = await encodeLink({ ...SHARED, key: { ...KEY, actions: names } });
    expect(long).toMatchObject({ ok: false, problems: [{ field: 'actions' }] });
  });

  it('names the field that is wrong', async () => {
    expect(await problems((raw) => ((raw.key['actions'] as { at: unknown }[])[1]!.at = 1.5))).toEqual([
      { field: 'actions.1.at', says: 'must be a whole number of microseconds, 0 to 1000000000000' },
    ]);
    expect(await problems((raw) => (raw.key['seed'] = 7))).toEqual([{ field: 'seed', says: 'must be a seed' }]);
    expect(await problems((raw) => delete raw.key['settings'])).toEqual([{ field: 'settings', says: 'is missing' }]);
    expect(await problems((raw) => (raw.view['panel'] = ''))).toMatchObject([{ field: 'view.panel' }]);
    expect(await problems((raw) => (raw.key['path'] = '../..'))).toMatchObject([{ field: 'path' }]);
    expect(await problems((raw) => (raw.v = 2))).toMatchObject([{ field: 'v' }]);
  });

  it('refuses more actions, deeper scenarios and longer words than any run needs', async () => {
    const many = Array.from({ length: 201 }, () => ({ kind: 'cut', on: 'n1>n2', at: 1 }));
    expect(await problems((raw) => (raw.key['actions'] = many))).toMatchObject([{ field: 'actions' }]);
    let deep: unknown = 1;
    for (let i = 0; i < 40; i++) deep = { deep };
    expect(await problems((raw) => (raw.key['scenario'] = { inline: deep }))).toHaveLength(1);
    expect(await problems((raw) => (raw.key['seed'] = 'x'.repeat(65)))).toMatchObject([{ field: 'seed' }]);
  });

  it('that inflates without end is stopped', async () => {
    const bomb = await pack('a'.repeat(60_000));
    expect((await unpack(bomb)).ok).toBe(true);
    const stream = new Blob([new Uint8Array(50_000_000)]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
    const packed = `z${Buffer.from(bytes).toString('base64url')}`;
    expect(await unpack(packed)).toMatchObject({ ok: false, problems: [{ field: 'link' }] });
  });

  it('cut, mistyped or made up never throws and always says why', async () => {
    const whole = await encodeLink(SHARED);
    const text = whole.ok ? whole.value : '';
    const place = fc.nat({ max: text.length });
    const damaged = fc.oneof(
      place.map((n) => text.slice(0, n)),
      fc.tuple(place, fc.string({ maxLength: 4 })).map(([n, s]) => text.slice(0, n) + s + text.slice(n + 1)),
      fc.string({ maxLength: 300 }).map((s) => `#r=${s}`),
      fc.string({ maxLength: 300 }).map((s) => `#r=j${Buffer.from(s).toString('base64url')}`),
      fc.json({ maxDepth: 6 }).map((s) => `#r=j${Buffer.from(s).toString('base64url')}`),
    );
    await fc.assert(
      fc.asyncProperty(damaged, async (fragment_) => {
        const answer = await decodeLink(fragment_);
        if (!answer.ok) expect(answer.problems.every((p) => p.field !== '' && p.says !== '')).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });
});
