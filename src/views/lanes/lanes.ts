// Suspicion lanes as data: for one target a lane of truth and a lane for each observer's belief, cut into spans with
// the words that belong to them. A mistake is counted from its own start; a detection is counted from the crash,
// never from the last beat.

import type { Film, Setup, Span, Truth } from '../../worker/api.ts';
import { clock, list } from '../format.ts';
import { spanAt } from '../at.ts';
import { table, type Table, type TableRow } from '../tables.ts';

export type LaneSpan = {
  readonly from: number;
  readonly to: number;
  readonly look: Truth | 'suspects' | 'wrong';
  readonly row: number;
  /** Words once the span is over, drawn beside it: "wrong for 0.39 s". */
  readonly after: string;
};

/** The hatch that a stretch is filled with: a wrong suspicion is a suspicion. */
export function hatchOf(look: LaneSpan['look']): Truth | 'suspects' {
  return look === 'wrong' ? 'suspects' : look;
}

export type Lane = {
  readonly name: string;
  /** -1: the truth. */
  readonly observer: number;
  readonly spans: readonly LaneSpan[];
};

/** The truth first, then each observer in the order of the set-up. */
export function lanesOf(setup: Setup, film: Film, target: number, curtain = false): readonly Lane[] {
  const truth = film.truth[target] ?? [];
  const lanes: Lane[] = [];
  if (!curtain) {
    lanes.push({
      name: `${setup.nodes[target]?.id ?? ''}, in truth`,
      observer: -1,
      spans: truth.map((span) => ({ from: span.from, to: span.to, look: span.is, row: span.row, after: '' })),
    });
  }
  for (const pair of film.beliefs) {
    if (pair.target !== target) continue;
    const ends = pair.spans[pair.spans.length - 1];
    // The end of a lane would tell that its observer is gone: under the curtain the last belief stands.
    const shown = pair.spans.map((span) => (curtain && span === ends ? { ...span, to: film.until } : span));
    const spans = shown.map((span) => beliefSpan(span, truth, curtain));
    lanes.push({ name: `${setup.nodes[pair.observer]?.id ?? ''} believes`, observer: pair.observer, spans });
  }
  return lanes;
}

function beliefSpan(
  span: Film['beliefs'][number]['spans'][number],
  truth: readonly Span<Truth>[],
  curtain: boolean,
): LaneSpan {
  const { from, to, row } = span;
  if (!span.is.suspects) return { from, to, look: 'up', row, after: '' };
  const length = clock(to - from);
  if (curtain) return { from, to, look: 'suspects', row, after: `suspected for ${length} s` };
  if (!span.is.right) return { from, to, look: 'wrong', row, after: wrongFor(to - from) };
  const crash = crashOf(truth, from);
  const after = crash === undefined ? `for ${length} s` : `${clock(from - crash)} s after the crash`;
  return { from, to, look: 'suspects', row, after };
}

function wrongFor(us: number): string {
  return us < 5_000 ? 'wrong for an instant' : `wrong for ${clock(us)} s`;
}

/** The crash that a suspicion beginning at `at` is about: one that is under way then. */
export function crashOf(truth: readonly Span<Truth>[], at: number): number | undefined {
  const span = spanAt(truth, at);
  return span?.is === 'crashed' ? span.from : undefined;
}

/** What holds at the cursor, for the right-hand gutter: "suspects, 1.63 s". */
export function laneNow(
  lane: Lane,
  truth: readonly Span<Truth>[],
  at: number,
  curtain = false,
): { says: string; look: LaneSpan['look'] } | null {
  const span = lane.spans.findLast((each) => each.from <= at);
  if (span === undefined || at > span.to) return null;
  if (lane.observer === -1) return { says: span.look, look: span.look };
  if (span.look === 'up') return { says: 'trusts', look: 'up' };
  if (span.look === 'wrong') return { says: `wrong, ${clock(at - span.from)} s`, look: 'wrong' };
  const crash = curtain ? undefined : crashOf(truth, span.from);
  return { says: crash === undefined ? 'suspects' : `suspects, ${clock(span.from - crash)} s`, look: 'suspects' };
}

