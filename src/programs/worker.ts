// A worker: takes the jobs that it is sent and tells its dispatcher that it lives. A job is done in the instant in
// which it is handled, so a slow worker piles them up, beats and all; results are left out.

import type { Program } from '../world/program.ts';
import { beatFields, prepareBeating, type BeatParams } from './beat-params.ts';
import { answer, beat, beginBeating, type Beating } from './beating.ts';
import type { ProgramKind } from './kind.ts';

type WorkerState = Beating & { done: number };

const program: Program<BeatParams, WorkerState> = {
  id: 'worker',
  title: 'Worker',

  boot: (ctx, p) => ({ ...beginBeating(ctx, p), done: 0 }),

  onMessage(s, ctx, _p, message) {
    if (message.kind === 'job') s.done++;
    else answer(ctx, message);
  },

  onTimer: (s, ctx, p, _timer, due) => beat(s, ctx, p, due),
};

export const worker: ProgramKind = {
  id: program.id,
  title: program.title,
  says: 'Takes the jobs that it is sent, and sends heartbeats to those who ask for work to be done.',
  fields: beatFields,
  program,
  prepare: prepareBeating,
};
