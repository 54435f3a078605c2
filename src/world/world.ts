// The simulated machines, their links, and what goes wrong with them: a model for the kernel. Faults are
// data; when one begins or ends, the condition of its target is folded afresh from all that are in force.
// The world knows no pattern: what nodes run are programs, handed in with the plan.

import { copy } from '../kernel/plain.ts';
import { Kernel, type Halt, type KernelState, type Model } from '../kernel/kernel.ts';
import type { Micros } from '../kernel/time.ts';
import { soundLink, soundNode } from './conditions.ts';
import { NodeContext } from './context.ts';
import { Network } from './network.ts';
import type { Plan, Target } from './plan.ts';
import { Processes } from './processes.ts';
import { newLink, newProcess, type ProcessState, type WorldState } from './state.ts';
import { typeIndex } from './vocabulary.ts';

const FAULT = typeIndex('fault');
const END = typeIndex('end');
const CONDITION = typeIndex('condition');

const EVENT = { begin: 0, end: 1, boot: 2, arrive: 3, timer: 4, run: 5 } as const;

export type WorldSnapshot = { readonly kernel: KernelState; readonly state: WorldState };

export class World implements Model {
  readonly kernel: Kernel;
  private readonly plan: Plan;
  private readonly processes: Processes;
  private readonly network: Network;
  private state: WorldState;

  /** `record: false` counts rows without keeping them. */
  constructor(plan: Plan, seed: string, options: { readonly record?: boolean } = {}) {
    this.plan = plan;
    this.kernel = new Kernel(seed, options);
    const { kernel } = this;
    this.network = new Network(kernel, plan, EVENT.arrive, (deed) => this.finish(deed));
    const contexts = plan.nodes.map((_, i) => new NodeContext(i, plan, kernel, this.network));
    this.processes = new Processes(kernel, plan, this.network, EVENT, contexts);
    for (const context of contexts) context.processes = this.processes;
    this.state = this.processes.state = {
      processes: plan.nodes.map((node) => newProcess(node.driftPpm)),
      links: plan.links.map(() => null),
      flights: [],
      free: [],
      active: [],
      deedRows: {},
      pings: 0,
    };
    // Scheduled first, so that at any instant they act before everything else that happens then.
    plan.deeds.forEach((deed, i) => kernel.schedule(deed.at, EVENT.begin, i, 0, 0));
    plan.deeds.forEach((deed, i) => {
      if (deed.until !== null) kernel.schedule(deed.until, EVENT.end, i, 0, 0);
    });
    plan.nodes.forEach((_, i) => kernel.schedule(0, EVENT.boot, i, 0, 0));
  }

  /** Runs up to and including `until`, at most to the plan's horizon, in at most `most` events. */
  run(until: Micros = this.plan.until, most?: number): Halt {
    return this.kernel.run(this, Math.min(until, this.plan.until), most);
  }

  handle(kind: number, a: number, b: number, c: number): void {
    switch (kind) {
      case EVENT.begin:
        return this.begin(a);
      case EVENT.end:
        return this.end(a);
      case EVENT.boot:
        return this.boot(a);
      case EVENT.arrive:
        return this.processes.arrive(a);
      case EVENT.timer:
        return this.processes.fire(a, b, c);
      case EVENT.run:
        return this.processes.run(a, c);
      default:
        throw new Error(`no such kind of event: ${kind}`);
    }
  }

  /** A node's inner state now: to be looked at, not to be changed. */
  inside(node: number): Readonly<ProcessState> {
    return this.state.processes[node]!;
  }

  save(): WorldSnapshot {
    return { kernel: this.kernel.save(), state: copy(this.state) };
  }

  restore(from: WorldSnapshot): void {
    this.kernel.restore(from.kernel);
    this.network.forget();
    this.state = this.processes.state = copy(from.state);
  }

