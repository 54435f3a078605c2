// The kernel: one order for everything, slices that leave no trace, bounds that are said.

import { describe, expect, test } from 'vitest';
import { Kernel, LIMITS, type Model } from '../../src/kernel/kernel.ts';

/** Every event writes a row and draws whether to make two, one or no successors. */
class Branching implements Model {
  readonly kernel: Kernel;
  constructor(kernel: Kernel) {
    this.kernel = kernel;
  }
  handle(kind: number, a: number): void {
    const { kernel } = this;
    const row = kernel.append(kind, a, -1, -1, kernel.now);
    kernel.cause = row;
    const stream = kernel.streams.of(`n${a}`);
    for (let n = Math.floor(kernel.streams.draw(stream) * 3.1); n > 0; n--) {
      const wait = Math.floor(kernel.streams.draw(stream) * 4) * 250;
      kernel.schedule(kernel.now + wait, (kind + 1) % 5, (a + n) % 6, 0, 0);
    }
  }
}

function branching(): { kernel: Kernel; model: Branching } {
  const kernel = new Kernel('seed');
  for (let a = 0; a < 6; a++) kernel.schedule(0, 0, a, 0, 0);
  return { kernel, model: new Branching(kernel) };
}

const END = 20_000;
const whole = branching();
whole.kernel.run(whole.model, END);

describe('the kernel', () => {
  test('runs long enough here for the claims below to mean something', () => {
    expect(whole.kernel.ordinal).toBeGreaterThan(200);
  });

  test('sliced by events or by time, in any size, makes the same run', () => {
    for (const step of [1, 2, 7, 100]) {
      const { kernel, model } = branching();
      while (kernel.run(model, END, step).why === 'slice');
      expect(kernel.record.fingerprint()).toBe(whole.kernel.record.fingerprint());
    }
    for (const step of [1, 250, 333, 5_000]) {
      const { kernel, model } = branching();
      for (let t = 0; t <= END; t += step) kernel.run(model, t);
      kernel.run(model, END);
      expect(kernel.save()).toEqual(whole.kernel.save());
    }
  });

  test('saved as JSON at any event and restored in a new kernel, makes the same run', () => {
    for (let n = 0; n < whole.kernel.ordinal; n += 13) {
      const first = branching();
      first.kernel.run(first.model, END, n);
      const second = new Kernel('seed');
      second.restore(JSON.parse(JSON.stringify(first.kernel.save())));
      second.run(new Branching(second), END);
      expect(second.record.fingerprint()).toBe(whole.kernel.record.fingerprint());
      expect(second.now).toBe(END);
    }
  });

  test('numbers events from 1, and a run that was cut at n has dispatched n', () => {
    const { kernel, model } = branching();
    kernel.run(model, END, 17);
    expect(kernel.ordinal).toBe(17);
    const { ordinal } = whole.kernel.record.columns();
    expect(Array.from(ordinal)).toEqual(Array.from({ length: ordinal.length }, (_, i) => i + 1));
  });

  test('every row names as its cause the row of the event that scheduled it', () => {
    const { cause, length } = whole.kernel.record.columns();
    for (let i = 0; i < length; i++) expect(cause[i]! < i).toBe(true);
    expect(Array.from(cause.slice(0, 6))).toEqual([-1, -1, -1, -1, -1, -1]);
  });

  test('refuses an event for its past', () => {
    const { kernel, model } = branching();
    kernel.run(model, 5_000);
    expect(() => kernel.schedule(4_999, 0, 0, 0, 0)).toThrow('in its past');
  });
});

describe('a bound', () => {
  const forever: Model = { handle: () => undefined };
  const ticking = (wait: number) => {
    const kernel = new Kernel('bound', { record: false });
    const model: Model = { handle: () => kernel.schedule(kernel.now + wait, 0, 0, 0, 0) };
    kernel.schedule(0, 0, 0, 0, 0);
    return { kernel, model };
  };

  test('on events in one instant is hit by a loop in time, and said', () => {
    const { kernel, model } = ticking(0);
    const halt = kernel.run(model, 1e9);
    expect(halt).toEqual({ why: 'bound', says: 'over 100000 events in one instant' });
    expect(kernel.now).toBe(0);
  });

  test('on events in one instant holds across slices, and starts anew with the next instant', () => {
    const { kernel, model } = ticking(0);
    let halt = kernel.run(model, 1e9, 999);
    for (let i = 0; i < 200 && halt.why === 'slice'; i++) halt = kernel.run(model, 1e9, 999);
    expect(halt.why).toBe('bound');
    const other = new Kernel('bound', { record: false });
    for (let i = 0; i < 90_000; i++) {
      other.schedule(1, 0, 0, 0, 0);
      other.schedule(2, 0, 0, 0, 0);
    }
    expect(other.run(forever, 10).why).toBe('horizon');
  });

  test('on events of a run is hit by an endless run, and said', () => {
    const { kernel, model } = ticking(1);
    const halt = kernel.run(model, 1e12);
    expect(halt).toEqual({ why: 'bound', says: `over ${LIMITS.events} events` });
    expect(kernel.ordinal).toBe(LIMITS.events);
  });

  test('on rows is hit by a run that writes too much, and said', () => {
    const kernel = new Kernel('bound', { record: false });
    const model: Model = {
      handle: () => {
        for (let i = 0; i < 10; i++) kernel.append(0, 0, 0, 0, 0);
        kernel.schedule(kernel.now + 1, 0, 0, 0, 0);
      },
    };
    kernel.schedule(0, 0, 0, 0, 0);
    expect(kernel.run(model, 1e12)).toEqual({ why: 'bound', says: `over ${LIMITS.rows} things recorded` });
  });

  test('that was hit is hit again by whoever runs on, and nothing has changed', () => {
    const { kernel, model } = ticking(0);
    const halt = kernel.run(model, 1e9);
    const before = JSON.stringify(kernel.save());
    expect(kernel.run(model, 1e9)).toEqual(halt);
    expect(JSON.stringify(kernel.save())).toBe(before);
  });
});
