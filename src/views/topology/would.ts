// Where the words of a preview stand: at the thing itself, on the side that faces out.

import { sameThing, type Preview } from '../thing.ts';
import type { Words } from '../words.ts';
import { broken, type LabelAt, type Layout, type Point } from './layout.ts';
import type { Spot } from './roving.ts';

export type Would = Point & Pick<LabelAt, 'anchor'> & { readonly lines: readonly Words[] };

export function wouldBe(preview: Preview | null, spots: readonly Spot[], placed: Layout): Would | null {
  const spot = preview === null ? undefined : spots.find((each) => sameThing(each.thing, preview.on));
  if (preview === null || spot === undefined) return null;
  const left = spot.x < placed.width / 2 - 8;
  const gap = preview.on.kind === 'node' ? placed.radius + 14 : 25;
  const room = (left ? spot.x : placed.width - spot.x) - gap - 4;
  return {
    lines: broken(preview.says, Math.min(110, room)).map((says): Words => ({ says, tone: 'accent' })),
    x: spot.x + (left ? -gap : gap),
    y: spot.y + 4,
    anchor: left ? 'end' : 'start',
  };
}
