// The reference page's worked cases: every fault, guard and measure has one, and the lab answers what it says.

import { describe, expect, test } from 'vitest';
import { measures } from '../../src/measures/registry.ts';
import { detectors } from '../../src/patterns/detectors/registry.ts';
import { guards } from '../../src/patterns/guards/registry.ts';
import { faults } from '../../src/world/faults/registry.ts';
import { catalogue } from '../../src/worker/catalogue/catalogue.ts';
import { keyOf, WORKED } from '../../src/worker/catalogue/worked.ts';
import { localLab } from '../../src/worker/local.ts';

const lab = localLab({});

describe('worked cases', () => {
  test('every fault, guard and measure has one, and no case is about something else', () => {
    const wanted = [...faults.keys(), ...guards.keys(), ...measures.keys()];
    expect(wanted.filter((id) => !WORKED.some((one) => one.of === id))).toEqual([]);
    expect(WORKED.filter((one) => !wanted.includes(one.of))).toEqual([]);
  });

  test.each(WORKED.map((one) => [`${one.of}: ${one.says}`, one] as const))('%s', async (_says, one) => {
    const key = await lab.check(keyOf(one));
    expect(key.ok ? [] : key.problems).toEqual([]);
    const [reading] = await lab.measure(keyOf(one), [{ id: one.measure, ...(one.args && { args: one.args }) }]);
    expect(reading?.value).toBeCloseTo(one.value, 5);
  });

  test('a guard’s case is one in which a monitor without it errs', async () => {
    for (const one of WORKED.filter(({ of }) => guards.has(of))) {
      const { guard: _, ...params } = one.params ?? {};
      const [reading] = await lab.measure(keyOf({ ...one, params }), [{ id: 'mistakes' }]);
      expect(reading?.value, one.of).toBe(1);
    }
  });
});

test('the catalogue names every detector, guard, fault and measure once, and describes each', async () => {
  const sections = await catalogue();
  const ids = (section: string) => sections.find(({ id }) => id === section)?.entries.map(({ id }) => id);
  expect(ids('detectors')).toEqual([...detectors.keys()]);
  expect(ids('guards')).toEqual([...guards.keys()]);
  expect(ids('faults')).toEqual([...faults.keys()]);
  expect(ids('measures')).toEqual([...measures.keys()]);
  const entries = sections.flatMap((section) => section.entries);
  for (const { id, title, says } of entries) expect(title.length * says.length, id).toBeGreaterThan(40);
  for (const { id, told, ran } of sections.flatMap(({ id, entries: all }) => (id === 'programs' ? [] : all))) {
    expect(told.length + ran.length, id).toBeGreaterThan(0);
  }
});

test('the catalogue is plain data: it travels in the page', async () => {
  const sections = await catalogue();
  expect(JSON.parse(JSON.stringify(sections))).toEqual(sections);
});
