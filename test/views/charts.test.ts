// Every chart on the server, on the fixture film: what it says in words, and what it keeps back.

import { scaleLinear } from 'd3';
import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { Series, SweepPoint } from '../../src/worker/api.ts';
import Arrivals from '../../src/views/Arrivals.svelte';
import GapHistogram from '../../src/views/GapHistogram.svelte';
import Lanes from '../../src/views/Lanes.svelte';
import QoS from '../../src/views/QoS.svelte';
import SeedStrip from '../../src/views/SeedStrip.svelte';
import Silence from '../../src/views/Silence.svelte';
import SpaceTime from '../../src/views/SpaceTime.svelte';
import Timeline from '../../src/views/Timeline.svelte';
import Tradeoff from '../../src/views/Tradeoff.svelte';
import Icon from '../../src/views/icons/Icon.svelte';
import { ICONS, iconNamed } from '../../src/views/icons/paths.ts';
import { lineScale, roundNumbers, timeTicks, windowAround } from '../../src/views/chart/along.ts';
import { timeScale } from '../../src/views/chart/frame.ts';
import { beyond, normalCount } from '../../src/views/gaps.ts';
import { binned, gapsHeard, spread } from '../../src/views/heard.ts';
import { laneNow, lanesOf, lanesTable } from '../../src/views/lanes.ts';
import { seedBars } from '../../src/views/seeds.ts';
import { axisTop, valueAt } from '../../src/views/silence.ts';
import { heardBy, messagesTable, nearest, segments } from '../../src/views/space-time.ts';
import { causes, forkWords, merged, spokenTime, type Fork } from '../../src/views/timeline.ts';
import { decades, measured } from '../../src/views/tradeoff.ts';
import { film, S, setup, WORDS } from './fixture.ts';

const now = 43.12 * S;

const series: Series = {
  unit: 's',
  time: Float64Array.from([0, 1 * S, 1 * S, 2 * S, 2 * S, 10 * S]),
  lines: { silence: Float64Array.from([0, 1, 0, 1, 0, 8]), allowed: Float64Array.from([1.4, 1.4, 1.4, 1.4, 1.4, 1.4]) },
};
const point = (at: number, x: number, count: number): SweepPoint => ({
  at,
  measures: {
    late: { value: x, count: 1, exposure: 1, runs: 40, worst: x },
    wrong: { value: null, count, exposure: 2, runs: 40, worst: null },
  },
});
const curves = [{ label: 'a beat each second', points: [point(1, 1.2, 40), point(2, 2.2, 0)], mine: true }];
const values = [1.5, 2.1, 1.2].map((value, i) => ({ seed: `e1/${i + 1}`, value, held: value <= 2 }));
const bins = binned([0.9, 1, 1, 1.1, 1.9], 0.5, 0.1, 20);

const drawn: { readonly [name: string]: () => string } = {
  lanes: () => render(Lanes, { props: { setup, film, at: now, target: 2 } }).body,
  silence: () => render(Silence, { props: { setup, film, series, at: 5 * S, observer: 0, target: 2 } }).body,
  'space-time': () => render(SpaceTime, { props: { setup, film, words: WORDS, at: now } }).body,
  timeline: () => render(Timeline, { props: { film, at: now, holdAt: 50 * S } }).body,
  arrivals: () => render(Arrivals, { props: { setup, film, words: WORDS, at: now, observer: 0, subject: 2 } }).body,
  gaps: () => render(GapHistogram, { props: { bins, mean: 1.2, std: 0.3, limit: 1.4 } }).body,
  sweep: () =>
    render(Tradeoff, {
      props: {
        curves,
        x: { measure: 'late', label: 'detection time' },
        y: { measure: 'wrong', label: 'mistakes', log: true },
        knob: 'timeout',
        own: { x: 1.2, y: 20, says: 'you' },
        goal: { x: 2, y: 0 },
      },
    }).body,
  seeds: () => render(SeedStrip, { props: { title: 'Slowest detection', values, limit: 2, unit: 's' } }).body,
  qos: () =>
    render(QoS, {
      props: {
        readings: [
          { id: 'a', title: 'Detection time', unit: 's', value: null, says: 'x', blindSpot: 'runs without a crash' },
          {
            id: 'b',
            title: 'Mistakes',
            unit: 'per pair-hour',
            value: 0.11,
            count: 5,
            exposure: 46,
            says: 'x',
            blindSpot: 'y',
          },
        ],
      },
    }).body,
};

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

