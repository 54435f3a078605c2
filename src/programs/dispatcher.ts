// A heartbeat monitor that has work to hand out, and two answers to one level of suspicion. A worker that is
// suspected is avoided: it gets no jobs until it is trusted again, which costs little and is taken back for
// nothing. One whose level goes on to the second threshold is failed over: its work belongs to another from then
// on, so it gets no more jobs for the rest of the run, whatever it says later. Nobody is failed over who is not
// suspected. Where the jobs go instead is left out: what is counted is what a dead worker never does.

import type { Context, Program } from '../world/program.ts';
import { answer, BEAT, beat, beginBeating, type Beating } from './beating.ts';
import { prepareDispatcher, type DispatcherParams } from './dispatcher-params.ts';
import type { ProgramKind } from './kind.ts';
import { paceFields } from './monitor-params.ts';
import {
  admits,
  beginWatching,
  doubtSelf,
  dueOf,
  FIRST_WATCH,
  heard,
  lookAt,
  NEVER,
  ROUND,
  round,
  watchFired,
  type Watch,
  type Watching,
} from './watching.ts';

type Second = {
  /** When this worker's silence reaches the second threshold, as the detector said at the last beat; NEVER if not. */
  due: number;
  done: boolean;
};

type DispatcherState = Beating & Watching & { jobs: number; failovers: (Second | null)[] };

const program: Program<DispatcherParams, DispatcherState> = {
  id: 'dispatcher',
  title: 'Dispatcher',

  boot(ctx, p) {
    const s: DispatcherState = { ...beginBeating(ctx, p), ...beginWatching(ctx, p), jobs: 0, failovers: [] };
    for (const watch of s.watches) {
      s.failovers.push(watch && { due: NEVER, done: false });
      if (!watch) continue;
      // A phase for each worker: in step, four jobs would leave in one instant, and always in the same order.
      if (ctx.peers.includes(watch.peer)) {
        ctx.setTimer(jobTimer(s, watch.peer), ctx.now + Math.floor(ctx.draw('jobs') * p.jobs.every));
      }
      // A detector may run out of patience with somebody who has never been heard.
      foresee(s, watch, ctx, p);
    }
    return s;
  },

  onMessage(s, ctx, p, message) {
    if (message.kind !== 'heartbeat') return answer(ctx, message);
    const watch = heard(s, ctx, p, message);
    if (watch) foresee(s, watch, ctx, p);
  },

  onTimer(s, ctx, p, timer, due) {
    const late = ctx.now - due;
    if (timer === BEAT) beat(s, ctx, p, due);
    else if (timer === ROUND) {
      round(s, ctx, p, due, (watch, admitted) => {
        if (admitted && ripe(s, watch, ctx)) failOver(s, watch, ctx, p);
      });
    } else if (timer >= jobTimer(s, 0)) job(s, ctx, p, timer - jobTimer(s, 0), due);
    else {
      const watch = s.watches[timer - FIRST_WATCH]!;
      watchFired(s, watch, ctx, p, due);
      escalate(s, watch, ctx, p, late);
    }
  },
};

export const dispatcher: ProgramKind = {
  id: program.id,
  title: program.title,
  says: 'Sends jobs to its workers, avoids those it suspects, and gives up for good those it suspects strongly.',
  fields: paceFields,
  program,
  prepare: prepareDispatcher,
};

/** The jobs' timers come after the watches'. */
function jobTimer(s: DispatcherState, peer: number): number {
  return FIRST_WATCH + s.watches.length + peer;
}

/** A job is due. Those that came due while the dispatcher stood still are not made up for. */
function job(s: DispatcherState, ctx: Context, p: DispatcherParams, peer: number, due: number): void {
  const { every } = p.jobs;
  if (s.failovers[peer]!.done) return;
  if (!s.watches[peer]!.suspected) ctx.send(peer, 'job', ++s.jobs);
  const missed = Math.floor((ctx.now - due) / every);
  ctx.setTimer(jobTimer(s, peer), due + (missed + 1) * every);
}

/**
 * Asks the detector, as it is now, when this peer's silence would be enough to fail it over. A moment that is not
 * after the beat is none: such a detector suspects whomever it knows too little of, which is no silence.
 */
function foresee(s: DispatcherState, watch: Watch, ctx: Context, p: DispatcherParams): void {
  const due = dueOf(watch, p, p.failover.params);
  const heardAt = watch.heardAt + (p.detector.strict ? 1 : 0);
  s.failovers[watch.peer]!.due = due > heardAt ? due : NEVER;
  escalate(s, watch, ctx, p, 0);
}

/** Is this peer suspected, not failed over yet, and silent for long enough? */
function ripe(s: DispatcherState, watch: Watch, ctx: Context): boolean {
  const { due, done } = s.failovers[watch.peer]!;
  return watch.suspected && !done && due !== NEVER && due <= ctx.now;
}

/** Fails over a peer whose silence is long enough, if the guard agrees; looks again when it will be, if it is not. */
function escalate(s: DispatcherState, watch: Watch, ctx: Context, p: DispatcherParams, late: number): void {
  const { due, done } = s.failovers[watch.peer]!;
  if (!watch.suspected || done || due === NEVER || p.checkInterval > 0) return;
  if (!ripe(s, watch, ctx)) lookAt(watch, ctx, due);
  else if (admits(s, ctx, p, late)) failOver(s, watch, ctx, p);
  else lookAt(watch, ctx, doubtSelf(s, watch, ctx, p, late));
}

function failOver(s: DispatcherState, watch: Watch, ctx: Context, p: DispatcherParams): void {
  s.failovers[watch.peer]!.done = true;
  ctx.note('failover', watch.peer, p.detector.id, ctx.now - watch.heardAt, watch.heardRow);
}
