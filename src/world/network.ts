// Sending and arriving. A message either gets a moment of arrival or ends at once with a reason; what
// happens to it there is the receiving process's affair. The link is up, or cut; the process runs, or not;
// it answers, or not: three different things.

import type { Kernel } from '../kernel/kernel.ts';
import { delayOf, exponential } from './delay.ts';
import type { OneShot } from './conditions.ts';
import type { LinkPlan, Plan } from './plan.ts';
import { newLink, type LinkState, type WorldState } from './state.ts';
import { typeIndex, type DropReason } from './vocabulary.ts';

const SEND = typeIndex('send');
const DROP = typeIndex('drop');

export class Network {
  private readonly kernel: Kernel;
  private readonly plan: Plan;
  private readonly n: number;
  private readonly arrival: number;
  /** Stream numbers by link, for delay, loss and burst; -1 until first used. Not state: names fix them. */
  private readonly streams: Int32Array;
  /** Called when one message has used up a drop or a hold. */
  private readonly onSpent: (deed: number) => void;

  /** `arrival` is the kind of event that delivers: (kind, slot, receiver, 0). */
  constructor(kernel: Kernel, plan: Plan, arrival: number, onSpent: (deed: number) => void) {
    this.kernel = kernel;
    this.plan = plan;
    this.n = plan.nodes.length;
    this.arrival = arrival;
    this.onSpent = onSpent;
    this.streams = new Int32Array(plan.links.length * 3).fill(-1);
  }

  /** Streams may have other numbers from now on: what was restored made them in an order of its own. */
  forget(): void {
    this.streams.fill(-1);
  }

  send(state: WorldState, from: number, to: number, kind: string, seq: number, sentAt: number): void {
    const { kernel } = this;
    const index = from * this.n + to;
    const plan = this.plan.links[index];
    if (!plan) throw new Error(`${this.plan.nodes[from]!.id} has no link to ${this.plan.nodes[to]!.id}`);
    const link = (state.links[index] ??= newLink());
    const row = kernel.append(SEND, from, to, kernel.record.word(kind), seq);
    // Every message draws from every stream of its link, used or not: nothing reshuffles the rest.
    let delay = delayOf(plan.delay, this.draw(index, 0)) + link.condition.delay;
    const luck = this.draw(index, 1);
    const shot = link.condition.next[0];
    if (shot) this.onSpent(shot.fault);
    const lost = this.lossOf(index, plan, link, luck, shot);
    if (lost) {
      kernel.append(DROP, from, to, kernel.record.word(lost), seq, row);
      return;
    }
    if (shot) delay += shot.hold;
    let at = kernel.now + delay;
    if (plan.ordered) at = link.lastArrival = Math.max(at, link.lastArrival);
    const slot = state.free.pop() ?? state.flights.length;
    state.flights[slot] = { from, to, kind, seq, sentAt, row };
    kernel.schedule(at, this.arrival, slot, to, 0, row);
  }

  /** Ends a message that reached its machine and will never be heard. */
  drop(state: WorldState, slot: number, why: DropReason): void {
    const flight = state.flights[slot]!;
    this.release(state, slot);
    const word = this.kernel.record.word(why);
    this.kernel.append(DROP, flight.from, flight.to, word, flight.seq, flight.row);
  }

  release(state: WorldState, slot: number): void {
    state.flights[slot] = null;
    state.free.push(slot);
  }

  private lossOf(
    index: number,
    plan: LinkPlan,
    link: LinkState,
    luck: number,
    shot: OneShot | undefined,
  ): DropReason | null {
    const { condition } = link;
    if (condition.cut) return 'cut';
    if (shot?.drop) return 'one';
    const burst = condition.burst ?? plan.burst;
    if (burst) {
      const bad = this.isBad(index, link, condition.burst?.fault ?? -1, burst.good, burst.bad);
      // One draw decides both kinds of loss: the bad period's share of the luck lies below the rest's.
      if (bad && luck < burst.share) return 'burst';
    }
    const loss = 1 - (1 - plan.loss) * (1 - condition.loss);
    return luck < loss ? 'loss' : null;
  }

  /** Is it a bad period now? The periods are drawn in time order, however seldom anybody asks. */
  private isBad(index: number, link: LinkState, fault: number, good: number, bad: number): boolean {
    const { now } = this.kernel;
    if (link.burst === null || link.burst.fault !== fault) {
      // A link's own process is already under way at the start: bad with the share of time that is bad.
      const startsBad = this.draw(index, 2) < bad / (good + bad);
      // A fault's begins with the fault: the periods lie where they lie, whatever is sent.
      link.burst = { fault, bad: startsBad, until: fault < 0 ? 0 : this.plan.deeds[fault]!.at };
      link.burst.until += Math.round(exponential(startsBad ? bad : good, this.draw(index, 2)));
    }
    while (link.burst.until <= now) {
      link.burst.bad = !link.burst.bad;
      link.burst.until += 1 + Math.round(exponential(link.burst.bad ? bad : good, this.draw(index, 2)));
    }
    return link.burst.bad;
  }

  private draw(index: number, purpose: 0 | 1 | 2): number {
    const at = index * 3 + purpose;
    let stream = this.streams[at]!;
    if (stream < 0) {
      const from = this.plan.nodes[Math.floor(index / this.n)]!.id;
      const to = this.plan.nodes[index % this.n]!.id;
      stream = this.streams[at] = this.kernel.streams.of(`link:${from}>${to}/${PURPOSES[purpose]}`);
    }
    return this.kernel.streams.draw(stream);
  }
}

const PURPOSES = ['delay', 'loss', 'burst'] as const;
