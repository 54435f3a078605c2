// Curves of one observer's detector about one target, made by folding the pure detector once more over what
// the record says that the observer heard. Nothing of this is in the record: levels are computed, not stored.

import { localTime, resumeClock, startClock, stopClock, type Clock } from '../kernel/clock.ts';
import type { Columns } from '../kernel/columns.ts';
import type { MonitorParams } from '../programs/monitor-params.ts';
import type { Plan } from '../world/plan.ts';
import { typeIndex } from '../world/vocabulary.ts';
import type { Series, SeriesAsk } from './api.ts';

const START = typeIndex('start');
const SEND = typeIndex('send');
const HEAR = typeIndex('hear');
const PAUSE = typeIndex('pause');
const RESUME = typeIndex('resume');
const SUSPECT = typeIndex('suspect');
const DOUBT = typeIndex('doubt-self');
const CRASH = typeIndex('crash');
/** Points at most, whatever is asked. */
const MOST_POINTS = 20_000;

export function seriesOf(columns: Columns, words: readonly string[], plan: Plan, ask: SeriesAsk): Series {
  const lens = new Lens(plan, ask);
  const step = Math.max(1, (ask.to - ask.from) / Math.max(1, Math.min(ask.points, MOST_POINTS)));
  let next = ask.from;
  for (let i = 0; i < columns.length && columns.time[i]! <= ask.to; i++) {
    const time = columns.time[i]!;
    for (; next < time; next += step) lens.look(next);
    const heard = columns.type[i] === HEAR && columns.a[i] === ask.observer && columns.b[i] === ask.target;
    if (heard && time >= ask.from) lens.look(time);
    lens.take(columns, words, i);
    if (heard && time >= ask.from) lens.look(time);
  }
  for (; next <= ask.to; next += step) lens.look(next);
  return lens.series();
}

/** The observer's detector, as it was at the moment that has been reached. */
class Lens {
  private readonly ask: SeriesAsk;
  private readonly p: MonitorParams;
  private readonly clocks: Clock[];
  private readonly sentAt = new Map<number, number>();
  private state: unknown = null;
  private heardAt: number | null = null;
  /** The monitor looks at a peer that its detector suspects from the start only when it has heard it. */
  private judged = true;
  private readonly times: number[] = [];
  private readonly first: number[] = [];
  private readonly second: number[] = [];

  constructor(plan: Plan, ask: SeriesAsk) {
    this.ask = ask;
    this.p = plan.nodes[ask.observer]!.params as MonitorParams;
    this.clocks = plan.nodes.map((node) => startClock(0, node.driftPpm));
  }

  take(columns: Columns, words: readonly string[], i: number): void {
    const { observer, target } = this.ask;
    const a = columns.a[i]!;
    const now = columns.time[i]!;
    switch (columns.type[i]!) {
      case START:
        if (a !== observer) return;
        this.begin(this.local(observer, now));
        return;
      case PAUSE:
        if (words[columns.k[i]!] === 'suspend') stopClock(this.clocks[a]!, now);
        return;
      case RESUME:
        if (this.clocks[a]!.stopped) resumeClock(this.clocks[a]!, now);
        return;
      case CRASH:
        // The machine of a crashed process is not suspended any more, and what an observer knew is gone.
        if (this.clocks[a]!.stopped) resumeClock(this.clocks[a]!, now);
        if (a === observer) this.state = this.heardAt = null;
        return;
      case SEND:
        if (a === target && columns.b[i] === observer) this.sentAt.set(i, this.local(target, now));
        return;
      case HEAR:
        if (a === observer && columns.b[i] === target && words[columns.k[i]!] === 'heartbeat') this.hear(columns, i);
        return;
      case SUSPECT:
      case DOUBT:
        // Some detectors change their minds by being asked: ask when the monitor did. In rounds the guard comes first.
        if (a !== observer || columns.b[i] !== target) return;
        if (columns.type[i] === DOUBT && this.p.checkInterval > 0) return;
        this.p.detector.check(this.state, this.p.detectorParams, this.local(observer, now));
    }
  }

  look(time: number): void {
    if (this.state === null || this.heardAt === null) return;
    const now = this.local(this.ask.observer, time);
    this.times.push(time);
    if (this.ask.kind === 'level') {
      this.first.push(this.p.detector.level(this.state, this.p.detectorParams, now));
      this.second.push(this.p.detector.threshold(this.p.detectorParams));
      return;
    }
    const due = this.judged ? this.p.detector.due(this.state, this.p.detectorParams) : null;
    this.first.push((now - this.heardAt) / 1e6);
    this.second.push(due === null ? NaN : (due - this.heardAt) / 1e6);
  }

  series(): Series {
    const [a, b] = this.ask.kind === 'level' ? ['level', 'threshold'] : ['silence', 'allowed'];
    return {
      unit: this.ask.kind === 'level' ? this.p.detector.levelName : 's',
      time: Float64Array.from(this.times),
      lines: { [a!]: Float64Array.from(this.first), [b!]: Float64Array.from(this.second) },
    };
  }

  private begin(now: number): void {
    this.state = this.p.detector.init(this.p.detectorParams, now);
    this.heardAt = now;
    const due = this.p.detector.due(this.state, this.p.detectorParams);
    this.judged = due === null || due > now;
  }

  private hear(columns: Columns, i: number): void {
    const now = this.local(this.ask.observer, columns.time[i]!);
    let send = columns.cause[i]!;
    if (columns.type[send] !== SEND) send = columns.cause[send]!;
    const sentAt = this.sentAt.get(send) ?? 0;
    this.sentAt.delete(send);
    this.p.detector.heard(this.state, this.p.detectorParams, now, { seq: columns.x[i]!, sentAt });
    this.p.detector.check(this.state, this.p.detectorParams, now);
    this.heardAt = now;
    this.judged = true;
  }

  private local(node: number, time: number): number {
    const clock = this.clocks[node]!;
    return localTime(clock, Math.max(time, clock.since));
  }
}
