// How long a crash goes unnoticed: from the crash to the suspicion that lasts. Not the silence, which counts
// from the last beat heard and began before the crash.

import { detections, type Detection } from '../detections.ts';
import type { Measure, Reading, Sample } from '../measure.ts';

export const detectionTime: Measure = {
  id: 'detection-time',
  title: 'Detection time (T_D)',
  unit: 's',
  says: 'The time from the crash of a node until a surviving observer suspects it for good.',
  blindSpot:
    'Whoever suspects everybody all the time detects in 0 s. A crash unnoticed at the end gives only a lower bound.',
  source: 'Chen, Toueg, Aguilera 2002: T_D',
  params: {
    of: {
      kind: 'choice',
      label: 'of',
      help: 'Which of the surviving observers counts.',
      default: 'slowest',
      options: [
        { value: 'slowest', label: 'the slowest' },
        { value: 'first', label: 'the first' },
        { value: 'majority', label: 'more than half' },
      ],
    },
  },
  nodes: ['observer', 'target'],
  of(run, args) {
    let worst: Detection | null = null;
    for (const group of detections(run, args)) {
      const sorted = [...group].sort((a, b) => rank(a) - rank(b));
      const one = sorted[place(String(args.of ?? 'slowest'), sorted.length)]!;
      if (worst === null || rank(one) > rank(worst)) worst = one;
    }
    return worst === null ? { value: null } : sample(worst, run);
  },
};

/** Never comes after everything. */
function rank(d: Detection): number {
  return d.how === 'never' ? Infinity : d.after;
}

function place(of: string, observers: number): number {
  switch (of) {
    case 'first':
      return 0;
    case 'majority':
      return Math.floor(observers / 2);
    default:
      return observers - 1;
  }
}

function sample(d: Detection, run: Reading): Sample {
  const at = run.columns.time[d.crash]! + d.after;
  const flag = d.how === 'early' ? { early: true as const } : d.how === 'never' ? { never: true as const } : {};
  return { value: d.after / 1e6, at, row: d.row, ...flag };
}
