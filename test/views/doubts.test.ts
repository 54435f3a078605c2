// Judgements as marks, and work as messages: each has a shape of its own.

import { describe, expect, test } from 'vitest';
import type { Flights, Mark } from '../../src/worker/api.ts';
import { doubtPath, isDoubt } from '../../src/views/chart/doubts.ts';
import { believed } from '../../src/views/timeline.ts';
import { travelling, type Scene } from '../../src/views/topology/flights.ts';
import { covered } from '../../src/widgets/lab/curtain.ts';

const mark = (kind: Mark['kind'], right?: boolean): Mark => ({
  at: 5e6,
  row: 1,
  kind,
  ...(right !== undefined && { right }),
  says: kind,
  node: 0,
});

describe('a failover on the timeline', () => {
  test('has another shape than a suspicion, about the same point', () => {
    expect(doubtPath(mark('suspicion'), 10, 20, 6)).toBe('M10 14l6 6l-6 6l-6 -6z');
    expect(doubtPath(mark('failover'), 10, 20, 6)).toBe('M8 10h4v20h-4z');
    expect([isDoubt(mark('failover')), isDoubt(mark('suspicion')), isDoubt(mark('trust'))]).toEqual([
      true,
      true,
      false,
    ]);
  });

  test('is told under the curtain, but not whether it was right', () => {
    expect(believed([mark('failover', false), mark('fault')])).toEqual([mark('failover', true)]);
    expect(covered([mark('failover', false), mark('fault')])).toEqual([mark('failover')]);
  });
});

describe('a message', () => {
  const JOB = 3;
  const BEAT = 0;
  const HEARD = 0;
  const DEAD = 2;
  const paths = (kind: number, fate: number) => {
    const flights: Flights = {
      length: 1,
      from: Int32Array.of(0),
      to: Int32Array.of(1),
      sentAt: Float64Array.of(0),
      endAt: Float64Array.of(100),
      heardAt: Float64Array.of(100),
      fate: Uint8Array.of(fate),
      kind: Int32Array.of(kind),
      seq: Float64Array.of(1),
      sendRow: Int32Array.of(0),
      endRow: Int32Array.of(1),
      longest: 100,
    };
    const nodes = [
      { x: 0, y: 0 },
      { x: 100, y: 0 },
    ];
    const scene: Scene = { flights, nodes, radius: 10, medians: new Map(), ping: 1, pong: 2, job: JOB, linger: 0 };
    const drawn = travelling(scene, 50);
    return Object.entries(drawn).flatMap(([name, d]) => (d === '' ? [] : [name]));
  };

  test('that carries work is an arrowhead, a heartbeat a dot with a tail', () => {
    expect(paths(JOB, HEARD)).toEqual(['asks']);
    expect(paths(BEAT, HEARD)).toEqual(['tails', 'beats']);
  });

  test('to a process that is gone is hollow, whatever it carries', () => {
    expect(paths(JOB, DEAD)).toEqual(['hollow']);
    expect(paths(BEAT, DEAD)).toEqual(['hollow']);
  });
});
