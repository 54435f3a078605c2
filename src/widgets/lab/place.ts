// Where a menu opens: beside the thing that it is about, inside the stage, and not on top of what it would change.
// Places all around it are tried, each pushed inside the room there is; the one that covers least wins.

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Size = Pick<Box, 'width' | 'height'>;

const GAP = 14;

function overlap(a: Box, b: Box): number {
  const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return x > 0 && y > 0 ? x * y : 0;
}

function inside(box: Box, room: Box): Box {
  const x = Math.max(room.x, Math.min(box.x, room.x + room.width - box.width));
  const y = Math.max(room.y, Math.min(box.y, room.y + room.height - box.height));
  return { ...box, x, y };
}

/** Top left corner for something of this size. `avoid`: what should stay visible, beside the anchor itself. */
export function placeBeside(anchor: Box, avoid: readonly Box[], size: Size, room: Box): { x: number; y: number } {
  const middle = { x: anchor.x + anchor.width / 2, y: anchor.y + anchor.height / 2 };
  const level = middle.y - size.height / 2;
  const centred = middle.x - size.width / 2;
  const right = anchor.x + anchor.width + GAP;
  const left = anchor.x - size.width - GAP;
  const high = anchor.y + anchor.height - size.height;
  const tries = [
    { x: right, y: level },
    { x: left, y: level },
    { x: right, y: high },
    { x: right, y: anchor.y },
    { x: left, y: high },
    { x: left, y: anchor.y },
    { x: centred, y: anchor.y + anchor.height + GAP },
    { x: centred, y: anchor.y - size.height - GAP },
  ];
  let best: Box | null = null;
  let least = Infinity;
  for (const at of tries) {
    const box = inside({ ...at, ...size }, room);
    const covers = 4 * overlap(box, anchor) + avoid.reduce((sum, other) => sum + overlap(box, other), 0);
    if (covers < least) {
      least = covers;
      best = box;
    }
  }
  return { x: Math.round(best?.x ?? room.x), y: Math.round(best?.y ?? room.y) };
}
