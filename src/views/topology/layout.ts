// Where everything in the topology stands, from the places that a set-up names and the size of the box. Places are
// stretched over the box, but never wider than 1.7 times its height, so that a wide panel does not flatten the
// circle. Words stand outside: beside a node where there is room, under it on a narrow screen. Switches stand at
// the middle of their link unless another one is there already; then they slide along it.

import type { Setup } from '../../worker/api.ts';

export type Point = { readonly x: number; readonly y: number };

export type PairAt = {
  readonly a: number;
  readonly b: number;
  /** Does the direction a to b exist; and b to a? */
  readonly forth: boolean;
  readonly back: boolean;
  /** Ends of the line, at the rims. */
  readonly from: Point;
  readonly to: Point;
  /** Middle of the switch. */
  readonly switch: Point;
  /** Direction of the line, degrees, kept between -90 and 90 so that words along it stand upright. */
  readonly angle: number;
};

export type LabelAt = Point & {
  readonly anchor: 'start' | 'middle' | 'end';
  /** Pixels that words may take before they break. */
  readonly room: number;
  /** Does the block grow down from its point, or stand around it? */
  readonly grows: 'down' | 'around';
};

export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly radius: number;
  readonly narrow: boolean;
  /** Too many nodes for words inside them. */
  readonly crowded: boolean;
  readonly nodes: readonly Point[];
  readonly labels: readonly LabelAt[];
  readonly pairs: readonly PairAt[];
};

const NARROW = 520;
/** Pixels between the rims of two nodes: in a low box circles shrink for it, down to one that still holds a name. */
const APART = 6;
const SMALL = 19;
/** Pixels from one line of words to the next. */
export const LINE = 17;
/** Pixels of a word: less room than this beside a node is none. */
export const SHORT = 66;
/** Pixels of the word that is always there. */
const WORD = 18;
/** More pairs than this and only those of the node in hand show their switch. */
export const SWITCHES = 28;

export function layout(setup: Pick<Setup, 'nodes' | 'links'>, width: number, height: number): Layout {
  const narrow = width < NARROW;
  const crowded = setup.nodes.length > 12;
  const full = crowded ? 10 : narrow ? 23 : 26;
  const at = (radius: number): Point[] => {
    const side = crowded ? 54 : narrow ? radius + 12 : radius + 88;
    const top = crowded ? 34 : radius + 14;
    const foot = crowded ? 34 : narrow ? radius + 12 + 2 * LINE : radius + 14;
    return placed(setup, { left: side, right: width - side, top, bottom: height - foot });
  };
  // Smaller circles also leave more of the box to stand in.
  let radius = full;
  while (radius > SMALL && nearest(at(radius)) < 2 * radius + APART) radius--;
  const nodes = at(radius);
  const base = { width, height, radius, narrow, crowded, nodes };
  const words = labels(base);
  return { ...base, labels: words, pairs: pairs(setup, nodes, radius, words) };
}

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

function placed(setup: Pick<Setup, 'nodes'>, box: Box): Point[] {
  const xs = setup.nodes.map((node) => node.place[0]);
  const ys = setup.nodes.map((node) => node.place[1]);
  const high = Math.max(1, box.bottom - box.top);
  const wide = Math.min(Math.max(1, box.right - box.left), Math.max(high * 1.7, rowOf(setup)));
  const along = (value: number, all: readonly number[], size: number, middle: number): number => {
    const low = Math.min(...all);
    const range = Math.max(...all) - low;
    return range < 1e-6 ? middle : middle - size / 2 + ((value - low) / range) * size;
  };
  return setup.nodes.map((node) => ({
    x: along(node.place[0], xs, wide, (box.left + box.right) / 2),
    y: along(node.place[1], ys, high, (box.top + box.bottom) / 2),
  }));
}

/** From the middle of a node to that of the one nearest to it, over all nodes. */
function nearest(nodes: readonly Point[]): number {
  const away = nodes.flatMap((one, i) =>
    nodes.slice(i + 1).map((other) => Math.hypot(other.x - one.x, other.y - one.y)),
  );
  return Math.min(...away);
}

/** Width at which nodes of one row have room for words between them, however low the box is. */
function rowOf({ nodes }: Pick<Setup, 'nodes'>): number {
  const xs = nodes.map((node) => node.place[0]);
  const range = Math.max(...xs) - Math.min(...xs);
  const apart = nodes.flatMap(({ place: [x, y] }, i) =>
    nodes.slice(i + 1).flatMap(({ place }) => (Math.abs(place[1] - y) < 0.02 ? [Math.abs(place[0] - x) / range] : [])),
  );
  const least = Math.min(...apart);
  if (nodes.length > 12 || !(least > 0.05)) return 0;
  return nodes.length < 3 ? 290 : 144 / least;
}

