// The lesson by keys alone, from its first step to its last; see walk.ts.

import { walksThrough } from '../walk.ts';

walksThrough('phi-accrual', 'by keys alone');
