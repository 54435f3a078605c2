// Processes: booting, crashing, pausing, and the work that waits meanwhile. A process takes one piece of work
// at a time. When it could not take work for a while, timers that fell due go first, in the order in which
// they fell due, and then the messages, in the order in which they arrived, as event loops do: so a node that
// wakes judges its peers before it has read what they sent.

import { localTime, resumeClock, stopClock, trueTime } from '../kernel/clock.ts';
import type { Kernel } from '../kernel/kernel.ts';
import { copy } from '../kernel/plain.ts';
import type { NodeCondition } from './conditions.ts';
import type { Network } from './network.ts';
import type { NodeContext } from './context.ts';
import type { Plan } from './plan.ts';
import type { ProcessState, WorldState } from './state.ts';
import { typeIndex, type DropReason } from './vocabulary.ts';

const START = typeIndex('start');
const CRASH = typeIndex('crash');
const PAUSE = typeIndex('pause');
const RESUME = typeIndex('resume');
const SLOW = typeIndex('slow');
const HEAR = typeIndex('hear');
const ARRIVE = typeIndex('arrive');

/** Kinds of event that this module schedules. */
export type ProcessEvents = { readonly timer: number; readonly run: number };

export class Processes {
  state!: WorldState;
  private readonly kernel: Kernel;
  private readonly plan: Plan;
  private readonly network: Network;
  private readonly events: ProcessEvents;
  private readonly contexts: readonly NodeContext[];

  constructor(kernel: Kernel, plan: Plan, network: Network, events: ProcessEvents, contexts: readonly NodeContext[]) {
    this.kernel = kernel;
    this.plan = plan;
    this.network = network;
    this.events = events;
    this.contexts = contexts;
  }

  boot(node: number): void {
    const { kernel } = this;
    const process = this.state.processes[node]!;
    const { program, params } = this.plan.nodes[node]!;
    process.up = true;
    process.incarnation++;
    const row = kernel.append(START, node, -1, kernel.record.word(program.id), process.incarnation);
    kernel.cause = row;
    process.memory = program.boot(this.enter(node, row), params, copy(process.disk));
  }

  /** Makes a process what its condition says; `reboot` starts a running one anew. */
  settle(node: number, condition: NodeCondition, reboot: boolean): void {
    const { kernel } = this;
    const process = this.state.processes[node]!;
    const cause = kernel.cause;
    if (process.up && (condition.crashed || reboot)) this.crash(node, reboot ? 'restarted' : 'crashed');
    if (!process.up && !condition.crashed) this.boot(node);
    kernel.cause = cause;
    if (!process.up) return;
    if (process.slow !== condition.slow) {
      process.slow = condition.slow;
      kernel.append(SLOW, node, -1, -1, condition.slow);
    }
    if (process.paused !== condition.paused) {
      if (process.paused) this.resume(node);
      if (condition.paused) this.pause(node, condition.paused);
    }
  }

  /** A message has reached the machine. */
  arrive(slot: number): void {
    const flight = this.state.flights[slot]!;
    const process = this.state.processes[flight.to]!;
    if (!process.up) this.network.drop(this.state, slot, 'crashed');
    else if (idle(process)) this.hear(slot, flight.row);
    else {
      const word = this.kernel.record.word(flight.kind);
      const row = this.kernel.append(ARRIVE, flight.to, flight.from, word, flight.seq, flight.row);
      process.mailbox.push({ slot, row });
      this.wake(flight.to);
    }
  }

  /** A timer's moment has come, unless it was cancelled, replaced, or lost in a crash. */
  fire(node: number, timer: number, token: number): void {
    const process = this.state.processes[node]!;
    // A suspended machine's clock stands still: resume() sets its timers again.
    if (process.timers[timer] !== token || process.paused === 'suspend') return;
    const due = process.dues[timer]!;
    if (idle(process)) this.tick(node, timer, due);
    else {
      process.due.push({ timer, due, token, cause: this.kernel.cause });
      this.wake(node);
    }
  }

