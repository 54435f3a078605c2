// Every algorithm of the vector files that the lab implements. A name in neither this table nor
// deferred.json is unlisted, which fails the run.

import { chen } from './chen.ts';
import { chenQuality } from './chen-quality.ts';
import { measures } from './measures.ts';
import { phiLogistic } from './phi-logistic.ts';
import { phiMean } from './phi-mean.ts';
import { phiNormal } from './phi-normal.ts';
import { timeouts } from './timeouts.ts';
import { windows } from './windows.ts';
import { zookeeper702 } from './zookeeper-702.ts';
import type { Adapters } from './adapter.ts';

export const adapters: Adapters = {
  ...timeouts,
  'phi-logistic': phiLogistic,
  'phi-normal': phiNormal,
  ...phiMean,
  ...windows,
  ...chen,
  ...zookeeper702,
  ...chenQuality,
  ...measures,
};
