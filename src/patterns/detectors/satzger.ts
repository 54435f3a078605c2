// Satzger's adaptive accrual detector assumes no distribution: suspicion is the share of remembered gaps
// that the present silence, scaled down a little, has already passed. Any shape of delay is fine, but the
// scale ends at the longest gap in the window: it cannot tell "longer than any" from "much longer".

import type { Detector } from './detector.ts';
import { verdictAt } from './deadline.ts';
import { thresholdField, windowField } from './phi-fields.ts';

export type SatzgerParams = { threshold: number; scale: number; window: number };
/** `gaps` in order of arrival, `sorted` the same by length. */
export type SatzgerState = { lastHeard: number | null; gaps: number[]; next: number; sorted: number[] };

/** How many of the sorted values are at most x. */
function countUpTo(sorted: readonly number[], x: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as number) <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Takes in a gap; a full window gives up its oldest. */
export function learn(s: SatzgerState, size: number, gap: number): void {
  if (s.gaps.length < size) {
    s.gaps.push(gap);
  } else {
    s.sorted.splice(countUpTo(s.sorted, s.gaps[s.next] as number) - 1, 1);
    s.gaps[s.next] = gap;
    s.next = (s.next + 1) % size;
  }
  s.sorted.splice(countUpTo(s.sorted, gap), 0, gap);
}

/** Share of remembered gaps that a silence of this length, scaled, has passed; 0 without any. */
export function failureShare(s: SatzgerState, p: SatzgerParams, elapsed: number): number {
  return s.sorted.length === 0 ? 0 : countUpTo(s.sorted, elapsed * p.scale) / s.sorted.length;
}

function due(s: SatzgerState, p: SatzgerParams): number | null {
  const n = s.sorted.length;
  if (s.lastHeard === null || n === 0) return null;
  // The least k of n with k / n at the threshold; the quotient is compared, as level() does.
  let k = Math.max(1, Math.min(n, Math.ceil(p.threshold * n)));
  while (k > 1 && (k - 1) / n >= p.threshold) k--;
  while (k < n && k / n < p.threshold) k++;
  return s.lastHeard + (s.sorted[k - 1] as number) / p.scale;
}

export const satzger: Detector<SatzgerParams, SatzgerState> = {
  id: 'satzger',
  kind: 'detector',
  title: 'Satzger (share of gaps)',
  levelName: 'share of gaps passed',
  source: 'Satzger, Pietzowski, Trumler and Ungerer, A new adaptive accrual failure detector, SAC 2007',
  says:
    'Suspicion is the share of remembered gaps shorter than the present silence. ' +
    'It assumes nothing about the shape of delays, and knows nothing beyond the longest gap it has seen: ' +
    'however high the threshold, one new record gap is a mistake.',
  params: {
    threshold: {
      ...thresholdField,
      kind: 'ratio',
      default: 1,
      min: 0.01,
      max: 1,
      step: 0.01,
      help: 'Share of gaps the silence must have passed. At 100 % only a silence longer than all counts.',
    },
    scale: {
      kind: 'number',
      label: 'Scale',
      help: 'The silence is multiplied by this before it is compared. Smaller: more patient.',
      default: 0.9,
      min: 0.01,
      max: 1,
      step: 0.01,
    },
    window: windowField,
  },
  cases: [
    {
      says: 'suspects once the scaled silence has passed every gap it remembers',
      params: { scale: 0.5, threshold: 1 },
      arrivals: [0, 1, 3, 4],
      asks: [
        { at: 5.75, verdict: 'trust', level: 0 },
        { at: 6, verdict: 'trust', level: 0.6666666666666666 },
        { at: 8, verdict: 'suspect', level: 1 },
      ],
    },
    {
      says: 'at half, it suspects when half of the gaps are passed',
      params: { scale: 1, threshold: 0.5 },
      arrivals: [0, 1, 3],
      asks: [
        { at: 3.75, verdict: 'trust', level: 0 },
        { at: 4, verdict: 'suspect', level: 0.5 },
      ],
    },
  ],
  strict: false,
  init: () => ({ lastHeard: null, gaps: [], next: 0, sorted: [] }),
  heard(s, p, now) {
    if (s.lastHeard !== null) learn(s, p.window, now - s.lastHeard);
    s.lastHeard = now;
  },
  level: (s, p, now) => (s.lastHeard === null ? 0 : failureShare(s, p, now - s.lastHeard)),
  fit(s) {
    const n = s.gaps.length;
    if (n === 0) return null;
    const centre = s.gaps.reduce((sum, gap) => sum + gap, 0) / n;
    const square = s.gaps.reduce((sum, gap) => sum + (gap - centre) * (gap - centre), 0) / n;
    return { shape: null, centre, spread: Math.sqrt(square), values: s.gaps, next: s.next };
  },
  threshold: (p) => p.threshold,
  check: (s, p, now) => verdictAt(due(s, p), false, now),
  due,
};
