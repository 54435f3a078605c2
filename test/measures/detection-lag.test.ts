// How far apart two observers notice one crash, on records small enough to be worked out on paper.

import { describe, expect, it } from 'vitest';
import type { MeasureArgs, Sample } from '../../src/measures/measure.ts';
import { measures } from '../../src/measures/registry.ts';
import { beat, crash, readingOf, suspect, trust, type Hand } from './rows.ts';

const NODES = ['a', 'b', 's'];
const lag = (rows: Hand['rows'], args: MeasureArgs = { observer: 'a', than: 'b' }): Sample =>
  measures
    .get('detection-lag')!
    .of(
      readingOf({ nodes: NODES, until: 60, rows: [...beat('a', 's', 1, 1), ...beat('b', 's', 1, 1), ...rows] }),
      args,
    );

describe('the time between two detections', () => {
  it('is the same in either order, and stops at the later one', () => {
    const rows = [crash('s', 10), suspect('b', 's', 12), suspect('a', 's', 15)];
    expect(lag(rows)).toMatchObject({ value: 3, at: 15_000_000 });
    expect(lag(rows, { observer: 'b', than: 'a' })).toMatchObject({ value: 3, at: 15_000_000 });
  });
  it('counts the suspicions that last', () => {
    const rows = [
      crash('s', 10),
      suspect('b', 's', 11),
      trust('b', 's', 11.5),
      suspect('a', 's', 12),
      suspect('b', 's', 13),
    ];
    expect(lag(rows).value).toBe(1);
  });
  it('is a lower bound if one of them never notices', () => {
    expect(lag([crash('s', 10), suspect('a', 's', 12)])).toMatchObject({ value: 48, never: true });
  });
  it('is none without a crash, or without two observers', () => {
    expect(lag([suspect('a', 's', 5)]).value).toBeNull();
    expect(lag([crash('s', 10), suspect('a', 's', 12)], { observer: 'a' }).value).toBeNull();
  });
});
