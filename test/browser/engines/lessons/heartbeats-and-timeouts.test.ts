// The lesson with a mouse, from its first step to its last; see walk.ts.

import { walksThrough } from '../../walk.ts';

walksThrough('heartbeats-and-timeouts', 'with a mouse');
