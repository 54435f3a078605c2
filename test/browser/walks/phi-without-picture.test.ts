// The lesson without the picture, from its first step to its last; see walk.ts.

import { walksThrough } from '../walk.ts';

walksThrough('phi-accrual', 'without the picture');
