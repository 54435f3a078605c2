// What detectors are told in these tests: beats with numbers and times, some lost, some late, in seconds;
// and the doubles next to a moment.

import fc from 'fast-check';
import { defaults, scaled } from '../../src/kernel/fields.ts';
import type { Field, Fields } from '../../src/kernel/fields.ts';
import { detectors } from '../../src/patterns/detectors/registry.ts';
import type { AnyDetector } from '../../src/patterns/detectors/detector.ts';

export type Params = { readonly [name: string]: number | boolean | string };

export type Story = {
  readonly detector: AnyDetector;
  readonly params: object;
  /** When watching begins; beats and asks are after that. */
  readonly start: number;
  readonly beats: readonly { readonly seq: number; readonly at: number; readonly sentAt: number }[];
};

/** Values that one may plausibly set; the ends of the ranges are for the forms. */
function value(field: Field): fc.Arbitrary<number | boolean | string> {
  switch (field.kind) {
    case 'flag':
      return fc.boolean();
    case 'choice':
      return fc.constantFrom(...field.options.map((o) => o.value));
    case 'count':
      return fc.integer({ min: field.min, max: Math.min(field.max, 12) });
    case 'duration':
    case 'number':
    case 'ratio':
      return fc.oneof(
        fc.constant(field.default),
        fc.integer({ min: 0, max: 100 }).map((i) => field.min + ((Math.min(field.max, 10) - field.min) * i) / 100),
      );
  }
}

export function paramsOf(detector: AnyDetector): Fields<Params> {
  return detector.params as Fields<Params>;
}

const anyParams = (detector: AnyDetector): fc.Arbitrary<Params> =>
  fc.record(Object.fromEntries(Object.entries(paramsOf(detector)).map(([name, field]) => [name, value(field)])));

/** Beats about a period apart, some missing, some bunched up, some long delayed. */
const gaps = fc.array(
  fc.record({
    skipped: fc.constantFrom(0, 0, 0, 0, 1, 4),
    gap: fc.oneof(
      fc.integer({ min: 900, max: 1100 }),
      fc.integer({ min: 0, max: 20 }),
      fc.integer({ min: 0, max: 30_000 }),
    ),
  }),
  { maxLength: 25 },
);

/** A story for one detector; times in whole units of 1 / perSecond. */
export function story(detector: AnyDetector, perSecond: number, earliest = 0): fc.Arbitrary<Story> {
  return fc
    .record({ params: anyParams(detector), start: fc.integer({ min: earliest, max: 100_000 }), gaps })
    .map(({ params, start, gaps: some }) => {
      const unit = perSecond / 1000;
      let at = start * unit;
      let seq = 0;
      const beats = some.map(({ skipped, gap }) => {
        at += gap * unit;
        seq += 1 + skipped;
        return { seq, at, sentAt: at - 50 * unit };
      });
      return { detector, params: scaled(paramsOf(detector), params, perSecond), start: start * unit, beats };
    })
    .filter(({ params }) => (detector.problems?.(params) ?? []).length === 0);
}

/** The state after a story, and the moment of its last event. */
export function told(s: Story): { state: unknown; last: number } {
  const state = s.detector.init(s.params, s.start);
  let last = s.start;
  for (const beat of s.beats) {
    s.detector.heard(state, s.params, beat.at, beat);
    last = beat.at;
  }
  return { state, last };
}

export function copied<T>(state: T): T {
  return JSON.parse(JSON.stringify(state)) as T;
}

export function defaultsOf(detector: AnyDetector, perSecond: number): Params {
  return scaled(paramsOf(detector), defaults(paramsOf(detector)), perSecond);
}

const cell = new DataView(new ArrayBuffer(8));

function stepped(x: number, by: 1n | -1n): number {
  cell.setFloat64(0, x);
  cell.setBigInt64(0, cell.getBigInt64(0) + (x > 0 ? by : -by));
  return cell.getFloat64(0);
}

/** The next double up, and down. */
export const justAfter = (x: number): number => (x === 0 ? 5e-324 : stepped(x, 1n));
export const justBefore = (x: number): number => (x === 0 ? -5e-324 : stepped(x, -1n));

export const everyDetector = [...detectors.values()].map((detector) => [detector.id, detector] as const);
