// What a node runs: handlers over plain state. A program sees its own monotonic clock, its peers and what it
// is sent; its only ways out are the methods of its context. It is never told that it was paused, that a
// link is cut, or what time it really is.

import type { Entry } from '../kernel/registry.ts';
import type { LocalMicros } from '../kernel/time.ts';

export type Message = {
  readonly from: number;
  readonly to: number;
  readonly kind: string;
  readonly seq: number;
  /** The sender's monotonic clock at sending. */
  readonly sentAt: LocalMicros;
};

/** What a program notes about its own judgements: rows of the vocabulary that are beliefs, not truth. */
export type Note = 'suspect' | 'trust' | 'doubt-self' | 'failover';

export interface Context {
  readonly self: number;
  /** Nodes to which a link leads from here. */
  readonly peers: readonly number[];
  /** This node's monotonic clock. */
  readonly now: LocalMicros;
  /** Row of what is being handled: the start, a message heard, or what set the timer. */
  readonly row: number;
  /** The next uniform draw in [0, 1) of this node's stream for that purpose. */
  draw(purpose: string): number;
  send(to: number, kind: string, seq: number): void;
  /** Sets timer number `timer` for a moment of this clock (now, if that has passed); replaces an earlier one. */
  setTimer(timer: number, at: LocalMicros): void;
  cancelTimer(timer: number): void;
  /** What this program will find on its disk after a crash. */
  persist(value: unknown): void;
  /** Writes a row: k is a word, x a number, `because` the row that caused it. */
  note(type: Note, about: number, k: string, x: number, because: number): void;
}

/** `P` prepared parameters, `S` plain state, mutated in place. */
export interface Program<P, S> extends Entry {
  boot(ctx: Context, p: P, disk: unknown): S;
  onMessage(s: S, ctx: Context, p: P, message: Message): void;
  /** `due` is the moment for which the timer was set: before ctx.now if the process came to it late. */
  onTimer(s: S, ctx: Context, p: P, timer: number, due: LocalMicros): void;
}

/** A program whose parameters and state the caller treats as opaque data. */
export type AnyProgram = Program<unknown, unknown>;
