// Each measure on records small enough to be worked out on paper.

import { describe, expect, it } from 'vitest';
import type { MeasureArgs, Sample } from '../../src/measures/measure.ts';
import { measures } from '../../src/measures/registry.ts';
import { beat, crash, readingOf, suspect, trust, type Hand } from './rows.ts';

function measured(id: string, hand: Hand, args: MeasureArgs = {}): Sample {
  return measures.get(id)!.of(readingOf(hand), args);
}

/** m watches w for 100 s. */
const pair = (...rows: Hand['rows']): Hand => ({
  nodes: ['m', 'w'],
  until: 100,
  rows: [...beat('m', 'w', 1, 1), ...rows],
});
/** Three watch n4 for 60 s. */
const four = (...rows: Hand['rows']): Hand => ({
  nodes: ['n1', 'n2', 'n3', 'n4'],
  until: 60,
  rows: [...beat('n1', 'n4', 1, 1), ...beat('n2', 'n4', 1, 1.1), ...beat('n3', 'n4', 1, 1.2), ...rows],
});

describe('detection time', () => {
  it('runs from the crash to the suspicion, not from the last beat heard', () => {
    const sample = measured(
      'detection-time',
      pair(...beat('m', 'w', 20, 20.05), crash('w', 20.4), suspect('m', 'w', 23.05)),
    );
    expect(sample.value).toBe(2.65);
    expect(sample.at).toBe(23_050_000);
  });
  it('is the slowest survivor’s unless asked otherwise, the third of four for a majority', () => {
    const hand = four(crash('n4', 10), suspect('n2', 'n4', 11), suspect('n1', 'n4', 12), suspect('n3', 'n4', 14));
    expect(measured('detection-time', hand).value).toBe(4);
    expect(measured('detection-time', hand, { of: 'first' }).value).toBe(1);
    expect(measured('detection-time', hand, { of: 'majority' }).value).toBe(2);
  });
  it('counts the suspicion that lasts, not one taken back after the crash', () => {
    const hand = pair(crash('w', 10), suspect('m', 'w', 11), trust('m', 'w', 12), suspect('m', 'w', 15));
    expect(measured('detection-time', hand).value).toBe(5);
  });
  it('is 0 and early if the suspicion was already on at the crash', () => {
    expect(measured('detection-time', pair(suspect('m', 'w', 9), crash('w', 10)))).toMatchObject({
      value: 0,
      early: true,
    });
  });
  it('is not early if that suspicion was taken back first', () => {
    const hand = pair(suspect('m', 'w', 9), crash('w', 10), trust('m', 'w', 10.01), suspect('m', 'w', 13));
    expect(measured('detection-time', hand)).toMatchObject({ value: 3 });
    expect(measured('detection-time', hand).early).toBeUndefined();
  });
  it('is the time left, as a lower bound, if some survivor never suspects', () => {
    const hand = four(crash('n4', 10), suspect('n2', 'n4', 11), suspect('n1', 'n4', 12));
    expect(measured('detection-time', hand)).toMatchObject({ value: 50, never: true });
    expect(measured('detection-time', hand, { of: 'majority' })).toMatchObject({ value: 2 });
  });
  it('does not wait for an observer that crashes itself', () => {
    const hand = four(crash('n4', 10), suspect('n2', 'n4', 11), suspect('n1', 'n4', 12), crash('n3', 12.5));
    expect(measured('detection-time', hand, { target: 'n4' }).value).toBe(2);
  });
  it('is watched only until the node starts anew', () => {
    const hand = pair(crash('w', 10), { type: 'start', at: 12, a: 'w', x: 1 }, suspect('m', 'w', 13));
    expect(measured('detection-time', hand)).toMatchObject({ value: 2, never: true });
  });
  it('says nothing when nobody crashed', () => {
    expect(measured('detection-time', pair()).value).toBeNull();
  });
});

describe('mistakes', () => {
  it('are suspicions of the living: of the paused too, of the crashed not', () => {
    const hand = pair(
      { type: 'pause', at: 10, a: 'w', k: 'gc' },
      suspect('m', 'w', 13),
      { type: 'resume', at: 18, a: 'w' },
      trust('m', 'w', 18.05),
      crash('w', 40),
      suspect('m', 'w', 43),
    );
    expect(measured('mistakes', hand)).toMatchObject({ value: 1, at: 13_000_000, count: 1 });
  });
  it('include one of no length', () => {
    expect(measured('mistakes', pair(suspect('m', 'w', 10), trust('m', 'w', 10))).value).toBe(1);
  });
  it('include a suspicion of a node that crashed a moment later', () => {
    expect(measured('mistakes', pair(suspect('m', 'w', 9.9), crash('w', 10))).value).toBe(1);
  });
  it('can be asked of one observer or about one target', () => {
    const hand = four(suspect('n1', 'n4', 10), suspect('n2', 'n4', 11), suspect('n2', 'n3', 12));
    expect(measured('mistakes', hand, { observer: 'n2' }).value).toBe(2);
    expect(measured('mistakes', hand, { target: 'n4' }).value).toBe(2);
    expect(() => measured('mistakes', hand, { target: 'n9' })).toThrow('n9');
  });
  it('say nothing when no beat was heard and nobody judged', () => {
    expect(measured('mistakes', { nodes: ['m', 'w'], until: 60, rows: [] }).value).toBeNull();
    const unheard = { type: 'send' as const, at: 1, a: 'w', b: 'm', k: 'heartbeat', x: 1 };
    expect(measured('mistakes', { nodes: ['m', 'w'], until: 60, rows: [unheard] }).value).toBeNull();
  });
  it('per pair-hour are counted against the time in which both were live', () => {
    // m watches w for 40 s, until the crash; nobody watches m.
    const hand = pair(suspect('m', 'w', 13), trust('m', 'w', 14), crash('w', 40));
    const sample = measured('mistakes-per-pair-hour', hand);
    expect(sample.exposure).toBeCloseTo(40 / 3600, 12);
    expect(sample.value).toBeCloseTo(90, 9);
  });
});

