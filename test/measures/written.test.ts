// A record written for other programs says what the record says, and those programs can read it.

import { describe, expect, it } from 'vitest';
import type { Reading } from '../../src/measures/measure.ts';
import { typeAt } from '../../src/measures/rows.ts';
import type { Script } from '../../src/measures/say.ts';
import { asCsv } from '../../src/measures/written/csv.ts';
import { asLines, asText } from '../../src/measures/written/lines.ts';
import { asShiViz } from '../../src/measures/written/shiviz.ts';
import { asTrace, traceEvents, type TraceEvent } from '../../src/measures/written/trace.ts';
import { mesh5, pair } from './lab.ts';

/** Everything that can befall a cluster, in one run. */
const eventful: Reading = mesh5({
  T: 1.2,
  seed: 'written/1',
  link: { loss: 0.1 },
  actions: [
    { kind: 'crash', on: 'n3', at: 20_000_001 },
    { kind: 'pause', on: 'n2', at: 30_000_001, until: 34_000_000 },
    { kind: 'cut', on: 'n1>n4', at: 40_000_001, until: 44_000_000 },
    { kind: 'slow', on: 'n5', at: 46_000_001, until: 55_000_000, by: 0.2 },
  ],
});
const scriptOf = ({ columns, words, nodes }: Reading): Script => ({ columns, words, nodes });
const script = scriptOf(eventful);
const rows = Array.from({ length: script.columns.length }, (_, i) => i);
const ofType = (...types: string[]): number[] => rows.filter((i) => types.includes(typeAt(script.columns, i)));

type Line = { readonly [field: string]: string | number | null };

describe('JSON lines', () => {
  const lines = asLines(script);
  const read = lines.map((line) => JSON.parse(line) as Line);

  it('are one row of the record each, in order', () => {
    expect(lines).toHaveLength(script.columns.length);
    expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
    expect(read.map((line) => line['row'])).toEqual(rows);
    expect(read.map((line) => line['us'])).toEqual([...script.columns.time]);
    expect(read.map((line) => line['type'])).toEqual(rows.map((i) => typeAt(script.columns, i)));
  });

  it('have a cause that is an earlier line, or none', () => {
    for (const { row, cause } of read) if (cause !== null) expect(cause).toBeLessThan(row as number);
    expect(read.some(({ cause }) => cause === null)).toBe(true);
    const heard = read.find(({ type }) => type === 'hear')!;
    expect(['send', 'arrive']).toContain(read[heard['cause'] as number]?.['type']);
  });

  it('name nodes, and give the number of a row the name of what it is', () => {
    const crash = read.find(({ type }) => type === 'crash');
    expect(crash).toMatchObject({ node: 'n3', t: 20.000001, us: 20_000_001 });
    for (const line of read.filter(({ type }) => type === 'suspect')) {
      expect(line['silence_us']).toBeGreaterThan(0);
      expect(script.nodes).toContain(line['peer']);
    }
    expect(lines.join('')).not.toMatch(/undefined|NaN/);
  });

  it('say in words what the log says, which can also be had as plain text', () => {
    const text = asText(script);
    expect(text).toHaveLength(lines.length);
    read.forEach(({ says }, i) => expect(text[i]).toContain(`s  ${says}`));
  });
});

