// The topology on the server: its structure says what a picture would, and what the curtain hides is nowhere in it.

import { render } from 'svelte/server';
import { describe, expect, it } from 'vitest';
import Topology from '../../src/views/Topology.svelte';
import { linkKey, momentAt } from '../../src/views/at.ts';
import { arrivals, flightNear, lit, travelling, type Scene } from '../../src/views/topology/flights.ts';
import { hasRoom } from '../../src/views/topology/beside.ts';
import { besideLink, broken, layout } from '../../src/views/topology/layout.ts';
import { neighbour } from '../../src/views/topology/roving.ts';
import { spokenNode, summary } from '../../src/views/words.ts';
import { film, flightsOf, S, setup, WORDS } from './fixture.ts';

const base = { setup, film, words: WORDS, at: 43.12 * S };
const html = (props: object = {}): string => render(Topology, { props: { ...base, ...props } }).body;

describe('the topology says how every node and link is', () => {
  it('speaks of each node: how it is, and who doubts it', () => {
    expect(html()).toContain('aria-label="n3, crashed, suspected by 3 of 4"');
    expect(html()).toContain('aria-label="n4, up, still trusts n3"');
    expect(html({ observer: 0 })).toContain('aria-label="n1, up, you look from here"');
  });

  it('names the one who suspects where only one watches, and says both of two', () => {
    const moment = momentAt(film, 43.12 * S, false);
    const one = {
      ...moment,
      nodes: moment.nodes.map((node) => ({ ...node, watchers: 1, suspectedBy: node.suspectedBy.slice(0, 1) })),
    };
    const telling = { setup, moment: one, curtain: false, observer: 0 };
    expect(spokenNode(telling, 2)).toMatch(/^n3, crashed, suspected by n\d/);
    expect(summary(telling, 43.12 * S)).toMatch(/^n3 crashed 2\.1 s ago; n\d suspects it/);
    const calm = { ...moment, nodes: moment.nodes.slice(0, 2), links: new Map() };
    const two = { ...setup, nodes: setup.nodes.slice(0, 2) };
    expect(summary({ ...telling, setup: two, moment: calm }, 0)).toBe('Both are up, and nobody suspects anybody');
  });

  it('speaks of each link, and names the direction that is cut', () => {
    expect(html()).toContain('aria-label="Link n4 to n5, both ways, cut to n5"');
    expect(html()).toContain('aria-label="Link n1 to n2, both ways, +250 ms"');
    expect(html()).toContain('aria-label="Link n1 to n3, both ways, as usual"');
  });

  it('is one tab stop', () => {
    expect(html().match(/tabindex="0"/g)).toHaveLength(1);
    expect(html().match(/role="button"/g)).toHaveLength(15);
  });

  it('draws a cross and a word for a crash, not only a colour', () => {
    expect(html()).toMatch(/badge crashed/);
    expect(html()).toMatch(/>crashed<\/tspan>/);
  });

  it('says of a node either how it is or what would become of it, not both in one place', () => {
    const preview = { on: { kind: 'node', node: 0 }, cuts: false, says: 'would crash' } as const;
    const words = (body: string): number => body.split('>up</tspan>').length - 1;
    expect(html({ preview })).toContain('would crash');
    expect(words(html({ preview }))).toBe(words(html()) - 1);
  });

  it('previews an action in words on the thing itself', () => {
    const preview = { on: { kind: 'link', a: 1, b: 3 }, cuts: true, says: 'would be cut' } as const;
    expect(html({ preview })).toContain('would be cut');
    expect(html()).not.toContain('would be cut');
  });

  it('offers no switch and no chevron where nothing can be done', () => {
    expect(html()).toContain('chevron');
    expect(html({ still: true })).not.toContain('chevron');
    expect(html({ still: true })).not.toContain('Enter acts');
  });

  it('carries no style attribute', () => {
    expect(html()).not.toMatch(/\sstyle=/);
  });
});

