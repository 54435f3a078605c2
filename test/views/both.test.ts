// Two runs in one picture: what is drawn once, what is drawn twice, and what the tables say of it.

import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import type { Film, QosReading } from '../../src/worker/api.ts';
import {
  apart,
  bothLanesTable,
  bothSay,
  crashesOf,
  cutTo,
  KINDS,
  lanePairs,
  measurePairs,
} from '../../src/views/both.ts';
import type { Kind } from '../../src/views/both.ts';
import LanesBoth from '../../src/views/lanes/LanesBoth.svelte';
import LinesBoth from '../../src/views/level/LinesBoth.svelte';
import QoSBoth from '../../src/views/QoSBoth.svelte';
import Timeline from '../../src/views/Timeline.svelte';
import { film, S, setup } from './fixture.ts';
import { now, series } from './drawn.ts';

/** The same run in which nobody ever suspects anybody. */
const calm: Film = {
  ...film,
  beliefs: film.beliefs.map((pair) => {
    const [first] = pair.spans;
    return first === undefined ? pair : { ...pair, spans: [{ ...first, to: film.until }] };
  }),
};
const silence = KINDS['silence'] as Kind;
const look = [0, 2] as const;

const lines = (parts: number | null, curtain = false): string =>
  render(LinesBoth, {
    props: {
      kind: silence,
      setup,
      a: { film, series },
      b: { film: calm, series },
      look,
      at: now,
      window: [40 * S, 46 * S] as const,
      parts,
      curtain,
    },
  }).body;
const lanes = (parts: number | null, curtain = false): string =>
  render(LanesBoth, {
    props: { setup, a: film, b: calm, at: now, target: 2, window: [40 * S, 46 * S] as const, parts, curtain },
  }).body;

const bars = (html: string, side: string): number =>
  html.match(new RegExp(`class="span [a-z]+ ${side}[ "]`, 'g'))?.length ?? 0;

describe('charts of two runs', () => {
  it('are drawn on the server without a style attribute or a number that is none', () => {
    for (const html of [lines(42 * S), lines(null), lanes(42 * S), lanes(null)]) {
      expect(html).not.toMatch(/<[^>]+\sstyle=/);
      expect(html).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('show one run until the two part, and mark where they do', () => {
    expect(lines(null)).not.toContain('first difference');
    expect(lines(null)).not.toMatch(/>B\s/);
    expect(lines(42 * S)).toContain('first difference, 42.00 s');
    expect(lines(42 * S)).toMatch(/>B\s/);
    expect(bars(lanes(null), 'b')).toBe(0);
    expect(bars(lanes(42 * S), 'both')).toBeGreaterThan(0);
    expect(bars(lanes(42 * S), 'b')).toBeGreaterThan(0);
  });

  it('keep back what lies after the moment shown, however early it is known', () => {
    expect(lines(now + S)).not.toContain('first difference');
    expect(lanes(now + S)).not.toContain('first difference');
    expect(bars(lanes(now + S), 'b')).toBe(0);
  });

  it('say in words what holds in each run', () => {
    expect(bothSay(setup, { film, series }, { film: calm, series }, silence, look, now)).toMatch(
      /^n3 as n1 hears it: in A silent .*, suspected; in B silent [\d.]+ of [\d.]+ s$/,
    );
    expect(lanes(42 * S)).toMatch(/In A [^.]*suspect it[^.]*\. In B all 4 observers trust it/);
  });

  it('hide the truth behind the curtain', () => {
    expect(lines(42 * S, true)).not.toContain('crashes');
    expect(lanes(42 * S, true)).not.toMatch(/in truth|>crashed|span crashed/);
  });
});

describe('what two runs share', () => {
  it('is a crash at one moment, said once; a crash in one of them names it', () => {
    expect(crashesOf(film, calm, 2, now)).toEqual([{ at: 41 * S, says: '' }]);
    const well: Film = { ...film, truth: film.truth.map(() => [{ from: 0, to: film.until, is: 'up', row: -1 }]) };
    expect(crashesOf(film, well, 2, now)).toEqual([{ at: 41 * S, says: ' in A' }]);
    expect(crashesOf(well, film, 2, now)).toEqual([{ at: 41 * S, says: ' in B' }]);
  });

  it('is a lane for each observer, of either run', () => {
    const pairs = lanePairs(setup, film, calm, 2, false);
    expect(pairs.map((pair) => pair.observer)).toEqual([-1, 0, 1, 3, 4]);
    expect(pairs.every((pair) => pair.a.observer === pair.b.observer)).toBe(true);
  });

  it('is cut where it parts, and nothing is left of a span outside', () => {
    const span = { from: 10, to: 20, look: 'up', row: 0, after: '' } as const;
    expect(cutTo([span], 12, 15)).toEqual([{ ...span, from: 12, to: 15 }]);
    expect(cutTo([span], 20, 30)).toEqual([]);
  });

  it('is one table in order of time, with a column that says which run', () => {
    const { head, rows } = bothLanesTable(setup, film, calm, 2, now, false);
    expect(head[1]).toBe('run');
    expect(new Set(rows.map((row) => row.cells[1]))).toEqual(new Set(['A', 'B']));
    const times = rows.map((row) => row.at ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe('measures of two runs', () => {
  const reading = (id: string, unit: string, value: number | null): QosReading => ({
    id,
    title: id,
    unit,
    value,
    says: '',
    blindSpot: '',
  });
  const pairs = measurePairs(
    [
      reading('slow', 's', 2.5),
      reading('wrong', 'count', 3),
      reading('share', 'share', 0.5),
      reading('none', 's', null),
    ],
    [
      reading('slow', 's', 1.25),
      reading('wrong', 'count', 3),
      reading('share', 'share', 0.75),
      reading('none', 's', 1),
    ],
  );

  it('say how B differs from A, and that it does not', () => {
    expect(pairs.map((pair) => pair.difference)).toEqual(['1.25 s less', 'the same', '25.00 % more', '']);
    expect(pairs[3]?.a).toBe('not exercised');
  });

  it('stand in a table with a head for each column', () => {
    const { body } = render(QoSBoth, { props: { pairs } });
    expect(body.match(/scope="col"/g)).toHaveLength(4);
    expect(body).toContain('1.25 s less');
  });
});

describe('the transport of two runs', () => {
  const drawn = (other: object | null): string =>
    render(Timeline, {
      props: { film, at: now, until: 60 * S, seen: 60 * S, other: other as never, listed: true },
    }).body;
  const other = { at: 42 * S, marks: film.marks.filter((mark) => mark.kind === 'suspicion'), says: 'B: T 5 s' };

  it('draws the other one where it parts from this one, with its own marks and its name', () => {
    expect(drawn(null)).not.toContain('B: T 5 s');
    expect(drawn(other)).toContain('B: T 5 s');
    expect(drawn(other)).toMatch(/class="run[^"]*"/);
  });

  it('lists the marks of both, each under its letter from the first difference on', () => {
    const listed = drawn(other);
    const late = other.marks.filter((mark) => mark.at >= 42 * S);
    expect(late.length).toBeGreaterThan(0);
    expect(listed.match(/B: n/g)).toHaveLength(late.length);
    expect(listed).toMatch(/A: n/);
  });
});

describe('words that would touch', () => {
  it('are pushed apart, the higher one stays the higher', () => {
    expect(apart(50, 52, 15)).toEqual([43.5, 58.5]);
    expect(apart(52, 50, 15)).toEqual([58.5, 43.5]);
    expect(apart(10, 50, 15)).toEqual([10, 50]);
  });
});
