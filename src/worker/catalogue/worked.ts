// Worked cases for the reference page: one small cluster, one thing that happens to it, one number that can be
// checked by hand. w sends m a beat on every whole second, each takes 50 ms, and m suspects w after 3 s of silence,
// so what comes out can be said in advance. The page runs a case when it is written; the tests assert its value.

import type { MeasureArgs } from '../../measures/measure.ts';
import type { Action, FaultSpec, NodeSpec, RunKey, Scenario } from '../../scenarios/scenario.ts';

export type Worked = {
  /** A fault, guard or measure by its id. */
  readonly of: string;
  readonly says: string;
  readonly faults: readonly FaultSpec[];
  /** What the learner did, where the case is about that. */
  readonly actions?: readonly Action[];
  /** Over the monitor's parameters: a guard, another pace. */
  readonly params?: { readonly [name: string]: unknown };
  /** Instead of w and m. */
  readonly nodes?: readonly NodeSpec[];
  readonly measure: string;
  readonly args?: MeasureArgs;
  readonly value: number;
};

const UNTIL = 30;

const SENDER: NodeSpec = { id: 'w', params: { watches: [], detector: { use: 'fixed-timeout' } } };
const MONITOR: NodeSpec = {
  id: 'm',
  params: { beats: [], watches: ['w'], detector: { use: 'fixed-timeout', timeout: 3 } },
};

/** m gives w a job five times a second, and gives it up for good at phi 8: after 1.56 s of silence. */
const DISPATCH: readonly NodeSpec[] = [
  { id: 'w', program: 'worker' },
  {
    id: 'm',
    program: 'dispatcher',
    params: {
      beats: [],
      detector: { use: 'phi-normal', threshold: 8 },
      jobs: { every: 0.2 },
      failover: { threshold: 8 },
    },
  },
];

/** A second observer that allows a second less. */
const TWO: readonly NodeSpec[] = [
  SENDER,
  MONITOR,
  { id: 'k', params: { beats: [], watches: ['w'], detector: { use: 'fixed-timeout', timeout: 2 } } },
];

export function keyOf(one: Worked): RunKey {
  const scenario: Scenario = {
    format: 1,
    id: 'worked',
    version: 1,
    title: 'A sender and a monitor',
    until: UNTIL,
    every: {
      program: 'heartbeat-monitor',
      params: { eta: 1, phase: 0, ...one.params } as Scenario['every']['params'],
    },
    nodes: one.nodes ?? [SENDER, MONITOR],
    links: { all: { delay: { kind: 'constant', value: 0.05 } } },
    faults: one.faults,
    knobs: [],
    panels: [],
    look: ['m', 'w'],
  };
  return { scenario: { inline: scenario }, settings: {}, seed: '1', actions: one.actions ?? [] };
}

const crash: FaultSpec = { kind: 'crash', on: 'w', at: 10.4 };
const pause: FaultSpec = { kind: 'pause', on: 'w', at: 10.4, until: 18.4 };
const cut: FaultSpec = { kind: 'cut', on: 'w>m', at: 10.4, until: 18.4 };
/** m stands still from 10.4 to 16.4 s: it wakes to six seconds of silence and a full mailbox. */
const asleep: FaultSpec = { kind: 'pause', on: 'm', at: 10.4, until: 16.4 };

