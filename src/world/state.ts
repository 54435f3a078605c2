// All simulated state, as plain data: it can be copied, written as JSON, read back and run on.

import { startClock, type Clock } from '../kernel/clock.ts';
import { soundLink, type LinkCondition, type PauseMode } from './conditions.ts';
import type { Message } from './program.ts';

export type ProcessState = {
  up: boolean;
  paused: PauseMode | null;
  pausedAt: number;
  /** Microseconds that every piece of work takes. */
  slow: number;
  incarnation: number;
  clock: Clock;
  /** By timer number: the token of its setting, which tells it from an earlier one; 0 when it is not set. */
  timers: number[];
  /** By timer number: when it is due, by this node's clock. Lists of numbers: every event touches them. */
  dues: number[];
  tokens: number;
  /** Timers that fell due and messages that arrived while the process could not take them. */
  due: { readonly timer: number; readonly due: number; readonly token: number; readonly cause: number }[];
  mailbox: { readonly slot: number; readonly row: number }[];
  /** Token of the scheduled run of this backlog; 0 if none is. */
  run: number;
  runs: number;
  memory: unknown;
  disk: unknown;
};

export type LinkState = {
  condition: LinkCondition;
  /** When the last message arrives, for ordered links. */
  lastArrival: number;
  /** The burst process: which fault brought it (-1: the link's own), whether time is bad, and until when. */
  burst: { fault: number; bad: boolean; until: number } | null;
};

export type Flight = Message & { readonly row: number };

export type WorldState = {
  processes: ProcessState[];
  /** By from * n + to; null where there is no link, and until it is first used or changed. */
  links: (LinkState | null)[];
  /** Messages under way or waiting, by slot. */
  flights: (Flight | null)[];
  free: number[];
  /** Deeds in force, in the order in which they began. */
  active: number[];
  /** Row of each deed's beginning. */
  deedRows: { [deed: string]: number };
  pings: number;
};

export function newProcess(driftPpm: number): ProcessState {
  return {
    up: false,
    paused: null,
    pausedAt: 0,
    slow: 0,
    incarnation: -1,
    clock: startClock(0, driftPpm),
    timers: [],
    dues: [],
    tokens: 0,
    due: [],
    mailbox: [],
    run: 0,
    runs: 0,
    memory: null,
    disk: null,
  };
}

/** Conditions are replaced, never edited, so sound links can share one: every message reads it. */
const SOUND = soundLink();

export function newLink(): LinkState {
  return { condition: SOUND, lastArrival: 0, burst: null };
}
