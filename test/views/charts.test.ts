// Every chart on the server, on the fixture film: what it says in words, and what it keeps back.

import { scaleLinear } from 'd3';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Lanes from '../../src/views/lanes/Lanes.svelte';
import Silence from '../../src/views/level/Silence.svelte';
import Timeline from '../../src/views/Timeline.svelte';
import { lineScale, roundNumbers, timeTicks, windowAround } from '../../src/views/chart/along.ts';
import { timeScale } from '../../src/views/chart/frame.ts';
import { laneNow, lanesOf, lanesTable } from '../../src/views/lanes/lanes.ts';
import { axisTop, valueAt } from '../../src/views/level/silence.ts';
import { causes, forkWords, merged, spokenTime, type Fork } from '../../src/views/timeline.ts';
import { film, S, setup } from './fixture.ts';
import { now, series, drawn } from './drawn.ts';

describe('every chart', () => {
  for (const [name, html] of Object.entries(drawn)) {
    it(`${name} draws a first frame on the server without a style attribute or a number that is none`, () => {
      expect(html()).not.toMatch(/\sstyle=/);
      expect(html()).not.toMatch(/NaN|undefined|Infinity/);
    });
    it(`${name} has a name`, () => {
      expect(html()).toMatch(/<figcaption|aria-label=/);
    });
  }
});

describe('suspicion lanes', () => {
  const lanes = lanesOf(setup, film, 2);
  const truth = film.truth[2] ?? [];

  it('have the truth on top and one lane for each observer', () => {
    expect(lanes.map((lane) => lane.name)).toEqual([
      'n3, in truth',
      'n1 believes',
      'n2 believes',
      'n4 believes',
      'n5 believes',
    ]);
  });

  it('count a detection from the crash, and a mistake from its own start', () => {
    expect(laneNow(lanes[1]!, truth, now)?.says).toBe('suspects, 1.63 s');
    expect(laneNow(lanes[3]!, truth, 32.9 * S)?.says).toBe('wrong, 0.23 s');
    expect(lanes[3]?.spans[1]?.after).toBe('wrong for 0.39 s');
  });

  it('say nothing of what has not happened yet', () => {
    const html = render(Lanes, { props: { setup, film, at: 40 * S, target: 2 } }).body;
    expect(html).not.toMatch(/crashes|crashed from/);
    expect(drawn['lanes']!()).toMatch(/n3 crashes/);
  });

  it('under the curtain count nothing from the crash, show no truth and end no lane early', () => {
    const hidden = lanesOf(setup, film, 0, true);
    expect(hidden.map((lane) => lane.observer)).toEqual([1, 2, 3, 4]);
    expect(hidden.every((lane) => lane.spans.at(-1)?.to === film.until)).toBe(true);
    const html = render(Lanes, { props: { setup, film, at: now, target: 2, curtain: true } }).body;
    expect(html.replace(/<defs>.*?<\/defs>/s, '')).not.toMatch(/in truth|crash|1\.63|wrong/);
  });

  it('are rows in order of time as a table', () => {
    const rows = lanesTable(setup, film, 2, now).rows;
    expect(rows.map((row) => row.at)).toEqual(rows.map((row) => row.at ?? 0).sort((a, b) => a - b));
    expect(rows.some((row) => row.cells.includes('1.63 s after the crash'))).toBe(false);
    expect(rows.some((row) => row.cells.includes('wrong for 0.39 s'))).toBe(true);
  });
});

describe('silence', () => {
  it('is read exactly between samples, on both sides of a hearing', () => {
    expect(valueAt(series, 'silence', 0.5 * S)).toBeCloseTo(0.5, 9);
    expect(valueAt(series, 'silence', 1 * S)).toBe(0);
    expect(valueAt(series, 'silence', 6 * S)).toBeCloseTo(4, 9);
  });

  it('has an axis that steps, so that turning the knob a little does not rescale it', () => {
    expect(axisTop(1.41)).toBe(axisTop(1.42));
    expect(axisTop(3)).toBeGreaterThan(3);
  });

  it('gives the knob as a slider on the line', () => {
    const knob = { label: 'Timeout', value: 1.4, min: 0.5, max: 10, step: 0.01 };
    const html = render(Silence, { props: { setup, film, series, at: 5 * S, observer: 0, target: 2, knob } }).body;
    expect(html).toMatch(/role="slider"[^>]*aria-label="Timeout"/);
    expect(html).toContain('aria-valuetext="1.4 s"');
  });
});