const FAULTS: readonly Worked[] = [
  {
    of: 'crash',
    says:
      'w crashes at 10.4 s. Its last beat was heard at 10.05 s, and 3 s after that m suspects it: 2.65 ' +
      's after the crash.',
    faults: [crash],
    measure: 'detection-time',
    value: 2.650001,
  },
  {
    of: 'restart',
    says:
      'w crashes at 10.4 s and starts anew at 20.4 s. Its first new beat is heard 50 ms later, and m ' +
      'takes back what it had believed since 13.05 s.',
    faults: [crash, { kind: 'restart', on: 'w', at: 20.4 }],
    measure: 'first-suspicion',
    value: 13.050001,
  },
  {
    of: 'pause',
    says:
      'w stands still from 10.4 to 18.4 s and keeps its rhythm: its next beat leaves at 19 s. m was ' +
      'wrong from 13.05 to 19.05 s.',
    faults: [pause],
    measure: 'mistake-duration',
    value: 5.999999,
  },
  {
    of: 'resume',
    says: 'w is paused at 10.4 s without an end; "resume" at 18.4 s is that end.',
    faults: [
      { kind: 'pause', on: 'w', at: 10.4 },
      { kind: 'resume', on: 'w', at: 18.4 },
    ],
    measure: 'mistake-duration',
    value: 5.999999,
  },
  {
    of: 'slow',
    says: 'From 10.4 s on w takes 0.6 s over everything, its own timer too: the beat of 11 s leaves at 11.6 s.',
    faults: [{ kind: 'slow', on: 'w', at: 10.4, by: 0.6 }],
    measure: 'largest-gap',
    value: 1.6,
  },
  {
    of: 'cut',
    says: 'The way from w to m is cut from 10.4 to 18.4 s. The eight beats of that time are lost.',
    faults: [cut],
    measure: 'messages-lost',
    value: 8,
  },
  {
    of: 'heal',
    says: 'The way is cut at 10.4 s without an end and healed at 18.4 s: the same eight beats are lost.',
    faults: [
      { kind: 'cut', on: 'w>m', at: 10.4 },
      { kind: 'heal', on: 'w>m', at: 18.4 },
    ],
    measure: 'messages-lost',
    value: 8,
  },
  {
    of: 'delay',
    says:
      'From 10.4 s on each beat takes 5 s longer. The first of them is heard at 16.05 s; m was wrong ' +
      'for the 3 s before.',
    faults: [{ kind: 'delay', on: 'w>m', at: 10.4, by: 5 }],
    measure: 'mistake-duration',
    value: 2.999999,
  },
  {
    of: 'loss',
    says: 'For four seconds the link loses everything: a share of 1. The beats of 11, 12, 13 and 14 s are gone.',
    faults: [{ kind: 'loss', on: 'w>m', at: 10.4, until: 14.4, share: 1 }],
    measure: 'messages-lost',
    value: 4,
  },
  {
    of: 'burst-loss',
    says:
      'Good periods of about a tenth of a second, bad ones of about ten minutes: from 10.4 s on the ' +
      'link is bad to the end of the run, and the twenty beats of 11 to 30 s are lost.',
    faults: [{ kind: 'burst-loss', on: 'w>m', at: 10.4, good: 0.1, bad: 600 }],
    measure: 'messages-lost',
    value: 20,
  },
  {
    of: 'drop',
    says: 'The next message after 10.4 s is dropped. The gap is twice the interval, and less than the timeout.',
    faults: [{ kind: 'drop', on: 'w>m', at: 10.4 }],
    measure: 'largest-gap',
    value: 2,
  },
  {
    of: 'hold',
    says: 'The next message after 10.4 s arrives half a second late, so the gap before it is half a second longer.',
    faults: [{ kind: 'hold', on: 'w>m', at: 10.4, by: 0.5 }],
    measure: 'largest-gap',
    value: 1.5,
  },
];

const GUARDS: readonly Worked[] = [
  {
    of: 'late-tick',
    says:
      'm sleeps from 10.4 to 16.4 s. Its timer comes 3.35 s late, so it reads its mail before it ' +
      'judges: no mistake, where there is one without the guard.',
    faults: [asleep],
    params: { guard: { use: 'late-tick' } },
    measure: 'mistakes',
    value: 0,
  },
  {
    of: 'local-pause',
    says:
      'm looks once a second and sleeps from 10.4 to 16.4 s. A look that comes over 5 s after the last ' +
      'one means that m stood still itself: it accuses nobody.',
    faults: [asleep],
    params: { checkInterval: 1, guard: { use: 'local-pause' } },
    measure: 'mistakes',
    value: 0,
  },
];

