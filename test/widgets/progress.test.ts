// What a browser keeps: nothing is lost to a second tab, a full store or a broken record.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Progress, PROGRESS_NAME } from '../../src/widgets/progress/progress.svelte.ts';
import { merged, NOTHING, salvage, type Kept } from '../../src/widgets/progress/progress-shape.ts';
import { openStorage } from '../../src/widgets/progress/storage.ts';

/** A browser's storage that several tabs share. */
function shared(start: Record<string, string> = {}, full = false) {
  const map = new Map(Object.entries(start));
  return {
    map,
    local: {
      getItem: (name: string) => map.get(name) ?? null,
      setItem: (name: string, text: string) => {
        if (full) throw new DOMException('full', 'QuotaExceededError');
        map.set(name, text);
      },
      removeItem: (name: string) => void map.delete(name),
    },
  };
}

function tab(local: ReturnType<typeof shared>['local'], clock = { now: 1 }): Progress {
  return new Progress(openStorage(local), () => clock.now++);
}

const YES = { answer: 'none', confidence: 'sure', right: true } as const;

describe('progress', () => {
  it('comes back after a reload', () => {
    const { local } = shared();
    const before = tab(local);
    before.sawStep('l', 's1');
    before.predicted('l', 'p', YES);
    before.reported('l', 'p', 'all three');
    before.checked('l', 'e1', { version: 1, passed: true, score: 2.4, less: true, foreseen: true });
    before.finished('l');
    expect(tab(local).kept).toEqual(before.kept);
    expect(tab(local).prediction('l', 'p')).toMatchObject({ answer: 'none', report: 'all three' });
  });

  it('keeps the first prediction, whatever is answered later', () => {
    const progress = tab(shared().local);
    progress.predicted('l', 'p', YES);
    progress.predicted('l', 'p', { ...YES, answer: 'all' });
    expect(progress.prediction('l', 'p')?.answer).toBe('none');
  });

  it('counts checks, keeps a pass, and keeps the better score', () => {
    const progress = tab(shared().local);
    const check = (passed: boolean, score: number) =>
      progress.checked('l', 'e', { version: 1, passed, score, less: true, foreseen: passed });
    check(true, 2.6);
    check(false, 1.1);
    check(true, 2.2);
    expect(progress.exercise('l', 'e')).toMatchObject({ passed: true, score: 2.2, checks: 3, foreseen: 2 });
  });

  it('of an older version of an exercise does not count for the new one', () => {
    const progress = tab(shared().local);
    progress.checked('l', 'e', { version: 1, passed: true, score: 1, less: true, foreseen: true });
    progress.checked('l', 'e', { version: 2, passed: false, score: null, less: true, foreseen: true });
    expect(progress.exercise('l', 'e')).toMatchObject({ version: 2, passed: false, score: null, checks: 1 });
  });

  it('of two tabs is joined, not overwritten', () => {
    const { local } = shared();
    const one = tab(local);
    const other = tab(local);
    one.sawStep('l', 's1');
    other.sawStep('l', 's2');
    one.sawStep('l', 's3');
    expect(tab(local).lesson('l').steps).toEqual(['s1', 's2', 's3']);
  });

  it('that is no data at all is put aside, said, and begun anew', () => {
    const { local, map } = shared({ [PROGRESS_NAME]: '{"version":1,"les' });
    const progress = tab(local);
    expect(progress.problems).toEqual([{ field: 'progress', says: 'is not readable as data' }]);
    expect([...map].some(([name, text]) => name.includes('aside') && text === '{"version":1,"les')).toBe(true);
    progress.sawStep('l', 's1');
    expect(tab(local).problems).toEqual([]);
    expect(tab(local).lesson('l').steps).toEqual(['s1']);
  });

  it('with one broken field keeps all the rest and names that field', () => {
    const before = tab(shared().local);
    before.sawStep('good', 's1');
    before.predicted('bad', 'p', YES);
    const raw = JSON.parse(before.export());
    raw.lessons.bad.predictions.p.confidence = 'certain';
    const { local, map } = shared({ [PROGRESS_NAME]: JSON.stringify(raw) });
    const progress = tab(local);
    expect(progress.lesson('good').steps).toEqual(['s1']);
    expect(progress.problems).toEqual([
      { field: 'lessons.bad.predictions.p.confidence', says: 'must be sure, think-so or guess' },
    ]);
    expect([...map.keys()].some((name) => name.includes('aside'))).toBe(true);
  });

  it('goes to memory, with a notice, where the browser is full or refuses', () => {
    const full = new Progress(openStorage(shared({}, true).local));
    full.sawStep('l', 's1');
    expect(full.lesson('l').steps).toEqual(['s1']);
    expect(full.notice).toMatch(/no room/);
    const refused = new Progress(openStorage(null));
    refused.sawStep('l', 's1');
    expect(refused.lesson('l').steps).toEqual(['s1']);
    expect(refused.notice).toMatch(/keeps nothing/);
  });

  it('as a file is the same in another browser, and twice changes nothing more', () => {
    const before = tab(shared().local);
    before.sawStep('l', 's1');
    before.predicted('l', 'p', YES);
    before.checked('l', 'e1', { version: 1, passed: true, score: 2.4, less: true, foreseen: false });
    before.ranLab('l/one', { scenario: { id: 'pair', version: 1 }, settings: { T: 3 }, seed: '7', actions: [] }, 5);
    const after = tab(shared().local);
    expect(after.import(before.export())).toEqual([]);
    expect(after.kept).toEqual(before.kept);
    expect(after.import(after.export())).toEqual([]);
    expect(after.kept).toEqual(before.kept);
  });

  it('takes in a file that was cut, mistyped or made up without a throw, names its fields, and loses nothing', () => {
    const source = tab(shared().local);
    source.sawStep('l', 's2');
    source.predicted('l', 'p', YES);
    source.checked('l', 'e1', { version: 1, passed: true, score: 2.4, less: true, foreseen: false });
    const text = source.export();
    const damaged = fc.oneof(
      fc
        .tuple(fc.nat(text.length), fc.nat(6), fc.string({ maxLength: 4 }))
        .map(([at, gone, more]) => text.slice(0, at) + more + text.slice(at + gone)),
      fc.nat(text.length).map((at) => text.slice(0, at)),
      fc.json({ maxDepth: 5 }),
      fc.string({ maxLength: 200 }),
    );
    fc.assert(
      fc.property(damaged, (file) => {
        const mine = tab(shared().local);
        mine.sawStep('l', 's1');
        for (const { field, says } of mine.import(file)) expect([field, says]).not.toContain('');
        expect(mine.lesson('l').steps).toContain('s1');
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws, whatever stands in its place', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        const { local } = shared({ [PROGRESS_NAME]: text });
        tab(local).sawStep('l', 's1');
        expect(tab(local).lesson('l').steps).toContain('s1');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('merging', () => {
  const one = fc.record({
    steps: fc.uniqueArray(fc.constantFrom('a', 'b', 'c')).map((steps) => steps.sort()),
    predictions: fc.dictionary(
      fc.constantFrom('p', 'q'),
      fc.record({
        answer: fc.constantFrom('x', 'y'),
        confidence: fc.constant('guess' as const),
        right: fc.boolean(),
        report: fc.constant(null),
        when: fc.nat(1000),
      }),
    ),
    exercises: fc.constant({}),
    done: fc.boolean(),
  });
  const kept = fc
    .dictionary(fc.constantFrom('l', 'm'), one)
    .map((lessons): Kept => ({ version: 1, lessons, labs: {} }));

  it('twice changes nothing more, and nothing that was done is lost', () => {
    fc.assert(
      fc.property(kept, kept, (a, b) => {
        const both = merged(a, b);
        expect(merged(both, b)).toEqual(both);
        for (const [id, lesson] of [...Object.entries(a.lessons), ...Object.entries(b.lessons)]) {
          expect(both.lessons[id]?.steps).toEqual(expect.arrayContaining([...lesson.steps]));
        }
      }),
    );
  });

  it('with nothing is the same', () => {
    fc.assert(
      fc.property(kept, (a) => {
        expect(salvage(merged(NOTHING, a)).kept).toEqual(a);
      }),
    );
  });
});
