// A record as JSON lines: one row of the record a line, in order, with names instead of numbers. For jq, pandas and the
// like. `row` and `cause` count lines from 0, so a chain of causes can be followed within the file. The number that
// every row carries means something else for each type, so it stands under a name of its own.

import type { RecordType } from '../../world/vocabulary.ts';
import { rowAt } from '../rows.ts';
import { say, type Script } from '../say.ts';

/** What `x` is, by type; null where it carries nothing. */
const MEANS: { readonly [T in RecordType]: string | null } = {
  start: 'incarnation',
  send: 'seq',
  hear: 'seq',
  arrive: 'seq',
  drop: 'seq',
  crash: null,
  pause: null,
  resume: 'stood_still_us',
  fault: 'fault',
  end: 'fault',
  suspect: 'silence_us',
  trust: 'suspected_us',
  'doubt-self': 'late_us',
  condition: 'extra_delay_us',
  slow: 'handling_us',
  failover: 'silence_us',
};

/** One row as a line writes it. */
export function lineOf(script: Script, i: number): { readonly [field: string]: string | number | null } {
  const row = rowAt(script.columns, i, script.words);
  const means = MEANS[row.type as RecordType];
  const { says, because } = say(script, i);
  return {
    row: i,
    event: row.ordinal,
    t: row.time / 1e6,
    us: row.time,
    type: row.type,
    ...(row.a < 0 ? {} : { node: script.nodes[row.a] ?? null }),
    ...(row.b < 0 ? {} : { peer: script.nodes[row.b] ?? null }),
    ...(row.k === '' ? {} : { what: row.k }),
    ...(means === null ? {} : { [means]: row.x }),
    cause: row.cause < 0 ? null : row.cause,
    says,
    ...(because === null ? {} : { because }),
  };
}

/** Every row as the log says it, each with its line end. */
export function asText(script: Script): readonly string[] {
  return Array.from({ length: script.columns.length }, (_, i) => {
    const { says, because } = say(script, i);
    const time = (script.columns.time[i]! / 1e6).toFixed(6).padStart(12);
    return `${time} s  ${says}${because === null ? '' : ` (${because})`}\n`;
  });
}

/** Every row of the record, each with its line end. */
export function asLines(script: Script): readonly string[] {
  return Array.from({ length: script.columns.length }, (_, i) => `${JSON.stringify(lineOf(script, i))}\n`);
}