function labels({ nodes, width, height, radius, narrow, crowded }: Omit<Layout, 'labels' | 'pairs'>): LabelAt[] {
  const centre = { x: width / 2, y: height / 2 };
  return nodes.map(({ x, y }): LabelAt => {
    const gap = radius + 11;
    if (crowded) return beyond({ x, y }, centre, radius + 9);
    const central = Math.abs(x - centre.x) < radius;
    if (narrow && !(central && y < centre.y)) {
      const reach = Math.min(x, width - x) - 4;
      const room = Math.min(168, Math.max(112, 2 * reach));
      const middle = Math.min(Math.max(x, room / 2 + 4), width - room / 2 - 4);
      const edge = x < width * 0.34 ? 'start' : x > width * 0.66 ? 'end' : 'middle';
      if (reach * 2 >= 150 || edge === 'middle')
        return { x: middle, y: y + radius + 20, anchor: 'middle', room, grows: 'down' };
      return { x: edge === 'start' ? 6 : width - 6, y: y + radius + 20, anchor: edge, room: 168, grows: 'down' };
    }
    const right = central || x > centre.x;
    // Up to the next node in the same row, or the edge.
    const next = nodes
      .filter((other) => Math.abs(other.y - y) < radius + LINE && (right ? other.x > x : other.x < x))
      .map((other) => Math.abs(other.x - x) - radius);
    const room = Math.max(SHORT, Math.min(right ? width - x : x, ...next) - gap - 4);
    return { x: right ? x + gap : x - gap, y: y + 4, anchor: right ? 'start' : 'end', room, grows: 'around' };
  });
}

/** In a crowd a name stands radially outside its small circle. */
function beyond(node: Point, centre: Point, gap: number): LabelAt {
  const dx = node.x - centre.x;
  const dy = node.y - centre.y;
  const far = Math.max(1, Math.sqrt(dx * dx + dy * dy));
  const lean = dx / far;
  return {
    x: node.x + (dx / far) * gap,
    y: node.y + (dy / far) * gap + 4,
    anchor: lean > 0.35 ? 'start' : lean < -0.35 ? 'end' : 'middle',
    room: 60,
    grows: 'around',
  };
}

function pairs(
  setup: Pick<Setup, 'links'>,
  nodes: readonly Point[],
  radius: number,
  words: readonly LabelAt[],
): PairAt[] {
  const ways = new Map<string, { a: number; b: number; forth: boolean; back: boolean }>();
  for (const { from, to } of setup.links) {
    const a = Math.min(from, to);
    const b = Math.max(from, to);
    const pair = ways.get(`${a}-${b}`) ?? { a, b, forth: false, back: false };
    ways.set(`${a}-${b}`, from === a ? { ...pair, forth: true } : { ...pair, back: true });
  }
  const taken: Point[] = [];
  return [...ways.values()].map((pair): PairAt => {
    const from = rim(nodes[pair.a] as Point, nodes[pair.b] as Point, radius);
    const to = rim(nodes[pair.b] as Point, nodes[pair.a] as Point, radius);
    const spot = free(from, to, taken, words);
    // Of too many only those of one node show, which are apart anyway.
    if (ways.size <= SWITCHES) taken.push(spot);
    const slope = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
    const angle = slope > 90 ? slope - 180 : slope < -90 ? slope + 180 : slope;
    return { ...pair, from, to, switch: spot, angle };
  });
}

/** The point where the line from `node` towards `other` leaves the node's circle. */
export function rim(node: Point, other: Point, radius: number): Point {
  const dx = other.x - node.x;
  const dy = other.y - node.y;
  const far = Math.max(1, Math.sqrt(dx * dx + dy * dy));
  return { x: node.x + (dx / far) * radius, y: node.y + (dy / far) * radius };
}

export function between(from: Point, to: Point, share: number): Point {
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

const TRIES = [0.5, 0.42, 0.58, 0.35, 0.65, 0.28, 0.72];

function free(from: Point, to: Point, taken: readonly Point[], words: readonly LabelAt[]): Point {
  for (const share of TRIES) {
    const spot = between(from, to, share);
    const apart = taken.every((other) => Math.abs(other.x - spot.x) > 30 || Math.abs(other.y - spot.y) > 26);
    if (apart && !words.some((label) => covers(label, spot))) return spot;
  }
  return between(from, to, 0.5);
}

/**
 * Where words of so many letters stand beside a switch: on the side of a steep link that faces out, and under a flat
 * one. Where they would leave the box they move in, and up or down, clear of the switch.
 */
export function besideLink(
  pair: PairAt,
  letters: number,
  box: { readonly width: number; readonly height: number },
): Point & Pick<LabelAt, 'anchor'> {
  const { x, y } = pair.switch;
  const slope = Math.abs(pair.angle);
  if (slope < 18) return { x, y: y + 24, anchor: 'middle' };
  const left = x < box.width / 2 - 8;
  const wide = letters * 6.9 + 4;
  const wanted = x + (left ? -15 : 15);
  const kept = left ? Math.max(wide, wanted) : Math.min(box.width - wide, wanted);
  const upper = y < box.height / 2;
  const nudge = kept !== wanted ? (upper ? -18 : 26) : slope > 60 ? 4 : upper ? -6 : 14;
  return { x: kept, y: y + nudge, anchor: left ? 'end' : 'start' };
}

/** Would a switch at `spot` stand in the first word beside a node, or in two lines of words under one? */
function covers(label: LabelAt, spot: Point): boolean {
  if (label.grows !== 'down') {
    const from = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - WORD : label.x - WORD / 2;
    return spot.x > from - 12 && spot.x < from + WORD + 12 && Math.abs(spot.y - label.y + 4) < 14;
  }
  const left = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - 130 : label.x - 65;
  return spot.x > left - 10 && spot.x < left + 140 && spot.y > label.y - 22 && spot.y < label.y + LINE + 14;
}

/** Words broken into lines of at most `room` pixels, by the width of an average letter. */
export function broken(words: string, room: number, letter = 6.9): string[] {
  const lines: string[] = [];
  for (const word of words.split(' ')) {
    const last = lines[lines.length - 1];
    if (last !== undefined && (last.length + 1 + word.length) * letter <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
