// Charts that count: messages between lifelines, gaps, curves of a bargain, seeds and measures.

import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import SpaceTime from '../../src/views/space-time/SpaceTime.svelte';
import { binned, gapsHeard, spread } from '../../src/views/gaps/heard.ts';
import { film, S, setup, WORDS } from './fixture.ts';
import Icon from '../../src/views/icons/Icon.svelte';
import { ICONS, iconNamed } from '../../src/views/icons/paths.ts';
import { beyond, normalCount } from '../../src/views/gaps/gaps.ts';
import { seedBars } from '../../src/views/seeds/seeds.ts';
import { heardBy, messagesTable, nearest, segments } from '../../src/views/space-time/space-time.ts';
import { decades, measured } from '../../src/views/bargain/tradeoff.ts';
import { now, point, values, bins, drawn } from './drawn.ts';

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