describe('intervals', () => {
  const flapping = pair(
    suspect('m', 'w', 10),
    trust('m', 'w', 11),
    suspect('m', 'w', 30),
    trust('m', 'w', 34),
    suspect('m', 'w', 90),
  );
  it('T_M, T_MR and T_G are means of the complete ones alone', () => {
    expect(measured('mistake-duration', flapping).value).toBe(2.5);
    expect(measured('mistake-recurrence', flapping).value).toBe(40);
    expect(measured('good-period', flapping).value).toBe((19 + 56) / 2);
  });
  it('point at the longest of them', () => {
    expect(measured('mistake-duration', flapping).at).toBe(34_000_000);
  });
  it('are kept as sum and number, so that runs can be pooled', () => {
    expect(measured('mistake-duration', flapping)).toMatchObject({ count: 5, exposure: 2 });
  });
  it('end with the target’s crash: what is open then does not count', () => {
    const hand = pair(suspect('m', 'w', 10), crash('w', 12));
    expect(measured('mistake-duration', hand).value).toBeNull();
  });
  it('query accuracy is the share of the time in trust', () => {
    expect(measured('query-accuracy', flapping).value).toBeCloseTo((100 - 1 - 4 - 10) / 100, 12);
  });
  it('a node that comes back while suspected is mistrusted from its first moment', () => {
    const hand = pair(
      crash('w', 10),
      suspect('m', 'w', 13),
      { type: 'start', at: 20, a: 'w', x: 1 },
      trust('m', 'w', 30),
    );
    const alive = 10 + 80;
    // Heard nothing after the restart but changed its mind: the detector was at work.
    expect(measured('query-accuracy', hand).value).toBeCloseTo((alive - 10) / alive, 12);
    expect(measured('mistakes', hand).value).toBe(0);
    expect(measured('mistake-duration', hand).value).toBeNull();
  });
});

describe('traffic', () => {
  const three = pair(...beat('m', 'w', 2, 2.2), ...beat('m', 'w', 3, 3), ...beat('m', 'w', 4, 4.05));
  it('gaps lie between beats heard in a row', () => {
    expect(measured('gaps', three).value).toBe(3);
    expect(measured('largest-gap', three)).toMatchObject({ value: 1.2, at: 2_200_000 });
    expect(measured('mean-gap', three).value).toBeCloseTo(3.05 / 3, 12);
    const [a, b, c] = [1.2, 0.8, 1.05].map((gap) => (gap - 3.05 / 3) * (gap - 3.05 / 3)) as [number, number, number];
    expect(measured('gap-deviation', three).value).toBeCloseTo(Math.sqrt((a + b + c) / 3), 12);
  });
  it('no gap reaches across a crash', () => {
    const hand = pair(crash('w', 2), { type: 'start', at: 8, a: 'w', x: 1 }, ...beat('m', 'w', 1, 9));
    expect(measured('gaps', hand).value).toBeNull();
  });
  it('one beat each half second is 2 a link-second, wherever the run ends', () => {
    const every = [0, 0.5, 1, 1.5, 2].flatMap((at, i) => beat('m', 'w', i + 2, 10.05 + at));
    const hand: Hand = { nodes: ['m', 'w'], until: 12.1, rows: every };
    expect(measured('beats-per-link-second', hand)).toMatchObject({ value: 2, count: 4, exposure: 2 });
  });
  it('messages lost are those that the network lost, not those to a dead receiver', () => {
    const rows = [1, 2, 3].map((seq) => ({
      type: 'send' as const,
      at: seq + 1,
      a: 'w',
      b: 'm',
      k: 'heartbeat',
      x: seq + 1,
      as: `s${seq}`,
    }));
    const drop = (seq: number, k: string) => ({
      type: 'drop' as const,
      at: seq + 1,
      a: 'w',
      b: 'm',
      k,
      x: seq + 1,
      cause: `s${seq}`,
    });
    const sample = measured('messages-lost', pair(...rows, drop(1, 'loss'), drop(2, 'crashed'), drop(3, 'cut')));
    expect(sample).toMatchObject({ value: 2, exposure: 4, at: 2_000_000 });
  });
  it('the first suspicion is timed from the start of the run, true or not', () => {
    expect(measured('first-suspicion', pair(crash('w', 10), suspect('m', 'w', 13.05))).value).toBe(13.05);
    expect(measured('first-suspicion', pair()).value).toBeNull();
  });
});
