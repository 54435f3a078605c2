// Small worlds for tests: a plan from a few words, a program that only writes down what happens to it, and
// the record as objects. Times in seconds, as in scenarios.

import { faults } from '../../src/world/faults/registry.ts';
import type { Deed, LinkPlan, NodePlan, Plan, Target } from '../../src/world/plan.ts';
import type { AnyProgram, Context, Program } from '../../src/world/program.ts';
import { TYPES, type RecordType } from '../../src/world/vocabulary.ts';
import { World } from '../../src/world/world.ts';

export const S = 1_000_000;
export const s = (seconds: number): number => Math.round(seconds * S);

export type Line = {
  readonly row: number;
  readonly ordinal: number;
  readonly at: number;
  readonly cause: number;
  readonly type: RecordType;
  readonly a: number;
  readonly b: number;
  readonly k: string;
  readonly x: number;
};

/** The record as objects, times in seconds. */
export function lines(world: World, ...types: readonly RecordType[]): Line[] {
  const { words } = world.kernel.record;
  const c = world.kernel.record.columns();
  const out: Line[] = [];
  for (let i = 0; i < c.length; i++) {
    const type = TYPES[c.type[i]!]!;
    if (types.length > 0 && !types.includes(type)) continue;
    out.push({
      row: i,
      ordinal: c.ordinal[i]!,
      at: c.time[i]! / S,
      cause: c.cause[i]!,
      type,
      a: c.a[i]!,
      b: c.b[i]!,
      k: words[c.k[i]!] ?? '',
      x: c.x[i]!,
    });
  }
  return out;
}

/** What a scribe does: messages to send and timers to set, by its own clock. */
export type Duties = {
  readonly sends?: readonly { readonly at: number; readonly to: number; readonly every?: number }[];
  readonly timers?: readonly number[];
  readonly persists?: unknown;
};

type Entry = readonly [what: string, at: number];
type Memory = { seq: number; log: Entry[]; disk: unknown };

/** Writes down, by its own clock, everything that it is handed; sends and sets timers as it is told. */
const scribe: Program<Duties, Memory> = {
  id: 'scribe',
  title: 'Scribe',
  boot(ctx, p, disk) {
    p.sends?.forEach((duty, i) => ctx.setTimer(i, ctx.now + s(duty.at)));
    p.timers?.forEach((at, i) => ctx.setTimer(100 + i, ctx.now + s(at)));
    if (p.persists !== undefined) ctx.persist(p.persists);
    return { seq: 0, log: [['boot', ctx.now / S]], disk };
  },
  onMessage(memory, ctx, _p, message) {
    memory.log.push([`${message.kind} ${message.seq}`, ctx.now / S]);
  },
  onTimer(memory, ctx, p, timer, due) {
    memory.log.push([`timer ${timer}`, ctx.now / S]);
    const duty = p.sends?.[timer];
    if (!duty) return;
    ctx.send(duty.to, 'note', ++memory.seq);
    if (duty.every !== undefined) ctx.setTimer(timer, due + s(duty.every));
  },
};

/** A program of which only the handlers given do anything. */
export function program(handlers: {
  boot?: (ctx: Context, disk: unknown) => unknown;
  onTimer?: (memory: unknown, ctx: Context, timer: number) => void;
}): AnyProgram {
  return {
    id: 'made-up',
    title: 'Made up',
    boot: (ctx, _p, disk) => handlers.boot?.(ctx, disk) ?? null,
    onMessage: () => undefined,
    onTimer: (memory, ctx, _p, timer) => handlers.onTimer?.(memory, ctx, timer),
  };
}

export type NodeWords = Duties & { readonly id?: string; readonly driftPpm?: number; readonly program?: AnyProgram };

export const PLAIN_LINK: LinkPlan = {
  delay: { kind: 'constant', value: s(0.05) },
  loss: 0,
  burst: null,
  ordered: false,
};

export function plan(
  nodes: readonly NodeWords[],
  options: {
    readonly link?: Partial<LinkPlan>;
    readonly deeds?: readonly Deed[];
    readonly until?: number;
    readonly without?: readonly string[];
  } = {},
): Plan {
  const made: NodePlan[] = nodes.map(({ id, driftPpm, program: own, ...duties }, i) => ({
    id: id ?? `n${i + 1}`,
    program: own ?? (scribe as unknown as AnyProgram),
    params: duties,
    driftPpm: driftPpm ?? 0,
  }));
  const link = { ...PLAIN_LINK, ...options.link };
  const links = made.flatMap((from) =>
    made.map((to) => (from === to || options.without?.includes(`${from.id}>${to.id}`) ? null : link)),
  );
  return { nodes: made, links, deeds: options.deeds ?? [], until: s(options.until ?? 60) };
}

/** A fault: on a node by index, or on a link as [from, to] or [from, to, 'both']. */
export function deed(
  kind: string,
  on: number | readonly [number, number] | readonly [number, number, 'both'],
  at: number,
  until: number | null = null,
  params: object = {},
): Deed {
  const target: Target = typeof on === 'number' ? { node: on } : { from: on[0], to: on[1], both: on[2] === 'both' };
  const found = kind === 'ping' ? 'ping' : faults.get(kind);
  if (!found) throw new Error(`no fault ${kind}`);
  return { kind: found, params, target, at: s(at), until: until === null ? null : s(until) };
}

export function ran(of: Plan, seed = 'seed'): World {
  const world = new World(of, seed);
  const halt = world.run();
  if (halt.why !== 'horizon') throw new Error(`the run ended early: ${JSON.stringify(halt)}`);
  return world;
}

/** What a scribe wrote down: [what, at] by its own clock, in seconds. */
export function log(world: World, node: number): readonly Entry[] {
  return (world.inside(node).memory as Memory).log;
}

export function disk(world: World, node: number): unknown {
  return (world.inside(node).memory as Memory).disk;
}
