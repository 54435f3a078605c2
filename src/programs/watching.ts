// Watching peers through failure detectors, one for each. The detector judges; the timers are here. With
// checkInterval 0 a suspicion begins exactly when the detector's rule says: one timer a peer, set for due() and
// looked at again when it fires, because a beat heard meanwhile has moved it. Otherwise all peers are checked in
// one round every so often, as Akka's reaper does each second. A guard, if there is one, is asked before any
// suspicion is believed.

import type { Context, Message } from '../world/program.ts';
import type { WatchParams } from './watch-params.ts';

export const ROUND = 1;
/** Timer FIRST_WATCH + i watches peer i. */
export const FIRST_WATCH = 2;

/** A number rather than null: these are written at every beat. */
export const NEVER = -1;

export type Watch = {
  readonly peer: number;
  detector: unknown;
  suspected: boolean;
  since: number;
  /** When it was last heard (or began to be listened for), and the row of that. */
  heardAt: number;
  heardRow: number;
  /** False until it has been heard, for detectors that suspect strangers. */
  judged: boolean;
  /** When its silence becomes suspicious, as the detector said at the last beat; NEVER if it does not. */
  due: number;
  /** For when this peer's timer is set; NEVER if it is not. */
  armed: number;
};

export type Watching = { guard: unknown; watches: (Watch | null)[] };

export function beginWatching(ctx: Context, p: WatchParams): Watching {
  const s: Watching = { guard: p.guard ? p.guard.init(p.guardParams, ctx.now) : null, watches: [] };
  for (const peer of p.watches ?? ctx.peers) {
    if (peer === ctx.self) continue;
    while (s.watches.length <= peer) s.watches.push(null);
    const detector = p.detector.init(p.detectorParams, ctx.now);
    s.watches[peer] = {
      peer,
      detector,
      judged: !suspectsStrangers(detector, ctx.now, p),
      suspected: false,
      since: 0,
      heardAt: ctx.now,
      heardRow: ctx.row,
      due: NEVER,
      armed: NEVER,
    };
  }
  if (p.checkInterval > 0) ctx.setTimer(ROUND, ctx.now + p.checkInterval);
  else {
    for (const watch of s.watches) {
      if (!watch?.judged) continue;
      watch.due = dueOf(watch, p, p.detectorParams);
      arm(s, watch, ctx, p, 0);
    }
  }
  return s;
}

/**
 * Some detectors begin by suspecting (Chen's output starts as S). That is no judgement: such a peer is first
 * looked at when it has been heard.
 */
function suspectsStrangers(detector: unknown, now: number, p: WatchParams): boolean {
  const due = p.detector.due(detector, p.detectorParams);
  return due !== null && due <= now;
}

/** A beat of a peer that is watched: answers with the watch, which may trust again now. */
export function heard(s: Watching, ctx: Context, p: WatchParams, message: Message): Watch | null {
  const watch = s.watches[message.from];
  if (!watch) return null;
  // A message is a beat as it stands.
  p.detector.heard(watch.detector, p.detectorParams, ctx.now, message);
  watch.judged = true;
  watch.heardAt = ctx.now;
  watch.heardRow = ctx.row;
  if (watch.suspected) {
    if (p.detector.check(watch.detector, p.detectorParams, ctx.now) === 'suspect') return watch;
    watch.suspected = false;
    ctx.note('trust', watch.peer, p.detector.id, ctx.now - watch.since, ctx.row);
  }
  if (p.checkInterval > 0) return watch;
  watch.due = dueOf(watch, p, p.detectorParams);
  arm(s, watch, ctx, p, 0);
  return watch;
}

/**
 * Sees to it that this peer is looked at when its silence becomes suspicious; if it is so already, that is
 * now. `late`: how late the process came to this look.
 */
function arm(s: Watching, watch: Watch, ctx: Context, p: WatchParams, late: number): void {
  if (watch.due === NEVER) return;
  let at = watch.due;
  if (at <= ctx.now) {
    if (p.detector.check(watch.detector, p.detectorParams, ctx.now) === 'suspect') {
      if (admits(s, ctx, p, late)) return suspect(watch, ctx, p);
      at = doubtSelf(s, watch, ctx, p, late);
    }
    at = Math.max(at, ctx.now + 1);
  }
  lookAt(watch, ctx, at);
}

/** A timer that fires too early is set again then; only one that would be too late must be moved now. */
export function lookAt(watch: Watch, ctx: Context, at: number): void {
  if (watch.armed !== NEVER && watch.armed <= at) return;
  watch.armed = at;
  ctx.setTimer(FIRST_WATCH + watch.peer, at);
}

/** The first whole microsecond at which the detector, set so, would suspect this peer if nothing more came from it. */
export function dueOf(watch: Watch, p: WatchParams, set: object): number {
  const due = p.detector.due(watch.detector, set);
  if (due === null) return NEVER;
  return Math.max(0, p.detector.strict ? Math.floor(due) + 1 : Math.ceil(due));
}

function suspect(watch: Watch, ctx: Context, p: WatchParams): void {
  watch.suspected = true;
  watch.since = ctx.now;
  ctx.note('suspect', watch.peer, p.detector.id, ctx.now - watch.heardAt, watch.heardRow);
}

/** A peer's timer has fired. */
export function watchFired(s: Watching, watch: Watch, ctx: Context, p: WatchParams, due: number): void {
  watch.armed = NEVER;
  if (!watch.suspected) arm(s, watch, ctx, p, ctx.now - due);
}

/**
 * One round over all peers, as systems do that look at their detectors every so often. `suspicious` is told of
 * each peer that is suspected in it, newly or still, and whether the guard lets that be believed.
 */
export function round(
  s: Watching,
  ctx: Context,
  p: WatchParams,
  due: number,
  suspicious?: (watch: Watch, admitted: boolean, late: number) => void,
): void {
  const late = ctx.now - due;
  for (const watch of s.watches) {
    if (!watch?.judged) continue;
    // The guard is asked in every round: some of them judge themselves by how often they are asked.
    const admitted = admits(s, ctx, p, late);
    if (!watch.suspected && p.detector.check(watch.detector, p.detectorParams, ctx.now) === 'suspect') {
      if (admitted) suspect(watch, ctx, p);
      else ctx.note('doubt-self', watch.peer, p.guard!.id, late, ctx.row);
    }
    if (watch.suspected) suspicious?.(watch, admitted, late);
  }
  const missed = Math.floor(late / p.checkInterval);
  ctx.setTimer(ROUND, due + (missed + 1) * p.checkInterval);
}

export function admits(s: Watching, ctx: Context, p: WatchParams, late: number): boolean {
  return !p.guard || p.guard.admit(s.guard, p.guardParams, ctx.now, late);
}

/** The guard refused: says so, and answers when to ask again. */
export function doubtSelf(s: Watching, watch: Watch, ctx: Context, p: WatchParams, late: number): number {
  ctx.note('doubt-self', watch.peer, p.guard!.id, late, ctx.row);
  return Math.max(Math.ceil(p.guard!.retryAt(s.guard, p.guardParams, ctx.now)), ctx.now + 1);
}