describe('the window of a time chart', () => {
  it('holds still while the cursor crosses it', () => {
    const windows = new Set<number>();
    for (let at = 0; at <= 60; at += 0.1) {
      const [from, to] = windowAround(at * S, 8 * S, 60 * S);
      expect(from).toBeLessThanOrEqual(at * S + 1);
      expect(to).toBeGreaterThanOrEqual(at * S - 1);
      expect(to - from).toBe(8 * S);
      windows.add(from);
    }
    expect(windows.size).toBeLessThan(17);
  });

  it('names the unit once', () => {
    const ticks = timeTicks(timeScale([0, 60 * S], 640, { left: 40, right: 40 }));
    expect(ticks.filter((tick) => tick.says.endsWith('s'))).toHaveLength(1);
  });

  it('has the round numbers and the places that D3 would give', () => {
    for (const [from, to] of [
      [0, 60],
      [0, 0.7],
      [12.5, 32.5],
      [1.37, 1.41],
      [0, 1000],
      [0.2, 30],
    ] as const) {
      for (const wanted of [2, 4, 7, 12]) {
        const theirs = scaleLinear([from, to], [12, 500]);
        const ours = lineScale([from, to], [12, 500]);
        expect(roundNumbers(from, to, wanted)).toEqual(theirs.ticks(wanted));
        expect(ours(from + (to - from) / 3)).toBeCloseTo(theirs(from + (to - from) / 3), 6);
        expect(ours.invert(100)).toBeCloseTo(theirs.invert(100), 6);
      }
    }
  });
});

describe('the timeline', () => {
  it('keeps a row for another future, so that nothing moves when one appears', () => {
    const height = (forks: readonly Fork[]) =>
      /<svg[^>]* height="(\d+)"/.exec(render(Timeline, { props: { film, at: now, forks } }).body)?.[1];
    expect(height([{ at: 30 * S, says: 'without your crash of n3' }])).toBe(height([]));
  });

  it('says of another future as much as there is room for, whole words only', () => {
    const fork: Fork = {
      at: 0,
      says: 'without your cut of n1 to n2: n4 suspects n3 sooner',
      brief: 'without your cut',
    };
    expect(forkWords(fork, 1000)).toBe(fork.says);
    expect(forkWords(fork, 150)).toBe('without your cut');
    expect(forkWords(fork, 100)).toBe('without your…');
  });

  it('is a slider that says the time and what happened last', () => {
    expect(drawn['timeline']!()).toMatch(/role="slider"/);
    expect(spokenTime(film.marks, 41.5 * S)).toBe('41.50 s, 0.5 s after: n3 crashes');
  });

  it('marks nothing that nobody has seen', () => {
    expect(render(Timeline, { props: { film, at: 30 * S, seen: 30 * S } }).body).not.toContain('n3 crashes');
  });

  it('tells an action once, though it starts a fault in the same instant', () => {
    const marks = merged([
      { at: 5, row: 1, kind: 'action', says: 'you', node: 0 },
      { at: 5, row: 2, kind: 'fault', says: 'it', node: 0 },
      { at: 9, row: 3, kind: 'fault', says: 'other', node: 0 },
    ]);
    expect(marks.map((mark) => mark.row)).toEqual([1, 3]);
  });

  it('writes words only where they touch nothing', () => {
    const placed = causes(film.marks, (at) => (at / (60 * S)) * 300, 0, 300);
    const boxes = placed
      .filter(({ words }) => words !== '')
      .map(({ x, words, side }) => (side === 'right' ? [x, x + words.length * 6.7] : [x - words.length * 6.7, x]));
    boxes.forEach(([from = 0, to = 0], i) => {
      expect(from).toBeGreaterThanOrEqual(0);
      expect(to).toBeLessThanOrEqual(300);
      boxes.forEach(([a = 0, b = 0], j) => i !== j && expect(to < a || from > b).toBe(true));
    });
  });

  it('draws a wrong suspicion hollow', () => {
    expect(drawn['timeline']!().match(/class="doubt[^"]* wrong"/g)).toHaveLength(2);
    expect(drawn['timeline']!().match(/class="doubt[^"]*"/g)).toHaveLength(3);
  });

  it('under the curtain tells neither faults nor which suspicions were wrong', () => {
    const html = render(Timeline, { props: { film, at: now, curtain: true } }).body;
    expect(html).not.toMatch(/n3 crashes|is paused|wrong"/);
    expect(html).toContain('n1 suspects n3');
  });
});