describe('the curtain hides the truth', () => {
  const hidden = html({ curtain: true, observer: 0 });

  it('shows neither crash nor cut nor pause', () => {
    expect(hidden).not.toMatch(/crashed|paused|\bcut\b|250 ms|wrongly/);
    expect(html({ curtain: true, at: 22.5 * S })).not.toMatch(/paused|waiting|wrongly/);
  });

  it('still shows what observers believe', () => {
    expect(hidden).toContain('aria-label="n3, state hidden, suspected by 3 of 4"');
  });

  it('draws the same picture whether a silent node crashed, slept or was cut off', () => {
    const beat = { from: 2, to: 0, sent: 0.9 * S, end: S, heard: S, fate: 0 };
    const lost = { from: 2, to: 0, sent: 1.9 * S, end: 1.95 * S, heard: Infinity, fate: 1 };
    const one = (list: (typeof beat)[]): string =>
      html({ curtain: true, observer: 0, at: 1.94 * S, film: { ...film, flights: flightsOf(list) } });
    expect(one([beat, lost])).toBe(one([beat]));
  });
});

const scene = (list: Parameters<typeof flightsOf>[0]): Scene => ({
  flights: flightsOf(list),
  nodes: [
    { x: 0, y: 0 },
    { x: 120, y: 0 },
  ],
  radius: 10,
  medians: new Map([[1, 100]]),
  ping: 1,
  pong: 2,
  linger: 50,
});
const plain = { from: 0, to: 1, sent: 0, end: 100, heard: 100, fate: 0 };

describe('messages are drawn where they are', () => {
  it('puts a dot half way at half the time, between the rims', () => {
    expect(travelling(scene([plain]), 50).beats).toBe('M60 0h0');
  });

  it('draws a lost message up to half way, and then a cross there for a while', () => {
    const lost = scene([{ ...plain, end: 50, heard: Infinity, fate: 1 }]);
    expect(travelling(lost, 25).beats).toBe('M35 0h0');
    expect(travelling(lost, 60).crosses).toBe('M55 -5l10 10m0 -10l-10 10');
    expect(travelling(lost, 60).beats).toBe('');
    expect(travelling(lost, 101).crosses).toBe('');
  });

  it('draws what goes to a crashed node hollow, a question as an arrowhead and an answer as a square', () => {
    expect(travelling(scene([{ ...plain, fate: 2 }]), 50).hollow).not.toBe('');
    expect(travelling(scene([{ ...plain, kind: 1 }]), 50).asks).not.toBe('');
    expect(travelling(scene([{ ...plain, kind: 2 }]), 50).replies).toBe('M56 -4h8v8h-8z');
  });

  it('breaks the tail of a message only once it is late', () => {
    const slow = scene([{ ...plain, end: 1000, heard: 1000 }]);
    const known: Scene = { ...slow, medians: new Map([[linkKey(0, 1), 100]]) };
    expect(travelling(known, 250)).toMatchObject({ late: '' });
    expect(travelling(known, 350).late).not.toBe('');
  });

  it('moves nothing under reduced motion: sender, link and receiver light up in turn', () => {
    const [first, second, third] = [10, 50, 90].map((at) => lit(scene([plain]), at));
    expect(first?.rims).toContain('M-14 0');
    expect(second?.lines).toBe('M10 0L110 0');
    expect(third?.rims).toContain('M106 0');
    expect(second?.rims).toBe('');
  });

  it('shows an observer its arrivals after they happened, never before', () => {
    expect(arrivals(scene([plain]), 99, 1).beats).toBe('');
    expect(arrivals(scene([plain]), 110, 1).beats).not.toBe('');
    expect(arrivals(scene([plain]), 110, 0).beats).toBe('');
  });

  it('finds the message under a press', () => {
    expect(flightNear(scene([plain]), 50, { x: 63, y: 4 }, 14)).toBe(0);
    expect(flightNear(scene([plain]), 50, { x: 90, y: 40 }, 14)).toBe(-1);
  });
});

