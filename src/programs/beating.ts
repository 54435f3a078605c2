// Telling the others that one lives: a beat every interval, at phase + k eta of the sender's clock, with what
// becomes of those that came due while the process stood still. When the interval is changed the rhythm goes on
// from the beat that was due last: the next one comes one new interval after it, at the earliest when the change
// is made.

import type { Context, Message } from '../world/program.ts';
import type { BeatParams } from './beat-params.ts';

/** The timer of the beats. */
export const BEAT = 0;

/** How many beats have been due, and whom they are sent to. */
export type Beating = { seq: number; beats: number[] };

export function beginBeating(ctx: Context, p: BeatParams): Beating {
  const phase = p.phase ?? Math.floor(ctx.draw('phase') * etaAt(p, ctx.now));
  const beats = p.beats ? p.beats.filter((peer) => ctx.peers.includes(peer)) : ctx.peers.slice();
  if (beats.length > 0) ctx.setTimer(BEAT, ctx.now + phase);
  return { seq: 0, beats };
}

/**
 * A beat is due. One that comes late by less than an interval is sent at once; of those missed by more,
 * fixed-rate sends none and keeps its rhythm and its numbers (beat n is the n-th moment, sent or not), catch-up
 * sends each, fixed-delay sends one and starts afresh.
 */
export function beat(s: Beating, ctx: Context, p: BeatParams, due: number): void {
  const next = beatAfter(p, due);
  if (p.timers === 'fixed-rate' && next <= ctx.now) {
    const { missed, at } = skipped(p, due, ctx.now);
    s.seq += missed;
    ctx.setTimer(BEAT, at);
    return;
  }
  s.seq++;
  for (const peer of s.beats) ctx.send(peer, 'heartbeat', s.seq);
  ctx.setTimer(BEAT, p.timers === 'fixed-delay' ? beatAfter(p, ctx.now) : next);
}

/** A running process answers a ping: that tells "the link works" from "the process works". */
export function answer(ctx: Context, message: Message): void {
  if (message.kind === 'ping' && ctx.peers.includes(message.from)) ctx.send(message.from, 'pong', message.seq);
}

/** The interval in force at a moment of the node's own clock. */
export function etaAt(p: BeatParams, at: number): number {
  let { eta } = p;
  for (const change of p.changes) if (change.at <= at) ({ eta } = change);
  return eta;
}

/** When the next beat is due after one that was due at `due`. */
export function beatAfter(p: BeatParams, due: number): number {
  let next = due + etaAt(p, due);
  for (const { at, eta } of p.changes) if (at > due && at < next) next = Math.max(at, due + eta);
  return next;
}

/** The first beat due at `now` or later, and how many come before it, counted from `due`. */
function skipped(p: BeatParams, due: number, now: number): { readonly at: number; readonly missed: number } {
  let at = due;
  let missed = 0;
  while (at < now) {
    // In one leap to the next change: a week of sleep takes no longer than a minute.
    const eta = etaAt(p, at);
    const change = p.changes.find((one) => one.at > at);
    const leap = Math.floor((Math.min(now, change?.at ?? now) - at) / eta);
    missed += Math.max(1, leap);
    at = leap > 0 ? at + leap * eta : beatAfter(p, at);
  }
  return { at, missed };
}
