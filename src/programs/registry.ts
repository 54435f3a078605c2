// Every program that a scenario can name.

import { registry } from '../kernel/registry.ts';
import { heartbeatMonitor } from './heartbeat-monitor.ts';
import type { ProgramKind } from './kind.ts';

export const programs = registry<ProgramKind>(heartbeatMonitor);
