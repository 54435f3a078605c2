// The measures of which "Is it luck?" asks every seed, and which end of each is the lucky one. A measure that a lab
// never puts to the test (no crash, so nothing detected) is left out when the answers are there.

import type { Better } from '../../views/seeds/luck.ts';

export type LuckMeasure = {
  readonly id: string;
  /** Two or three words for the list. */
  readonly short: string;
  readonly better: Better;
  /** Only worth a line where this other one applies. */
  readonly where?: string;
};

export const LUCK_MEASURES: readonly LuckMeasure[] = [
  { id: 'detection-time', short: 'detection time', better: 'less' },
  { id: 'jobs-lost', short: 'jobs lost', better: 'less' },
  { id: 'needless-avoidance', short: 'needless avoidance', better: 'less', where: 'wrong-failovers' },
  { id: 'wrong-failovers', short: 'wrong failovers', better: 'less' },
  { id: 'mistakes', short: 'mistakes', better: 'less' },
  { id: 'mistakes-per-pair-hour', short: 'mistake rate', better: 'less' },
  { id: 'mistake-duration', short: 'mistake duration', better: 'less' },
  { id: 'query-accuracy', short: 'time right', better: 'more' },
  { id: 'largest-gap', short: 'largest gap', better: 'less' },
  { id: 'messages-lost', short: 'messages lost', better: 'less' },
];

/** The list of every lab: fixed, so that the same settings always get the same answer, and named as one types them. */
export const LUCK_SEEDS: readonly string[] = Array.from({ length: 200 }, (_, i) => String(i + 1));
