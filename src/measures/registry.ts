// Every measure that a goal, a claim, a sweep or a read-out can name. One file and one line here adds one.

import { registry } from '../kernel/registry.ts';
import type { Measure } from './measure.ts';
import { addedDelay } from './measures/added-delay.ts';
import { beatsPerLinkSecond } from './measures/beats-per-link-second.ts';
import { detectionLag } from './measures/detection-lag.ts';
import { detectionTime } from './measures/detection-time.ts';
import { firstSuspicion } from './measures/first-suspicion.ts';
import { gapDeviation } from './measures/gap-deviation.ts';
import { gaps } from './measures/gaps.ts';
import { goodPeriod } from './measures/good-period.ts';
import { jobsLost } from './measures/jobs-lost.ts';
import { largestGap } from './measures/largest-gap.ts';
import { meanGap } from './measures/mean-gap.ts';
import { messagesLost } from './measures/messages-lost.ts';
import { mistakeDuration } from './measures/mistake-duration.ts';
import { mistakeRecurrence } from './measures/mistake-recurrence.ts';
import { mistakesPerPairHour } from './measures/mistakes-per-pair-hour.ts';
import { mistakes } from './measures/mistakes.ts';
import { needlessAvoidance } from './measures/needless-avoidance.ts';
import { queryAccuracy } from './measures/query-accuracy.ts';
import { strongAccuracy } from './measures/strong-accuracy.ts';
import { strongCompleteness } from './measures/strong-completeness.ts';
import { suspicionsFalse } from './measures/suspicions-false.ts';
import { suspicionsTrue } from './measures/suspicions-true.ts';
import { weakAccuracy } from './measures/weak-accuracy.ts';
import { weakCompleteness } from './measures/weak-completeness.ts';
import { wrongFailovers } from './measures/wrong-failovers.ts';

export const measures = registry<Measure>(
  detectionTime,
  detectionLag,
  mistakes,
  mistakesPerPairHour,
  mistakeDuration,
  mistakeRecurrence,
  goodPeriod,
  queryAccuracy,
  beatsPerLinkSecond,
  firstSuspicion,
  largestGap,
  meanGap,
  gapDeviation,
  gaps,
  messagesLost,
  addedDelay,
  strongAccuracy,
  weakAccuracy,
  strongCompleteness,
  weakCompleteness,
  suspicionsTrue,
  suspicionsFalse,
  jobsLost,
  needlessAvoidance,
  wrongFailovers,
);
