// How far apart two observers notice the same crash. With the same arrivals at both, only their rules are left to
// make a difference, so this says whether two settings of two systems come to the same.

import { detections, type Detection } from '../detections.ts';
import type { Measure, Reading, Sample } from '../measure.ts';

export const detectionLag: Measure = {
  id: 'detection-lag',
  title: 'Detection apart',
  unit: 's',
  says: 'The time between the moments at which two observers suspect the same crashed node for good, in either order.',
  blindSpot: 'Which of the two was first does not show, nor whether both were late.',
  source: 'Chen, Toueg, Aguilera 2002: the difference of two T_D',
  params: {},
  nodes: ['observer', 'than', 'target'],
  of(run, { than, ...args }) {
    if (than === undefined || args.observer === undefined) return { value: null };
    const mine = detections(run, args).flat();
    const theirs = detections(run, { ...args, observer: than }).flat();
    let worst: Sample | null = null;
    for (const one of mine) {
      const other = theirs.find(({ crash }) => crash === one.crash);
      const sample = other && apart(one, other, run);
      if (sample && (worst === null || sample.value! > worst.value!)) worst = sample;
    }
    return worst ?? { value: null };
  },
};

/** If one of them never noticed, the difference is at least what there was until the end. */
function apart(one: Detection, other: Detection, run: Reading): Sample {
  const later = one.after >= other.after ? one : other;
  const never = one.how === 'never' || other.how === 'never';
  const at = run.columns.time[later.crash]! + later.after;
  return {
    value: Math.abs(one.after - other.after) / 1e6,
    at,
    row: later.row,
    ...(never && { never: true as const }),
  };
}
