// The words beside each node, broken into lines that fit. What a node's shape and the sign on it say is not said again
// where the words would cover a switch; nor, in a narrow picture, where they would run into a link or have to break.

import { LOOKER, nodeWords, type Telling, type Words } from '../words.ts';
import { broken, LINE, SHORT, type LabelAt, type Layout, type PairAt, type Point } from './layout.ts';

export function linesBeside(telling: Telling, placed: Layout, node: number, waiting: number): readonly Words[] {
  const label = placed.labels[node];
  if (label === undefined) return [];
  if (placed.crowded) return [{ says: telling.setup.nodes[node]?.id ?? '', tone: 'quiet' }];
  const needless = [placed.narrow ? 'up' : '', hasRoom(placed, label, LOOKER) ? '' : LOOKER];
  return nodeWords(telling, node, waiting)
    .filter((line) => !needless.includes(line.says))
    .slice(0, placed.narrow ? 2 : 3)
    .flatMap((line) => broken(line.says, label.room).map((says) => ({ says, tone: line.tone })));
}

/** Pixels: an average letter of quiet words, and how far they reach above and below the point that they stand at. */
const LETTER = 6.4;
const ABOVE = 13;
const BELOW = 6;

type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

export function hasRoom({ narrow, pairs }: Pick<Layout, 'narrow' | 'pairs'>, label: LabelAt, words: string): boolean {
  if (label.room <= SHORT) return false;
  const wide = words.length * LETTER;
  // In a wide picture "up" stands above it, and the two around their point.
  const box = boxOf(label, wide, narrow ? 0 : LINE / 2);
  if (pairs.some((pair) => covers(box, pair.switch))) return false;
  return !narrow || (wide <= label.room && !pairs.some((pair) => crosses(pair, box)));
}

function boxOf({ x, y, anchor }: LabelAt, wide: number, down: number): Box {
  const left = anchor === 'start' ? x : anchor === 'end' ? x - wide : x - wide / 2;
  return { left, right: left + wide, top: y + down - ABOVE, bottom: y + down + BELOW };
}

/** Half of a switch, however it is turned. */
const SWITCH = 10;

function covers({ left, right, top, bottom }: Box, { x, y }: Point): boolean {
  return x > left - SWITCH && x < right + SWITCH && y > top - SWITCH && y < bottom + SWITCH;
}

/** Between the sides of the box a line is in it unless all of it is above or below. */
function crosses({ from, to }: PairAt, box: Box): boolean {
  const [a, b] = from.x <= to.x ? [from, to] : [to, from];
  if (b.x < box.left || a.x > box.right) return false;
  const enters = heightAt(a, b, box.left);
  const leaves = heightAt(a, b, box.right);
  return Math.min(enters, leaves) < box.bottom && Math.max(enters, leaves) > box.top;
}

/** How high the line is at `x`, or at its nearer end. */
function heightAt(a: Point, b: Point, x: number): number {
  const share = b.x - a.x < 1 ? Number(x > a.x) : (x - a.x) / (b.x - a.x);
  return a.y + Math.min(1, Math.max(0, share)) * (b.y - a.y);
}
