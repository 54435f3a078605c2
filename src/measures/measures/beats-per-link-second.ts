// What watching costs: heartbeats a second on each direction. Counted as intervals between beats over the
// time from the first beat to the last, so that a run or a life that ends just after a beat does not read as
// more than a beat an interval.

import type { Measure, Reading } from '../measure.ts';
import { TYPE } from '../rows.ts';
import { asksAbout } from '../watches.ts';

export const beatsPerLinkSecond: Measure = {
  id: 'beats-per-link-second',
  title: 'Heartbeats per link-second',
  unit: 'per s',
  per: 'link-seconds',
  says: 'How many heartbeats a live node sends each second over each link to an observer.',
  blindSpot: 'It counts messages, not bytes, and says nothing of what the network can bear.',
  source: 'the record: sendings of heartbeats, direction by direction',
  params: {},
  nodes: ['observer', 'target'],
  of(run, args) {
    const asked = asksAbout(run, args);
    let count = 0;
    let time = 0;
    let last = -1;
    for (const link of sendings(run)) {
      if (!asked(link.to, link.from)) continue;
      count += link.intervals;
      time += link.time;
      last = Math.max(last, link.row);
    }
    if (time === 0) return { value: null, count: 0, exposure: 0 };
    const exposure = time / 1e6;
    return { value: count / exposure, at: run.columns.time[last]!, row: last, count, exposure };
  },
};

type Sending = { readonly from: number; readonly to: number; intervals: number; time: number; row: number };

/** Intervals between beats by direction; an interval is not counted across a restart of the sender. */
function sendings({ columns, words, nodes }: Reading): Iterable<Sending> {
  const beat = words.indexOf('heartbeat');
  const links = new Map<number, Sending>();
  const bootRow = new Int32Array(nodes.length);
  for (let i = 0; i < columns.length; i++) {
    const from = columns.a[i]!;
    if (columns.type[i] === TYPE.start) bootRow[from] = i;
    if (columns.type[i] !== TYPE.send || columns.k[i] !== beat) continue;
    const to = columns.b[i]!;
    const link = links.get(from * nodes.length + to);
    if (!link) links.set(from * nodes.length + to, { from, to, intervals: 0, time: 0, row: i });
    else {
      if (link.row > bootRow[from]!) {
        link.intervals++;
        link.time += columns.time[i]! - columns.time[link.row]!;
      }
      link.row = i;
    }
  }
  return links.values();
}
