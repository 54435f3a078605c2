// Three kinds of time that must never be confused. The kernel's own time is whole microseconds since
// the start of a run, safe for 285 years in a double. A node's monotonic clock counts whole microseconds
// too, but drifts, and stops while its machine is suspended; programs see only that one. Patterns take
// plain numbers, because foreign test vectors come in fractions of milliseconds.

/** True time: whole microseconds since the run began. Programs never see it. */
export type Micros = number & { readonly __unit?: 'us' };

/** A node's monotonic clock: whole microseconds since that node's machine began to count. */
export type LocalMicros = number & { readonly __unit?: 'local-us' };

export const SECOND = 1_000_000;

/** The nearest whole microsecond to a number of seconds, as people and files write durations. */
export function micros(seconds: number): Micros {
  return Math.round(seconds * SECOND);
}

/** Microseconds as seconds, for measures and people. */
export function seconds(us: number): number {
  return us / SECOND;
}
