// The quality of one detector's output about one peer, after Chen, Toueg and Aguilera (IEEE Transactions
// on Computers 51(5), May 2002): how fast it notices a crash (T_D), how often it is wrong about a live
// peer (T_MR, from one mistake to the next), for how long (T_M), and how long it is right in between (T_G).
// The paper's means are limits over endless runs; on a run that ends, only intervals that lie wholly
// inside the failure-free part are counted, which is a choice, and favours short ones a little.

export type Transition = { readonly t: number; readonly to: 'S' | 'T' };

export type Watched = {
  readonly observeFrom: number;
  readonly observeTo: number;
  readonly initialOutput: 'S' | 'T';
  /** When the watched peer crashed; null if it lived to the end. */
  readonly crashAt: number | null;
  /** In order of time. */
  readonly transitions: readonly Transition[];
};

/** Means are null without samples; T_D is null without a crash, Infinity if the crash was not noticed. */
export type Qos = {
  readonly S_transitions: number;
  readonly T_MR_samples: readonly number[];
  readonly T_M_samples: readonly number[];
  readonly T_G_samples: readonly number[];
  readonly mean_T_MR: number | null;
  readonly mean_T_M: number | null;
  readonly mean_T_G: number | null;
  /** S-transitions for each unit of failure-free time; null if there was no such time. */
  readonly mistakeRate: number | null;
  /** Share of failure-free time in which the output was T; null if there was no such time. */
  readonly P_A: number | null;
  readonly T_D: number | null;
};

export function qos(run: Watched): Qos {
  const end = run.crashAt ?? run.observeTo;
  const length = end - run.observeFrom;
  const alive = whileAlive(run, end);
  return {
    S_transitions: alive.mistakes,
    T_MR_samples: alive.recurrence,
    T_M_samples: alive.duration,
    T_G_samples: alive.good,
    mean_T_MR: mean(alive.recurrence),
    mean_T_M: mean(alive.duration),
    mean_T_G: mean(alive.good),
    mistakeRate: length > 0 ? alive.mistakes / length : null,
    P_A: length > 0 ? alive.trusted / length : null,
    T_D: run.crashAt === null ? null : detectionTime(run, run.crashAt),
  };
}

type Alive = { mistakes: number; trusted: number; recurrence: number[]; duration: number[]; good: number[] };

/** Everything before `end`; what happens at the very moment of the crash is no longer about a live peer. */
function whileAlive(run: Watched, end: number): Alive {
  const alive: Alive = { mistakes: 0, trusted: 0, recurrence: [], duration: [], good: [] };
  let output = run.initialOutput;
  let since = run.observeFrom;
  let lastS: number | null = null;
  let lastT: number | null = null;
  for (const { t, to } of run.transitions) {
    if (t < run.observeFrom) {
      output = to;
      continue;
    }
    if (run.crashAt === null ? t > end : t >= end) break;
    if (output === 'T') alive.trusted += t - since;
    if (to === 'S') {
      alive.mistakes += 1;
      if (lastS !== null) alive.recurrence.push(t - lastS);
      if (lastT !== null) alive.good.push(t - lastT);
      lastS = t;
    } else {
      if (lastS !== null) alive.duration.push(t - lastS);
      lastT = t;
    }
    output = to;
    since = t;
  }
  if (output === 'T') alive.trusted += Math.max(0, end - since);
  return alive;
}

/** From the crash to the suspicion that was not taken back; 0 if that one began before the crash. */
function detectionTime(run: Watched, crashAt: number): number {
  let output = run.initialOutput;
  let suspectedSince = run.observeFrom;
  for (const { t, to } of run.transitions) {
    if (t > run.observeTo) break;
    if (to === 'S' && output === 'T') suspectedSince = t;
    output = to;
  }
  return output === 'T' ? Infinity : Math.max(0, suspectedSince - crashAt);
}

function mean(samples: readonly number[]): number | null {
  if (samples.length === 0) return null;
  let sum = 0;
  for (const sample of samples) sum += sample;
  return sum / samples.length;
}

/**
 * How long a query that finds the detector right can expect it to stay so. Not half of the mean good
 * period: a random moment falls into long periods more often than into short ones (the inspection paradox).
 */
export function forwardGoodPeriod(good: readonly number[]): { E_T_G: number | null; E_T_FG: number | null } {
  const E_T_G = mean(good);
  if (E_T_G === null) return { E_T_G, E_T_FG: null };
  const squares = mean(good.map((g) => g * g)) as number;
  return { E_T_G, E_T_FG: E_T_G === 0 ? 0 : squares / (2 * E_T_G) };
}
