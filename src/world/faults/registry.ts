// Every fault that a scenario or a learner can name. One file and one line here adds a fault: menus, forms,
// schema, log and contract tests come from this list.

import { registry } from '../../kernel/registry.ts';
import type { AnyFaultKind } from './fault.ts';
import { burstLoss } from './burst-loss.ts';
import { crash } from './crash.ts';
import { cut } from './cut.ts';
import { delay } from './delay.ts';
import { drop } from './drop.ts';
import { heal } from './heal.ts';
import { hold } from './hold.ts';
import { loss } from './loss.ts';
import { pause } from './pause.ts';
import { restart } from './restart.ts';
import { resume } from './resume.ts';
import { slow } from './slow.ts';

export const faults = registry<AnyFaultKind>(
  crash,
  restart,
  pause,
  resume,
  slow,
  cut,
  heal,
  delay,
  loss,
  burstLoss,
  drop,
  hold,
);
