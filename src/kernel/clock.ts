// A machine's monotonic clock: it counts from an anchor, runs fast or slow by parts per million, and stands
// still while the machine is suspended (Linux's CLOCK_MONOTONIC does; see clock_gettime(2)). All in whole
// microseconds, so the drift of a long time is split to stay exact: whole seconds first, the rest floored.

import { SECOND, type LocalMicros, type Micros } from './time.ts';

export type Clock = {
  /** True time and local time of the anchor. */
  since: number;
  count: number;
  driftPpm: number;
  stopped: boolean;
};

export function startClock(now: Micros, driftPpm: number): Clock {
  return { since: now, count: 0, driftPpm, stopped: false };
}

/** What the clock shows at true time `now`, which is never before its anchor. */
export function localTime(clock: Clock, now: Micros): LocalMicros {
  return clock.stopped ? clock.count : clock.count + stretched(now - clock.since, clock.driftPpm);
}

/** The first true instant at which the clock shows `local` or more. Never earlier than the anchor. */
export function trueTime(clock: Clock, local: LocalMicros): Micros {
  const wanted = local - clock.count;
  if (wanted <= 0) return clock.since;
  if (clock.driftPpm === 0) return clock.since + wanted;
  let t = Math.floor((wanted * SECOND) / (SECOND + clock.driftPpm));
  while (stretched(t, clock.driftPpm) < wanted) t++;
  while (t > 0 && stretched(t - 1, clock.driftPpm) >= wanted) t--;
  return clock.since + t;
}

/** The machine is suspended: the clock keeps what it shows. */
export function stopClock(clock: Clock, now: Micros): void {
  clock.count = localTime(clock, now);
  clock.since = now;
  clock.stopped = true;
}

export function resumeClock(clock: Clock, now: Micros): void {
  clock.since = now;
  clock.stopped = false;
}

function stretched(elapsed: number, driftPpm: number): number {
  if (driftPpm === 0) return elapsed;
  const whole = Math.floor(elapsed / SECOND);
  return elapsed + whole * driftPpm + Math.floor(((elapsed - whole * SECOND) * driftPpm) / SECOND);
}
