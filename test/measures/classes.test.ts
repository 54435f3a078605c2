// The runs of the lesson's "What does this run refute?", reduced to the rows that decide.

import { describe, expect, it } from 'vitest';
import { notHeld } from '../../src/measures/classes.ts';
import { measures } from '../../src/measures/registry.ts';
import { beat, crash, readingOf, suspect, trust, type Hand } from './rows.ts';

const nodes = ['n1', 'n2', 'n3', 'n4'];
const beats = nodes.flatMap((a) => nodes.filter((b) => b !== a).flatMap((b) => beat(a, b, 1, 1)));
const run = (...rows: Hand['rows']) => readingOf({ nodes, until: 60, rows: [...beats, ...rows] });
const noticed = [crash('n4', 20), ...['n1', 'n2', 'n3'].map((n) => suspect(n, 'n4', 23))];

describe('what a run refutes', () => {
  it('a clean detection refutes nothing', () => {
    expect(notHeld(run(...noticed))).toEqual([]);
  });
  it('one accusation of a live node refutes strong accuracy alone', () => {
    expect(notHeld(run(...noticed, suspect('n2', 'n3', 30), trust('n2', 'n3', 31)))).toEqual(['strong-accuracy']);
  });
  it('weak accuracy falls only when every survivor has been accused', () => {
    const each = [suspect('n1', 'n2', 30), trust('n1', 'n2', 31), suspect('n2', 'n1', 30), trust('n2', 'n1', 31)];
    expect(notHeld(run(...noticed, ...each))).toEqual(['strong-accuracy']);
    const last = [suspect('n1', 'n3', 32), trust('n1', 'n3', 33)];
    expect(notHeld(run(...noticed, ...each, ...last))).toEqual(['strong-accuracy', 'weak-accuracy']);
  });
  it('an accusation before the crash was one of the living, whatever happened next', () => {
    const early = [suspect('n1', 'n4', 18), crash('n4', 20), suspect('n2', 'n4', 23), suspect('n3', 'n4', 23)];
    expect(notHeld(run(...early))).toEqual(['strong-accuracy']);
  });
  it('a survivor that never noticed leaves strong completeness unmet and weak completeness met', () => {
    expect(notHeld(run(...noticed.slice(0, 3)))).toEqual(['strong-completeness']);
  });
  it('an accusation of no length refutes strong accuracy all the same', () => {
    expect(notHeld(run(...noticed, suspect('n2', 'n3', 30), trust('n2', 'n3', 30)))).toEqual(['strong-accuracy']);
  });
  it('flapping to the end refutes no more than one accusation does', () => {
    const flaps = [30, 40, 50, 59].flatMap((at) => [
      suspect('n2', 'n3', at),
      ...(at < 59 ? [trust('n2', 'n3', at + 1)] : []),
    ]);
    expect(notHeld(run(...noticed, ...flaps))).toEqual(['strong-accuracy']);
  });
});

describe('the same as measures', () => {
  const value = (id: string, reading: ReturnType<typeof run>) => measures.get(id)!.of(reading, {});
  it('1 while a property stands, 0 with the row that broke it', () => {
    const reading = run(...noticed, suspect('n2', 'n3', 30), trust('n2', 'n3', 31));
    expect(value('strong-accuracy', reading)).toMatchObject({ value: 0, row: reading.rowCalled('suspect n2>n3 30') });
    expect(value('weak-accuracy', reading).value).toBe(1);
    expect(value('strong-completeness', reading)).toMatchObject({ value: 1, at: 20_000_000 });
  });
  it('completeness says nothing when nobody is down, accuracy nothing when nobody watches', () => {
    expect(value('strong-completeness', run()).value).toBeNull();
    expect(
      value('strong-accuracy', readingOf({ nodes, until: 60, rows: [] }) as ReturnType<typeof run>).value,
    ).toBeNull();
  });
});
