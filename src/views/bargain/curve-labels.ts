// Where the names of curves stand: each at one of its own points, on the side on which it covers least. Curves that
// have the same story lie almost on each other, and a name between them would belong to any of them, so places near
// other curves cost as well.

export type Point = { readonly x: number; readonly y: number };
export type Label = {
  readonly curve: number;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'end';
};

export type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number };

const LETTER = 6.9;
const LINE = 15;
/** Away from the point, to the right and above or to the left and below. */
const PLACES = [
  { dx: 10, dy: -5, anchor: 'start' },
  { dx: -10, dy: 17, anchor: 'end' },
  { dx: 10, dy: 16, anchor: 'start' },
  { dx: -10, dy: -6, anchor: 'end' },
] as const;

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

/** Points of a curve and half-way between them: where its line is. */
function along(points: readonly Point[]): readonly Point[] {
  return points.flatMap((point, i) => {
    const next = points[i + 1];
    if (next === undefined) return [point];
    return [0, 0.25, 0.5, 0.75].map((t) => ({
      x: point.x + (next.x - point.x) * t,
      y: point.y + (next.y - point.y) * t,
    }));
  });
}

export function labelsOf(
  curves: readonly { readonly label: string; readonly points: readonly Point[] }[],
  room: Box,
  occupied: readonly Box[] = [],
): readonly Label[] {
  const lines = curves.map(({ points }) => along(points));
  const taken: Box[] = [...occupied];
  return curves.flatMap(({ label, points }, curve) => {
    let best: { label: Label; box: Box; cost: number } | null = null;
    for (const point of points) {
      for (const { dx, dy, anchor } of PLACES) {
        const x = point.x + dx;
        const y = point.y + dy;
        const wide = label.length * LETTER;
        const left = anchor === 'start' ? x : x - wide;
        const box = { left, right: left + wide, top: y - LINE + 3, bottom: y + 3 };
        const cost = costOf(box, point, curve, lines, taken, room);
        if (best === null || cost < best.cost) best = { label: { curve, x, y, anchor }, box, cost };
      }
    }
    if (best === null) return [];
    taken.push(best.box);
    return [best.label];
  });
}

function costOf(
  box: Box,
  point: Point,
  curve: number,
  lines: readonly (readonly Point[])[],
  taken: readonly Box[],
  room: Box,
): number {
  let cost = 0;
  if (box.left < room.left || box.right > room.right || box.top < room.top || box.bottom > room.bottom) cost += 1000;
  cost += 200 * taken.filter((other) => overlaps(box, other)).length;
  lines.forEach((line, i) => {
    for (const { x, y } of line) {
      if (x > box.left - 3 && x < box.right + 3 && y > box.top && y < box.bottom) cost += 12;
      // A name belongs to the curve that it is nearest to.
      if (i !== curve) cost += Math.max(0, 8 - Math.hypot(x - point.x, y - point.y) / 6);
    }
  });
  return cost;
}