describe('a trace', () => {
  const title = 'mesh "five", <seed> 1';
  const file = asTrace(script, eventful.film, title, { seed: '"1"' }).join('');
  const { traceEvents: events, otherData } = JSON.parse(file) as {
    traceEvents: readonly TraceEvent[];
    otherData: unknown;
  };
  const called = (name: string) => events.filter((event) => event.ph === 'X' && event.name === name);

  it('is one JSON object whose events are what was folded', () => {
    expect(events).toEqual(traceEvents(script, eventful.film, title));
    expect(otherData).toEqual({ seed: '"1"' });
  });

  it('has a length of zero or more for every slice, and no other phase than those that it knows', () => {
    for (const event of events) {
      expect(['M', 'X', 'i', 's', 'f']).toContain(event.ph);
      expect(Number.isInteger(event.ts) && event.ts >= 0).toBe(true);
      if (event.ph === 'X') expect(event.dur).toBeGreaterThanOrEqual(0);
      else expect(event.dur).toBeUndefined();
      if (event.ph === 'i') expect(event.s).toMatch(/^[tg]$/);
    }
  });

  it('never goes back in time on any thread, and each thread belongs to one process', () => {
    const last = new Map<number, number>();
    const home = new Map<number, number>();
    for (const { ph, tid, pid, ts } of events) {
      expect(home.get(tid) ?? pid).toBe(pid);
      home.set(tid, pid);
      if (ph === 'M') continue;
      expect(ts).toBeGreaterThanOrEqual(last.get(tid) ?? 0);
      last.set(tid, ts);
    }
  });

  it('nests the slices of a thread: none ends inside another that began before it', () => {
    const open = new Map<number, number[]>();
    for (const { ph, tid, ts, dur = 0 } of events) {
      if (ph !== 'X') continue;
      const stack = (open.get(tid) ?? []).filter((end) => end > ts);
      for (const end of stack) expect(ts + dur).toBeLessThanOrEqual(end);
      open.set(tid, [...stack, ts + dur]);
    }
  });

  it('ties each message that was heard to its sending by one flow with two ends, in order', () => {
    const ends = (ph: 's' | 'f') => events.filter((event) => event.ph === ph);
    const [starts, finishes] = [ends('s'), ends('f')];
    const ids = (some: readonly TraceEvent[]) => some.map(({ id }) => id!).sort((a, b) => a - b);
    expect(ids(starts)).toEqual(ids(finishes));
    expect(new Set(ids(starts)).size).toBe(starts.length);
    expect(starts).toHaveLength(ofType('hear').length);
    const begun = new Map(starts.map((event) => [event.id, event]));
    for (const finish of finishes) {
      const start = begun.get(finish.id)!;
      expect(finish.ts).toBeGreaterThanOrEqual(start.ts);
      expect(finish).toMatchObject({ bp: 'e', name: start.name, cat: start.cat });
      expect(finish.tid).not.toBe(start.tid);
    }
  });

  it('has every flow stand inside a slice of its thread', () => {
    const slices = new Set(events.filter(({ ph }) => ph === 'X').map(({ tid, ts }) => `${tid} ${ts}`));
    for (const { ph, tid, ts } of events) if (ph === 's' || ph === 'f') expect(slices).toContain(`${tid} ${ts}`);
  });

  it('shows how long a node was crashed, paused and slow', () => {
    expect(called('crashed')).toMatchObject([{ ts: 20_000_001, dur: 60_000_000 - 20_000_001, tid: 3 }]);
    expect(called('paused')).toMatchObject([{ ts: 30_000_001, dur: 3_999_999, tid: 2 }]);
    expect(called('slow')).toMatchObject([{ ts: 46_000_001, tid: 5 }]);
  });

  it('shows every suspicion, right or wrong, on a thread of its pair', () => {
    const right = called('suspects n3');
    expect(right.some(({ args }) => args?.['right'] === true)).toBe(true);
    const wrong = events.filter(({ name }) => name.endsWith(', wrongly'));
    expect(wrong.length).toBeGreaterThan(0);
    const threads = events.filter(({ ph, name }) => ph === 'M' && name === 'thread_name');
    const names = new Map(threads.map(({ tid, args }) => [tid, args?.['name']]));
    for (const { tid, name } of [...right, ...wrong]) {
      expect(names.get(tid)).toMatch(new RegExp(`^n\\d about ${name.split(' ')[1]!.replace(',', '')}$`));
    }
  });

  it('has a fault as an instant of the whole trace, and of a run without suspicions no row for them', () => {
    expect(events.filter(({ cat, s }) => cat === 'fault' && s === 'g').length).toBeGreaterThan(0);
    const calm = pair({ T: 3 });
    const quiet = traceEvents(scriptOf(calm), calm.film, 'calm');
    expect(quiet.some(({ args }) => args?.['name'] === 'Suspicions')).toBe(false);
  });
});

