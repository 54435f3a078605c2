// Other detectors on the same beats: what each would have thought, and when it would have suspected, had the observer
// used it. Each is looked at as the observer's monitor looks: at the very moment that the rule names, or in rounds,
// and late if the process stood still. Leaves out guards, and the time that a slow process takes over a message.

import { problem, scaled, type Field, type FieldValue } from '../../kernel/fields.ts';
import type { Columns } from '../../kernel/columns.ts';
import type { AnyDetector, Beat } from '../../patterns/detectors/detector.ts';
import { detectors } from '../../patterns/detectors/registry.ts';
import type { WatchParams } from '../../programs/watch-params.ts';
import type { Plan } from '../../world/plan.ts';
import { walk } from '../series.ts';
import type { DetectorUse, Other, Others, OthersAsk } from './asks.ts';
import { Listening, monitorOf, type Ear } from './listening.ts';

/** Parameters that mean the same wherever they occur: not named, they are the observer's own. */
const SHARED = ['window', 'floor', 'pause'];
/** What is assumed about the sender before it has been heard: not named, it is true. */
const ASSUMED = ['period', 'interval', 'estimate', 'initial', 'prior'];

export function othersOf(
  columns: Columns,
  words: readonly string[],
  plan: Plan,
  ask: OthersAsk,
  until: number,
): Others {
  const monitor = monitorOf(plan, ask.observer);
  if (monitor === null) return { time: new Float64Array(0), others: [] };
  const listening = new Listening(plan, ask);
  const period = (plan.nodes[ask.target]?.params as { readonly eta?: number } | undefined)?.eta ?? 1e6;
  const minds = ask.with.map((use) => new Mind(use, monitor, period, listening));
  const ear = together(minds);
  const time: number[] = [];
  let row = 0;
  walk(
    columns,
    ask,
    (i) => listening.hears(columns, words, i),
    (i) => {
      row = i + 1;
      for (const mind of minds) mind.upTo(listening.now(columns.time[i]!));
      listening.take(columns, words, i, ear);
    },
    (at) => {
      if (!minds.every((mind) => mind.awake)) return;
      const now = listening.now(at);
      time.push(at);
      for (const mind of minds) mind.look(now);
    },
  );
  // Suspicions are told of the whole run, so that one window of it can say when the last of them began.
  for (; row < columns.length; row++) {
    for (const mind of minds) mind.upTo(listening.now(columns.time[row]!));
    listening.take(columns, words, row, ear);
  }
  for (const mind of minds) mind.upTo(listening.now(until));
  return { time: Float64Array.from(time), others: minds.map((mind) => mind.answer(until)) };
}

function together(minds: readonly Mind[]): Ear {
  return {
    begin: (now) => minds.forEach((mind) => mind.begin(now)),
    heard: (now, beat) => minds.forEach((mind) => mind.heard(now, beat)),
    stopped: () => minds.forEach((mind) => mind.stopped()),
    goesOn: (now) => minds.forEach((mind) => mind.goesOn(now)),
    gone: () => minds.forEach((mind) => mind.gone()),
  };
}

/** Every parameter, in microseconds: as asked, or the observer's own, or true of the sender, or the default. */
function paramsOf(detector: AnyDetector, given: DetectorUse['params'], own: WatchParams, period: number): object {
  const fields = Object.entries(detector.params as { readonly [name: string]: Field });
  const mine = own.detectorParams as { readonly [name: string]: FieldValue };
  const seconds = fields.map(([name, field]): [string, FieldValue] => {
    const asked = given[name];
    if (asked !== undefined) {
      const wrong = problem(field, asked);
      if (wrong !== null) throw new Error(`${detector.title}: ${field.label} ${wrong}`);
      return [name, asked];
    }
    if (detector === own.detector || SHARED.includes(name)) {
      const value = typeof mine[name] === 'number' && field.kind === 'duration' ? mine[name] / 1e6 : mine[name];
      if (value !== undefined && problem(field, value) === null) return [name, value];
    }
    const assumed = ASSUMED.includes(name) && problem(field, period / 1e6) === null;
    return [name, assumed ? period / 1e6 : field.default];
  });
  const found = Object.fromEntries(seconds);
  const wrong = detector.problems?.(found) ?? [];
  if (wrong.length > 0) throw new Error(`${detector.title}: ${wrong.join('; ')}`);
  return scaled(detector.params as never, found, 1e6);
}

