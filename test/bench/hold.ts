// The hold model: a fixed number of events is pending, and each, when it comes, schedules one more after a
// random time. What discrete-event simulators are compared with since Vaucher and Duval (1975).

import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { EventQueue } from '../../src/kernel/queue.ts';
import { Kernel } from '../../src/kernel/kernel.ts';

const STEPS = 4096;

/** Whole increments, 1 to 2,000,000, from a fixed table: no generator is timed. */
function increments(): Int32Array {
  let x = 12345;
  return Int32Array.from({ length: STEPS }, () => {
    x = (Math.imul(x, 1664525) + 1013904223) >>> 0;
    return 1 + (x % 2_000_000);
  });
}

/** Events a second of the queue alone. */
export function queueAlone(pending: number, events: number): number {
  const steps = increments();
  const queue = new EventQueue();
  for (let i = 0; i < pending; i++) queue.push(steps[i % STEPS]!, 0, i, 0, 0, -1);
  const start = performance.now();
  for (let i = 0; i < events; i++) {
    queue.pop();
    queue.push(queue.time + steps[i & (STEPS - 1)]!, 0, queue.a, 0, 0, -1);
  }
  return perSecond(events, start);
}

/** Events a second of the kernel: schedule, pop, dispatch, a handler that only schedules; nothing recorded. */
export function kernelAlone(pending: number, events: number): number {
  const steps = increments();
  const kernel = new Kernel('hold', { record: false });
  let i = 0;
  const model = {
    handle(_kind: number, a: number): void {
      kernel.schedule(kernel.now + steps[i++ & (STEPS - 1)]!, 0, a, 0, 0);
    },
  };
  for (let j = 0; j < pending; j++) kernel.schedule(steps[j % STEPS]!, 0, j, 0, 0);
  const start = performance.now();
  kernel.run(model, Number.MAX_SAFE_INTEGER, events);
  return perSecond(events, start);
}

type SimJs = { Sim: new () => SimJsSim; Entity: new (sim: SimJsSim, name: string) => SimJsEntity };
type SimJsSim = { addEntity(entity: unknown, name: string): void; simulate(until: number): void };
type SimJsEntity = { setTimer(wait: number): { done(then: () => void): void } };

let loaded: SimJs | null = null;

/** simjs hangs itself on a window, and exports nothing. */
function loadSimJs(): SimJs {
  const page = globalThis as { window?: { Sim?: SimJs } };
  page.window = {};
  createRequire(import.meta.url)('simjs');
  const { Sim } = page.window;
  delete page.window;
  if (Sim) loaded = Sim;
  if (!loaded) throw new Error('simjs did not load');
  return loaded;
}

/** The same with simjs (npm). */
export function simjs(pending: number, events: number): number {
  const { Sim, Entity } = loadSimJs();
  const steps = increments();
  let done = 0;
  class Holder extends Entity {
    start(): void {
      this.next();
    }
    next(): void {
      if (++done < events) this.setTimer(steps[done & (STEPS - 1)]!).done(() => this.next());
    }
  }
  const sim = new Sim();
  for (let i = 0; i < pending; i++) sim.addEntity(Holder, `h${i}`);
  const start = performance.now();
  sim.simulate(Number.MAX_SAFE_INTEGER);
  return perSecond(done, start);
}

const SIMPY = `
import sys, time
pending, events = int(sys.argv[1]), int(sys.argv[2])
x, steps = 12345, []
for _ in range(4096):
    x = (x * 1664525 + 1013904223) % 2**32
    steps.append(1 + x % 2000000)
done = 0
try:
    import simpy
    env = simpy.Environment()
    def hold_on():
        global done
        while done < events:
            done += 1
            yield env.timeout(steps[done & 4095])
    for _ in range(pending): env.process(hold_on())
    run = env.run
except ImportError:
    from SimPy.Simulation import Process, activate, hold, initialize, simulate
    class Holder(Process):
        def live(self):
            global done
            while done < events:
                done += 1
                yield hold, self, steps[done & 4095]
    initialize()
    for _ in range(pending):
        holder = Holder()
        activate(holder, holder.live())
    run = lambda: simulate(until=10**15)
start = time.perf_counter()
run()
print(done / (time.perf_counter() - start))
`;

/**
 * The same with SimPy (Debian's python3-simpy, whichever of its two interfaces is there), or null where it is not
 * installed.
 */
export function simpy(pending: number, events: number): number | null {
  const run = spawnSync('/usr/bin/python3', ['-c', SIMPY, String(pending), String(events)], { encoding: 'utf8' });
  return run.status === 0 ? Number(run.stdout) : null;
}

function perSecond(events: number, start: number): number {
  return (events / (performance.now() - start)) * 1000;
}
