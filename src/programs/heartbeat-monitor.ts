// Every node tells its peers that it lives, and watches whether they do: beating.ts and watching.ts, put together.

import type { Program } from '../world/program.ts';
import { answer, BEAT, beat, beginBeating, type Beating } from './beating.ts';
import type { ProgramKind } from './kind.ts';
import { paceFields, prepareMonitor, type MonitorParams } from './monitor-params.ts';
import { beginWatching, FIRST_WATCH, heard, ROUND, round, watchFired, type Watching } from './watching.ts';

type MonitorState = Beating & Watching;

const program: Program<MonitorParams, MonitorState> = {
  id: 'heartbeat-monitor',
  title: 'Heartbeat monitor',

  boot: (ctx, p) => ({ ...beginBeating(ctx, p), ...beginWatching(ctx, p) }),

  onMessage(s, ctx, p, message) {
    if (message.kind === 'heartbeat') heard(s, ctx, p, message);
    else answer(ctx, message);
  },

  onTimer(s, ctx, p, timer, due) {
    if (timer === BEAT) beat(s, ctx, p, due);
    else if (timer === ROUND) round(s, ctx, p, due);
    else watchFired(s, s.watches[timer - FIRST_WATCH]!, ctx, p, due);
  },
};

export const heartbeatMonitor: ProgramKind = {
  id: program.id,
  title: program.title,
  says: 'Sends heartbeats to its peers, listens for theirs, and suspects those that fall silent.',
  fields: paceFields,
  program,
  prepare: (raw, nodes, path, issues) => prepareMonitor(raw, nodes, path, issues),
};