describe('space-time', () => {
  const geometry = { x: (at: number) => at / S, y: (node: number) => node * 40, heartbeat: 0 };
  const shown = segments(film.flights, [42 * S, 46 * S], geometry);

  it('stops a lost message half way between two lifelines, with a cross', () => {
    const lost = shown.segments.find(({ flight }) => film.flights.fate[flight] === 1);
    expect(lost?.y2).toBe((3 * 40 + 4 * 40) / 2);
    expect(shown.crosses).not.toBe('');
  });

  it('finds the line under a press, and nothing beside all lines', () => {
    const one = shown.segments[3]!;
    expect(nearest(shown.segments, (one.x1 + one.x2) / 2, (one.y1 + one.y2) / 2, 9)).toBeDefined();
    expect(nearest(shown.segments, 1000, 1000, 9)).toBeUndefined();
  });

  it('under the curtain draws no truth, and only what the observer heard', () => {
    const html = render(SpaceTime, { props: { setup, film, words: WORDS, at: now, observer: 0, curtain: true } }).body;
    expect(html).not.toMatch(/life[^"]* (up|crashed|paused)|wrong/);
    const only = segments(film.flights, [42 * S, 46 * S], geometry, heardBy(film.flights, 0));
    expect(only.segments.length).toBeGreaterThan(8);
    expect(only.segments.every(({ flight }) => film.flights.to[flight] === 0)).toBe(true);
  });

  it('does not tell in the table how a message will end', () => {
    const cell = messagesTable(film.flights, ['n1', 'n2', 'n3', 'n4', 'n5'], WORDS, [43 * S, 44 * S], 43.01 * S).rows;
    expect(cell.every((row) => row.cells[4] === 'under way')).toBe(true);
  });
});

describe('gaps', () => {
  it('are the differences between hearings of one pair', () => {
    const gaps = gapsHeard(film.flights, 0, 60 * S, 0, 1);
    expect(gaps).toHaveLength(59);
    expect(spread(gaps).mean).toBeCloseTo(1, 1);
  });

  it('have a normal curve that counts as many as there are bars for', () => {
    const wide = binned(
      Array.from({ length: 1000 }, (_, i) => 0.5 + i / 1000),
      0,
      0.01,
      200,
    );
    let sum = 0;
    for (let i = 0; i < 200; i++) sum += normalCount((i + 0.5) * 0.01, wide, 1, 0.1);
    expect(sum).toBeCloseTo(1000, 0);
  });

  it('beyond the timeout are counted', () => {
    expect(beyond(bins, 1.4)).toBe(1);
  });
});

describe('the bargain', () => {
  it('pools counts over exposure where there is no single value', () => {
    expect(measured(point(1, 1.2, 40), 'wrong')).toBe(20);
    expect(measured(point(1, 1.2, 0), 'wrong')).toBe(0);
    expect(measured(point(1, 1.2, 0), 'other')).toBeNull();
  });

  it('has whole decades, whatever the values', () => {
    expect(decades([0, 0.3, 42])).toEqual([0.1, 100]);
    expect(decades([0])).toEqual([0.1, 10]);
  });

  it('speaks each point, none as a word', () => {
    expect(drawn['sweep']!()).toContain('timeout 2: detection time 2.20 s, no mistakes, in 40 runs');
  });
});

describe('a strip of seeds', () => {
  it('sorts by value and keeps a place for a run that was never exercised', () => {
    const bars = seedBars([...values, { seed: 'e1/4', value: null, held: null }], true, 2);
    expect(bars.map((bar) => bar.seed)).toEqual(['e1/4', 'e1/3', 'e1/1', 'e1/2']);
    expect(bars[0]?.height).toBe(0);
  });

  it('says how many missed, and reads the chosen one', () => {
    expect(drawn['seeds']!()).toContain('3 runs, 1 missed');
    expect(drawn['seeds']!()).toContain('aria-valuetext="seed 2: 2.1 s, missed"');
  });
});

describe('measures', () => {
  it('never show a nought for what was not exercised', () => {
    expect(drawn['qos']!()).toContain('not exercised');
    expect(drawn['qos']!()).toContain('5 in 46.0 pair-hours');
    expect(drawn['qos']!()).toContain('runs without a crash');
  });
});

describe('icons', () => {
  it('each draw something, and are hidden from readers unless they have a label', () => {
    for (const name of Object.keys(ICONS)) {
      const html = render(Icon, { props: { name: iconNamed(name) } }).body;
      expect(html).toMatch(/<path/);
      expect(html).toContain('aria-hidden="true"');
    }
    expect(render(Icon, { props: { name: 'eye', label: 'observer' } }).body).toContain('aria-label="observer"');
  });

  it('have one for a name that nobody knows', () => {
    expect(iconNamed('no-such-icon')).toBe('flag');
  });
});
