// The lesson by keys alone and without the picture, from its first step to its last; see walk.ts.

import { walksThrough } from '../walk.ts';

walksThrough('phi-accrual', 'by keys alone, without the picture');
