// Every chart as the server draws it, from the same small film: what the tests of charts look at.

import { render } from 'svelte/server';
import type { Series, SweepPoint } from '../../src/worker/api.ts';
import Arrivals from '../../src/views/gaps/Arrivals.svelte';
import Density from '../../src/views/gaps/Density.svelte';
import GapHistogram from '../../src/views/gaps/GapHistogram.svelte';
import Lanes from '../../src/views/lanes/Lanes.svelte';
import QoS from '../../src/views/QoS.svelte';
import SeedStrip from '../../src/views/seeds/SeedStrip.svelte';
import Silence from '../../src/views/level/Silence.svelte';
import SideBySide from '../../src/views/level/SideBySide.svelte';
import SpaceTime from '../../src/views/space-time/SpaceTime.svelte';
import Suspicion from '../../src/views/level/Suspicion.svelte';
import TailChart from '../../src/views/gaps/TailChart.svelte';
import Tally from '../../src/views/tally/Tally.svelte';
import Timeline from '../../src/views/Timeline.svelte';
import Tradeoff from '../../src/views/bargain/Tradeoff.svelte';
import { binned } from '../../src/views/gaps/heard.ts';
import { chosen, learnt, levels, others, tail } from './detector-fixture.ts';
import { film, S, setup, WORDS } from './fixture.ts';

export const now = 43.12 * S;

export const series: Series = {
  unit: 's',
  time: Float64Array.from([0, 1 * S, 1 * S, 2 * S, 2 * S, 10 * S]),
  lines: { silence: Float64Array.from([0, 1, 0, 1, 0, 8]), allowed: Float64Array.from([1.4, 1.4, 1.4, 1.4, 1.4, 1.4]) },
};
export const point = (at: number, x: number, count: number): SweepPoint => ({
  at,
  measures: {
    late: { value: x, count: 1, exposure: 1, runs: 40, worst: x },
    wrong: { value: null, count, exposure: 2, runs: 40, worst: null },
  },
});
export const curves = [{ label: 'a beat each second', points: [point(1, 1.2, 40), point(2, 2.2, 0)], mine: true }];
export const values = [1.5, 2.1, 1.2].map((value, i) => ({ seed: `e1/${i + 1}`, value, held: value <= 2 }));
export const bins = binned([0.9, 1, 1, 1.1, 1.9], 0.5, 0.1, 20);

export const drawn: { readonly [name: string]: () => string } = {
  lanes: () => render(Lanes, { props: { setup, film, at: now, target: 2 } }).body,
  silence: () => render(Silence, { props: { setup, film, series, at: 5 * S, observer: 0, target: 2 } }).body,
  suspicion: () =>
    render(Suspicion, { props: { setup, film, series: levels(), at: now, observer: 0, target: 2 } }).body,
  density: () =>
    render(Density, { props: { learnt, at: now, who: 'n1', whom: 'n3', silence: 3.1, level: 40, suspected: true } })
      .body,
  'side by side': () =>
    render(SideBySide, { props: { setup, film, others, chosen, at: now, observer: 0, target: 2 } }).body,
  tail: () => render(TailChart, { props: { tail, learnt, at: now, silence: 3.1, threshold: 8 } }).body,
  tally: () => render(Tally, { props: { film, words: WORDS, at: now } }).body,
  'space-time': () => render(SpaceTime, { props: { setup, film, words: WORDS, at: now } }).body,
  timeline: () => render(Timeline, { props: { film, at: now, holdAt: 50 * S } }).body,
  arrivals: () => render(Arrivals, { props: { setup, film, words: WORDS, at: now, observer: 0, subject: 2 } }).body,
  gaps: () => render(GapHistogram, { props: { bins, mean: 1.2, std: 0.3, limit: 1.4 } }).body,
  sweep: () =>
    render(Tradeoff, {
      props: {
        curves,
        x: { measure: 'late', label: 'detection time' },
        y: { measure: 'wrong', label: 'mistakes', log: true },
        knob: 'timeout',
        own: { x: 1.2, y: 20, says: 'you' },
        goal: { x: 2, y: 0 },
      },
    }).body,
  seeds: () => render(SeedStrip, { props: { title: 'Slowest detection', values, limit: 2, unit: 's' } }).body,
  qos: () =>
    render(QoS, {
      props: {
        readings: [
          { id: 'a', title: 'Detection time', unit: 's', value: null, says: 'x', blindSpot: 'runs without a crash' },
          {
            id: 'b',
            title: 'Mistakes',
            unit: 'per pair-hour',
            value: 0.11,
            count: 5,
            exposure: 46,
            says: 'x',
            blindSpot: 'y',
          },
        ],
      },
    }).body,
};
