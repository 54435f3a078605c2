// Every guard of the lab. One file and one line here adds one.

import { registry } from '../../kernel/registry.ts';
import type { Registry } from '../../kernel/registry.ts';
import type { AnyGuard, Guard } from './guard.ts';
import { lateTick } from './late-tick.ts';
import { localPause } from './local-pause.ts';

function opaque<P extends object, S>(guard: Guard<P, S>): AnyGuard {
  return guard as unknown as AnyGuard;
}

export const guards: Registry<AnyGuard> = registry(opaque(lateTick), opaque(localPause));
