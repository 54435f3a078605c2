// The file of a run brings back the run that was saved. What is wrong with a file is named, and changes nothing.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RunKey } from '../../src/worker/api.ts';
import { LabState } from '../../src/widgets/lab/lab.svelte.ts';
import { readRun, RUN_FILE_LIMIT, writeRun, type RunFile } from '../../src/widgets/files/run-file.ts';
import { openRun, runFileOf } from '../../src/widgets/files/run-files.ts';
import { fakeFrames, fakeLab, settle, SETUP, START } from './fake-lab.ts';

const FILE: RunFile = {
  lab: 'heartbeats-and-timeouts/no-bound',
  fingerprint: '0123456789abcdef',
  key: {
    scenario: { id: 'mesh5', version: 1 },
    settings: { T: 2.2, form: 'fixed', exact: true },
    seed: 'one, "two" <three>',
    actions: [
      { kind: 'crash', on: 'n3', at: 41_000_001 },
      { kind: 'delay', on: 'n1>n2', at: 43_120_001, until: 45_000_000, by: 0.25 },
    ],
  },
  view: { at: 43_120_000, look: [0, 2], panel: 'silence', beside: { over: { T: 3 }, follows: true } },
};
const TEXT = writeRun(FILE);

type Raw = { [field: string]: unknown; key: { [field: string]: unknown }; view: { [field: string]: unknown } };

function problems(change: (raw: Raw) => void): readonly { readonly field: string; readonly says: string }[] {
  const raw = JSON.parse(TEXT) as Raw;
  change(raw);
  const answer = readRun(JSON.stringify(raw));
  return answer.ok ? [] : answer.problems;
}

describe('the file of a run', () => {
  it('brings back exactly what went in', () => {
    expect(readRun(TEXT)).toEqual({ ok: true, value: FILE });
  });

  it('holds any run within the limits, whatever its words', () => {
    const word = fc.string({ minLength: 1, maxLength: 64, unit: 'grapheme' }).filter((text) => text.length <= 64);
    const run = fc.record({ seed: word, at: fc.nat(60_000_000), panel: word, T: fc.double({ noNaN: true }) });
    fc.assert(
      fc.property(run, ({ seed, at, panel, T }) => {
        fc.pre(Number.isFinite(T) && !Object.is(T, -0));
        const file = {
          ...FILE,
          key: { ...FILE.key, seed, settings: { T } },
          view: { at, look: [1, 0] as const, panel },
        };
        expect(readRun(writeRun(file))).toEqual({ ok: true, value: file });
      }),
    );
  });

  it('names the field that is wrong', () => {
    expect(problems((raw) => (raw['faultLab'] = 'course'))).toMatchObject([{ field: 'faultLab' }]);
    expect(problems((raw) => (raw['version'] = 2))).toMatchObject([{ field: 'version' }]);
    expect(problems((raw) => delete raw['lab'])).toMatchObject([{ field: 'lab', says: 'is missing' }]);
    expect(problems((raw) => (raw['fingerprint'] = 'xyz'))).toMatchObject([{ field: 'fingerprint' }]);
    expect(problems((raw) => (raw['more'] = 1))).toMatchObject([{ field: 'more' }]);
    expect(problems((raw) => (raw.key['seed'] = 7))).toEqual([{ field: 'seed', says: 'must be a seed' }]);
    expect(problems((raw) => ((raw.key['actions'] as { at: unknown }[])[1]!.at = 1.5))).toMatchObject([
      { field: 'actions.1.at' },
    ]);
    expect(problems((raw) => (raw.view['look'] = [0]))).toMatchObject([{ field: 'view.look.1' }]);
    expect(problems((raw) => (raw.view['beside'] = { over: 7 }))).toMatchObject([{ field: 'view.beside.over' }]);
  });

  it('is not read beyond its limit, and not where it is no data', () => {
    const long = TEXT + ' '.repeat(RUN_FILE_LIMIT);
    expect(readRun(long)).toMatchObject({ ok: false, problems: [{ field: 'file', says: /too large/ }] });
    for (const text of ['', 'null', '7', '"run"', '{', '\u0000\u0001', '['.repeat(100_000)]) {
      expect(readRun(text), text.slice(0, 20)).toMatchObject({ ok: false, problems: [{ field: 'file' }] });
    }
  });

  it('of another program is said to be that, and nothing else', () => {
    for (const text of ['[]', '{}', '{"name":"x","version":"1.0"}', '{"faultLab":"course","version":1}']) {
      const problem = { field: 'faultLab', says: 'must be "run": this is not a file of a run' };
      expect(readRun(text)).toEqual({ ok: false, problems: [problem] });
    }
  });

  it('that was cut, mistyped or made up never throws, and every problem has a field and says something', () => {
    const place = fc.nat({ max: TEXT.length });
    const path = fc.constantFrom(...pathsOf(JSON.parse(TEXT) as Json));
    const damaged = fc.oneof(
      place.map((n) => TEXT.slice(0, n)),
      fc
        .tuple(place, fc.nat(8), fc.string({ maxLength: 4 }))
        .map(([n, m, s]) => TEXT.slice(0, n) + s + TEXT.slice(n + m)),
      fc.tuple(path, fc.jsonValue({ maxDepth: 3 })).map(([at, value]) => replaced(at, value as Json)),
      fc.json({ maxDepth: 6 }),
      fc.string({ maxLength: 300 }),
    );
    fc.assert(
      fc.property(damaged, (text) => {
        const answer = readRun(text);
        if (answer.ok) return;
        expect(answer.problems.length).toBeGreaterThan(0);
        for (const { field, says } of answer.problems) expect([field, says]).not.toContain('');
      }),
      { numRuns: 10_000 },
    );
  });
});