  /** The process takes the next piece of waiting work. */
  run(node: number, token: number): void {
    const process = this.state.processes[node]!;
    if (process.run !== token || process.paused) return;
    process.run = 0;
    let timer = process.due.shift();
    // One that was cancelled or set anew while it waited is no work.
    while (timer && process.timers[timer.timer] !== timer.token) timer = process.due.shift();
    if (timer) {
      this.kernel.cause = timer.cause;
      this.tick(node, timer.timer, timer.due);
    } else {
      const mail = process.mailbox.shift();
      if (mail) this.hear(mail.slot, mail.row);
    }
    this.wake(node);
  }

  /** Sets a timer for a moment of the node's own clock. */
  setTimer(node: number, timer: number, due: number): void {
    const process = this.state.processes[node]!;
    const token = ++process.tokens;
    while (process.timers.length <= timer) {
      process.timers.push(0);
      process.dues.push(0);
    }
    process.timers[timer] = token;
    process.dues[timer] = due;
    const at = Math.max(this.kernel.now, trueTime(process.clock, due));
    this.kernel.schedule(at, this.events.timer, node, timer, token);
  }

  private tick(node: number, timer: number, due: number): void {
    const process = this.state.processes[node]!;
    process.timers[timer] = 0;
    const { program, params } = this.plan.nodes[node]!;
    program.onTimer(process.memory, this.enter(node, this.kernel.cause), params, timer, due);
  }

  private hear(slot: number, cause: number): void {
    const { kernel } = this;
    const flight = this.state.flights[slot]!;
    this.network.release(this.state, slot);
    const row = kernel.append(HEAR, flight.to, flight.from, kernel.record.word(flight.kind), flight.seq, cause);
    kernel.cause = row;
    const { program, params } = this.plan.nodes[flight.to]!;
    program.onMessage(this.state.processes[flight.to]!.memory, this.enter(flight.to, row), params, flight);
  }

  private crash(node: number, why: DropReason): void {
    const process = this.state.processes[node]!;
    this.kernel.append(CRASH, node, -1, -1, 0);
    for (const { slot } of process.mailbox) this.network.drop(this.state, slot, why);
    if (process.paused === 'suspend') resumeClock(process.clock, this.kernel.now);
    process.up = false;
    process.paused = null;
    process.slow = 0;
    process.timers = [];
    process.dues = [];
    process.due = [];
    process.mailbox = [];
    process.run = 0;
    process.memory = null;
  }

  private pause(node: number, mode: 'gc' | 'suspend'): void {
    const process = this.state.processes[node]!;
    this.kernel.append(PAUSE, node, -1, this.kernel.record.word(mode), 0);
    if (mode === 'suspend') stopClock(process.clock, this.kernel.now);
    process.paused = mode;
    process.pausedAt = this.kernel.now;
    process.run = 0;
  }

  private resume(node: number): void {
    const { kernel } = this;
    const process = this.state.processes[node]!;
    kernel.cause = kernel.append(RESUME, node, -1, -1, kernel.now - process.pausedAt);
    const slept = process.paused === 'suspend';
    process.paused = null;
    if (slept) {
      resumeClock(process.clock, kernel.now);
      // The events scheduled before the sleep come too early now: new tokens make them stale. Timers that had
      // fallen due already wait in their order and are left there.
      const waiting = new Set(process.due.map((one) => one.token));
      process.timers.forEach((token, timer) => {
        if (token !== 0 && !waiting.has(token)) this.setTimer(node, timer, process.dues[timer]!);
      });
    }
    this.wake(node);
  }

  /** Schedules the next piece of work, if there is any, the process can work, and it is not scheduled yet. */
  private wake(node: number): void {
    const process = this.state.processes[node]!;
    const waits = process.due.length > 0 || process.mailbox.length > 0;
    if (!waits || !process.up || process.paused || process.run !== 0) return;
    process.run = ++process.runs;
    this.kernel.schedule(this.kernel.now + process.slow, this.events.run, node, 0, process.run);
  }

  private enter(node: number, row: number): NodeContext {
    const context = this.contexts[node]!;
    context.now = localTime(this.state.processes[node]!.clock, this.kernel.now);
    context.row = row;
    return context;
  }
}

/** Can it take work at this moment? */
function idle(process: ProcessState): boolean {
  return process.paused === null && process.slow === 0 && process.due.length === 0 && process.mailbox.length === 0;
}
