// What stands where along the transport's line. Causes stand above it, consequences on it, other futures below. A
// mark says its name only where there is room for it; all of them are in the list beside the line.

import type { Mark } from '../worker/api.ts';
import { isDoubt } from './chart/doubts.ts';
import { lasting } from './format.ts';

export type Placed = {
  readonly mark: Mark;
  readonly x: number;
  /** Words beside a mark above the line; empty where there is no room. */
  readonly words: string;
  readonly side: 'left' | 'right';
};

/** Another future. `says`: all of it, for the list; `brief`: where the whole does not fit beside the line. */
export type Fork = { readonly at: number; readonly says: string; readonly brief?: string };

/** The other run of a comparison: where it parts from this one, and what happens in it. */
export type OtherRun = { readonly at: number; readonly marks: readonly Mark[]; readonly says: string };

/** Width of one character of a label, pixels: a little more than the average of the face. */
const LETTER = 6.9;

/** As much of a fork's words as `room` pixels hold, cut between words. */
export function forkWords({ says, brief }: Fork, room: number): string {
  const fits = (words: string): boolean => words.length * LETTER <= room;
  const whole = [says, brief ?? says].find(fits);
  if (whole !== undefined) return whole;
  const words = (brief ?? says).split(' ');
  while (words.length > 0 && !fits(`${words.join(' ')}…`)) words.pop();
  return words.length === 0 ? '' : `${words.join(' ')}…`;
}

const isCause = (mark: Mark): boolean => mark.kind === 'action' || mark.kind === 'fault';

/** An action and the fault that it starts are one thing to the learner: the action's mark stands for both. */
export function merged(marks: readonly Mark[]): readonly Mark[] {
  const actions = new Set(marks.filter((mark) => mark.kind === 'action').map((mark) => mark.at));
  return marks.filter((mark) => mark.kind !== 'fault' || !(actions.has(mark.at) || actions.has(mark.at - 1)));
}

/** Under the curtain: what the learner did and what observers said, not what really happened. */
export function believed(marks: readonly Mark[]): readonly Mark[] {
  return marks
    .filter((mark) => mark.kind === 'action' || mark.kind === 'trust' || isDoubt(mark))
    .map((mark) => (isDoubt(mark) ? { ...mark, right: true } : mark));
}

/** Causes with their words, dropped where two would touch. */
export function causes(
  marks: readonly Mark[],
  x: (at: number) => number,
  left: number,
  right: number,
): readonly Placed[] {
  const above = marks.filter(isCause);
  const taken: [number, number][] = above.map((mark) => [x(mark.at) - 8, x(mark.at) + 8]);
  return above.map((mark, i): Placed => {
    const place = x(mark.at);
    const length = mark.says.length * 6.7 + 12;
    const free = (from: number, to: number): boolean =>
      from >= left && to <= right && taken.every(([a, b], j) => j === i || to < a || from > b);
    for (const side of ['right', 'left'] as const) {
      const from = side === 'right' ? place + 8 : place - 8 - length;
      if (!free(from, from + length)) continue;
      taken.push([from, from + length]);
      return { mark, x: place, words: mark.says, side };
    }
    return { mark, x: place, words: '', side: 'right' };
  });
}

/** What the slider says of itself: the time, and the last thing that happened. */
export function spokenTime(marks: readonly Mark[], at: number): string {
  const last = marks.findLast((mark) => mark.at <= at);
  if (last === undefined) return lasting(at);
  return `${lasting(at)}, ${lasting(at - last.at, 1)} after: ${last.says}`;
}
