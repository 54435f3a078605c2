// Chen's estimate of when the next heartbeat will arrive. Each arrival is stripped of the time at which
// its number should have been sent; what is left, averaged over the window, is the offset between the two
// clocks plus the mean delay. Being keyed on sequence numbers, lost beats and bursts do not disturb it.
// Chen, Toueg and Aguilera, IEEE Transactions on Computers 51(5), May 2002.

import { emptyWindow, mean, push } from './interval-window.ts';
import type { IntervalWindow } from './interval-window.ts';

/** Arrival times less their number of periods. The bounded window of gaps serves for these as well. */
export type ArrivalWindow = IntervalWindow;

export const emptyArrivals = emptyWindow;

export function record(w: ArrivalWindow, size: number, period: number, seq: number, arrivedAt: number): void {
  push(w, size, arrivedAt - period * seq);
}

/** When beat number seq is expected; meaningful once something was recorded. */
export function expectedArrival(w: ArrivalWindow, period: number, seq: number): number {
  return mean(w) + seq * period;
}
