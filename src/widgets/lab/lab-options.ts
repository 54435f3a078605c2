// What a lab needs from outside, gathered so that a test can hand in a simulation of three rows and a clock that
// stands still.

import type { Beside } from '../../content/blocks.ts';
import type { BesideKept } from './pairing.ts';
import type { LabClient, RunKey, Settings, Setup } from '../../worker/api.ts';

/** The screen's own rhythm. */
export type Frames = {
  ask(frame: (ms: number) => void): number;
  drop(id: number): void;
};

export const screen: Frames = {
  ask: (frame) => requestAnimationFrame(frame),
  drop: (id) => cancelAnimationFrame(id),
};

export type Try = { readonly label: string; readonly settings: Settings };

export type LabOptions = {
  /** Opens the simulation, or hands over the one that is open already. */
  readonly client: () => LabClient | Promise<LabClient>;
  /** The name under which this lab's last run is kept. */
  readonly id: string;
  readonly start: RunKey;
  readonly setup: Setup;
  /** Knobs and panels of this step; the scenario's when absent. */
  readonly knobs?: readonly string[];
  readonly panels?: readonly string[];
  /** Fault kinds that the learner may use here; the scenario's when absent. */
  readonly may?: readonly string[];
  /** The only things that anything may be done to here, as actions name them; everything when absent. */
  readonly only?: readonly string[];
  readonly tries?: readonly Try[];
  /** Seconds. */
  readonly holdAt?: number;
  readonly curtain?: boolean;
  readonly alt?: string;
  /** The query that leads to this lab on its page, for links; the page's own when absent. */
  readonly query?: string;
  readonly frames?: Frames;
  /** Called when the run has changed, to keep its key. */
  readonly remember?: (key: RunKey, at: number, beside?: BesideKept) => void;
  /** What takes long begins when it is shown, without being asked: nobody is there to press. */
  readonly eager?: boolean;
  /** A second run on the same transport, from the start. */
  readonly beside?: Beside;
};

/** Said where the stage says things: what happened, what still holds, what to do. */
export type Notice = { readonly kind: 'note' | 'problem'; readonly title: string; readonly says: string };

/** Where a run was left. */
export type Seen = {
  readonly at: number;
  readonly look?: readonly [number, number];
  readonly panel?: string;
};

export const SPEEDS: readonly number[] = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100, 1000];

/** Seconds that a run may take to watch before it plays faster than learners are used to. */
const PATIENCE = 60;

/** How fast a run of so many seconds plays unless somebody says otherwise: nobody waits ten minutes to see ten. */
export function usualSpeed(seconds: number): number {
  return SPEEDS.find((speed) => speed >= 2 && seconds / speed <= PATIENCE) ?? 100;
}

export function speedWords(speed: number): string {
  return speed >= 1 ? `${speed}×` : `1/${Math.round(1 / speed)}×`;
}
