// What the observer's detector had learnt after each beat: the gaps in its window, the curve that it lays through
// them, and the silence that it allows. A detector that learns no gaps is given the plain mean and deviation of the
// last thousand, so that a histogram has something to stand beside; it then claims no curve.

import type { Columns } from '../../kernel/columns.ts';
import type { Beat, Fit } from '../../patterns/detectors/detector.ts';
import { count, deviation, emptyWindow, mean, push, ring } from '../../patterns/detectors/interval-window.ts';
import type { WatchParams } from '../../programs/watch-params.ts';
import type { Plan } from '../../world/plan.ts';
import type { Learnt, Pair } from './asks.ts';
import { Listening, monitorOf } from './listening.ts';
import { OwnDetector } from './own.ts';

const PLAIN_WINDOW = 1000;

export function learntOf(columns: Columns, words: readonly string[], plan: Plan, pair: Pair): Learnt {
  const monitor = monitorOf(plan, pair.observer);
  const listening = new Listening(plan, pair);
  const pupil = monitor === null ? null : new Pupil(monitor, listening);
  for (let i = 0; pupil !== null && i < columns.length; i++) listening.take(columns, words, i, pupil);
  const rows = pupil?.rows ?? [];
  const column = (of: (row: Row) => number): Float64Array => Float64Array.from(rows, of);
  return {
    shape: rows.findLast((row) => row.fit !== null)?.fit?.shape ?? null,
    levelName: monitor?.detector.levelName ?? 'level',
    threshold: pupil?.threshold ?? NaN,
    heardAt: column((row) => row.heardAt),
    gap: column((row) => row.gap),
    centre: column((row) => row.fit?.centre ?? NaN),
    spread: column((row) => row.fit?.spread ?? NaN),
    allowed: column((row) => row.allowed),
    held: Int32Array.from(rows, (row) => row.held),
    taken: Int32Array.from(rows, (row) => row.taken),
    samples: Float64Array.from(pupil?.samples ?? []),
  };
}

type Row = {
  readonly heardAt: number;
  readonly gap: number;
  readonly fit: { readonly shape: Fit['shape']; readonly centre: number; readonly spread: number } | null;
  readonly allowed: number;
  readonly held: number;
  readonly taken: number;
};

class Pupil extends OwnDetector {
  readonly rows: Row[] = [];
  readonly samples: number[] = [];
  private readonly listening: Listening;
  private readonly learns: boolean;
  private plain = emptyWindow();
  private before: { held: number; next: number; last: number } = { held: 0, next: 0, last: NaN };
  private first = true;

  constructor(p: WatchParams, listening: Listening) {
    super(p);
    this.listening = listening;
    this.learns = p.detector.fit !== undefined;
  }

  override begin(now: number): void {
    super.begin(now);
    this.plain = emptyWindow();
    this.before = { held: 0, next: 0, last: NaN };
    this.first = true;
    this.note(NaN);
  }

  override heard(now: number, beat: Beat): void {
    const gap = this.first ? NaN : this.silence(now);
    this.first = false;
    if (!Number.isNaN(gap)) push(this.plain, PLAIN_WINDOW, gap * 1e6);
    super.heard(now, beat);
    this.note(gap);
  }

  private fit(): Fit | null {
    if (this.learns) return this.p.detector.fit!(this.state, this.p.detectorParams);
    if (count(this.plain) === 0) return null;
    return { shape: null, centre: mean(this.plain), spread: deviation(this.plain), ...ring(this.plain) };
  }

  private note(gap: number): void {
    const fit = this.fit();
    this.sample(fit?.values ?? [], fit?.next ?? 0);
    this.rows.push({
      heardAt: this.listening.time,
      gap,
      fit: fit === null ? null : { shape: fit.shape, centre: fit.centre / 1e6, spread: fit.spread / 1e6 },
      allowed: this.allowed(),
      held: fit?.values.length ?? 0,
      taken: this.samples.length,
    });
  }

  /** What has entered the ring since it was last looked at: it grew, or its oldest place was written anew. */
  private sample(values: readonly number[], next: number): void {
    const held = values.length;
    const newest = values[(next + held - 1) % Math.max(1, held)] ?? NaN;
    const { before } = this;
    const grown = held < before.held ? held : held - before.held;
    const entered =
      grown > 0 ? values.slice(held - grown) : next !== before.next || newest !== before.last ? [newest] : [];
    for (const value of entered) if (!Number.isNaN(value)) this.samples.push(value / 1e6);
    this.before = { held, next, last: newest };
  }
}