const on = (measure: string, value: number, says: string, faults: readonly FaultSpec[]): Worked => ({
  of: measure,
  says,
  faults,
  measure,
  value,
});

const MEASURES: readonly Worked[] = [
  on('detection-time', 2.650001, 'w crashes at 10.4 s and is suspected from 13.05 s on.', [crash]),
  on('mistakes', 1, 'w is paused for 8 s and suspected once meanwhile.', [pause]),
  on('mistakes-per-pair-hour', 120, 'One mistake in 30 s of one observer watching one target.', [pause]),
  on('mistake-duration', 5.999999, 'w is suspected from 13.05 s until its next beat is heard at 19.05 s.', [pause]),
  on('mistake-recurrence', 10, 'Two cuts of 4.5 s, ten seconds apart: two mistakes, the second 10 s after the first.', [
    { kind: 'cut', on: 'w>m', at: 5.4, until: 9.9 },
    { kind: 'cut', on: 'w>m', at: 15.4, until: 19.9 },
  ]),
  on('good-period', 8, 'The same two cuts: the first mistake ends at 10.05 s, the next begins at 18.05 s.', [
    { kind: 'cut', on: 'w>m', at: 5.4, until: 9.9 },
    { kind: 'cut', on: 'w>m', at: 15.4, until: 19.9 },
  ]),
  on('query-accuracy', 0.8, 'Wrong for 6 of 30 s: asked at a random moment, m is right four times in five.', [pause]),
  on('beats-per-link-second', 1, 'One beat a second on one link.', []),
  on('suspicions-true', 1, 'w crashes, and its one observer suspects it.', [crash]),
  on('suspicions-false', 1, 'w is paused, not crashed, and suspected.', [pause]),
  on('needless-avoidance', 5.999999, 'w is paused; m avoids it from 13.05 to 19.05 s.', [pause]),
  {
    ...on('jobs-lost', 6, 'w crashes at 10.4 s; until m avoids it at 11.61 s it goes on sending jobs.', [crash]),
    nodes: DISPATCH,
  },
  { ...on('wrong-failovers', 1, 'w is paused for 8 s, and given up for good meanwhile.', [pause]), nodes: DISPATCH },
  {
    ...on('detection-lag', 1, 'Two observers of the same crash, one of which allows a second less.', [crash]),
    nodes: TWO,
    args: { observer: 'k', than: 'm' },
  },
  on('first-suspicion', 13.050001, 'Counted from the start of the run, rightly or wrongly.', [crash]),
  on('largest-gap', 2, 'One beat is dropped: two intervals between its neighbours.', [
    { kind: 'drop', on: 'w>m', at: 10.4 },
  ]),
  on('mean-gap', 1, 'Every beat takes the same time, so the gaps are the interval.', []),
  on('gap-deviation', 0, 'Nothing varies, so nothing deviates.', []),
  on('gaps', 10, 'The beats of 0 to 10 s are heard before the crash: eleven beats have ten gaps between them.', [
    crash,
  ]),
  on('messages-lost', 8, 'A cut of eight seconds swallows eight beats.', [cut]),
  {
    of: 'added-delay',
    says: 'By hand 0.25 s were added to a link.',
    faults: [],
    actions: [{ kind: 'delay', on: 'w>m', at: 10_400_001, by: 0.25 }],
    measure: 'added-delay',
    value: 0.25,
  },
  on('strong-accuracy', 0, 'A live node was suspected, so the promise to suspect no live node is broken.', [pause]),
  on('weak-accuracy', 1, 'm was never suspected by anybody: one live node is enough.', [pause]),
  on('strong-completeness', 1, 'Everybody alive suspects the crashed node at the end.', [crash]),
  on('weak-completeness', 1, 'Somebody alive suspects the crashed node at the end.', [crash]),
];

export const WORKED: readonly Worked[] = [...FAULTS, ...GUARDS, ...MEASURES];