/** The figure's sentence: "n1 and n2 suspect it; n4 trusts it". */
export function lanesSentence(setup: Setup, lanes: readonly Lane[], truth: readonly Span<Truth>[], at: number): string {
  const doubt: string[] = [];
  const trust: string[] = [];
  for (const lane of lanes) {
    if (lane.observer < 0) continue;
    const now = laneNow(lane, truth, at);
    if (now !== null) (now.look === 'up' ? trust : doubt).push(setup.nodes[lane.observer]?.id ?? '');
  }
  if (doubt.length === 0)
    return trust.length > 1 ? `all ${trust.length} observers trust it` : `${list(trust)} trusts it`;
  const doubters = `${list(doubt)} ${doubt.length === 1 ? 'suspects' : 'suspect'} it`;
  return trust.length === 0 ? doubters : `${doubters}; ${list(trust)} ${trust.length === 1 ? 'trusts' : 'trust'} it`;
}

/** "n1 suspects n3 from 42.63 s, 1.63 s after the crash". */
export function spanSentence(setup: Setup, lane: Lane, span: LaneSpan, target: number, at: number): string {
  const who = setup.nodes[lane.observer]?.id ?? '';
  const whom = setup.nodes[target]?.id ?? '';
  const until = span.to <= at ? ` to ${clock(span.to)}` : '';
  const when = `from ${clock(span.from)}${until} s`;
  if (lane.observer === -1) return `${whom} is ${span.look} ${when}`;
  switch (span.look) {
    case 'wrong':
      return `${who} suspects ${whom}, wrongly, ${when}`;
    case 'suspects':
      return `${who} suspects ${whom} ${when}${span.after.endsWith('crash') ? `, ${span.after}` : ''}`;
    default:
      return `${who} trusts ${whom} ${when}`;
  }
}

/** A stretch that is not simply up: a stop of the arrow keys. */
export type Piece = {
  readonly lane: number;
  readonly key: string;
  readonly span: LaneSpan;
  readonly sentence: string;
};

/**
 * Left and right along time in reading order; up and down to the nearest later stretch of the next lane that has
 * any.
 */
export function nextPiece(pieces: readonly Piece[], here: Piece, key: string): Piece {
  const place = pieces.indexOf(here);
  if (key === 'ArrowRight') return pieces[place + 1] ?? here;
  if (key === 'ArrowLeft') return pieces[place - 1] ?? here;
  const others = key === 'ArrowDown' ? pieces.slice(place) : pieces.slice(0, place).toReversed();
  const lane = others.find((piece) => (key === 'ArrowDown' ? piece.lane > here.lane : piece.lane < here.lane))?.lane;
  const there = pieces.filter((piece) => piece.lane === lane);
  return there.find((piece) => piece.span.from >= here.span.from) ?? there[there.length - 1] ?? here;
}

export function lanesTable(setup: Setup, film: Film, target: number, until: number, curtain = false): Table {
  const rows: TableRow[] = [];
  for (const lane of lanesOf(setup, film, target, curtain)) {
    for (const span of lane.spans) {
      if (span.from > until) continue;
      const state =
        lane.observer === -1
          ? span.look
          : span.look === 'up'
            ? 'trusts'
            : span.look === 'wrong'
              ? 'suspects, wrongly'
              : 'suspects';
      const to = span.to <= until ? `${clock(span.to)} s` : 'now';
      rows.push({
        cells: [`${clock(span.from)} s`, to, lane.name, state, span.to <= until ? span.after : ''],
        at: span.from,
      });
    }
  }
  rows.sort((a, b) => (a.at ?? 0) - (b.at ?? 0));
  return table(
    `${setup.nodes[target]?.id ?? ''} in truth, and what each observer believes`,
    ['from', 'to', 'lane', 'is', 'note'],
    rows,
  );
}