/** A reader of RFC 4180, written apart from the writer. */
function readCsv(text: string): string[][] {
  const table: string[][] = [];
  for (const row of text.match(/(?:"(?:[^"]|"")*"|[^"\r])*\r\n/g) ?? []) {
    const cells = row.slice(0, -2).match(/(?:^|,)(?:"(?:[^"]|"")*"|[^",]*)/g) ?? [];
    const bare = cells.map((cell, i) => (i === 0 ? cell : cell.slice(1)));
    table.push(bare.map((cell) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell)));
  }
  return table;
}

describe('comma-separated values', () => {
  it('bring back words with commas, quotes and line breaks as they were', () => {
    const words = ['plain', 'a, b', 'she said "no"', 'two\r\nlines', 'end\n', ''];
    expect(readCsv(asCsv(['a', 'b', 'c', 'd', 'e', 'f'], [words]).join(''))[1]).toEqual(words);
  });

  it('write numbers bare, negative ones too, and nothing for what is not known', () => {
    expect(asCsv(['x', 'y', 'z'], [[-1.5, null, 1e-7]]).join('')).toBe('x,y,z\r\n-1.5,,1e-7\r\n');
  });

  it('never give a spreadsheet a formula to work out', () => {
    for (const evil of ['=1+1', '+1', '-1', '@A1', '\t=1', '\r=1', '=HYPERLINK("x","y")']) {
      const [, row] = readCsv(asCsv(['seed'], [[evil]]).join(''));
      expect(row).toEqual([`'${evil}`]);
    }
  });
});

describe('a ShiViz log', () => {
  const lines = asShiViz(script).map((line) => line.slice(0, -1));
  const events = Array.from({ length: lines.length / 2 }, (_, i) => {
    const second = lines[2 * i + 1]!;
    const host = second.slice(0, second.indexOf(' '));
    const clock = JSON.parse(second.slice(host.length)) as { readonly [node: string]: number };
    return { says: lines[2 * i]!, host, clock };
  });

  it('has two lines an event: what happened, then host and clock', () => {
    expect(lines.length % 2).toBe(0);
    expect(events.length).toBeGreaterThan(500);
    for (const { says, host } of events) {
      expect(says).toMatch(/^\d+\.\d+ s: /);
      expect(script.nodes).toContain(host);
    }
  });

  it('counts each host’s own events one by one, from one', () => {
    const own = new Map<string, number>();
    for (const { host, clock } of events) {
      expect(clock[host]).toBe((own.get(host) ?? 0) + 1);
      own.set(host, clock[host]!);
    }
  });

  it('never lets anybody know of more than had happened by then', () => {
    const done = new Map<string, number>();
    for (const { host, clock } of events) {
      done.set(host, clock[host]!);
      for (const [other, count] of Object.entries(clock)) expect(count).toBeLessThanOrEqual(done.get(other) ?? 0);
    }
  });

  it('lets who hears know all that the sender knew, and nobody learn of what was lost', () => {
    const at = events.findIndex(({ says }) => / hears heartbeat 1 from /.test(says));
    const [, hears, seq, from] = /(n\d) hears heartbeat (\d+) from (n\d)/.exec(events[at]!.says)!;
    const sent = events.slice(0, at).find(({ says }) => says.includes(`${from} sends heartbeat ${seq} to ${hears}`));
    for (const [node, count] of Object.entries(sent!.clock)) {
      expect(events[at]!.clock[node]).toBeGreaterThanOrEqual(count);
    }
    expect(lines.join()).not.toContain('is lost');
  });
});