class Mind {
  private readonly detector: AnyDetector;
  private readonly params: object;
  private readonly rounds: number;
  private readonly listening: Listening;
  private state: unknown = null;
  private heardAt = 0;
  private judged = true;
  private still = false;
  /** When a round comes; Infinity without rounds. */
  private next = Infinity;
  /** True time at which a suspicion began. */
  private since: number | null = null;
  /** Silence allowed, seconds, as it was when it was last asked. */
  private limit = NaN;
  private readonly turns: number[] = [];
  private readonly level: number[] = [];
  private readonly allowed: number[] = [];

  constructor({ use, params }: DetectorUse, own: WatchParams, period: number, listening: Listening) {
    const detector = detectors.get(use);
    if (detector === undefined) throw new Error(`there is no detector ${use}`);
    this.detector = detector;
    this.params = paramsOf(detector, params, own, period);
    this.rounds = own.checkInterval;
    this.listening = listening;
  }

  get awake(): boolean {
    return this.state !== null;
  }

  begin(now: number): void {
    this.state = this.detector.init(this.params, now);
    this.heardAt = now;
    this.still = false;
    const due = this.detector.due(this.state, this.params);
    this.judged = due === null || due > now;
    this.next = this.rounds > 0 ? now + this.rounds : Infinity;
  }

  heard(now: number, beat: Beat): void {
    this.detector.heard(this.state, this.params, now, beat);
    this.heardAt = now;
    this.judged = true;
    if (this.since !== null) {
      if (this.detector.check(this.state, this.params, now) === 'suspect') return;
      this.turn(this.listening.time);
    }
    if (this.rounds === 0 && this.due() <= now) this.check(now, this.listening.time);
  }

  stopped(): void {
    this.still = true;
  }

  /** What fell due meanwhile is looked at now, once, and before any message is read. */
  goesOn(now: number): void {
    this.still = false;
    const { time } = this.listening;
    if (!this.judged || this.state === null) return;
    if (this.rounds === 0) {
      if (this.since === null && this.due() <= now) this.check(now, time);
    } else if (this.next <= now) {
      if (this.since === null) this.check(now, time);
      this.next += (Math.floor((now - this.next) / this.rounds) + 1) * this.rounds;
    }
  }

  gone(): void {
    if (this.since !== null) this.turn(this.listening.time);
    this.state = null;
  }

  /** Every look that falls due up to a moment at which nothing has been heard yet. */
  upTo(now: number): void {
    if (this.state === null || this.still) return;
    if (this.rounds === 0) {
      const due = this.judged && this.since === null ? this.due() : Infinity;
      if (due <= now) this.check(due, this.listening.trueTime(due));
      return;
    }
    for (; this.next <= now; this.next += this.rounds) {
      if (this.judged && this.since === null) this.check(this.next, this.listening.trueTime(this.next));
    }
  }

  look(now: number): void {
    this.upTo(now);
    this.level.push(this.detector.level(this.state, this.params, now));
    // Saying "suspect" makes some forget; what they allowed was what they allowed until then.
    if (this.since === null) this.limit = this.limitNow();
    this.allowed.push(this.limit);
  }

  private limitNow(): number {
    const due = this.judged ? this.detector.due(this.state, this.params) : null;
    return due === null ? NaN : Math.max(0, due - this.heardAt) / 1e6;
  }

  answer(until: number): Other {
    const suspects = this.since === null ? this.turns : [...this.turns, this.since, until];
    return {
      threshold: this.detector.threshold(this.params),
      level: Float64Array.from(this.level),
      allowed: Float64Array.from(this.allowed),
      suspects: Float64Array.from(suspects),
    };
  }

  /** The first whole microsecond at which it would suspect. */
  private due(): number {
    const due = this.detector.due(this.state, this.params);
    if (due === null) return Infinity;
    return this.detector.strict ? Math.floor(due) + 1 : Math.ceil(due);
  }

  /** `time`: when that is in truth. */
  private check(now: number, time: number): void {
    if (this.since === null) this.limit = this.limitNow();
    if (this.detector.check(this.state, this.params, now) === 'suspect') this.turn(time);
  }

  private turn(at: number): void {
    if (this.since === null) this.since = at;
    else {
      this.turns.push(this.since, at);
      this.since = null;
    }
  }
}
