// Where the words of a preview stand: at the thing itself, on the side that faces out; where there is hardly room
// beside a node, where its own words stand.

import { sameThing, type Preview } from '../thing.ts';
import type { Words } from '../words.ts';
import { broken, SHORT, type LabelAt, type Layout, type Point } from './layout.ts';
import type { Spot } from './roving.ts';

export type Would = Point & Pick<LabelAt, 'anchor' | 'grows'> & { readonly lines: readonly Words[] };

export function wouldBe(preview: Preview | null, spots: readonly Spot[], placed: Layout): Would | null {
  const spot = preview === null ? undefined : spots.find((each) => sameThing(each.thing, preview.on));
  if (preview === null || spot === undefined) return null;
  const words = (room: number): readonly Words[] =>
    broken(preview.says, room).map((says): Words => ({ says, tone: 'accent' }));
  const left = spot.x < placed.width / 2 - 8;
  const gap = preview.on.kind === 'node' ? placed.radius + 14 : 25;
  const room = (left ? spot.x : placed.width - spot.x) - gap - 4;
  const own = preview.on.kind === 'node' && room < SHORT ? placed.labels[preview.on.node] : undefined;
  if (own !== undefined) return { ...own, lines: words(own.room) };
  const x = spot.x + (left ? -gap : gap);
  const anchor = left ? 'end' : 'start';
  return { x, y: spot.y + 4, anchor, grows: 'around', lines: words(Math.min(110, room)) };
}
