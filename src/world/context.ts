// A program's view of the world and its only way out of it.

import type { Kernel } from '../kernel/kernel.ts';
import { copy } from '../kernel/plain.ts';
import type { LocalMicros } from '../kernel/time.ts';
import type { Network } from './network.ts';
import type { Plan } from './plan.ts';
import type { Context, Note } from './program.ts';
import type { WorldState } from './state.ts';
import { typeIndex } from './vocabulary.ts';

const NOTES: { readonly [K in Note]: number } = {
  suspect: typeIndex('suspect'),
  trust: typeIndex('trust'),
  'doubt-self': typeIndex('doubt-self'),
  failover: typeIndex('failover'),
};

/** What a context needs of the processes. */
export type Machinery = {
  readonly state: WorldState;
  setTimer(node: number, timer: number, due: LocalMicros): void;
};

export class NodeContext implements Context {
  readonly self: number;
  readonly peers: readonly number[];
  now: LocalMicros = 0;
  row = -1;
  /** Set once the world is wired up. */
  processes!: Machinery;
  private readonly kernel: Kernel;
  private readonly network: Network;
  private readonly id: string;

  constructor(self: number, plan: Plan, kernel: Kernel, network: Network) {
    this.self = self;
    this.kernel = kernel;
    this.network = network;
    this.id = plan.nodes[self]!.id;
    const n = plan.nodes.length;
    this.peers = plan.nodes.map((_, i) => i).filter((i) => plan.links[self * n + i]);
  }

  draw(purpose: string): number {
    return this.kernel.streams.draw(this.kernel.streams.of(`node:${this.id}/${purpose}`));
  }

  send(to: number, kind: string, seq: number): void {
    this.network.send(this.processes.state, this.self, to, kind, seq, this.now);
  }

  setTimer(timer: number, at: LocalMicros): void {
    this.processes.setTimer(this.self, timer, at);
  }

  cancelTimer(timer: number): void {
    const { timers } = this.processes.state.processes[this.self]!;
    if (timer < timers.length) timers[timer] = 0;
  }

  persist(value: unknown): void {
    this.processes.state.processes[this.self]!.disk = copy(value);
  }

  note(type: Note, about: number, k: string, x: number, because: number): void {
    this.kernel.append(NOTES[type], this.self, about, this.kernel.record.word(k), x, because);
  }
}
