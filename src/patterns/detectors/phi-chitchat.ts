// Quickwit's chitchat: silence divided by a mean gap that is smoothed towards a prior worth five samples.
// A node is dead until it has shown two beats in reach of each other, and saying that it is dead empties
// the window, so that coming back takes two beats again if the silence was long. Note that asking changes
// the state.

import type { Detector } from './detector.ts';
import { finite } from './deadline.ts';
import { clear, count, deviation, emptyWindow, mean, push, ring } from './interval-window.ts';
import type { IntervalWindow } from './interval-window.ts';
import { estimateField, thresholdField, windowField } from './phi-fields.ts';

export type PhiChitchatParams = {
  threshold: number;
  window: number;
  longest: number;
  prior: number;
  weight: number;
};
export type PhiChitchatState = { since: number; lastHeard: number | null; window: IntervalWindow };

function smoothedMean(s: PhiChitchatState, p: PhiChitchatParams): number {
  const n = count(s.window);
  return (n * mean(s.window) + p.weight * p.prior) / (n + p.weight);
}

/** Silence over the smoothed mean; null, undefined in chitchat's words, as long as it has no gap. */
export function chitchatPhi(s: PhiChitchatState, p: PhiChitchatParams, now: number): number | null {
  if (s.lastHeard === null || count(s.window) === 0) return null;
  return (now - s.lastHeard) / smoothedMean(s, p);
}

function due(s: PhiChitchatState, p: PhiChitchatParams): number {
  // Without a gap it is dead already, and has been since the last beat, or since watching began.
  if (s.lastHeard === null || count(s.window) === 0) return s.lastHeard ?? s.since;
  return s.lastHeard + smoothedMean(s, p) * p.threshold;
}

export const phiChitchat: Detector<PhiChitchatParams, PhiChitchatState> = {
  id: 'phi-chitchat',
  kind: 'detector',
  title: 'Phi accrual (chitchat)',
  levelName: 'phi',
  source: 'quickwit-oss/chitchat, failure_detector',
  says:
    'Divides the silence by a mean gap that starts at an assumed value and gives it up slowly. ' +
    'A node counts as dead until two beats have been heard, and again after it was declared dead.',
  params: {
    threshold: { ...thresholdField, names: { chitchat: 'phi_threshold' } },
    window: { ...windowField, names: { chitchat: 'sampling_window_size' } },
    longest: {
      kind: 'duration',
      label: 'Longest gap learnt',
      help: 'Longer gaps do not enter the window.',
      default: 10,
      min: 0.001,
      max: 3600,
      step: 0.1,
      names: { chitchat: 'max_interval' },
    },
    prior: {
      ...estimateField,
      default: 5,
      label: 'Assumed gap',
      help: 'The mean it starts from.',
      names: { chitchat: 'initial_interval' },
    },
    weight: {
      kind: 'count',
      label: 'Weight of the assumption',
      help: 'How many measured gaps the assumed one is worth.',
      default: 5,
      min: 1,
      max: 1000,
      step: 1,
    },
  },
  cases: [
    {
      says: 'dead before the second beat',
      params: {},
      arrivals: [1],
      asks: [{ at: 1.5, verdict: 'suspect' }],
    },
    {
      says: 'with one gap of 2 s the smoothed mean is 4.5 s, and 8 of them are tolerated',
      params: {},
      arrivals: [1, 3],
      asks: [
        { at: 7.5, verdict: 'trust', level: 1 },
        { at: 39, verdict: 'trust', level: 8 },
        { at: 39.5, verdict: 'suspect' },
      ],
    },
    {
      says: 'declaring a node dead empties the window: one beat after a long silence does not revive it, two do',
      params: { threshold: 1 },
      arrivals: [0, 1, 21, 22],
      asks: [
        { at: 15, verdict: 'suspect' },
        { at: 21.5, verdict: 'suspect' },
        { at: 22, verdict: 'trust', level: 0 },
      ],
    },
  ],
  strict: true,
  init: (_p, now) => ({ since: now, lastHeard: null, window: emptyWindow() }),
  heard(s, p, now) {
    if (s.lastHeard !== null && now - s.lastHeard <= p.longest) push(s.window, p.window, now - s.lastHeard);
    s.lastHeard = now;
  },
  level(s, p, now) {
    const phi = chitchatPhi(s, p, now);
    if (phi !== null) return finite(Math.max(0, phi));
    // Undefined, yet dead: shown as beyond the threshold from the first beat on.
    return s.lastHeard === null ? 0 : finite(p.threshold + Math.max(0, now - s.lastHeard) / p.prior);
  },
  fit(s, p) {
    if (count(s.window) === 0) return null;
    return { shape: null, centre: smoothedMean(s, p), spread: deviation(s.window), ...ring(s.window) };
  },
  threshold: (p) => p.threshold,
  check(s, p, now) {
    if (count(s.window) > 0 && now <= due(s, p)) return 'trust';
    clear(s.window);
    return 'suspect';
  },
  due,
};