type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };
type Path = readonly string[];

function pathsOf(value: Json, here: Path = []): readonly Path[] {
  if (value === null || typeof value !== 'object') return [here];
  return [here, ...Object.entries(value).flatMap(([name, inner]) => pathsOf(inner as Json, [...here, name]))];
}

/** The file with another value at this place. */
function replaced(path: Path, value: Json): string {
  const last = path.at(-1);
  if (last === undefined) return JSON.stringify(value);
  const whole = JSON.parse(TEXT) as { [name: string]: Json };
  let at = whole;
  for (const name of path.slice(0, -1)) at = at[name] as { [name: string]: Json };
  at[last] = value;
  return JSON.stringify(whole);
}

const SAVED: RunKey = { ...START, seed: 'saved', settings: { T: 5 } };

/** A lab that has run, and in which every run is answered at once. */
async function open(): Promise<LabState> {
  const { client, asked } = fakeLab();
  const { run } = client;
  const prompt = (key: RunKey) => {
    const answer = run(key);
    asked.at(-1)!.answer();
    return answer;
  };
  const options = { id: 'heartbeats/two', start: START, setup: SETUP, frames: fakeFrames() };
  const lab = new LabState({ client: () => Object.assign(client, { run: prompt }), ...options });
  lab.open();
  await settle();
  return lab;
}

async function opened(change: Partial<RunFile>): Promise<{ lab: LabState; said: string }> {
  const lab = await open();
  const file = { ...runFileOf(lab)!, key: SAVED, ...change };
  await openRun(lab, new Blob([writeRun(file)]));
  await settle();
  return { lab, said: `${lab.notice?.title ?? ''}: ${lab.notice?.says ?? ''}` };
}

describe('opening a file', () => {
  it('puts its run on the stage at its moment, and undo goes back', async () => {
    const { lab, said } = await opened({ view: { at: 1_500_000, look: [1, 0], panel: 'log' } });
    expect(lab.key).toEqual(SAVED);
    expect([lab.at, lab.look, lab.panel]).toEqual([1_500_000, [1, 0], 'log']);
    expect(said).toContain('exactly the run that was saved');
    lab.undo();
    await settle();
    expect(lab.key.seed).toBe(START.seed);
  });

  it('whose run has changed since says so plainly, and opens', async () => {
    const { lab, said } = await opened({ fingerprint: 'f'.repeat(16) });
    expect(lab.key).toEqual(SAVED);
    expect(said).toMatch(/earlier version.*changed since/);
  });

  it('of an earlier version of the lab is the same script on the present one', async () => {
    const { lab } = await opened({ key: { ...SAVED, scenario: { id: 'pair', version: 7 } } });
    expect(lab.key).toEqual(SAVED);
  });

  it('of another lab changes nothing and says whose it is', async () => {
    const { lab, said } = await opened({ lab: 'phi/one', key: { ...SAVED, scenario: { id: 'mesh5', version: 1 } } });
    expect(lab.key).toEqual(START);
    expect(said).toMatch(/cannot be opened.*scenario is of another lab \(phi\/one\)/);
  });

  it('that is broken or far too large changes nothing and names the field', async () => {
    const lab = await open();
    await openRun(lab, new Blob([TEXT.replace('"seed"', '"sead"')]));
    expect(lab.notice?.says).toMatch(/seed is missing.*Your run is as it was/);
    await openRun(lab, new Blob([new Uint8Array(RUN_FILE_LIMIT + 1)]));
    expect(lab.notice?.says).toMatch(/far too large/);
    expect(lab.key).toEqual(START);
  });

  it('that looks at nodes that there are not keeps the pair in view', async () => {
    const { lab } = await opened({ view: { at: 0, look: [0, 900], panel: 'log' } });
    expect(lab.look).toEqual(SETUP.look);
  });
});
