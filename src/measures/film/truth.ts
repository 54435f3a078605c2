// How each process is, in truth, over the run: what no other process can know. A paused process is paused
// even if it is slow besides; a crash ends both.

import type { Columns } from '../../kernel/columns.ts';
import type { Span, Truth } from '../film.ts';
import { TYPE } from '../rows.ts';

type Process = { started: boolean; paused: boolean; slow: number };

function stateOf(p: Process): Truth {
  if (!p.started) return 'crashed';
  if (p.paused) return 'paused';
  return p.slow > 0 ? 'slow' : 'up';
}

/** Spans by node, without gaps, from 0 to the end. A process is taken for crashed until its first start. */
export function truths(columns: Columns, nodes: number, until: number): readonly (readonly Span<Truth>[])[] {
  const spans: Span<Truth>[][] = [];
  const processes: Process[] = [];
  const open: { from: number; is: Truth; row: number }[] = [];
  for (let n = 0; n < nodes; n++) {
    spans.push([]);
    processes.push({ started: false, paused: false, slow: 0 });
    open.push({ from: 0, is: 'crashed', row: -1 });
  }
  const close = (n: number, to: number) => {
    const last = open[n]!;
    if (to > last.from) spans[n]!.push({ ...last, to });
  };
  for (let i = 0; i < columns.length; i++) {
    const n = columns.a[i]!;
    if (!apply(processes[n], columns.type[i]!, columns.x[i]!)) continue;
    const is = stateOf(processes[n]!);
    // A process that starts anew begins a new span although it was up before.
    if (is === open[n]!.is && columns.type[i] !== TYPE.start) continue;
    close(n, columns.time[i]!);
    open[n] = { from: columns.time[i]!, is, row: i };
  }
  for (let n = 0; n < nodes; n++) close(n, until);
  return spans;
}

/** Is this row about the state of a process at all? */
function apply(p: Process | undefined, type: number, x: number): boolean {
  if (p === undefined) return false;
  switch (type) {
    case TYPE.start:
      p.started = true;
      return true;
    case TYPE.crash:
      p.started = p.paused = false;
      p.slow = 0;
      return true;
    case TYPE.pause:
      p.paused = true;
      return true;
    case TYPE.resume:
      p.paused = false;
      return true;
    case TYPE.slow:
      p.slow = x;
      return true;
    default:
      return false;
  }
}
