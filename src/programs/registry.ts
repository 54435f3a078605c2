// Every program that a scenario can name.

import { registry } from '../kernel/registry.ts';
import { dispatcher } from './dispatcher.ts';
import { heartbeatMonitor } from './heartbeat-monitor.ts';
import type { ProgramKind } from './kind.ts';
import { worker } from './worker.ts';

export const programs = registry<ProgramKind>(heartbeatMonitor, dispatcher, worker);
