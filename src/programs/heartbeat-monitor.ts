// Every node tells its peers that it lives, and watches whether they do. The judgement is a detector's, one
// for each peer; this program owns the timers. With checkInterval 0 a suspicion begins exactly when the
// detector's rule says: one timer a peer, set for due() and looked at again when it fires, because a beat
// heard meanwhile has moved it. Otherwise all peers are checked in one round every so often, as Akka's
// reaper does each second. A guard, if there is one, is asked before any suspicion is believed.

import type { Context, Message, Program } from '../world/program.ts';
import type { ProgramKind } from './kind.ts';
import { prepareMonitor, type MonitorParams } from './monitor-params.ts';

const BEAT = 0;
const ROUND = 1;
/** Timer FIRST_WATCH + i watches peer i. */
const FIRST_WATCH = 2;

/** A number rather than null: these are written at every beat. */
const NEVER = -1;

type Watch = {
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

type MonitorState = { seq: number; beats: number[]; guard: unknown; watches: (Watch | null)[] };

const program: Program<MonitorParams, MonitorState> = {
  id: 'heartbeat-monitor',
  title: 'Heartbeat monitor',

  boot(ctx, p) {
    const phase = p.phase ?? Math.floor(ctx.draw('phase') * p.eta);
    const watched = p.watches ?? ctx.peers;
    const s: MonitorState = {
      seq: 0,
      beats: p.beats ? p.beats.filter((peer) => ctx.peers.includes(peer)) : ctx.peers.slice(),
      guard: p.guard ? p.guard.init(p.guardParams, ctx.now) : null,
      watches: [],
    };
    for (const peer of watched) {
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
    if (s.beats.length > 0) ctx.setTimer(BEAT, ctx.now + phase);
    if (p.checkInterval > 0) ctx.setTimer(ROUND, ctx.now + p.checkInterval);
    else {
      for (const watch of s.watches) {
        if (!watch?.judged) continue;
        watch.due = dueOf(watch, p);
        arm(s, watch, ctx, p, 0);
      }
    }
    return s;
  },

  onMessage(s, ctx, p, message) {
    if (message.kind === 'heartbeat') heard(s, ctx, p, message);
    else if (message.kind === 'ping' && ctx.peers.includes(message.from)) ctx.send(message.from, 'pong', message.seq);
  },

  onTimer(s, ctx, p, timer, due) {
    if (timer === BEAT) beat(s, ctx, p, due);
    else if (timer === ROUND) round(s, ctx, p, due);
    else watchFired(s, s.watches[timer - FIRST_WATCH]!, ctx, p, due);
  },
};

export const heartbeatMonitor: ProgramKind = {
  id: program.id,
  title: program.title,
  says: 'Sends heartbeats to its peers, listens for theirs, and suspects those that fall silent.',
  program,
  prepare: prepareMonitor,
};

/**
 * A beat is due. One that comes late by less than an interval is sent at once; of those missed by more,
 * fixed-rate sends none and keeps its rhythm and its numbers (beat n is the n-th moment, sent or not), catch-up
 * sends each, fixed-delay sends one and starts afresh.
 */
function beat(s: MonitorState, ctx: Context, p: MonitorParams, due: number): void {
  const late = ctx.now - due;
  if (p.timers === 'fixed-rate' && late >= p.eta) {
    const missed = Math.ceil(late / p.eta);
    s.seq += missed;
    ctx.setTimer(BEAT, due + missed * p.eta);
    return;
  }
  s.seq++;
  for (const peer of s.beats) ctx.send(peer, 'heartbeat', s.seq);
  ctx.setTimer(BEAT, (p.timers === 'fixed-delay' ? ctx.now : due) + p.eta);
}

/**
 * Some detectors begin by suspecting (Chen's output starts as S). That is no judgement: such a peer is first
 * looked at when it has been heard.
 */
function suspectsStrangers(detector: unknown, now: number, p: MonitorParams): boolean {
  const due = p.detector.due(detector, p.detectorParams);
  return due !== null && due <= now;
}

function heard(s: MonitorState, ctx: Context, p: MonitorParams, message: Message): void {
  const watch = s.watches[message.from];
  if (!watch) return;
  p.detector.heard(watch.detector, p.detectorParams, ctx.now, { seq: message.seq, sentAt: message.sentAt });
  watch.judged = true;
  watch.heardAt = ctx.now;
  watch.heardRow = ctx.row;
  if (watch.suspected) {
    if (p.detector.check(watch.detector, p.detectorParams, ctx.now) === 'suspect') return;
    watch.suspected = false;
    ctx.note('trust', watch.peer, p.detector.id, ctx.now - watch.since, ctx.row);
  }
  if (p.checkInterval > 0) return;
  watch.due = dueOf(watch, p);
  arm(s, watch, ctx, p, 0);
}

/**
 * Sees to it that this peer is looked at when its silence becomes suspicious; if it is so already, that is
 * now. `late`: how late the process came to this look.
 */
function arm(s: MonitorState, watch: Watch, ctx: Context, p: MonitorParams, late: number): void {
  if (watch.due === NEVER) return;
  let at = watch.due;
  if (at <= ctx.now) {
    if (p.detector.check(watch.detector, p.detectorParams, ctx.now) === 'suspect') {
      if (admits(s, ctx, p, late)) return suspect(watch, ctx, p);
      doubtSelf(watch, ctx, p, late);
      at = Math.ceil(p.guard!.retryAt(s.guard, p.guardParams, ctx.now));
    }
    at = Math.max(at, ctx.now + 1);
  }
  // A timer that fires too early is set again then; only one that would be too late must be moved now.
  if (watch.armed !== NEVER && watch.armed <= at) return;
  watch.armed = at;
  ctx.setTimer(FIRST_WATCH + watch.peer, at);
}

/** The first whole microsecond at which the detector would suspect this peer if nothing more came from it. */
function dueOf(watch: Watch, p: MonitorParams): number {
  const due = p.detector.due(watch.detector, p.detectorParams);
  if (due === null) return NEVER;
  return Math.max(0, p.detector.strict ? Math.floor(due) + 1 : Math.ceil(due));
}

function suspect(watch: Watch, ctx: Context, p: MonitorParams): void {
  watch.suspected = true;
  watch.since = ctx.now;
  ctx.note('suspect', watch.peer, p.detector.id, ctx.now - watch.heardAt, watch.heardRow);
}

function watchFired(s: MonitorState, watch: Watch, ctx: Context, p: MonitorParams, due: number): void {
  watch.armed = NEVER;
  if (!watch.suspected) arm(s, watch, ctx, p, ctx.now - due);
}

/** One round over all peers, as systems do that look at their detectors every so often. */
function round(s: MonitorState, ctx: Context, p: MonitorParams, due: number): void {
  const late = ctx.now - due;
  for (const watch of s.watches) {
    if (!watch?.judged) continue;
    // The guard is asked in every round: some of them judge themselves by how often they are asked.
    const admitted = admits(s, ctx, p, late);
    if (watch.suspected) continue;
    if (p.detector.check(watch.detector, p.detectorParams, ctx.now) === 'trust') continue;
    if (admitted) suspect(watch, ctx, p);
    else doubtSelf(watch, ctx, p, late);
  }
  const missed = Math.floor(late / p.checkInterval);
  ctx.setTimer(ROUND, due + (missed + 1) * p.checkInterval);
}

function admits(s: MonitorState, ctx: Context, p: MonitorParams, late: number): boolean {
  return !p.guard || p.guard.admit(s.guard, p.guardParams, ctx.now, late);
}

function doubtSelf(watch: Watch, ctx: Context, p: MonitorParams, late: number): void {
  ctx.note('doubt-self', watch.peer, p.guard!.id, late, ctx.row);
}