describe('the layout leaves room for words and fingers', () => {
  for (const [width, height] of [
    [320, 330],
    [360, 330],
    [640, 356],
    [900, 356],
    [1400, 500],
  ] as const) {
    it(`keeps every node inside a box of ${width} by ${height}, and switches apart`, () => {
      const placed = layout(setup, width, height);
      for (const { x, y } of placed.nodes) {
        expect(x).toBeGreaterThanOrEqual(placed.radius);
        expect(x).toBeLessThanOrEqual(width - placed.radius);
        expect(y).toBeGreaterThanOrEqual(placed.radius);
        expect(y).toBeLessThanOrEqual(height - placed.radius);
      }
      for (const one of placed.pairs) {
        for (const other of placed.pairs) {
          if (one === other) continue;
          const far = Math.max(Math.abs(one.switch.x - other.switch.x), Math.abs(one.switch.y - other.switch.y));
          expect(far).toBeGreaterThanOrEqual(24);
        }
      }
    });
  }

  it('draws ten nodes smaller in a low box rather than one over the other', () => {
    const places = Array.from({ length: 10 }, (_, i) => [Math.sin((i * Math.PI) / 5), -Math.cos((i * Math.PI) / 5)]);
    const nodes = places.map(([x, y], i) => ({ id: `n${i}`, title: `n${i}`, place: [x!, y!] as const }));
    const radii = [500, 240, 210].map((height) => {
      const placed = layout({ nodes, links: [] }, 626, height);
      const apart = placed.nodes.flatMap((a, i) =>
        placed.nodes.slice(i + 1).map((b) => Math.hypot(a.x - b.x, a.y - b.y)),
      );
      expect(Math.min(...apart)).toBeGreaterThan(2 * placed.radius);
      return placed.radius;
    });
    expect(radii[0]).toBe(26);
    expect(radii[2]).toBeLessThan(radii[1]!);
  });

  it('keeps the words beside a switch inside a narrow box', () => {
    const placed = layout(setup, 320, 330);
    for (const pair of placed.pairs) {
      const { x, anchor } = besideLink(pair, 9, placed);
      const from = anchor === 'start' ? x : anchor === 'end' ? x - 62 : x - 31;
      expect(from).toBeGreaterThanOrEqual(0);
      expect(from + 62).toBeLessThanOrEqual(320);
    }
  });

  it('gives words no room that another node of the same row takes', () => {
    const places = [
      [0.5, 0],
      [0, 1],
      [0.33, 1],
      [0.67, 1],
      [1, 1],
    ] as const;
    const nodes = places.map((place, i) => ({ id: `n${i + 1}`, title: '', place }));
    const { labels, nodes: at, radius } = layout({ nodes, links: [] }, 676, 356);
    const [second, third] = [at[1], at[2]];
    const words = labels[2];
    if (second === undefined || third === undefined || words === undefined) throw new Error('there are five');
    expect(words.x - words.room).toBeGreaterThan(second.x + radius);
    expect(words.room).toBeGreaterThan(50);
  });

  it('breaks words only where they do not fit', () => {
    expect(broken('suspected by 3 of 4', 300)).toEqual(['suspected by 3 of 4']);
    expect(broken('suspected by 3 of 4', 80)).toEqual(['suspected', 'by 3 of 4']);
  });

  it('reaches every node and switch with arrow keys alone', () => {
    const placed = layout(setup, 640, 356);
    const spots = [
      ...placed.nodes.map((point, node) => ({ thing: { kind: 'node', node } as const, ...point })),
      ...placed.pairs.map(({ a, b, switch: at }) => ({ thing: { kind: 'link', a, b } as const, ...at })),
    ];
    const reached = new Set([0]);
    for (const at of reached) {
      for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown']) reached.add(neighbour(spots, at, key));
    }
    expect(reached.size).toBe(spots.length);
  });
});

describe('words that can be done without', () => {
  const two = (places: readonly (readonly [number, number])[]) => ({
    nodes: places.map((place, i) => ({ id: `n${i + 1}`, title: '', place })),
    links: [{ from: 0, to: 1, says: '', median: 1 }],
  });
  const room = (width: number, places: readonly (readonly [number, number])[]): boolean => {
    const placed = layout(two(places), width, 300);
    return hasRoom(placed, placed.labels[0]!, 'you look from here');
  };

  it('stand under a node of a narrow picture, where its link goes another way', () => {
    expect(
      room(380, [
        [0.2, 0.5],
        [0.8, 0.5],
      ]),
    ).toBe(true);
  });
  it('are left out where the link would run through them', () => {
    expect(
      room(380, [
        [0.1, 0.1],
        [0.9, 0.9],
      ]),
    ).toBe(false);
  });
  it('are left out where they would have to break', () => {
    expect(
      room(300, [
        [0.5, 0.1],
        [0.95, 0.9],
      ]),
    ).toBe(false);
  });
  it('stay where the picture is wide', () => {
    expect(
      room(900, [
        [0.1, 0.1],
        [0.9, 0.9],
      ]),
    ).toBe(true);
  });
});