  /** The run starts this process, unless a fault of the very first instant has crashed it before it ever ran. */
  private boot(node: number): void {
    const condition = this.nodeCondition(node);
    if (condition.crashed) return;
    this.processes.boot(node);
    const last = this.state.active.findLast((i) => this.isOn(i, node));
    this.kernel.cause = last === undefined ? -1 : this.state.deedRows[`d${last}`]!;
    this.processes.settle(node, condition, false);
  }

  private begin(index: number): void {
    const { kernel, state } = this;
    const deed = this.plan.deeds[index]!;
    const [a, b] = ends(deed.target);
    const word = kernel.record.word(deed.kind === 'ping' ? 'ping' : deed.kind.id);
    const row = kernel.append(FAULT, a, b, word, index, -1);
    kernel.cause = row;
    state.deedRows[`d${index}`] = row;
    if (deed.kind === 'ping') return this.ping(a, b);
    state.active.push(index);
    this.refold(deed.target, deed.kind.reboots === true);
  }

  private end(index: number): void {
    if (!this.state.active.includes(index)) return;
    const { kernel } = this;
    const deed = this.plan.deeds[index]!;
    const [a, b] = ends(deed.target);
    const word = kernel.record.word(deed.kind === 'ping' ? 'ping' : deed.kind.id);
    kernel.cause = kernel.append(END, a, b, word, index, this.state.deedRows[`d${index}`]!);
    this.finish(index);
  }

  /** The deed is no longer in force. */
  private finish(index: number): void {
    this.state.active = this.state.active.filter((one) => one !== index);
    this.refold(this.plan.deeds[index]!.target, false);
  }

  /** A running process sends a ping at once; one that stands still, or is gone, sends nothing. */
  private ping(from: number, to: number): void {
    const process = this.state.processes[from]!;
    if (!process.up || process.paused) return;
    this.network.send(this.state, from, to, 'ping', ++this.state.pings, 0);
  }

  private refold(target: Target, reboot: boolean): void {
    if ('node' in target) {
      // Faults of the very first instant act before there is a process: boot() will see to them.
      if (this.kernel.now === 0 && this.state.processes[target.node]!.incarnation < 0) return;
      this.processes.settle(target.node, this.nodeCondition(target.node), reboot);
      return;
    }
    this.refoldLink(target.from, target.to);
    if (target.both) this.refoldLink(target.to, target.from);
  }

  private nodeCondition(node: number): ReturnType<typeof soundNode> {
    const condition = soundNode();
    for (const i of this.state.active) {
      const { kind, params } = this.plan.deeds[i]!;
      if (kind !== 'ping' && this.isOn(i, node)) kind.onNode?.(condition, params);
    }
    return condition;
  }

  private refoldLink(from: number, to: number): void {
    const index = from * this.plan.nodes.length + to;
    if (!this.plan.links[index]) return;
    const condition = soundLink();
    for (const i of this.state.active) {
      const deed = this.plan.deeds[i]!;
      if (deed.kind !== 'ping' && reaches(deed.target, from, to)) deed.kind.onLink?.(condition, deed.params, i);
    }
    const link = (this.state.links[index] ??= newLink());
    const changed = link.condition.cut !== condition.cut || link.condition.delay !== condition.delay;
    link.condition = condition;
    if (changed) {
      const word = this.kernel.record.word(condition.cut ? 'cut' : 'open');
      this.kernel.append(CONDITION, from, to, word, condition.delay);
    }
  }

  private isOn(deed: number, node: number): boolean {
    const { target } = this.plan.deeds[deed]!;
    return 'node' in target && target.node === node;
  }
}

/** Columns a and b of a deed's rows. */
function ends(target: Target): readonly [number, number] {
  return 'node' in target ? [target.node, -1] : [target.from, target.to];
}

function reaches(target: Target, from: number, to: number): boolean {
  if ('node' in target) return false;
  return (target.from === from && target.to === to) || (target.both && target.from === to && target.to === from);
}
