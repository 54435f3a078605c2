// The observer's own detector about the target, folded once more: the same calls as the monitor made, so the same
// state. The monitor looks at a peer that its detector suspects from the start only when it has heard it.

import type { Beat } from '../../patterns/detectors/detector.ts';
import type { WatchParams } from '../../programs/watch-params.ts';
import type { Ear } from './listening.ts';

export class OwnDetector implements Ear {
  readonly p: WatchParams;
  state: unknown = null;
  heardAt: number | null = null;
  private judged = true;

  constructor(p: WatchParams) {
    this.p = p;
  }

  begin(now: number): void {
    this.state = this.p.detector.init(this.p.detectorParams, now);
    this.heardAt = now;
    const due = this.p.detector.due(this.state, this.p.detectorParams);
    this.judged = due === null || due > now;
  }

  heard(now: number, beat: Beat): void {
    this.p.detector.heard(this.state, this.p.detectorParams, now, beat);
    this.p.detector.check(this.state, this.p.detectorParams, now);
    this.heardAt = now;
    this.judged = true;
  }

  /** Some detectors change their minds by being asked: ask when the monitor did. */
  looked(now: number): void {
    this.p.detector.check(this.state, this.p.detectorParams, now);
  }

  gone(): void {
    this.state = this.heardAt = null;
  }

  get threshold(): number {
    return this.p.detector.threshold(this.p.detectorParams);
  }

  level(now: number): number {
    return this.p.detector.level(this.state, this.p.detectorParams, now);
  }

  /** Seconds of silence; NaN while nobody listens. */
  silence(now: number): number {
    return this.heardAt === null ? NaN : (now - this.heardAt) / 1e6;
  }

  /** Seconds of silence from which it suspects; NaN if it never does. */
  allowed(): number {
    const due = this.judged ? this.p.detector.due(this.state, this.p.detectorParams) : null;
    return due === null || this.heardAt === null ? NaN : (due - this.heardAt) / 1e6;
  }
}
