// "Is it luck?" as it stands for one lab: what was asked, what has come back, and whether it still is about the
// settings and actions on the stage. It outlives its tab, so that 200 runs are not lost by looking at another
// instrument; a run that was stopped keeps what it has.

import type { LuckSample, QosReading, RunKey } from '../../worker/api.ts';
import type { Draw } from '../../views/seeds/luck.ts';
import { sameKey } from '../lab/edits.ts';
import type { LabState } from '../lab/lab.svelte.ts';
import { LUCK_MEASURES, LUCK_SEEDS } from './luck-measures.ts';
import type { LuckMeasure } from './luck-measures.ts';

const ASKED = LUCK_MEASURES.map(({ id }) => ({ id }));

export class LuckState {
  readonly lab: LabState;
  samples = $state.raw<readonly LuckSample[]>([]);
  /** Runs of seeds outside the list that were on the stage meanwhile. */
  #extra = $state.raw<readonly LuckSample[]>([]);
  /** Titles, units and blind spots. */
  about = $state.raw<readonly QosReading[]>([]);
  running = $state(false);
  problem = $state<string | null>(null);
  /** What was asked about; its seed is the one that was on the stage then. */
  asked = $state.raw<RunKey | null>(null);
  /** The measure that is shown. */
  chosen = $state<string | null>(null);
  #abort: AbortController | null = null;

  constructor(lab: LabState) {
    this.lab = lab;
  }

  /** Other settings or other actions are on the stage than those that were asked about. */
  get stale(): boolean {
    const { asked, lab } = this;
    return asked !== null && !sameKey({ ...lab.key, seed: asked.seed }, asked);
  }

  get whole(): boolean {
    return this.samples.length === LUCK_SEEDS.length;
  }

  /** The measures that some seed put to the test. */
  get measures(): readonly LuckMeasure[] {
    const applies = LUCK_MEASURES.filter((_, i) => this.samples.some(({ values }) => values[i]?.value != null));
    return applies.filter(({ where }) => where === undefined || applies.some(({ id }) => id === where));
  }

  get measure(): LuckMeasure | null {
    return this.measures.find(({ id }) => id === this.chosen) ?? this.measures[0] ?? null;
  }

  draws({ id }: LuckMeasure): readonly Draw[] {
    return this.samples.map((sample) => drawOf(sample, id));
  }

  /** The run on the stage, if it has been asked about. */
  mine({ id }: LuckMeasure): Draw | null {
    const { seed } = this.lab.key;
    const sample = [...this.samples, ...this.#extra].find((one) => one.seed === seed);
    return sample === undefined || this.stale ? null : drawOf(sample, id);
  }

  /** All runs together: what is counted, and against what. */
  pooled({ id }: LuckMeasure): { readonly count: number; readonly exposure: number } {
    const at = LUCK_MEASURES.findIndex((one) => one.id === id);
    let [count, exposure] = [0, 0];
    for (const { values } of this.samples) {
      count += values[at]?.count ?? 0;
      exposure += values[at]?.exposure ?? 0;
    }
    return { count, exposure };
  }

  async run(): Promise<void> {
    this.stop();
    const mine = (this.#abort = new AbortController());
    const { key } = this.lab;
    [this.running, this.problem, this.asked, this.samples, this.#extra] = [true, null, key, [], []];
    try {
      const client = await this.lab.client();
      this.about = await client.measure(key, ASKED);
      const ask = { key, seeds: LUCK_SEEDS, measures: ASKED };
      await client.luckAll(ask, (some) => (this.samples = some), mine.signal);
    } catch (error) {
      if (!mine.signal.aborted) this.problem = error instanceof Error ? error.message : String(error);
    } finally {
      if (this.#abort === mine) this.running = false;
    }
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.running = false;
  }

  /** Another seed of the learner's own came onto the stage: one run more tells where it stands. */
  async include(seed: string): Promise<void> {
    const { asked } = this;
    if (asked === null || [...this.samples, ...this.#extra].some((one) => one.seed === seed)) return;
    try {
      const client = await this.lab.client();
      const more = await client.luck({ key: asked, seeds: [seed], measures: ASKED });
      if (this.asked === asked) this.#extra = [...this.#extra, ...more];
    } catch {
      // Then the strip stands without a mark for this run; everything else is whole.
    }
  }
}

function drawOf({ seed, values }: LuckSample, id: string): Draw {
  const { value, never, early, at } = values[LUCK_MEASURES.findIndex((one) => one.id === id)] ?? { value: null };
  return { seed, value, never, early, at };
}

const states = new WeakMap<LabState, LuckState>();

/** The one of this lab. */
export function luckOf(lab: LabState): LuckState {
  const known = states.get(lab) ?? new LuckState(lab);
  states.set(lab, known);
  return known;
}
